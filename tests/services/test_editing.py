"""Sets of a programme changed in its file, and what the rules newly find."""

from __future__ import annotations

import pytest

from dorsi.errors import InvalidFile, UnknownName
from dorsi.services.editing import line_problem, prescribed_at, with_sets

TEXT = """\
dorsi: program/1
name: Mine  # my own
weeks: 4
deload_weeks: 4
sessions:
  - id: pull
    blocks:
      - cardio: row-ergometer
        sets: 1 x 5 min
      - exercise: barbell-row  # the one I like
        sets:
          1-3: 4 x 6-10 @ RIR 2
          4: 2 x 6-10 @ RIR 4
      - superset:
          - {exercise: pulldown-wide, sets: 3 x 8-12 @ RIR 2}
          - {exercise: rear-delt-fly, sets: 3 x 12-20 @ RIR 1}

athlete: {age: 30, body_mass: 80, training_age_months: 24, minutes: 120}
"""


def test_each_stretch_of_weeks_is_a_line_of_its_own() -> None:
    asked = prescribed_at(TEXT, "pull", "2")
    assert asked.exercise.id == "barbell-row"
    assert [(line.weeks, line.line, line.is_deload) for line in asked.lines] == [
        ("1-3", "4 x 6-10 @ RIR 2", False),
        ("4", "2 x 6-10 @ RIR 4", True),
    ]
    assert [(line.weeks, line.line) for line in prescribed_at(TEXT, "pull", "3b").lines] == [("", "3 x 12-20 @ RIR 1")]


def test_only_the_lines_meant_change_and_comments_stay() -> None:
    changed = with_sets(TEXT, "pull", "2", ["3 x 6-10 @ RIR 2", "2 x 6-10 @ RIR 4"], None)
    assert changed.text == TEXT.replace("1-3: 4 x", "1-3: 3 x")
    inside = with_sets(TEXT, "pull", "3a", ["4 x 8-12 @ RIR 2"], None)
    assert inside.text == TEXT.replace("sets: 3 x 8-12", "sets: 4 x 8-12")


def test_a_change_tells_what_the_rules_newly_find_and_nothing_else() -> None:
    same = with_sets(TEXT, "pull", "2", ["4 x 6-10 @ RIR 2", "2 x 6-10 @ RIR 4"], None)
    assert (same.text, same.new) == (TEXT, ())
    much = with_sets(TEXT, "pull", "2", ["16 x 6-10 @ RIR 2", "2 x 6-10 @ RIR 4"], None)
    assert {finding.code for finding in much.serious} >= {"VOL103"}


def test_health_limits_are_told_apart_from_errors_that_can_be_accepted() -> None:
    young = TEXT.replace("age: 30", "age: 15").replace("{age", "{guardian_consent: true, age")
    changed = with_sets(young, "pull", "2", ["4 x 1-2 @ RIR 0", "2 x 6-10 @ RIR 4"], None)
    assert changed.refused
    assert {f.code for f in changed.refused} == {"RSK103"}
    assert len(changed.serious) >= len(changed.refused)


@pytest.mark.parametrize("place", ["9", "3", "2a", "barbell-row"])
def test_a_place_that_is_not_there_is_named(place: str) -> None:
    with pytest.raises(UnknownName, match=f"pull/{place}"):
        prescribed_at(TEXT, "pull", place)


def test_what_is_no_notation_is_said_with_what_would_be() -> None:
    assert line_problem("4 x 6-12 @ RIR 2") == ""
    assert "'many' is not a number of reps" in line_problem("4 x many")
    with pytest.raises(InvalidFile):
        with_sets(TEXT, "pull", "2", ["four sets", "2 x 6-10 @ RIR 4"], None)
