"""Every export Strong has made since 2018 is read, and no row of it is lost."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.strong import Strong
from dorsi.journal.model import LoadMode, SetKind
from dorsi.units import MassUnit

S0 = '''Date;Workout Name;Exercise Name;Set Order;lbs;Reps;mi.;Seconds;Notes;Workout Notes
"2018-03-01 10:00:00;""Day A"";""Bent Over Row"";1;100.5;5;0;0;"""";"""""
"2018-03-01 10:00:00;""Day A"";""Running, outside"";1;0;0;1.5;600;"""";""windy, cold"""
'''
S1 = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2021-02-10 16:46:13,"Pull",2h 18m,"Bent Over Row (Barbell)",1,75.0,8,0,0,"belt","good day",7.5
2021-02-10 16:46:13,"Pull",2h 18m,"Bent Over Row (Barbell)",2,75.0,0,0,0,,,
2021-02-10 16:46:13,"Pull",2h 18m,"Plank",1,0,0,0,90,,,
2021-02-10 16:46:13,"Pull",2h 18m,"Pull Up",1,0,7,0,0,,,
2021-02-10 16:46:13,"Pull",2h 18m,"Pull Up (Assisted)",1,55.0,7,0,0,,,
2021-02-10 16:46:13,"Pull",2h 18m,"Bent Over Row (Barbell)",1,60.0,12,0,0,,,
"""
S2 = """Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration
2023-07-30 16:49:28;"Arms";"Row (Dumbbell)";1;"32,5";kg;8;;;;0;"";"";44m
2023-07-30 16:49:28;"Arms";"Row (Dumbbell)";D;100;lbs;8;;;;0;"";"";44m
2023-07-30 16:49:28;"Arms";"Running";1;;;;;2,5;km;900;"";"";44m
"""  # noqa: E501
S3 = """"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"
"1";"2025-02-24 15:10:32";"Back";"2176";"Lat Pulldown (Cable)";"Note";"";"";"";"";"";"slow, wide";""
"1";"2025-02-24 15:10:32";"Back";"2176";"Lat Pulldown (Cable)";"W";"30.0";"10";"";"";"";"";""
"1";"2025-02-24 15:10:32";"Back";"2176";"Lat Pulldown (Cable)";"Rest Timer";"";"";"";"";"60.0";"";""
"1";"2025-02-24 15:10:32";"Back";"2176";"Lat Pulldown (Cable)";"1";"55.0";"10";"8.5";"";"";"";""
"1";"2025-02-24 15:10:32";"Back";"2176";"Lat Pulldown (Cable)";"Rest Timer";"";"";"";"";"120.0";"";""
"1";"2025-02-24 15:10:32";"Back";"2176";"Lat Pulldown (Cable)";"F";"55.0";"7";"";"";"";"";""
"1";"2025-02-24 15:10:32";"Back";"2176";"Rowing";"1";"";"";"";"1500.0";"420";"";""
"""  # noqa: E501
S4 = """Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;Distance;Distance Unit;Seconds;Notes;Workout Notes
2019-03-01 10:00:00;Day A;Deadlift (Barbell);1;225;lbs;5;;mi.;0;;
"""  # noqa: E501


def read(text: str) -> ForeignLog:
    """The log, whose fates must add up to its rows."""
    assert Strong().recognises(text)
    log = Strong().read(text)
    assert sum(log.fates.values()) == log.rows
    assert len(log.rejected) == log.fates.get(Fate.REJECTED, 0)
    return log


def sets(text: str) -> list[ForeignSet]:
    """All sets of the file."""
    return [entry for session in read(text).sessions for entry in session.sets]


def test_the_export_of_2018_has_its_units_for_headings_and_rows_quoted_whole() -> None:
    row, run = sets(S0)
    assert (row.exercise, row.load, row.unit, row.reps) == ("Bent Over Row", 100.5, MassUnit.LB, 5)
    assert (run.exercise, run.metres, run.seconds) == ("Running, outside", 2414.016, 600)
    assert (run.reps, run.load) == (None, None)
    assert read(S0).sessions[0].note == "windy, cold"


def test_the_export_without_units_leaves_them_open() -> None:
    log = read(S1)
    session = log.sessions[0]
    assert session.key == "2021-02-10T16:46:13|Pull"
    assert (session.on, session.title, session.duration_s) == (date(2021, 2, 10), "Pull", 8280)
    assert session.started == datetime(2021, 2, 10, 16, 46, 13)  # noqa: DTZ001
    assert session.note == "good day"
    assert session.run_notes == ((0, "belt"),)
    assert {entry.unit for entry in session.sets} == {None}
    assert session.sets[0].rpe == 7.5


def test_a_zero_beside_another_measure_means_that_nothing_was_entered() -> None:
    plank, pull_up = sets(S1)[2:4]
    assert (plank.seconds, plank.reps, plank.load, plank.metres) == (90, None, None, None)
    assert (pull_up.reps, pull_up.load, pull_up.seconds) == (7, None, None)


def test_no_repetition_under_a_load_is_kept_as_a_failed_attempt() -> None:
    assert (sets(S1)[1].load, sets(S1)[1].reps) == (75.0, 0)


def test_an_assisted_exercise_has_its_help_as_a_positive_number() -> None:
    helped = sets(S1)[4]
    assert (helped.load, helped.mode) == (55.0, LoadMode.ASSISTED)


def test_an_exercise_done_twice_makes_two_runs() -> None:
    assert [entry.run for entry in sets(S1)] == [0, 0, 1, 2, 3, 4]


def test_units_stand_beside_each_number_and_decimals_may_be_commas() -> None:
    first, drop, run = sets(S2)
    assert (first.load, first.unit) == (32.5, MassUnit.KG)
    assert (drop.load, drop.unit, drop.kind) == (100.0, MassUnit.LB, SetKind.DROP)
    assert (run.metres, run.seconds, run.unit) == (2500.0, 900, None)
    assert read(S2).sessions[0].duration_s == 2640


def test_rests_and_notes_are_no_sets() -> None:
    log = read(S3)
    assert log.fates == {Fate.SET: 4, Fate.REST: 2, Fate.NOTE: 1}
    session = log.sessions[0]
    assert [entry.kind for entry in session.sets] == [SetKind.WARM_UP, SetKind.WORK, SetKind.FAILURE, SetKind.WORK]
    assert [entry.rest_s for entry in session.sets] == [60, 120, None, None]
    assert session.run_notes == ((0, "slow, wide"),)
    assert session.duration_s == 2176
    assert (session.sets[1].unit, session.sets[1].rpe) == (MassUnit.KG, 8.5)
    assert (session.sets[3].metres, session.sets[3].seconds) == (1500.0, 420)


def test_a_rest_row_may_name_itself_where_the_exercise_stands() -> None:
    text = S3.replace('"Lat Pulldown (Cable)";"Rest Timer"', '"Rest Timer";"1"')
    assert [entry.rest_s for entry in sets(text)] == [60, 120, None, None]


def test_the_export_of_2019_is_read() -> None:
    assert (sets(S4)[0].load, sets(S4)[0].unit, sets(S4)[0].reps) == (225.0, MassUnit.LB, 5)


@pytest.mark.parametrize("text", [S1, S2.replace('"32,5"', "32.5").replace("2,5", "2.5"), S3.replace(", ", " "), S4])
def test_the_order_of_the_columns_does_not_matter(text: str) -> None:
    delimiter = ";" if ";" in text else ","
    turned = "\n".join(delimiter.join(reversed(line.split(delimiter))) for line in text.splitlines())
    assert sets(turned) == sets(text)


def test_the_same_session_has_one_key_in_the_old_and_the_new_export() -> None:
    old = S1.splitlines()[0] + "\n2025-02-24 15:10:32,Back,36m,Row,1,55.0,10,0,0,,,\n"
    assert read(old).sessions[0].key == read(S3).sessions[0].key


def test_semicolons_may_part_the_columns_of_the_old_export() -> None:
    assert sets(S1.replace(",", ";")) == sets(S1)


def test_times_of_a_twelve_hour_clock_are_read() -> None:
    text = S1.replace("16:46:13", "4:46:13\u202fPM")
    assert read(text).sessions[0].started == datetime(2021, 2, 10, 16, 46, 13)  # noqa: DTZ001


HEADER = S1.splitlines()[0]


def one(cells: str) -> ForeignLog:
    """The log of one row of the old export, from the exercise on."""
    return read(f"{HEADER}\n2021-02-10 16:46:13,A,1h,{cells}\n")


def test_what_cannot_be_is_kept_as_a_remark() -> None:
    entry = one("Row,1,60,10000,0,0,,,14").sessions[0].sets[0]
    assert (entry.load, entry.reps, entry.rpe, entry.note) == (60.0, None, None, "Reps: 10000\nRPE: 14")


def test_a_row_with_nothing_usable_is_rejected_with_the_reason() -> None:
    assert "Reps: -5" in one("Row,1,0,-5,0,0,,,").rejected[0].reason
    assert one("Row,1,0,0,0,0,,,").rejected[0].reason == "nothing was entered"
    assert "no name" in one(",1,60,5,0,0,,,").rejected[0].reason


@pytest.mark.parametrize("when", ["", "soon", "2021-02-30 10:00:00"])
def test_a_row_without_a_date_is_rejected(when: str) -> None:
    log = read(f"{HEADER}\n{when},A,1h,Row,1,60,5,0,0,,,\n")
    assert (log.rejected[0].line, log.sessions) == (2, ())
    assert "date" in log.rejected[0].reason


def test_a_negative_load_is_help_on_a_body_lift_and_a_slip_elsewhere() -> None:
    pull_up = one("Pull Up,1,-20,5,0,0,,,").sessions[0].sets[0]
    assert (pull_up.load, pull_up.mode) == (20.0, LoadMode.ASSISTED)
    bench = one("Bench Press (Barbell),1,-20,5,0,0,,,").sessions[0].sets[0]
    assert (bench.load, bench.mode, bench.note) == (None, None, "Weight: -20")


def test_a_plus_says_that_the_load_was_added() -> None:
    entry = one("Dip,1,+35,5,0,0,,,").sessions[0].sets[0]
    assert (entry.load, entry.mode) == (35.0, LoadMode.ADDED)


def test_an_unknown_mark_of_a_set_is_kept_as_a_remark() -> None:
    assert one("Row,Q,60,5,0,0,,,").sessions[0].sets[0].note == "Set Order: Q"


def test_a_session_longer_than_a_day_is_a_remark() -> None:
    session = read(f"{HEADER}\n2021-02-10 16:46:13,A,264h 1m,Row,1,60,5,0,0,,,\n").sessions[0]
    assert (session.duration_s, session.note) == (None, "Duration: 264h 1m")


def test_a_row_whose_cells_have_shifted_is_rejected_not_misread() -> None:
    log = one("Row,1,32,5,8,0,0,,,")
    assert log.sessions == ()
    assert "13 cells" in log.rejected[0].reason


def test_a_rest_after_a_rejected_row_belongs_to_no_set() -> None:
    text = (
        f"{HEADER}\n2021-02-10 16:46:13,A,1h,Row,1,60,5,0,0,,,\n2021-02-10 16:46:13,A,1h,Row,2,0,0,0,0,,,\n"
        "2021-02-10 16:46:13,A,1h,Row,Rest Timer,0,0,0,90,,,\n"
    )
    log = read(text)
    assert log.fates == {Fate.SET: 1, Fate.REJECTED: 1, Fate.REST: 1}
    assert log.sessions[0].sets[0].rest_s is None


def test_a_distance_without_a_unit_is_taken_for_kilometres_and_that_is_said() -> None:
    log = one("Swimming,1,0,0,1.5,0,,,")
    assert log.sessions[0].sets[0].metres == 1500.0
    assert "kilometres" in log.guesses[0].what


def test_files_put_together_repeat_the_header() -> None:
    log = read(S1 + S1)
    assert log.fates == {Fate.SET: 12, Fate.HEADING: 1}
    assert len(log.sessions) == 1


def test_only_a_header_is_an_empty_log() -> None:
    assert read(HEADER).rows == 0


def test_other_tables_are_not_taken_for_strong() -> None:
    assert not Strong().recognises("Date,Weight\n2024-01-01,80\n")
    assert not Strong().recognises("")
