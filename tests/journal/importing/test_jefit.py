"""Jefit: one file of several tables, sets packed into a cell."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dorsi.journal.importing.foreign import Fate, ForeignLog
from dorsi.journal.importing.jefit import Jefit
from dorsi.journal.model import MeasureKind, MeasureUnit
from dorsi.units import MassUnit

LOGS = (
    "USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime,interval_logs,"
    "auto_generated"
)
FILE = f"""
### SETTING ##########################################

row_id,USERID,TIMESTAMP,length,mass
1,7,"2026-01-01 00:00:00"," cm"," kg"


######################################################

### ROUTINES #########################################

row_id,_id,name,dayaweek,description
1,1,"Plan",3,"two

paragraphs"

row_id,_id,name,dayIndex
3,1,"Day",1

######################################################

### WORKOUT SESSIONS #################################

_id,mydate,starttime,starttimie,total_time
1708195761,2024-02-17,1708195761,,3480

######################################################

### EXERCISE LOGS ####################################

{LOGS}
7,"2026-01-01 00:00:00",1,"60x10,65x8,65x0",1,86,2024-02-17,21,"Barbell Row",1,1708195761,1708195800,,
7,"2026-01-01 00:00:00",1,"0x10,0x8,0x0",2,26,2024-02-17,90,"Pull Up",2,1708195761,1708195900,,
7,"2026-01-01 00:00:00",1,"0x0,0x0,0x0,0x10,0x60",3,0,2024-02-19,12,"Treadmill",3,0,1708395900,,
7,"2026-01-01 00:00:00",1,"100x5",4,116,2024-02-19,13,"Deadlift",3,0,1708395901,,
7,"2026-01-01 00:00:00",1,"100x5,105x5",5,116,2024-02-19,13,"Deadlift",3,0,1708395902,,
7,"2026-01-01 00:00:00",1,"",6,,2024-02-20,12,"Curl",3,0,1708495902,,
7,"2026-01-01 00:00:00",1,"60x10",7,,when,12,"Curl",3,0,,,
{LOGS}

######################################################

### EXERCISE SET LOGS ################################

_id,userid,exercise_log_id,set_index,weight_lbs,reps
1,7,6,0,22.5,10
2,7,6,1,25,9

######################################################

### NOTES ############################################

row_id,TIMESTAMP,USERID,_id,eid,belongSys,mynote,title,mydate,logTime
1,"2024-02-23 12:05:38",7,1,161,1,"Seat at 3","Barbell Row",2024-02-17,1708522640
2,"2024-02-23 12:05:38",7,1,161,1,"Slept badly","",2024-02-17,1708522640
3,"2024-02-23 12:05:38",7,1,161,1,"Nobody there","Squat",2022-02-17,1708522640

######################################################

### PROFILE ##########################################

mydate,weight,chest,arms,fatpercent
2024-02-17,81.5,0,36,0
2024-02-18,0,0,0,0
"""


@pytest.fixture(scope="module")
def log() -> ForeignLog:
    return Jefit().read(FILE)


def test_a_banner_or_the_columns_of_the_logs_tell_it() -> None:
    assert Jefit().recognises(FILE)
    assert Jefit().recognises(f"{LOGS}\n")
    assert not Jefit().recognises("# Title\n\n## My training ##\nDate,Exercise,Reps\n")


def test_every_row_of_every_table_has_one_fate(log: ForeignLog) -> None:
    rows = {"setting": 1, "routines": 3, "sessions": 1, "logs": 8, "sets": 2, "notes": 3, "profile": 2}
    assert log.rows == sum(rows.values())
    assert dict(log.fates) == {Fate.HEADING: 8, Fate.SET: 4, Fate.NOTE: 2, Fate.MEASUREMENT: 1, Fate.REJECTED: 5}


def test_refused_rows_say_why(log: ForeignLog) -> None:
    treadmill = next(number for number, line in enumerate(FILE.splitlines(), start=1) if "Treadmill" in line)
    reasons = {r.line: r.reason for r in log.rejected}
    assert reasons.pop(treadmill) == "cardio or timed work, which Jefit writes in a code that is not known"
    assert reasons.pop(treadmill + 1) == f"line {treadmill + 2} repeats these sets and adds to them"
    assert sorted(reasons.values()) == [
        "no exercise was logged on that day",
        "nothing was entered",
        "the date 'when' cannot be read",
    ]


def test_sets_are_unpacked_with_the_unit_of_the_settings(log: ForeignLog) -> None:
    sets = log.sessions[0].sets
    assert [(e.exercise, e.load, e.unit, e.reps, e.run) for e in sets] == [
        ("Barbell Row", 60.0, MassUnit.KG, 10, 0),
        ("Barbell Row", 65.0, MassUnit.KG, 8, 0),
        ("Pull Up", None, None, 10, 1),
        ("Pull Up", None, None, 8, 1),
    ]


def test_a_session_begins_when_its_number_says_and_lasts_as_its_row_says(log: ForeignLog) -> None:
    session = log.sessions[0]
    assert session.started == datetime(2024, 2, 17, 18, 49, 21, tzinfo=UTC)
    assert (session.on, session.duration_s) == (date(2024, 2, 17), 3480)


def test_what_was_not_done_and_notes_stay_with_the_exercise_or_the_day(log: ForeignLog) -> None:
    session = log.sessions[0]
    assert session.run_notes == ((0, "65x0"), (0, "Seat at 3"))
    assert session.note == "Slept badly"


def test_rows_without_a_session_number_go_by_their_day(log: ForeignLog) -> None:
    assert [s.on for s in log.sessions] == [date(2024, 2, 17), date(2024, 2, 19), date(2024, 2, 20)]
    assert [e.load for e in log.sessions[1].sets] == [100.0, 105.0]


def test_sets_listed_singly_are_in_pounds(log: ForeignLog) -> None:
    assert [(e.load, e.unit, e.reps) for e in log.sessions[2].sets] == [
        (22.5, MassUnit.LB, 10),
        (25.0, MassUnit.LB, 9),
    ]


def test_a_set_listed_singly_without_its_exercise_is_refused() -> None:
    text = "### EXERCISE SET LOGS ####\n_id,exercise_log_id,set_index,weight_lbs,reps\n1,6,0,22.5,10\n"
    log = Jefit().read(text)
    assert [(r.line, r.reason) for r in log.rejected] == [(3, "no exercise goes with this set")]


def test_zero_in_the_profile_was_not_measured(log: ForeignLog) -> None:
    assert [(m.kind, m.value, m.unit) for m in log.measurements] == [
        (MeasureKind.BODY_MASS, 81.5, MeasureUnit.KG),
        (MeasureKind.ARM, 36.0, MeasureUnit.CM),
    ]


def test_plans_that_were_left_out_are_named(log: ForeignLog) -> None:
    assert "the table ROUTINES was left out" in [guess.what for guess in log.guesses]


def test_body_weight_sets_are_not_taken_for_cardio() -> None:
    text = f'{LOGS}\n7,x,1,"0x12,0x10,0x8,0x0",1,,2024-02-17,9,"Push Up",1,0,,,\n'
    (session,) = Jefit().read(text).sessions
    assert [e.reps for e in session.sets] == [12, 10, 8]


def test_without_settings_the_unit_is_left_open() -> None:
    text = f'{LOGS}\n7,x,1,"60x10",1,,2024-02-17,9,"Row",1,0,,,\n'
    (session,) = Jefit().read(text).sessions
    assert session.sets[0].unit is None
