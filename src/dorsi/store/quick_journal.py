"""A journal's file read without Django, which takes longer to import than most commands take in all.

What commands ask first (the latest snapshot, the sessions since) is read straight from SQLite. Everything else, and
every write, goes to the repository, which is opened when it is first needed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from dorsi.journal.events import Event
from dorsi.journal.folding import standing, with_notes
from dorsi.journal.model import Journal, LoggedSession
from dorsi.services.ports import JournalStore, Receipt, Snapshot
from dorsi.store.documents import event_in, session_in
from dorsi.store.schema import SCHEMA

_WAIT_S = 10
_LOCAL = "SELECT number FROM athlete WHERE owner = ''"
"""The one who uses this installation without an account; journals of accounts are not for commands."""
_NEWEST = "SELECT coalesce(max(number), 0) FROM event WHERE athlete_id = ?"
_SNAPSHOT = (
    "SELECT day, version, document FROM snapshot WHERE athlete_id = ? AND version = ? "
    "ORDER BY day DESC, number DESC LIMIT 1"
)
_SESSIONS = "SELECT document FROM session WHERE athlete_id = ? AND day >= ?"
_BESIDE = "SELECT body FROM event WHERE athlete_id = ? AND session_id IS NULL ORDER BY at, event_id"


class Repository(JournalStore, Protocol):
    """The full store, which can be told what has been seen already."""

    def as_seen(self, number: int) -> None:
        """Takes it that the caller has read the journal up to the event of that number."""


class QuickJournal:
    """One athlete's journal in a SQLite file; see `services.ports.JournalStore`, which it implements."""

    def __init__(self, file: Path, athlete: int, open_fully: Callable[[], Repository]) -> None:
        self._file, self._athlete, self._open_fully = file, athlete, open_fully
        self._seen: int | None = None
        self._beside: tuple[int, list[Event]] | None = None

    @cached_property
    def _full(self) -> Repository:
        return self._open_fully()

    def mark(self) -> str:
        """Empty: a command asks once, and there is nothing to keep a result for."""
        return ""

    def snapshot(self, version: str) -> Snapshot | None:
        """The latest snapshot of that version which nothing kept since contradicts."""
        with closing(_opened(self._file)) as database:
            database.execute("BEGIN")
            self._seen = self._newest(database)
            row = database.execute(_SNAPSHOT, (self._athlete, version)).fetchone()
        if row is None:
            return None
        return Snapshot(day=date.fromisoformat(row[0]), version=row[1], document=row[2])

    def journal(self) -> Journal:
        """The whole journal as it stands."""
        return self.recent(date.min)

    def recent(self, since: date) -> Journal:
        """The journal with sessions on or after `since` only; everything beside sessions is whole."""
        with closing(_opened(self._file)) as database:
            database.execute("BEGIN")
            newest = self._newest(database)
            if since == date.min:
                self._seen = newest
            rows = database.execute(_SESSIONS, (self._athlete, since.isoformat())).fetchall()
            if self._beside is None or self._beside[0] != newest:
                bodies = database.execute(_BESIDE, (self._athlete,)).fetchall()
                self._beside = newest, standing([event_in(body) for (body,) in bodies])
        sessions = sorted((session_in(document) for (document,) in rows), key=lambda session: session.order)
        return with_notes(sessions, self._beside[1])

    def append(self, events: Sequence[Event]) -> int:
        """Keeps events in one transaction and answers how many were new."""
        return self._full.append(events)

    def receive(self, events: Sequence[Event]) -> tuple[Receipt, ...]:
        """As `append`, and answers for each event what became of it."""
        return self._full.receive(events)

    def events(self) -> Iterator[Event]:
        """Every event ever kept, in the order in which they apply."""
        return self._full.events()

    def import_events(self) -> Iterator[Event]:
        """Those of all events that tell of an import, or that one was undone."""
        return self._full.import_events()

    def session(self, session_id: str) -> LoggedSession | None:
        """The session as it stands; None when there is none of that id."""
        return self._full.session(session_id)

    def last_sessions(self, count: int) -> tuple[LoggedSession, ...]:
        """The latest sessions, newest first."""
        return self._full.last_sessions(count)

    def session_events(self, session_id: str) -> tuple[Event, ...]:
        """The events of one session in order, without those of undone imports."""
        return self._full.session_events(session_id)

    def last_event(self) -> Event | None:
        """The newest event that still holds."""
        return self._full.last_event()

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Keeps a snapshot, unless something was kept since the journal was last read here."""
        if self._seen is not None:
            self._full.as_seen(self._seen)
        self._full.keep_snapshot(snapshot)

    def at_once(self) -> AbstractContextManager[None]:
        """A transaction around several calls: all of it is kept or nothing."""
        return self._full.at_once()

    def replace_all(self, events: Iterable[Event]) -> int:
        """Puts these events in the place of everything, in one transaction, and answers how many they are."""
        return self._full.replace_all(events)

    def _newest(self, database: sqlite3.Connection) -> int:
        return int(database.execute(_NEWEST, (self._athlete,)).fetchone()[0])


def quick_journal(file: Path, open_fully: Callable[[], Repository]) -> JournalStore:
    """The journal in a file, read quickly where that is possible; else the repository.

    It is not possible where there is no file yet, where its tables are of another version, where they hold nobody
    but people with accounts, or where SQLite has anything to say against it: the repository says it better.
    """
    try:
        with closing(_opened(file)) as database:
            if database.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
                return open_fully()
            local = database.execute(_LOCAL).fetchone()
    except sqlite3.Error:
        return open_fully()
    return open_fully() if local is None else QuickJournal(file, local[0], open_fully)


def _opened(file: Path) -> sqlite3.Connection:
    """The file opened for reading alone; WAL lets it read while another process writes."""
    return sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True, timeout=_WAIT_S, isolation_level=None)
