"""The database is private and durable, comes up to date by itself, and what stands in the way is told plainly."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connections
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from dorsi.bootstrap import open_journal
from dorsi.errors import StoreUnavailable
from dorsi.journal.model import Journal
from dorsi.settings import Settings
from dorsi.store.connection import SCHEMA, connect
from dorsi.store.journal_repository import JournalRepository
from tests.store.entries import a_set, session_logged, set_logged

pytestmark = pytest.mark.sqlite
posix = pytest.mark.skipif(os.name != "posix", reason="other systems keep rights elsewhere")


def pragma(alias: str, name: str) -> object:
    with connections[alias].cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


def order(alias: str, statement: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(statement)


def test_it_is_set_up_to_last(journal: JournalRepository) -> None:
    found = {name: pragma(journal.alias, name) for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert pragma(journal.alias, "busy_timeout") == 10_000
    assert pragma(journal.alias, "user_version") == SCHEMA


@posix
def test_only_the_owner_can_read_it(journal: JournalRepository, settings: Settings) -> None:
    journal.append([session_logged("a")])
    files = list(settings.data_dir.iterdir())
    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(settings.data_dir.stat().st_mode) == 0o700


@posix
def test_a_file_that_others_could_read_is_closed_to_them(journal: JournalRepository, settings: Settings) -> None:
    settings.journal_file.chmod(0o644)
    connect(settings)
    assert stat.S_IMODE(settings.journal_file.stat().st_mode) == 0o600


def test_the_migrations_make_the_models(journal: JournalRepository) -> None:
    loader = MigrationExecutor(connections[journal.alias]).loader
    autodetector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    assert autodetector.changes(graph=loader.graph) == {}
    assert max(int(name[:4]) for app, name in loader.graph.nodes if app == "store") == SCHEMA


def test_a_start_needs_neither_djangos_web_half_nor_its_migrations(settings: Settings) -> None:
    open_journal(settings)
    look = (
        "import sys; from pathlib import Path; from dorsi.settings import Settings; from dorsi.bootstrap import"
        " open_journal; assert not [name for name in sys.modules if name.startswith('django')];"
        f" open_journal(Settings(data_dir=Path({str(settings.data_dir)!r}))).journal(); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()
    assert "django.db.models" in loaded
    assert not {"django.urls", "django.http", "django.db.migrations.executor", "logging.config"} & set(loaded)
    assert not [name for name in loaded if name.startswith("django.contrib")]


def test_several_first_starts_at_once_make_one_athlete(settings: Settings) -> None:
    start = (
        "from pathlib import Path; from dorsi.settings import Settings; from dorsi.bootstrap import open_journal;"
        f" print(open_journal(Settings(data_dir=Path({str(settings.data_dir)!r}))).athlete)"
    )
    running = [subprocess.Popen([sys.executable, "-c", start], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert [process.communicate(timeout=60)[0] for process in running] == ["1\n"] * 4


# ------------------------------------------------------------- what can stand in the way
def refused(act: Callable[[], object]) -> str:
    with pytest.raises(StoreUnavailable) as caught:
        act()
    said = str(caught.value)
    assert said.endswith(".")
    return said


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = refused(lambda: open_journal(Settings(data_dir=tmp_path / "file" / "data")))
    assert str(tmp_path / "file" / "data") in said
    assert "data_dir" in said


def test_a_file_that_is_no_database(settings: Settings) -> None:
    settings.data_dir.mkdir()
    settings.journal_file.write_text("Dear diary, today I rowed. " * 100)
    said = refused(lambda: open_journal(settings))
    assert "is no database" in said
    assert "backup" in said
    assert settings.journal_file.read_text().startswith("Dear diary")


def test_a_damaged_file(journal: JournalRepository, settings: Settings) -> None:
    journal.append([session_logged(str(number), number, a_set(str(number))) for number in range(300)])
    connections[journal.alias].close()
    with settings.journal_file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (settings.journal_file.stat().st_size - 4096))
    assert "is damaged" in refused(lambda: open_journal(settings).journal())


def test_a_full_disk_keeps_nothing_by_halves(journal: JournalRepository) -> None:
    journal.append([session_logged("a", 1, a_set("1"))])
    order(journal.alias, f"PRAGMA max_page_count = {pragma(journal.alias, 'page_count')}")
    before = journal.journal()
    many = [set_logged("a", f"set {number}") for number in range(500)]
    said = refused(lambda: journal.append(many))
    assert "the disk is full" in said
    assert journal.journal() == before
    order(journal.alias, "PRAGMA max_page_count = 1000000")
    assert journal.append(many) == 500


def test_a_file_that_another_program_keeps_locked(journal: JournalRepository, settings: Settings) -> None:
    order(journal.alias, "PRAGMA busy_timeout = 20")
    other = sqlite3.connect(settings.journal_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    said = refused(lambda: journal.append([session_logged("a")]))
    assert "another program" in said
    assert journal.journal() == Journal()
    other.close()
    assert journal.append([session_logged("a")]) == 1


def test_a_file_that_may_not_be_written_to(journal: JournalRepository) -> None:
    order(journal.alias, "PRAGMA query_only = 1")
    said = refused(lambda: journal.append([session_logged("a")]))
    assert "may not be written to" in said


def test_a_journal_of_a_newer_version_is_left_alone(journal: JournalRepository, settings: Settings) -> None:
    order(journal.alias, f"PRAGMA user_version = {SCHEMA + 1}")
    said = refused(lambda: open_journal(settings))
    assert "newer version" in said
    assert pragma(journal.alias, "user_version") == SCHEMA + 1


def test_a_migration_that_fails_leaves_the_file_as_it_was(settings: Settings) -> None:
    settings.data_dir.mkdir()
    with sqlite3.connect(settings.journal_file) as other:
        other.execute("CREATE TABLE snapshot (other)")
    other.close()
    with pytest.raises(Exception, match="already exists"):
        connect(settings)
    with sqlite3.connect(settings.journal_file) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("snapshot",)]
        assert other.execute("PRAGMA user_version").fetchone() == (0,)
    other.close()


def test_a_server_that_does_not_answer_is_told_without_its_password() -> None:
    there = Settings(data_dir=Path("unused"), database_url="postgres://me:secret@127.0.0.1:1/dorsi")
    said = refused(lambda: connect(there))
    assert "database_url" in said
    assert "secret" not in said
