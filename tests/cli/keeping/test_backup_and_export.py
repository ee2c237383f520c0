"""The whole journal leaves Dorsi and comes back the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections

from dorsi.bootstrap import open_journal, system_chance, system_clock
from dorsi.cli.export import _LOGS
from dorsi.coach.model import NextSession
from dorsi.journal.codec import plain
from dorsi.journal.exporting.formats import FORMATS
from dorsi.journal.model import Journal
from dorsi.services.coaching import Coaching
from dorsi.services.ports import JournalStore
from dorsi.settings import Settings
from dorsi.store import backup
from tests.cli.keeping.conftest import Notebook


def journal(book: Notebook, folder: str = "data") -> Journal:
    return open_journal(Settings(data_dir=book.folder / folder)).journal()


def coming(book: Notebook, folder: str = "data") -> NextSession:
    settings = Settings(data_dir=book.folder / folder)
    return Coaching(open_journal(settings), system_clock(settings), system_chance()).next()


@pytest.fixture
def trained(book: Notebook) -> Notebook:
    """A notebook with a session of a programme, a measurement and a session beside it."""
    book.start()
    book.does("log", "deadlift 3x6 120kg @2", "barbell row 3x10 60kg", "face pull 3x15 20kg", "--done")
    book.does("log", "--body", "82kg")
    book.does("log", "--new", "pull-up 8 +10kg left # odd; really")
    return book


def test_a_backup_brings_back_the_same_journal_and_next_session(trained: Notebook) -> None:
    before, planned = journal(trained), plain(coming(trained))
    trained.does("backup", "all.dorsi")
    trained.does("restore", "all.dorsi", "--yes", "--data", trained.folder / "elsewhere")
    assert journal(trained, "elsewhere") == before
    assert plain(coming(trained, "elsewhere")) == planned


def test_restoring_keeps_what_was_there(trained: Notebook) -> None:
    trained.does("backup", "all.dorsi")
    trained.does("log", "deadlift", "60x5")
    later = journal(trained)
    trained.does("restore", "all.dorsi", "--yes")
    assert journal(trained) != later
    (kept,) = (trained.folder / "data").glob("before-restore-*.dorsi")
    trained.does("restore", kept, "--yes")
    assert journal(trained) == later


def test_nothing_can_be_logged_between_keeping_aside_and_restoring(
    trained: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained.does("backup", "all.dorsi")
    write, locked = backup.write_backup, []

    def watched(store: JournalStore, path: Path, made_at: datetime) -> int:
        locked.append(any(connections[alias].in_atomic_block for alias in connections.settings))
        return write(store, path, made_at)

    monkeypatch.setattr(backup, "write_backup", watched)
    trained.does("restore", "all.dorsi", "--yes")
    assert locked == [True]


def test_restoring_twice_in_a_second_keeps_both(trained: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    trained.does("backup", "all.dorsi")
    monkeypatch.setattr(trained, "now", lambda: datetime(2026, 9, 1, 18, tzinfo=UTC))
    for _ in range(2):
        trained.does("restore", "all.dorsi", "--yes")
    assert len(list((trained.folder / "data").glob("before-restore-*.dorsi"))) == 2


def test_restoring_asks_first(trained: Notebook) -> None:
    trained.does("backup", "all.dorsi")
    trained.does("log", "deadlift", "60x5")
    later = journal(trained)
    assert "Add --yes" in trained.fails("restore", "all.dorsi")
    trained.in_terminal = True
    trained.typed = "maybe\nn\n"
    assert "Nothing was changed." in trained.does("restore", "all.dorsi")
    assert journal(trained) == later
    trained.typed = "y\n"
    trained.does("restore", "all.dorsi")
    assert journal(trained) != later


def test_a_spoilt_backup_changes_nothing(trained: Notebook) -> None:
    trained.does("backup", "all.dorsi")
    before = journal(trained)
    file = trained.folder / "all.dorsi"
    file.write_bytes(file.read_bytes()[:-20])
    assert "it is not whole" in trained.fails("restore", "all.dorsi", "--yes")
    assert journal(trained) == before


def test_nothing_is_overwritten_unasked(trained: Notebook) -> None:
    trained.does("backup", "all.dorsi")
    assert "--force replaces it" in trained.fails("backup", "all.dorsi")
    trained.does("backup", "all.dorsi", "--force")
    trained.does("export", "journal", "-f", "csv", "-o", "log.csv")
    assert "--force replaces it" in trained.fails("export", "journal", "-f", "csv", "-o", "log.csv")


def test_the_help_names_every_format() -> None:
    assert tuple(FORMATS) == _LOGS


@pytest.mark.parametrize("form", ["json", "csv"])
def test_our_own_formats_come_back_whole(trained: Notebook, form: str) -> None:
    trained.does("export", "journal", "-o", f"log.{form}")
    trained.does("import", f"log.{form}", "--yes", "--data", trained.folder / "elsewhere")
    ours, theirs = journal(trained), journal(trained, "elsewhere")
    assert [session.sets for session in theirs.sessions] == [session.sets for session in ours.sessions]
    assert "Nothing new" in trained.does("import", f"log.{form}", "--yes")


@pytest.mark.parametrize("form", ["strong", "hevy"])
def test_other_apps_formats_come_back_set_by_set(trained: Notebook, form: str) -> None:
    trained.does("export", "journal", "-f", form, "-o", "log.csv")
    trained.does("import", "log.csv", "--yes", "--data", trained.folder / "elsewhere")

    def sets(whole: Journal) -> list[tuple[str, int | None, float]]:
        return sorted((e.exercise, e.reps, e.load.kg if e.load else 0.0) for s in whole.sessions for e in s.sets)

    assert sets(journal(trained, "elsewhere")) == sets(journal(trained))


def test_a_workbook(trained: Notebook) -> None:
    assert "dorsi-journal-2026-08-31.xlsx" in trained.does("export", "journal", "-f", "xlsx")
    assert (trained.folder / "dorsi-journal-2026-08-31.xlsx").read_bytes().startswith(b"PK")


def test_history_reads_well(trained: Notebook, golden: Callable[[str, str], None]) -> None:
    shown = [trained.does("history"), trained.does("history", "--on", "today"), trained.does("history", "deadlift")]
    golden("history", "\n".join(shown))
