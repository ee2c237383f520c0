"""Opens the database a journal is kept in: private, durable, with its tables up to date, its failures told plainly.

Django is configured here without a settings module and without `django.setup`, which would import the whole of
its web half (0.09 s that every command would pay).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings as django
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from dorsi.errors import StoreUnavailable
from dorsi.settings import Settings, postgres_database
from dorsi.store import django_settings
from dorsi.store.schema import SCHEMA

WAIT_S = 10
"""How long one writer waits for another before it gives up."""
_SQLITE = "django.db.backends.sqlite3"
_DUMMY = "django.db.backends.dummy"
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=4194304"
_CLOSE_OTHERS = "Close the other program that uses it and try again."
_CHECK_RIGHTS = "See that you may write to the file and its folder, or set another data_dir."
_REASONS = {
    sqlite3.SQLITE_BUSY: (f"another program has kept it locked for {WAIT_S} seconds", _CLOSE_OTHERS),
    sqlite3.SQLITE_LOCKED: ("another program keeps it locked", _CLOSE_OTHERS),
    sqlite3.SQLITE_FULL: ("the disk is full", "Nothing of this was kept. Free some space and enter it again."),
    sqlite3.SQLITE_READONLY: ("it may not be written to", _CHECK_RIGHTS),
    sqlite3.SQLITE_PERM: ("it may not be opened", _CHECK_RIGHTS),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", _CHECK_RIGHTS),
    sqlite3.SQLITE_IOERR: ("the disk reports a fault", "Nothing of this was kept. Check the disk and its free space."),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", "Put the file aside and restore your latest backup."),
    sqlite3.SQLITE_NOTADB: ("the file is no database", "Put the file aside and restore your latest backup."),
}
_PRIMARY = 0xFF
"""SQLite's extended error codes carry the primary one in their low byte."""


def configure() -> None:
    """Makes Django's models usable in this process; does nothing where a web server has done so."""
    if not django.configured:
        names = [name for name in vars(django_settings) if name.isupper()]
        django.configure(**{name: getattr(django_settings, name) for name in names})
    if not apps.ready:
        apps.populate(django.INSTALLED_APPS)


def connect(settings: Settings) -> str:
    """Opens the journal's database and answers Django's alias of it; makes file and tables where they lack.

    A web server's own database, once configured, is used as it is. Raises StoreUnavailable.
    """
    configure()
    if connections.settings[DEFAULT_DB_ALIAS]["ENGINE"] != _DUMMY:
        return DEFAULT_DB_ALIAS
    if settings.database_url:
        alias, database = "server", postgres_database(settings.database_url)
    else:
        file = settings.journal_file
        _make_private(file)
        alias, database = str(file), _sqlite(file)
    if alias not in connections.settings:
        filled = connections.configure_settings({DEFAULT_DB_ALIAS: {}, alias: database})
        connections.settings[alias] = filled[alias]
    with plainly(alias):
        _bring_up_to_date(alias)
    return alias


@contextmanager
def plainly(alias: str) -> Iterator[None]:
    """Turns what the database says about disk, locks and rights into StoreUnavailable; other errors pass."""
    try:
        yield
    except ImproperlyConfigured as error:
        raise StoreUnavailable(
            "a PostgreSQL server", "this installation has no driver for it", "Leave database_url empty to use a file."
        ) from error
    except DatabaseError as error:
        code = getattr(error.__cause__, "sqlite_errorcode", None)
        told = _REASONS.get(code & _PRIMARY) if isinstance(code, int) else None
        if told is None:
            raise
        raise StoreUnavailable(str(connections.settings[alias]["NAME"]), *told) from error


@contextmanager
def one_moment(alias: str) -> Iterator[None]:
    """Lets several reads see the journal as it was at one moment, without keeping writers waiting."""
    connection = connections[alias]
    if connection.in_atomic_block or connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": _SQLITE,
        "NAME": str(file),
        "OPTIONS": {"timeout": WAIT_S, "transaction_mode": "IMMEDIATE", "init_command": _PRAGMAS},
    }


def _make_private(file: Path) -> None:
    """Makes folder and file readable by their owner alone; SQLite gives its companions the file's rights."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(file, os.O_CREAT | os.O_RDONLY, 0o600)
        try:
            if os.name == "posix" and os.fstat(handle).st_uid == os.geteuid() and os.fstat(handle).st_mode & 0o077:
                os.fchmod(handle, 0o600)
        finally:
            os.close(handle)
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        raise StoreUnavailable(str(file), f"it cannot be made or opened ({reason})", _CHECK_RIGHTS) from error


def _bring_up_to_date(alias: str) -> None:
    connection = connections[alias]
    if connection.vendor != "sqlite":
        raise StoreUnavailable(
            "a PostgreSQL server", "this version keeps journals in files only", "Leave database_url empty."
        )
    found = _schema(connection)
    if found == SCHEMA:
        return
    if found < SCHEMA:
        # Off for the whole migration, and before it: inside a transaction SQLite does not change this.
        connection.disable_constraint_checking()
        try:
            with transaction.atomic(using=alias):
                found = _schema(connection)
                if found < SCHEMA:
                    _migrate(connection)
                    found = SCHEMA
        finally:
            connection.enable_constraint_checking()
    if found > SCHEMA:
        raise StoreUnavailable(
            alias, "a newer version of Dorsi has written it", "Use that version, or point data_dir elsewhere."
        )


def _schema(connection: BaseDatabaseWrapper) -> int:
    with connection.cursor() as cursor:
        return int(cursor.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: BaseDatabaseWrapper) -> None:
    # Imported here because it takes as long as all else in this module and is needed once in a journal's life.
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes("store"))
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA user_version = {SCHEMA}")
