"""Hevy's exports of workouts and of body measurements."""

from __future__ import annotations

from datetime import date, datetime

from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignMeasurement
from dorsi.journal.importing.hevy import Hevy
from dorsi.journal.importing.hevy_measurements import HevyMeasurements
from dorsi.journal.model import LoadMode, MeasureKind, MeasureUnit, SetKind
from dorsi.units import MassUnit

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
)
DAY = '"Back 💪, heavy","28 May 2024, 07:32","28 May 2024, 08:40","first\\nsecond"'
LOG = HEADER + "\n".join(
    (
        f'{DAY},"Seated Row (Cable)",0,"wide grip",0,"warmup",40,10,,,',
        f'{DAY},"Seated Row (Cable)",0,"wide grip",1,"normal",60,8,,,8.5',
        f'{DAY},"Face Pull",0,"",0,"failure",20,15,,0,',
        f'{DAY},"Chin Up (Assisted)",,"",0,"dropset",30,6,,,',
        f'{DAY},"Plank",,"",0,"normal",,0,,60,',
        f'{DAY},"Rowing Machine",,"",0,"normal",,,2.5,600,',
    )
)


def read(text: str) -> ForeignLog:
    """The log, whose fates must add up to its rows."""
    assert Hevy().recognises(text)
    log = Hevy().read(text)
    assert sum(log.fates.values()) == log.rows
    return log


def test_a_session_has_its_times_and_its_remarks() -> None:
    session = read(LOG).sessions[0]
    assert (session.on, session.started) == (date(2024, 5, 28), datetime(2024, 5, 28, 7, 32))  # noqa: DTZ001
    assert (session.title, session.duration_s) == ("Back 💪, heavy", 4080)
    assert session.note == "first\nsecond"
    assert session.run_notes == ((0, "wide grip"),)


def test_sets_keep_kind_superset_and_effort() -> None:
    entries = read(LOG).sessions[0].sets
    assert [entry.kind for entry in entries[:4]] == [
        SetKind.WARM_UP, SetKind.WORK, SetKind.FAILURE, SetKind.DROP
    ]  # fmt: skip
    assert [entry.superset for entry in entries] == [0, 0, 0, None, None, None]
    assert entries[1].rpe == 8.5
    assert [entry.run for entry in entries] == [0, 0, 1, 2, 3, 4]


def test_loads_are_in_the_unit_of_the_heading() -> None:
    assert {entry.unit for entry in read(LOG).sessions[0].sets[:4]} == {MassUnit.KG}
    pounds = read(LOG.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles"))
    assert pounds.sessions[0].sets[1].unit is MassUnit.LB
    assert pounds.sessions[0].sets[5].metres == 4023.36


def test_help_time_and_distance_are_told_apart() -> None:
    helped, plank, row = read(LOG).sessions[0].sets[3:]
    assert (helped.load, helped.mode) == (30.0, LoadMode.ASSISTED)
    assert (plank.seconds, plank.reps, plank.load) == (60, None, None)
    assert (row.metres, row.seconds) == (2500.0, 600)


def test_the_twelve_hour_clock_of_american_phones_is_read() -> None:
    text = LOG.replace("28 May 2024, 07:32", "May 28, 2024, 7:32 AM")
    assert read(text).sessions[0].started == datetime(2024, 5, 28, 7, 32)  # noqa: DTZ001


def test_both_units_side_by_side_are_read_from_the_one_that_was_typed() -> None:
    text = (
        "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,reps,weight_kg,weight_lbs,"
        "rpe,distance_km,duration_seconds,set_index,set_type\n"
        "A,2024-05-28 07:32:00,2024-05-28 08:32:00,,Row,,,8,45.359,100,,,,0,0\n"
    )
    entry = read(text).sessions[0].sets[0]
    assert (entry.load, entry.unit, entry.kind, entry.note) == (100.0, MassUnit.LB, SetKind.WORK, "")


def test_a_set_without_any_number_is_rejected() -> None:
    log = read(HEADER + f'{DAY},"Stretching",,"",0,"normal",,,,,\n')
    assert log.fates == {Fate.REJECTED: 1}
    assert log.rejected[0].reason == "nothing was entered"


def test_newest_first_stays_as_it_was() -> None:
    newer = LOG.splitlines()[1].replace("28 May", "30 May")
    assert [s.on.day for s in read(HEADER + newer + "\n" + LOG.removeprefix(HEADER)).sessions] == [30, 28]


MEASURES = (
    '"date","weight_kg","fat_percent","neck_cm","shoulder_cm","left_bicep_cm","right_bicep_cm","abdomen_cm"\n'
    '"9 Feb 2024, 00:00",79.5,15,,120,38,39,90\n'
    '"10 Feb 2024, 00:00",,,,,37.5,,\n'
    '"11 Feb 2024, 00:00",,,,,,,\n'
    '"12 Feb 2024, 00:00",80,9999,,,,,\n'
)


def measured(text: str) -> tuple[ForeignLog, list[ForeignMeasurement]]:
    """The log and its measurements."""
    assert HevyMeasurements().recognises(text)
    log = HevyMeasurements().read(text)
    assert sum(log.fates.values()) == log.rows
    return log, list(log.measurements)


def test_measurements_have_kind_value_and_unit() -> None:
    _, found = measured(MEASURES)
    assert [(m.on.day, m.kind, m.value, m.unit) for m in found] == [
        (9, MeasureKind.BODY_MASS, 79.5, MeasureUnit.KG),
        (9, MeasureKind.BODY_FAT, 15.0, MeasureUnit.PERCENT),
        (9, MeasureKind.SHOULDERS, 120.0, MeasureUnit.CM),
        (9, MeasureKind.ARM, 39.0, MeasureUnit.CM),
        (10, MeasureKind.ARM, 37.5, MeasureUnit.CM),
        (12, MeasureKind.BODY_MASS, 80.0, MeasureUnit.KG),
    ]


def test_what_is_not_kept_of_a_row_of_measurements_is_said() -> None:
    log, _ = measured(MEASURES)
    assert log.fates == {Fate.MEASUREMENT: 3, Fate.REJECTED: 1}
    said = " ".join(guess.what for guess in log.guesses)
    assert all(text in said for text in ("abdomen_cm", "left_bicep_cm: 38", "fat_percent: 9999"))


def test_girths_may_be_in_inches() -> None:
    _, found = measured("date,weight_kg,waist_in\n2024-02-09,79,32.5\n")
    assert [m.unit for m in found] == [MeasureUnit.KG, MeasureUnit.INCH]


def test_a_log_of_workouts_is_no_table_of_measurements() -> None:
    assert not HevyMeasurements().recognises(LOG)
    assert not Hevy().recognises(MEASURES)
