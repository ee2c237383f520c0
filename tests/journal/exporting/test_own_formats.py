"""What Dorsi writes itself reads back as it was."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO

from hypothesis import given, settings
from log_strategies import journals

from dorsi.atlas.load import load_atlas
from dorsi.journal.exporting.dorsi_csv import to_dorsi_csv
from dorsi.journal.exporting.dorsi_json import to_dorsi_json
from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.importing.dorsi_log import DorsiJournal
from dorsi.journal.importing.dorsi_table import DorsiTable
from dorsi.journal.importing.formats import recognise
from dorsi.journal.importing.known import Known
from dorsi.journal.importing.settle import Choices, settle
from dorsi.journal.model import Journal, LoggedSession

OPTIONS = LogOptions(today=date(2026, 11, 22))


def _sessions(text: str, batch: str = "") -> tuple[LoggedSession, ...]:
    found = recognise(text)
    assert found is not None
    log = found.read(text)
    assert not log.rejected
    assert sum(log.fates.values()) == log.rows
    return settle(log, Choices(), Known(), batch, load_atlas()).news.sessions


@given(journals())
@settings(max_examples=45, deadline=None)
def test_a_csv_log_gives_back_the_same_sessions(journal: Journal) -> None:
    assert _sessions(to_dorsi_csv(journal, OPTIONS)) == journal.sessions


@given(journals())
@settings(max_examples=45, deadline=None)
def test_a_json_log_gives_back_the_whole_journal(journal: Journal) -> None:
    text = to_dorsi_json(journal, OPTIONS)
    assert isinstance(recognise(text), DorsiJournal)
    log = DorsiJournal().read(text)
    assert log.ours == journal
    assert not log.rejected
    assert sum(log.fates.values()) == log.rows


@given(journals())
@settings(max_examples=20, deadline=None)
def test_no_cell_of_the_csv_begins_like_a_formula(journal: Journal) -> None:
    for row in csv.reader(StringIO(to_dorsi_csv(journal, OPTIONS), newline="")):
        assert not any(cell[:1] in tuple("=+-@\t\r") for cell in row if cell)


@given(journals())
@settings(max_examples=20, deadline=None)
def test_a_table_program_may_change_delimiter_and_order_of_columns(journal: Journal) -> None:
    rows = list(csv.reader(StringIO(to_dorsi_csv(journal, OPTIONS), newline="")))
    out = StringIO()
    csv.writer(out, delimiter=";").writerows([list(reversed(row)) for row in rows])
    assert _sessions("\ufeff" + out.getvalue()) == journal.sessions


def test_sessions_carry_the_batch_that_brought_them(small_journal: Journal) -> None:
    found = _sessions(to_dorsi_csv(small_journal, OPTIONS), batch="import-1")
    assert found == tuple(replace(session, batch="import-1") for session in small_journal.sessions)


def test_an_own_exercise_comes_back_with_its_name_from_csv(small_journal: Journal) -> None:
    log = DorsiTable().read(to_dorsi_csv(small_journal, replace(OPTIONS, names={"custom:my-row": "My row"})))
    assert log.ours is not None
    assert log.ours.exercises["custom:my-row"].name == "My row"


def test_the_json_log_says_its_version_and_day(small_journal: Journal) -> None:
    document = json.loads(to_dorsi_json(small_journal, OPTIONS))
    assert (document["dorsi"], document["written_on"]) == ("log/1", "2026-11-22")
    assert "batch" not in document["sessions"][0]
