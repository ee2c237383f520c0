"""Opens the database a journal is kept in: private, durable, with its tables up to date, its failures told plainly.

Django is configured here without a settings module and without `django.setup`, which would import the whole of
its web half (0.09 s that every command would pay).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings as django
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, DatabaseError, OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from dorsi.errors import StoreUnavailable
from dorsi.settings import Settings, postgres_database
from dorsi.store import django_settings
from dorsi.store.schema import SCHEMA

WAIT_S = 10
"""How long one writer waits for another before it gives up."""
_SQLITE = "django.db.backends.sqlite3"
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
_SERVER = "a PostgreSQL server"
_UNREACHED = ("it does not answer, or does not let Dorsi in", "See that it runs and that database_url is right.")
_REFUSALS = ("08", "28", "3D", "53", "57")
"""Classes of PostgreSQL's codes for a connection that fails, is refused, finds no database or room, or is ended."""
_MIGRATING = 0x646F727369
"""The number of the lock that one process holds while it brings a server's tables up to date."""
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

    Where a web server runs on that very database, its connection is used as it is. Raises StoreUnavailable.
    """
    configure()
    entry = database(settings)
    if _place(connections.settings[DEFAULT_DB_ALIAS]) == _place(entry):
        return DEFAULT_DB_ALIAS
    alias = _place(entry)
    if alias not in connections.settings:
        filled = connections.configure_settings({DEFAULT_DB_ALIAS: {}, alias: entry})
        connections.settings[alias] = filled[alias]
    if not settings.database_url:
        make_private(settings.journal_file)
    bring_up_to_date(alias)
    return alias


def database(settings: Settings) -> dict[str, Any]:
    """The journal's database as an entry of Django's DATABASES."""
    if settings.database_url:
        return postgres_database(settings.database_url)
    options = {"timeout": WAIT_S, "transaction_mode": "IMMEDIATE", "init_command": _PRAGMAS}
    return {"ENGINE": _SQLITE, "NAME": str(settings.journal_file), "OPTIONS": options}


def bring_up_to_date(alias: str) -> None:
    """Makes the tables of a database, or adds to them what this version needs. Raises StoreUnavailable."""
    with plainly(alias):
        if connections[alias].vendor == "sqlite":
            _bring_file_up_to_date(alias)
        else:
            _bring_server_up_to_date(alias)


@contextmanager
def plainly(alias: str) -> Iterator[None]:
    """Turns what the database says about disk, locks and rights into StoreUnavailable; other errors pass."""
    try:
        yield
    except ImproperlyConfigured as error:
        raise StoreUnavailable(
            _SERVER, "this installation has no driver for it", "Leave database_url empty to use a file."
        ) from error
    except DatabaseError as error:
        if connections[alias].vendor != "sqlite":
            if isinstance(error, OperationalError) and _is_refused(error):
                raise StoreUnavailable(_SERVER, *_UNREACHED) from error
            raise
        code = getattr(error.__cause__, "sqlite_errorcode", None)
        told = _REASONS.get(code & _PRIMARY) if isinstance(code, int) else None
        if told is None:
            raise
        raise StoreUnavailable(str(connections.settings[alias]["NAME"]), *told) from error


@contextmanager
def one_moment(alias: str) -> Iterator[None]:
    """Lets several reads see the journal as it was at one moment, without keeping writers waiting."""
    connection = connections[alias]
    if connection.in_atomic_block:
        yield
        return
    if connection.vendor != "sqlite":
        with transaction.atomic(using=alias):
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _place(entry: Mapping[str, Any]) -> str:
    """What tells one database from another: the file's path, or the server's address and the name there."""
    if entry["ENGINE"] == _SQLITE:
        return str(entry["NAME"])
    return f"{entry['USER']}@{entry['HOST']}:{entry['PORT']}/{entry['NAME']}"


def _is_refused(error: OperationalError) -> bool:
    """True if there is no connection; PostgreSQL gives no code to what fails before one stands."""
    code = getattr(error.__cause__, "sqlstate", None)
    return code is None or str(code).startswith(_REFUSALS)


def make_private(file: Path) -> None:
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


def _bring_file_up_to_date(alias: str) -> None:
    connection = connections[alias]
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
        place = str(connection.settings_dict["NAME"])
        raise StoreUnavailable(
            place, "a newer version of Dorsi has written it", "Use that version, or point data_dir elsewhere."
        )


def _bring_server_up_to_date(alias: str) -> None:
    # Imported here for the reason given below.
    from django.db.migrations.executor import MigrationExecutor

    connection = connections[alias]
    with transaction.atomic(using=alias):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_MIGRATING])
        executor = MigrationExecutor(connection)
        known = {name for app, name in executor.loader.graph.nodes if app == "store"}
        if any(app == "store" and name not in known for app, name in executor.loader.applied_migrations):
            raise StoreUnavailable(
                _SERVER, "a newer version of Dorsi has written it", "Use that version, or name another database."
            )
        executor.migrate(executor.loader.graph.leaf_nodes("store"))


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
