"""The four exports that go by the name of FitNotes."""

from __future__ import annotations

from datetime import UTC, date, datetime

from dorsi.journal.importing.fit_notes_other import FitNotesOther
from dorsi.journal.importing.fitnotes import FitNotes
from dorsi.journal.importing.fitnotes_ios import FitNotesIos
from dorsi.journal.importing.foreign import Fate, ForeignLog, LogFormat
from dorsi.journal.model import MeasureKind, SetKind
from dorsi.units import MassUnit

ANDROID = """Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment
2022-09-14,Barbell Row,Back,45.0,lbs,10,,,,"first, easy"
2022-09-14,Barbell Row,Back,60.0,kgs,8,,,,
2022-09-14,Plank,Abs,,,,,,0:01:30,""
2022-09-16,Running,Cardio,,,,5.8,mi,0:59:00,
2022-09-16,Barbell Row,Back,30.0,kgs,0,,,,
2022-09-16,Barbell Row,Back,,,,,,,
"""
OLDER = """Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time,Comment
2019-09-14,Подтягивания,Спина,20.0,10,,,,
"""
IOS = """Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind
2020-01-13,Pulldown,Back,70.00,154.32,5,,,,slow,wr
2020-01-13,Pulldown,Back,72.50,159.84,5,,,,,wr
2020-01-13,Rowing,Cardio,,,,1200,m,0:05:00,,dt
"""
OTHER = """\
Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,RIR,Categories,Note
Pull,2025-02-23T10:13:53Z,2025-02-23T11:13:53Z,"81,5",Row,Barbell,8,"94,0",,,Done,false,8,,"Back,Arms",firm
Pull,2025-02-23T10:13:53Z,2025-02-23T11:13:53Z,"81,5",Row,Barbell,10,"40,0",,,Done,true,,,"Back,Arms",
Pull,2025-02-23T10:13:53Z,2025-02-23T11:13:53Z,"81,5",Row,Barbell,3,"100,0",,,Failed,false,,0,"Back,Arms",
Pull,2025-02-23T10:13:53Z,2025-02-23T11:13:53Z,"81,5",Pull Up,Bodyweight,8,,,,NotStarted,false,,,Back,
"""


def read(form: LogFormat, text: str) -> ForeignLog:
    """The log, whose fates must add up to its rows."""
    assert [form.recognises(text) for form in (FitNotes(), FitNotesIos(), FitNotesOther())].count(True) == 1
    assert form.recognises(text)
    log = form.read(text)
    assert sum(log.fates.values()) == log.rows
    return log


def test_a_day_is_a_session_and_the_unit_stands_beside_each_load() -> None:
    log = read(FitNotes(), ANDROID)
    assert [(session.on, session.started, session.key) for session in log.sessions] == [
        (date(2022, 9, 14), None, "2022-09-14|"),
        (date(2022, 9, 16), None, "2022-09-16|"),
    ]
    first, second, plank = log.sessions[0].sets
    assert (first.load, first.unit, first.note) == (45.0, MassUnit.LB, "first, easy")
    assert (second.load, second.unit) == (60.0, MassUnit.KG)
    assert (plank.seconds, plank.reps, plank.load) == (90, None, None)


def test_distances_times_and_zeros_are_read() -> None:
    log = read(FitNotes(), ANDROID)
    run, none = log.sessions[1].sets
    assert (run.metres, run.seconds) == (9334.195, 3540)
    assert (none.load, none.reps) == (30.0, 0)
    assert log.fates == {Fate.SET: 5, Fate.REJECTED: 1}


def test_the_older_export_has_its_unit_in_the_heading() -> None:
    entry = read(FitNotes(), OLDER).sessions[0].sets[0]
    assert (entry.exercise, entry.load, entry.unit) == ("Подтягивания", 20.0, MassUnit.LB)


def test_a_file_without_the_last_columns_is_read() -> None:
    text = "Date,Exercise,Category,Weight,Weight Unit,Reps\n2022-09-14,Row,Back,45.0,kgs,10\n"
    assert read(FitNotes(), text).fates == {Fate.SET: 1}


def test_on_ios_the_column_that_was_typed_counts() -> None:
    log = read(FitNotesIos(), IOS)
    assert [(entry.load, entry.unit) for entry in log.sessions[0].sets] == [
        (70.0, MassUnit.KG),
        (72.5, MassUnit.KG),
        (None, None),
    ]
    pounds = IOS.replace("70.00,154.32", "68.04,150.00").replace("72.50,159.84", "70.31,155.00")
    assert [entry.unit for entry in read(FitNotesIos(), pounds).sessions[0].sets[:2]] == [MassUnit.LB, MassUnit.LB]


def test_on_ios_one_filled_column_is_enough() -> None:
    text = IOS.replace("70.00,154.32", ",154.00").replace("72.50,159.84", "72.50,")
    assert [entry.load for entry in read(FitNotesIos(), text).sessions[0].sets] == [154.0, 72.5, None]


def test_the_other_fit_notes_has_zones_decimal_commas_and_planned_sets() -> None:
    log = read(FitNotesOther(), OTHER)
    session = log.sessions[0]
    assert session.started == datetime(2025, 2, 23, 10, 13, 53, tzinfo=UTC)
    assert (session.title, session.duration_s) == ("Pull", 3600)
    assert [(entry.exercise, entry.load, entry.kind) for entry in session.sets] == [
        ("Row (Barbell)", 94.0, SetKind.WORK),
        ("Row (Barbell)", 40.0, SetKind.WARM_UP),
        ("Row (Barbell)", 100.0, SetKind.FAILURE),
    ]
    assert (session.sets[0].rpe, session.sets[0].note, session.sets[2].rir) == (8.0, "firm", 0.0)
    assert "planned, not done" in log.rejected[0].reason


def test_the_other_fit_notes_knows_the_body_mass() -> None:
    measurements = read(FitNotesOther(), OTHER).measurements
    assert [(m.kind, m.value, m.unit) for m in measurements] == [(MeasureKind.BODY_MASS, 81.5, None)]
