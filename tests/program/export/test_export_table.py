"""The shared table words every kind of prescription once."""

from __future__ import annotations

import pytest
from export_programmes import EVERYTHING, program_view

from dorsi.athlete.model import Weekday
from dorsi.program.evaluate import ProgramView
from dorsi.program.export.table import SessionTable, TableRow, distinct_weeks, every_week
from dorsi.program.model import Role


def _session(view: ProgramView, week: int, session_id: str) -> SessionTable:
    table = dict(every_week(view))[week]
    return next(session for session in table.sessions if session.id == session_id)


def _row(view: ProgramView, exercise_id: str, week: int = 1) -> TableRow:
    table = dict(every_week(view))[week]
    return next(row for session in table.sessions for row in session.rows if row.exercise_id == exercise_id)


def test_like_weeks_share_a_table_and_deloads_say_so(everything: ProgramView) -> None:
    assert [week.heading for week in distinct_weeks(everything)] == ["Weeks 1-2", "Week 3", "Week 4 (deload)"]
    assert [number for number, _ in every_week(everything)] == [1, 2, 3, 4]


def test_a_session_off_in_a_week_is_not_listed(everything: ProgramView) -> None:
    assert [s.id for s in dict(every_week(everything))[4].sessions] == ["upper"]


def test_blocks_are_numbered_with_letters_inside_supersets_and_trisets(everything: ProgramView) -> None:
    assert [row.order for row in _session(everything, 1, "upper").rows] == ["1", "2", "3", "4a", "4b"]
    assert [row.order for row in _session(everything, 1, "lower").rows] == ["1", "2a", "2b", "2c", "3"]


@pytest.mark.parametrize(
    ("exercise_id", "week", "prescription", "sets", "reps", "load", "rir"),
    [
        ("row-ergometer", 1, "1 x 5 min", "1", "5 min", "", ""),
        ("pulldown-medium", 1, "2 x 10 @ 50% of the work load", "2", "10", "50% of the work load", ""),
        ("pull-up-weighted", 1, "3-4 x 5 @ body weight + 10 kg, RIR 2", "3-4", "5", "body weight + 10 kg", "2"),
        ("pull-up-weighted", 3, "max, 10, 8, 8", "4", "max, 10, 8, 8", "", ""),
        ("pull-up-weighted", 4, "2 x 5 @ body weight", "2", "5", "body weight", ""),
        ("dumbbell-row", 1, "3 x 8-12 @ 53 lb, RIR 1-3", "3", "8-12", "53 lb", "1-3"),
        ("face-pull", 1, "3 x 15 light", "3", "15", "light", ""),
        (
            "deadlift",
            1,
            "1 x 5 @ 80% of 1RM; 2-3 x 5+ @ 70-75% of 1RM",
            "1; 2-3",
            "5; 5+",
            "80% of 1RM; 70-75% of 1RM",
            "",
        ),
        ("pull-up-assisted", 1, "2 x 8 @ body weight - 20 kg", "2", "8", "body weight - 20 kg", ""),
        ("back-extension-hold", 1, "2 x 30-45 s", "2", "30-45 s", "", ""),
        ("suitcase-carry", 1, "2 x 20 m @ 24 kg", "2", "20 m", "24 kg", ""),
    ],
)
def test_prescriptions_in_words(
    everything: ProgramView,
    exercise_id: str,
    week: int,
    prescription: str,
    sets: str,
    reps: str,
    load: str,
    rir: str,
) -> None:
    row = _row(everything, exercise_id, week)
    assert (row.prescription, row.sets, row.reps, row.load, row.rir) == (prescription, sets, reps, load, rir)


def test_inside_a_superset_rest_comes_after_the_last_exercise(everything: ProgramView) -> None:
    assert [row.rest for row in _session(everything, 1, "upper").rows] == ["", "", "2-3 min", "on to 4b", "90 s"]
    assert [row.rest_s for row in _session(everything, 1, "upper").rows][2:] == [(120, 180), None, (90, 90)]
    assert [row.rest for row in _session(everything, 1, "lower").rows][1:4] == ["on to 2b", "on to 2c", "2 min"]


def test_sets_beyond_the_lower_end_are_optional(everything: ProgramView) -> None:
    planned = _row(everything, "pull-up-weighted").planned
    assert [(p.number, p.optional) for p in planned] == [(1, False), (2, False), (3, False), (4, True)]


def test_load_in_kilograms_is_empty_for_shares_and_negative_for_assistance(everything: ProgramView) -> None:
    assert _row(everything, "deadlift").planned[0].load_kg is None
    assert _row(everything, "pull-up-assisted").planned[0].load_kg == -20
    assert _row(everything, "dumbbell-row").planned[0].load_kg == pytest.approx(24.04, abs=0.01)


def test_notes_tell_sides_straps_and_remarks(everything: ProgramView) -> None:
    assert _row(everything, "dumbbell-row").note == "each side; Keep the hips | square; breathe, then pull."
    assert _row(everything, "suitcase-carry").note == "each side; with straps"
    assert _row(everything, "face-pull").note == ""


def test_cardio_is_not_done_side_by_side() -> None:
    marching = program_view(EVERYTHING.replace("cardio: row-ergometer", "cardio: brisk-march"))
    assert _row(marching, "brisk-march").note == ""


def test_sessions_keep_day_length_and_roles(everything: ProgramView) -> None:
    session = _session(everything, 1, "upper")
    view = everything.by_week[1].sessions[0]
    assert session.day is Weekday.MON
    assert session.minutes == round(view.minutes)
    assert session.heading == f"Upper back, Monday, about {session.minutes} min"
    assert [row.role for row in session.rows] == [Role.CARDIO, Role.WARMUP, Role.WORK, Role.WORK, Role.WORK]
