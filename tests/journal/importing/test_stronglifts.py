"""StrongLifts: the export of one row an exercise, and the older one of one row a workout."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from dorsi.journal.importing.foreign import Fate
from dorsi.journal.importing.stronglifts import StrongLifts
from dorsi.journal.model import LoadMode, MeasureUnit
from dorsi.units import MassUnit

HEADER = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,SetsxReps,SetsxTime,"
    "Duration (hours),Start Time (h:mm),Notes,Set 1 (Reps), Set 1 (KG),Set 2 (Reps), Set 2 (KG),"
    "Set 3 (Reps), Set 3 (KG)"
)
NEW = f"""{HEADER}
2026/04/30,12,Workout B,,97.75,Deadlift,1x5,,0.5,7:05 PM,windy,5,115,0,115,,
2026/04/30,12,Workout B,,97.75,Chinups,3x10,,0.5,7:05 PM,windy,10,-5,9,-5,8,0
2026/04/30,12,Workout B,,97.75,Plank,,2x0:45,0.5,7:05 PM,windy,,,,,,
2026/05/02,13,Workout A,,97.75,Squat,5x5,,,,,,,,,,
2026/05/04,14,Workout B,,98,Deadlift,1x5,,,,,5,abc,50000,120,,
yesterday,15,Workout B,,98,Deadlift,1x5,,,,,5,120,,,,
"""
OLD = """Date,Note,Workout,Body Weight,Exercise 1,Weight (KG),Weight (LB),Set 1,Set 2,Exercise 2,Weight (KG),Weight (LB),Set 1,Set 2
16/03/2015,,A,84KG,Squat,60,,5,5,Bench press,,90,5,0
18/03/2015,good,B,84KG,Squat,62.5,,5,4,,,,,
"""  # noqa: E501


def test_both_exports_are_recognised_and_others_are_not() -> None:
    assert StrongLifts().recognises(NEW)
    assert StrongLifts().recognises(OLD)
    assert not StrongLifts().recognises("Date,Exercise,Reps,Weight\n2024-01-01,Squat,5,100\n")
    assert not StrongLifts().recognises("Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n")


def test_every_row_has_one_fate() -> None:
    log = StrongLifts().read(NEW)
    assert log.rows == 6
    assert dict(log.fates) == {Fate.SET: 4, Fate.REJECTED: 2}
    assert [(r.line, r.reason) for r in log.rejected] == [
        (5, "nothing was entered"),
        (7, "the date 'yesterday' cannot be read"),
    ]


def test_rows_of_a_workout_make_one_session() -> None:
    session = StrongLifts().read(NEW).sessions[0]
    assert session.started == datetime(2026, 4, 30, 19, 5)  # noqa: DTZ001
    assert session.title == "Workout B"
    assert session.duration_s == 1800
    assert session.note == "windy"
    assert [(entry.exercise, entry.run) for entry in session.sets] == [
        ("Deadlift", 0),
        ("Chinups", 1),
        ("Chinups", 1),
        ("Chinups", 1),
        ("Plank", 2),
        ("Plank", 2),
    ]


def test_a_load_below_zero_is_help_and_zero_is_none() -> None:
    chins = [entry for entry in StrongLifts().read(NEW).sessions[0].sets if entry.exercise == "Chinups"]
    assert [(entry.load, entry.mode) for entry in chins] == [
        (5.0, LoadMode.ASSISTED),
        (5.0, LoadMode.ASSISTED),
        (None, None),
    ]


def test_timed_sets_have_seconds_and_no_repetitions() -> None:
    planks = [entry for entry in StrongLifts().read(NEW).sessions[0].sets if entry.exercise == "Plank"]
    assert [(entry.seconds, entry.reps) for entry in planks] == [(45.0, None), (45.0, None)]


def test_zero_repetitions_are_taken_as_not_done_and_said_so() -> None:
    log = StrongLifts().read(NEW)
    assert len([entry for entry in log.sessions[0].sets if entry.exercise == "Deadlift"]) == 1
    assert [guess.evidence for guess in log.guesses] == ["cells that say 0: 1"]


def test_numbers_that_make_no_sense_are_kept_as_text() -> None:
    session = StrongLifts().read(NEW).sessions[1]
    assert [(entry.load, entry.note) for entry in session.sets] == [(None, "load: abc")]
    assert session.run_notes == ((0, "set 2: 50000 x 120"),)


def test_a_body_weight_counts_when_it_changes() -> None:
    measured = StrongLifts().read(NEW).measurements
    assert [(m.on, m.value, m.unit) for m in measured] == [
        (date(2026, 4, 30), 97.75, MeasureUnit.KG),
        (date(2026, 5, 4), 98.0, MeasureUnit.KG),
    ]


def test_the_older_export_has_one_load_for_all_sets_of_an_exercise() -> None:
    log = StrongLifts().read(OLD)
    assert log.rows == 2
    assert dict(log.fates) == {Fate.SET: 2}
    assert [(e.exercise, e.load, e.unit, e.reps) for e in log.sessions[0].sets] == [
        ("Squat", 60.0, MassUnit.KG, 5),
        ("Squat", 60.0, MassUnit.KG, 5),
        ("Bench press", 90.0, MassUnit.LB, 5),
    ]
    assert [(m.value, m.unit) for m in log.measurements] == [(84.0, MeasureUnit.KG)]


def test_sets_without_an_exercise_are_named() -> None:
    text = OLD.splitlines()[0] + "\n16/03/2015,,A,,Squat,60,,5,5,,40,,6,\n"
    (session,) = StrongLifts().read(text).sessions
    assert session.run_notes == ((0, "a set of 6 without an exercise"),)


@pytest.mark.parametrize(("day_first", "on"), [(True, date(2015, 4, 3)), (False, date(2015, 3, 4))])
def test_the_order_of_day_and_month_can_be_told(day_first: bool, on: date) -> None:
    text = OLD.splitlines()[0] + "\n03/04/2015,,A,,Squat,60,,5,5,,,,,\n"
    assert StrongLifts().read(text, day_first=day_first).sessions[0].on == on
