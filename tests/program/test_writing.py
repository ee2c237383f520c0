"""What is written reads back equal, and looks like what a person would write."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from program_strategies import ATLAS, programs

from dorsi.program.model import Block, BlockKind, Prescription, Program, Role, Session, WeekSets
from dorsi.program.notation import parse_sets
from dorsi.program.reading import read_program
from dorsi.program.schema import program_schema
from dorsi.program.templates import load_template, template_ids, template_text
from dorsi.program.writing import rest_text, sets_text, write_program

SCHEMA = jsonschema.Draft202012Validator(program_schema(ATLAS))

GOLDEN = """\
dorsi: program/1
name: 'Upper: and lower'
weeks: 8
days_between: 3
deload_weeks: 4, 8
source: planned
claims: [A15, A19]
sessions:
  - id: upper
    theme: upper back
    day: mon
    weeks: 1-4, 6
    also: [chest, abs]
    blocks:
      - warmup: pulldown-wide
        sets: 2-3 x 15-20 light
      - exercise: pull-up-wide
        sets:
          1-3: 4 x 6-12 @ RIR 2
          4: 2 x 6-12 @ RIR 4
        tempo: 3-1-X-0
        rest: 3 min
        straps: true
        method: [peak-pause, straps]
      - superset:
          - {exercise: pulldown-close, sets: 4 x 10}
          - {exercise: seated-row-narrow, sets: '10, 10, 8', rest: 60-90 s}
        rest: 90 s
      - superset:
          - exercise: face-pull
            sets: 3 x 15
            note: thumbs back
          - exercise: band-row
            sets:
              1-8: 3 x 15

  - id: lower
    blocks:
      - test: deadlift
        sets: 3 x 5 @ bw+10; 1 x 30 s @ 60 kg
        rest: 2-3 min
        note: >-
          A remark that goes on for longer than a line of a narrow window should, so that it is folded onto a
          second one

reasons:
  - 'Two sessions: you have two days.'

athlete:
  dorsi: athlete/1
  name: '2024-01-01'
  goal: {width: 3.5, big: 1.0e+20}
  days: [mon, thu]
  straps: false
  age: null
"""


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(programs())
def test_what_is_written_reads_back_equal(program: Program) -> None:
    text = write_program(program)
    read = read_program(text, "x.yaml", ATLAS)
    assert read == program
    assert read.athlete == program.athlete
    assert write_program(read) == text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(programs())
def test_what_is_written_fits_the_schema(program: Program) -> None:
    document = yaml.safe_load(write_program(program))
    document.pop("athlete", None)
    SCHEMA.validate(json.loads(json.dumps(document)))


def test_the_layout_is_the_one_people_read() -> None:
    assert write_program(read_program(GOLDEN, "x.yaml", ATLAS)) == GOLDEN


@pytest.mark.parametrize("template", template_ids())
def test_templates_are_laid_out_as_written_files_are(template: str) -> None:
    assert write_program(load_template(template, ATLAS)) == template_text(template)


def test_sets_for_all_other_weeks_are_written_for_the_weeks_left() -> None:
    item = Prescription(
        exercise="deadlift",
        role=Role.WORK,
        sets=(
            WeekSets(weeks=None, targets=parse_sets("4 x 5")),
            WeekSets(weeks=frozenset({4}), targets=parse_sets("2 x 5")),
        ),
    )
    session = Session(id="a", blocks=(Block(kind=BlockKind.SINGLE, items=(item,)),))
    text = write_program(Program(name="x", weeks=5, sessions=(session,)))
    assert "          1-3, 5: 4 x 5\n          4: 2 x 5\n" in text
    again = read_program(text, "x.yaml", ATLAS).sessions[0].blocks[0].items[0]
    assert [again.targets(week) for week in range(1, 6)] == [item.targets(week) for week in range(1, 6)]


def test_groups_that_a_list_would_merge_stay_apart() -> None:
    assert sets_text(parse_sets("3 x 10; 2 x 10")) == "3 x 10; 2 x 10"
    assert sets_text(parse_sets("10, 10, 8")) == "10, 10, 8"


@pytest.mark.parametrize(
    ("rest_s", "text"),
    [((180, 180), "3 min"), ((90, 90), "90 s"), ((120, 180), "2-3 min"), ((60, 90), "60-90 s"), ((0, 60), "0-60 s")],
)
def test_rests_are_written_in_the_unit_people_use(rest_s: tuple[int, int], text: str) -> None:
    assert rest_text(rest_s) == text


def test_an_answer_that_is_no_plain_value_is_refused() -> None:
    session = Session(
        id="a", blocks=(Block(kind=BlockKind.SINGLE, items=(Prescription(exercise="deadlift", sets=()),)),)
    )
    with pytest.raises(TypeError, match="plain values only, not object"):
        write_program(Program(name="x", weeks=1, sessions=(session,), athlete={"a": object()}))
