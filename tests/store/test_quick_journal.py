"""The quick way into a journal's file shows what the repository shows, to the one it belongs to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from dorsi import bootstrap
from dorsi.bootstrap import open_desk
from dorsi.services.ports import JournalStore
from dorsi.settings import Settings
from dorsi.store.connection import connect
from dorsi.store.quick_journal import QuickJournal, quick_journal
from tests.store.entries import a_set, session_logged

pytestmark = pytest.mark.sqlite


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    """An installation whose data folder is new."""
    return Settings(data_dir=tmp_path / "data")


def quickly(settings: Settings) -> JournalStore:
    """The journal by the quick way, or where that is closed, "in full"."""
    return quick_journal(settings.journal_file, lambda: cast(Any, "in full"))


def test_it_shows_what_the_repository_shows(kept: Settings) -> None:
    store = bootstrap.open_journal(kept)
    store.append([session_logged("monday", 0, a_set("first"))])
    quick = quickly(kept)
    assert isinstance(quick, QuickJournal)
    assert quick.journal() == store.journal()
    assert quick.journal().sessions
    assert quick.recent(date.max) == store.recent(date.max)


def test_journals_of_accounts_are_left_alone(kept: Settings) -> None:
    alias = connect(kept)
    open_desk(kept, alias, "7").store.append([session_logged("monday", 0, a_set("first"))])
    assert quickly(kept) == "in full", "nobody without an account has a journal yet"
    open_desk(kept, alias)
    assert quickly(kept).journal().sessions == ()


def test_there_is_no_quick_way_without_a_file(kept: Settings) -> None:
    assert quickly(kept) == "in full"
    assert not kept.journal_file.exists()


def test_there_is_none_into_tables_of_another_version(kept: Settings) -> None:
    bootstrap.open_journal(kept)
    with closing(sqlite3.connect(kept.journal_file)) as file:
        file.execute("PRAGMA user_version = 1")
    assert quickly(kept) == "in full"


def test_there_is_none_into_what_is_no_database(kept: Settings) -> None:
    kept.data_dir.mkdir()
    kept.journal_file.write_text("Dear diary. " * 100)
    assert quickly(kept) == "in full"
