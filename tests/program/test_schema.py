"""The schema and the reader agree on what a programme file is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from program_strategies import ATLAS, target_lines

from dorsi.errors import InvalidFile
from dorsi.program.model import SetTarget
from dorsi.program.reading import read_program
from dorsi.program.schema import program_schema, schema_text
from dorsi.program.templates import template_ids, template_text
from dorsi.program.writing import sets_text

SCHEMA = jsonschema.Draft202012Validator(program_schema(ATLAS))
NOTATION = SCHEMA.evolve(schema={**program_schema(ATLAS), "$ref": "#/$defs/notation", "type": ["string", "integer"]})
GOOD = """
dorsi: program/1
name: A
weeks: 4
sessions:
  - id: a
    blocks:
      - {exercise: deadlift, sets: 4 x 6-12, rest: 3 min, tempo: 3-1-X-0, method: straps}
      - superset: [{exercise: face-pull, sets: 3 x 12}, {exercise: band-row, sets: 3 x 12}]
"""


def valid(text: str) -> bool:
    # through JSON, as in an editor: keys are texts there
    return bool(SCHEMA.is_valid(json.loads(json.dumps(yaml.safe_load(text)))))


def readable(text: str) -> bool:
    try:
        read_program(text, "x.yaml", ATLAS)
    except InvalidFile:
        return False
    return True


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(program_schema(ATLAS))
    assert json.loads(schema_text(ATLAS)) == program_schema(ATLAS)


@pytest.mark.parametrize("template", template_ids())
def test_every_template_fits(template: str) -> None:
    SCHEMA.validate(json.loads(json.dumps(yaml.safe_load(template_text(template)))))


def test_the_good_example_is_good() -> None:
    assert valid(GOOD)
    assert readable(GOOD)


def block(document: dict[str, Any]) -> dict[str, Any]:
    return document["sessions"][0]["blocks"][0]  # type: ignore[no-any-return]


BROKEN: dict[str, Callable[[dict[str, Any]], object]] = {
    "no marker": lambda d: d.pop("dorsi"),
    "another format": lambda d: d.update(dorsi="program/2"),
    "no name": lambda d: d.pop("name"),
    "blank name": lambda d: d.update(name="  "),
    "no weeks": lambda d: d.update(weeks=0),
    "too many weeks": lambda d: d.update(weeks=60),
    "unknown field": lambda d: d.update(sesions=[]),
    "no sessions": lambda d: d.update(sessions=[]),
    "session without id": lambda d: d["sessions"][0].pop("id"),
    "id with spaces": lambda d: d["sessions"][0].update(id="Upper day"),
    "session without blocks": lambda d: d["sessions"][0].update(blocks=[]),
    "no such weekday": lambda d: d["sessions"][0].update(day="blursday"),
    "no such weeks": lambda d: d["sessions"][0].update(weeks="later"),
    "no such other muscle": lambda d: d["sessions"][0].update(also=["ears"]),
    "misspelt exercise": lambda d: block(d).update(exercise="dead-lift-x"),
    "two exercises in one block": lambda d: block(d).update(warmup="deadlift"),
    "no exercise": lambda d: block(d).pop("exercise"),
    "no sets": lambda d: block(d).pop("sets"),
    "sets in words": lambda d: block(d).update(sets="a few"),
    "count and list": lambda d: block(d).update(sets="3 x 10, 8"),
    "sets for no week": lambda d: block(d).update(sets={"soon": "3 x 10"}),
    "bare rest": lambda d: block(d).update(rest="a while"),
    "tempo in words": lambda d: block(d).update(tempo="slow"),
    "misspelt method": lambda d: block(d).update(method="strapped"),
    "straps neither yes nor no": lambda d: block(d).update(straps="perhaps"),
    "superset of one": lambda d: d["sessions"][0]["blocks"][1]["superset"].pop(),
    "triset of two": lambda d: d["sessions"][0]["blocks"].append({"triset": d["sessions"][0]["blocks"][1]["superset"]}),
    "days between out of range": lambda d: d.update(days_between=9),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_fails_in_the_schema_and_in_the_reader(name: str) -> None:
    document = yaml.safe_load(GOOD)
    BROKEN[name](document)
    text = yaml.safe_dump(document)
    assert not valid(text)
    assert not readable(text)


@pytest.mark.parametrize(
    "line",
    [
        "4 x 6-12", "3-4 x 6-12", "2-3 x 15-20 light", "4 × max", "max, 10, 8, 8", "10,10,8,6",
        "4x4-6 @ 85%", "4 x 6 @ RIR 2", "3 x 5 @ RPE 7-8.5", "4 x 5 @ 62,5 kg", "4 x 5 @ bw+10",
        "4 X 5 @ bw - 20 lbs, rir 1", "3 x 30 s", "4 x 20 m @ 24 kg", "5 min", "8+", "3 x 8+ @ 70-75%",
        "1 x 5 @ 80%; 2 x 8 @ 70%", "AMRAP", "3 x 10 each", "3 x 10 @ light",
    ],
)  # fmt: skip
def test_every_form_of_the_notation_fits(line: str) -> None:
    text = GOOD.replace("4 x 6-12", json.dumps(line))
    assert readable(text)
    assert valid(text)


@given(target_lines())
def test_notation_at_random_fits(targets: tuple[SetTarget, ...]) -> None:
    assert NOTATION.is_valid(sets_text(targets))


@pytest.mark.parametrize("weeks", ["2", "1-4", "1, 3", "[1, 3]", "'1-2, 4'", "[1-2, 4]"])
def test_weeks_may_be_written_in_several_ways(weeks: str) -> None:
    text = GOOD + f"    weeks: {weeks}\ndeload_weeks: {weeks}\n"
    assert readable(text)
    assert valid(text)


def test_exercises_and_methods_are_those_of_the_atlas() -> None:
    definitions = program_schema(ATLAS)["$defs"]
    assert definitions["exercise"]["enum"] == list(ATLAS.exercises)
    assert definitions["method"]["enum"] == list(ATLAS.methods)
