"""Fitbod's export, whose sessions have to be put together from times."""

from __future__ import annotations

from datetime import UTC, datetime

from dorsi.journal.importing.fitbod import Fitbod
from dorsi.journal.importing.foreign import Fate, ForeignLog
from dorsi.journal.model import SetKind
from dorsi.units import MassUnit

HEADER = "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n"
STAMPED = (
    HEADER
    + """2024-02-01 06:00:00 +0000,Dumbbell Row,10,25.0,0.0,0.0,0.0,0.0,true,,2.0
2024-02-01 06:00:00 +0000,Dumbbell Row,8,30.0,0.0,0.0,0.0,0.0,false,firm,2.0
2024-02-01 06:00:00 +0000,Treadmill,0,0.0,600.0,1500.0,3.5,0.0,false,,1.0
2024-02-03 06:00:00 +0000,Pull Up,8,0.0,0.0,0.0,0.0,0.0,false,,1.0
"""
)


def read(text: str) -> ForeignLog:
    """The log, whose fates must add up to its rows."""
    assert Fitbod().recognises(text)
    log = Fitbod().read(text)
    assert sum(log.fates.values()) == log.rows
    return log


def test_sets_of_one_time_are_one_session() -> None:
    log = read(STAMPED)
    assert [session.started for session in log.sessions] == [
        datetime(2024, 2, 1, 6, tzinfo=UTC),
        datetime(2024, 2, 3, 6, tzinfo=UTC),
    ]
    assert [len(session.sets) for session in log.sessions] == [3, 1]
    assert all(entry.done_at is None for session in log.sessions for entry in session.sets)


def test_warm_ups_pairs_of_dumbbells_and_settings_are_kept() -> None:
    warm_up, work, treadmill = read(STAMPED).sessions[0].sets
    assert (warm_up.kind, work.kind) == (SetKind.WARM_UP, SetKind.WORK)
    assert (work.load, work.unit, work.implements, work.note) == (30.0, MassUnit.KG, 2, "firm")
    assert (treadmill.seconds, treadmill.metres, treadmill.reps, treadmill.load) == (600, 1500.0, None, None)
    assert (treadmill.note, treadmill.implements) == ("Incline: 3.5", 1)


def test_times_of_sets_that_lie_close_together_are_one_session() -> None:
    times = ("2024-02-01 07:10:00 +0000", "2024-02-01 06:00:00 +0000", "2024-02-01 12:00:00 +0000")
    log = read(HEADER + "".join(f"{time},Row,8,30,0,0,0,0,false,,1\n" for time in times))
    assert [session.started.hour for session in log.sessions if session.started] == [6, 12]
    assert [entry.done_at.hour for entry in log.sessions[0].sets if entry.done_at] == [7, 6]


def test_the_first_export_of_a_log_and_a_later_one_agree_on_keys() -> None:
    later = STAMPED + "2024-02-05 06:00:00 +0000,Row,8,30,0,0,0,0,false,,1\n"
    assert [session.key for session in read(later).sessions[:2]] == [session.key for session in read(STAMPED).sessions]


def test_pounds_and_the_headings_of_the_database_extract_are_read() -> None:
    text = STAMPED.replace("Weight(kg)", "Weight(lbs)")
    assert read(text).sessions[0].sets[0].unit is MassUnit.LB
    extract = (
        "date,exercise_name,Reps,weight_kg,duration_seconds,distance_meters,Incline,Resistance,isWarmup\n"
        "2024-02-01 06:00:00,Row,8,30,0,0,0,0,0\n"
    )
    assert (read(extract).sessions[0].sets[0].load, read(extract).sessions[0].started) == (
        30.0,
        datetime(2024, 2, 1, 6),  # noqa: DTZ001
    )


def test_days_without_times_are_sessions() -> None:
    text = HEADER + "2024-02-01,Row,8,30,0,0,0,0,false,,1\n2024-02-02,Row,8,30,0,0,0,0,false,,1\n"
    assert [session.on.day for session in read(text).sessions] == [1, 2]


def test_a_row_without_any_measure_is_rejected() -> None:
    log = read(HEADER + "2024-02-01,Row,0,0,0,0,0,0,false,,1\nnever,Row,8,30,0,0,0,0,false,,1\n")
    assert log.fates == {Fate.REJECTED: 2}
