"""Liftosaur: what was completed is a set, what was only required is not."""

from __future__ import annotations

from datetime import UTC, datetime

from dorsi.journal.importing.foreign import Fate
from dorsi.journal.importing.liftosaur import Liftosaur
from dorsi.journal.model import SetKind
from dorsi.units import MassUnit

HEADER = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,RPE,"
    "Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,Completed Reps Time,Notes"
)
LOG = f"""{HEADER}
2023-05-01T10:00:00.000Z,Linear,Day 1,Bent Over Row,1,5,5,0,,20,kg,20,kg,2023-05-01T10:03:00.000Z,
2023-05-01T10:00:00.000Z,Linear,Day 1,Bent Over Row,0,5,8,1,9,62.5,kg,60,kg,2023-05-01T10:06:00.000Z,strict
2023-05-01T10:00:00.000Z,Linear,Day 1,Bent Over Row,0,5,,0,,62.5,kg,62.5,kg,,strict
2023-05-01T10:00:00.000Z,Linear,Day 1,Pull Up,0,5,4,0,,0,lb,0,lb,2023-05-01T10:20:00.000Z,
2023-05-01T10:00:00.000Z,Linear,Day 1,Pull Up,0,5,44444,0,,0,lb,10,lb,,
,Linear,Day 1,Pull Up,0,5,4,0,,0,lb,0,lb,,
"""


def test_it_is_known_by_its_heading() -> None:
    assert Liftosaur().recognises(LOG)
    assert not Liftosaur().recognises("Date,Exercise,Reps\n")


def test_every_row_has_one_fate_and_planned_sets_are_none() -> None:
    log = Liftosaur().read(LOG)
    assert log.rows == 6
    assert dict(log.fates) == {Fate.SET: 4, Fate.REJECTED: 2}
    assert [(r.line, r.reason) for r in log.rejected] == [(4, "planned, not done"), (7, "the row has no date")]


def test_completed_values_win_over_required_ones() -> None:
    warm_up, work, *_ = Liftosaur().read(LOG).sessions[0].sets
    assert warm_up.kind is SetKind.WARM_UP
    assert (work.load, work.unit, work.reps, work.rpe) == (60.0, MassUnit.KG, 8, 9.0)
    assert work.note == "AMRAP"
    assert work.done_at == datetime(2023, 5, 1, 10, 6, tzinfo=UTC)


def test_the_session_has_a_moment_in_its_zone_and_a_title() -> None:
    (session,) = Liftosaur().read(LOG).sessions
    assert session.started == datetime(2023, 5, 1, 10, 0, tzinfo=UTC)
    assert session.title == "Linear - Day 1"
    assert session.run_notes == ((0, "strict"),)


def test_a_load_of_zero_is_none_and_absurd_repetitions_stay_as_text() -> None:
    bare, absurd = Liftosaur().read(LOG).sessions[0].sets[2:]
    assert (bare.load, bare.unit, bare.reps) == (None, None, 4)
    assert (absurd.load, absurd.reps, absurd.note) == (10.0, None, "Completed Reps: 44444")


def test_a_completed_rpe_is_taken_before_the_required_one() -> None:
    text = "Workout DateTime,Exercise,RPE,Completed RPE,Completed Reps\n2023-05-01T10:00:00Z,Row,8,9.5,5\n"
    assert Liftosaur().read(text).sessions[0].sets[0].rpe == 9.5


def test_a_column_that_says_not_completed_is_believed() -> None:
    text = "Workout DateTime,Exercise,Completed Reps,Is Completed?\n2023-05-01T10:00:00Z,Row,5,0\n"
    log = Liftosaur().read(text)
    assert [r.reason for r in log.rejected] == ["planned, not done"]
