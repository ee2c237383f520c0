"""Logs in the way of other apps: read back by our own readers of these, and safe in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from log_strategies import EXERCISES, journals, sessions
from openpyxl import load_workbook

from dorsi.atlas.load import load_atlas
from dorsi.journal.exporting.formats import FORMATS
from dorsi.journal.exporting.hevy import to_hevy
from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.exporting.strong import to_strong
from dorsi.journal.exporting.workbook import to_workbook
from dorsi.journal.importing.foreign import Fate, ForeignLog
from dorsi.journal.importing.formats import format_by_name, recognise
from dorsi.journal.importing.known import Known
from dorsi.journal.importing.settle import Choices, settle
from dorsi.journal.model import Journal, LoadMode, LoggedSession, LoggedSet, SetKind

OPTIONS = LogOptions(today=date(2026, 11, 22), zone="Europe/Rome", names={"custom:my-row": "My row"})
APPS: tuple[tuple[str, Callable[[Journal, LogOptions], str]], ...] = (("strong", to_strong), ("hevy", to_hevy))


def _read(text: str, app: str) -> ForeignLog:
    found = recognise(text)
    assert found is not None
    assert found.name == app
    log = found.read(text)
    assert not log.rejected
    assert sum(log.fates.values()) == log.rows
    return log


def _settled(text: str, app: str) -> list[LoggedSession]:
    whole = settle(_read(text, app), Choices(zone="Europe/Rome"), Known(), "", load_atlas()).whole
    return sorted(whole, key=lambda session: session.order)


def _core(entry: LoggedSet) -> tuple[object, ...]:
    load = entry.load and (round(entry.load.kg, 3), entry.load.mode)
    kind = SetKind.WORK if entry.kind is SetKind.TEST else entry.kind
    return kind, load, entry.reps, entry.seconds, entry.metres


@pytest.mark.parametrize(("app", "write"), APPS)
def test_the_same_sets_come_back(app: str, write: Callable[[Journal, LogOptions], str], small_journal: Journal) -> None:
    found = _settled(write(small_journal, OPTIONS), app)
    assert [[_core(entry) for entry in session.sets] for session in found] == [
        [_core(entry) for entry in session.sets] for session in small_journal.sessions
    ]
    assert found[0].started_at == small_journal.sessions[0].started_at
    assert found[0].duration_s == 4980
    assert found[0].note == "Slept well.\nNo coffee."
    assert found[0].run_notes == ((0, "Feet flat."),)
    assert [entry.rpe for entry in found[0].sets][1::3] == [8.5, 9.0]
    assert [entry.run for entry in found[0].sets] == [0, 0, 0, 0, 1, 2, 3]


@pytest.mark.parametrize(("app", "write"), APPS)
def test_exercises_keep_the_names_of_the_app_they_came_from(
    app: str, write: Callable[[Journal, LogOptions], str], small_journal: Journal
) -> None:
    names = [entry.exercise for session in _read(write(small_journal, OPTIONS), app).sessions for entry in session.sets]
    assert {"Bench Press (Barbell)", "My row", "Pull Up", "Pull Up (Assisted)"} <= set(names)


def test_strong_keeps_units_and_rests(small_journal: Journal) -> None:
    log = _read(to_strong(small_journal, OPTIONS), "strong")
    sets = [entry for session in log.sessions for entry in session.sets]
    assert [entry.rest_s for entry in sets][:3] == [90, 180, None]
    assert {entry.unit.value for entry in sets if entry.unit and entry.exercise == "My row"} == {"lb"}
    assert log.fates[Fate.REST] == 2
    assert log.fates[Fate.NOTE] == 1


def test_hevy_keeps_supersets_and_counts_sets_of_a_run(small_journal: Journal) -> None:
    rows = list(csv.DictReader(StringIO(to_hevy(small_journal, OPTIONS))))
    assert [row["superset_id"] for row in rows if row["title"].startswith("Morning")] == ["", "", "", "", "0", "0", ""]
    assert [row["set_index"] for row in rows if row["title"].startswith("Morning")] == [
        "0",
        "1",
        "2",
        "3",
        "0",
        "0",
        "0",
    ]
    assert rows[-1]["start_time"] == "28 May 2026, 07:32"
    assert rows[-1]["end_time"] == "28 May 2026, 08:55"
    assert rows[0]["start_time"] == "30 May 2026, 12:00"


@pytest.mark.parametrize(("app", "write"), APPS)
def test_text_like_a_formula_is_defused(
    app: str, write: Callable[[Journal, LogOptions], str], small_journal: Journal
) -> None:
    titles = {session.title for session in _read(write(small_journal, OPTIONS), app).sessions}
    assert "'=cmd()" in titles


@pytest.mark.parametrize(("app", "write"), APPS)
def test_two_sessions_of_one_minute_stay_two(
    app: str, write: Callable[[Journal, LogOptions], str], small_journal: Journal
) -> None:
    first = small_journal.sessions[0]
    twice = replace(small_journal, sessions=(first, replace(first, id="again")))
    assert len(_read(write(twice, OPTIONS), app).sessions) == 2


@given(sessions(0))
@settings(max_examples=40, deadline=None)
def test_strong_rows_hold_any_session(session: LoggedSession) -> None:
    titled = replace(session, title="Day", note="", run_notes=(), sets=tuple(map(_nameable, session.sets)))
    log = format_by_name("strong").read(to_strong(Journal(sessions=(titled,)), OPTIONS))
    assert sum(log.fates.values()) == log.rows
    measured = [entry for entry in titled.sets if entry.reps or entry.seconds or entry.metres or _loaded(entry)]
    assert len([entry for found in log.sessions for entry in found.sets]) == len(measured)


def _loaded(entry: LoggedSet) -> bool:
    return entry.load is not None and entry.load.value > 0


def _nameable(entry: LoggedSet) -> LoggedSet:
    """The set with a plain name and numbers in the range of a gym."""
    load = entry.load and replace(entry.load, value=round(entry.load.value % 300, 2))
    seconds = None if entry.seconds is None else round(entry.seconds, 0)
    metres = None if entry.metres is None else round(entry.metres, 0)
    name = f"Lift {EXERCISES.index(entry.exercise)}"
    return replace(entry, name=name, note="", load=load, seconds=seconds, metres=metres)


def test_the_workbook_has_every_set_once_and_no_formula(small_journal: Journal) -> None:
    book = load_workbook(BytesIO(to_workbook(small_journal, OPTIONS)))
    assert book.sheetnames == ["Sets", "Sessions", "Measurements"]
    assert book["Sets"].max_row == 1 + 10
    assert book["Sets"].freeze_panes == "A2"
    assert book["Sets"].auto_filter.ref == "A1:S11"
    titles = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "=cmd()"]
    assert titles
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in titles)


def test_the_workbook_signs_assistance_and_turns_pounds(small_journal: Journal) -> None:
    sheet = load_workbook(BytesIO(to_workbook(small_journal, OPTIONS)))["Sets"]
    header = [cell.value for cell in sheet[1]]
    at = header.index("Load, kg")
    values = [row[at].value for row in sheet.iter_rows(min_row=2)]
    assert values[5] == pytest.approx(43.09, abs=0.01)
    assert values[7] == -20.0


def test_the_same_journal_gives_the_same_bytes(small_journal: Journal) -> None:
    for entry in FORMATS.values():
        assert entry.write(small_journal, OPTIONS) == entry.write(small_journal, OPTIONS)


def test_an_empty_journal_is_written_too() -> None:
    for entry in FORMATS.values():
        assert entry.write(Journal(), OPTIONS)


@given(journals())
@settings(max_examples=15, deadline=None)
def test_every_journal_can_be_written_in_every_format(journal: Journal) -> None:
    for entry in FORMATS.values():
        made = entry.write(journal, OPTIONS)
        assert (made.encode() if isinstance(made, str) else made).strip()


def test_odd_zones_and_days_do_not_stop_an_export(small_journal: Journal) -> None:
    first, second = small_journal.sessions
    odd = (replace(second, on=date(1, 1, 1)), replace(first, zone="Mars/Olympus"))
    assert "2026-05-28 07:32:00" in to_strong(Journal(sessions=odd), OPTIONS)
    sheet = load_workbook(BytesIO(to_workbook(Journal(sessions=odd), OPTIONS)))["Sessions"]
    assert sheet["A2"].value == "0001-01-01"


def test_help_is_told_by_name_only_once() -> None:
    helped = LoggedSet(id="a", exercise="pull-up-assisted", name="Pull Up (Assisted)", reps=8)
    session = LoggedSession(id="s", on=date(2026, 1, 2), sets=(helped,))
    text = to_strong(Journal(sessions=(session,)), OPTIONS)
    assert text.count("(Assisted)") == 1
    assert LoadMode.ASSISTED.value not in text
