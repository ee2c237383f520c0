"""Laws of the rarer formats: whatever stands in the cells, nothing breaks and every row has one fate."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.journal.importing.alpha_progression import AlphaProgression
from dorsi.journal.importing.body_weight import BodyWeightTable
from dorsi.journal.importing.foreign import ForeignLog, LogFormat
from dorsi.journal.importing.gymbook import GymBook
from dorsi.journal.importing.jefit import Jefit
from dorsi.journal.importing.liftosaur import Liftosaur
from dorsi.journal.importing.progression_app import ProgressionApp
from dorsi.journal.importing.stronglifts import StrongLifts
from dorsi.journal.importing.wger import Wger

TABLES: tuple[tuple[LogFormat, str, str], ...] = (
    (
        StrongLifts(),
        ",",
        "Date (yyyy/mm/dd),Workout,Workout Name,Body Weight (KG),Exercise,SetsxTime,Duration (hours),Start Time (h:mm),"
        "Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG)",
    ),
    (
        StrongLifts(),
        ",",
        "Date,Note,Workout,Body Weight,Exercise 1,Weight (KG),Weight (LB),Set 1,Set 2,Exercise 2,Weight (KG),"
        "Weight (LB),Set 1,Set 2",
    ),
    (
        Liftosaur(),
        ",",
        "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,RPE,"
        "Completed Weight Value,Completed Weight Unit,Completed Reps Time,Notes",
    ),
    (
        GymBook(),
        ";",
        "Datum;Zeit;Training;Übung;Satz / Aufwärmsatz / Abkühlungssatz;Wiederholungen / Zeit;Gewicht / Strecke;"
        "Notizen;Ausgelassen",
    ),
    (
        ProgressionApp(),
        ",",
        "Date,Time,Set Timestamp,Workout Name,Exercise Name,Set Order,Repetitions,Weight,Set Duration (s),"
        "Session Duration (s),Set Comment,Session Comment",
    ),
    (Jefit(), ",", "logs,_id,mydate,eid,ename,belongsession,logTime"),
    (BodyWeightTable(), ",", "Date,Weight,Unit,Body Fat"),
    (BodyWeightTable(), ";", "Date;Time;Measurement;Value;Unit;Comment"),
)
SEEN = st.sampled_from(
    ["2024-01-02", "02.03.2024", "3/4/2024", "2024-13-40", "18:05", "7:05 PM", "25:99", "0", "-5", "5", "8+", "62,5",
     "1.234,5", "1e9", "NaN", "inf", "99999", "Row", "Deadlift", "Ja", "1", "kg", "lbs", "8 Wiederholungen", "2,5 kg",
     "45 Sekunden", "3x0:30", "60x10,65x8", "0x0,0x0,0x0,0x9", "60x10", "1708195761", "-", "#", "=1+1", "'-3", "Waist",
     "2024-01-02T10:00:00.000Z", "١٢", "²", "\u202f", "x\ny"]
)  # fmt: skip
CELLS = st.one_of(SEEN, st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
ROWS = st.lists(st.lists(st.one_of(st.just(""), CELLS), min_size=1, max_size=16), max_size=8)

REPORT_LINES = (
    '"Pull";"2026-02-19 4:54 h";"1:02 hr"',
    '"1. Row · Barbell · 8 reps"',
    '"2. Row";"WU1 · 20 kg · 8 reps<br>WU2"',
    "#;KG;REPS;RIR",
    "1;60;8;1",
    "1;+5;8;-",
    '"',
    "",
)
JEFIT_LINES = (
    "### EXERCISE LOGS ####", "### NOTES ###", "### PROFILE ###", "### WORKOUT SESSIONS ###", "### ROUTINES ###",
    "### EXERCISE SET LOGS ###", "#########", "", "logs,_id,mydate,ename,belongsession",
    '"60x10,65x8",1,2024-02-17,Row,1708195761', "60x10,1,2024-02-17,Row,0", '"60x10', "exercise_log_id,weight_lbs,reps",
    "1,20,8", "mynote,title,mydate", "fine,Row,2024-02-17", "mydate,weight,arms", "2024-02-17,80,0",
)  # fmt: skip


def check(log: ForeignLog) -> None:
    """What holds for every log, wherever it came from."""
    assert sum(log.fates.values()) == log.rows
    assert sum(log.fates.values()) >= len({e.line for s in log.sessions for e in s.sets})
    for session in log.sessions:
        runs = [entry.run for entry in session.sets]
        assert runs == sorted(runs)
        for entry in session.sets:
            assert entry.exercise
            numbers = (entry.load, entry.reps, entry.seconds, entry.metres, entry.rpe, entry.rir)
            assert all(value is None or (math.isfinite(value) and value >= 0) for value in numbers)
            assert entry.load or entry.reps or entry.seconds or entry.metres
    assert all(measurement.value > 0 for measurement in log.measurements)
    assert all(rejected.reason and rejected.line > 0 for rejected in log.rejected)


@pytest.mark.parametrize(("form", "delimiter", "heading"), TABLES)
@given(rows=ROWS)
def test_any_cells_in_a_table(form: LogFormat, delimiter: str, heading: str, rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(rows)
    text = f"{heading}\n{written.getvalue()}"
    assert form.recognises(text)
    check(form.read(text))


@pytest.mark.parametrize(("form", "delimiter", "heading"), TABLES)
@given(data=st.data())
def test_every_row_written_is_counted(form: LogFormat, delimiter: str, heading: str, data: st.DataObject) -> None:
    width = heading.count(delimiter) + 1
    plain = SEEN.filter(lambda cell: "\n" not in cell and cell.strip() != "")
    rows = data.draw(st.lists(st.lists(plain, min_size=width, max_size=width), max_size=8))
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    log = form.read(f"\ufeff{heading}\r\n{written.getvalue()}")
    check(log)
    assert log.rows == len(rows)


@given(st.lists(st.one_of(CELLS, st.sampled_from(REPORT_LINES)), max_size=14))
def test_any_lines_in_a_report(lines: list[str]) -> None:
    check(AlphaProgression().read("\n".join(lines)))


@given(st.lists(st.sampled_from(JEFIT_LINES), max_size=20))
def test_any_order_of_tables_in_one_file(lines: list[str]) -> None:
    check(Jefit().read("\n".join(lines)))


VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), CELLS, st.just({"id": 3, "name": "Row"}), st.just([1])
)
RECORDS = st.dictionaries(
    st.sampled_from(
        ["id", "date", "session", "exercise", "repetitions", "repetitions_unit", "weight", "weight_unit", "rir", "rest",
         "next_log", "notes", "results"]
    ),
    VALUES,
)  # fmt: skip


@given(st.lists(st.one_of(RECORDS, RECORDS.map(lambda r: {"date": "2025-05-01", **r}), VALUES), max_size=8))
def test_any_records_in_json(records: list[Any]) -> None:
    log = Wger().read(json.dumps(records))
    check(log)
    pages = sum(isinstance(r, dict) and isinstance(r.get("results"), list) for r in records)
    assert pages or log.rows == len(records)


@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    for form in (*(form for form, _, _ in TABLES), AlphaProgression(), Wger()):
        form.recognises(text)
        check(form.read(text))
