"""What stands in for the world outside the services: a journal in memory, a clock set by hand, chance that counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta

from dorsi.journal.events import Event, ImportUndone, SessionDeleted, SetDeleted, Withdrawn
from dorsi.journal.folding import journal_of, session_of, standing
from dorsi.journal.model import Journal, LoggedSession
from dorsi.services.ports import Snapshot
from tests.journal.making import a_journal


class MemoryJournal:
    """Keeps events and snapshots as the port asks; `read` notes what was asked for, in order."""

    def __init__(self) -> None:
        self._events: dict[str, Event] = {}
        self._snapshots: list[Snapshot] = []
        self._seen: int | None = None
        self.read: list[str] = []

    def mark(self) -> str:
        return ""

    def import_events(self) -> Iterator[Event]:
        return self.events()

    def append(self, events: Sequence[Event]) -> int:
        new = [event for event in events if event.id not in self._events]
        self._events |= {event.id: event for event in new}
        for event in new:
            day = self._day_of(event)
            self._snapshots = [s for s in self._snapshots if day is not None and s.day <= day]
        return len(new)

    def events(self) -> Iterator[Event]:
        return iter(sorted(self._events.values(), key=lambda event: event.key))

    def journal(self) -> Journal:
        self._look("all")
        return journal_of(self._events.values())

    def recent(self, since: date) -> Journal:
        self._look(f"since {since}")
        journal = journal_of(self._events.values())
        return a_journal(
            *(session for session in journal.sessions if session.on >= since),
            **{name: getattr(journal, name) for name in Journal.__slots__ if name != "sessions"},
        )

    def session(self, session_id: str) -> LoggedSession | None:
        return session_of(self.session_events(session_id))

    def last_sessions(self, count: int) -> tuple[LoggedSession, ...]:
        return journal_of(self._events.values()).sessions[::-1][:count]

    def session_events(self, session_id: str) -> tuple[Event, ...]:
        return tuple(event for event in standing(list(self.events())) if event.session_id == session_id)

    def last_event(self) -> Event | None:
        entered = [
            event
            for event in standing(list(self.events()))
            if not isinstance(event.body, SessionDeleted | SetDeleted | Withdrawn | ImportUndone)
        ]
        return entered[-1] if entered else None

    def snapshot(self, version: str) -> Snapshot | None:
        self._look("snapshot")
        return max((s for s in self._snapshots if s.version == version), key=lambda s: s.day, default=None)

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        if self._seen == len(self._events):
            self._snapshots.append(snapshot)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        yield

    def replace_all(self, events: Iterable[Event]) -> int:
        self._events, self._snapshots = {}, []
        return self.append(tuple(events))

    def _look(self, what: str) -> None:
        self._seen = len(self._events)
        self.read.append(what)

    def _day_of(self, event: Event) -> date | None:
        """The day an event is about; None where it may be about any."""
        if event.on is not None:
            return event.on
        session = session_of(self.session_events(event.session_id)) if event.session_id else None
        return session.on if session is not None else None


class HandClock:
    """Shows noon of a day, a minute later with every look, until it is set to another day."""

    def __init__(self, day: date) -> None:
        self._now = datetime.combine(day, time(12), UTC)

    def set(self, day: date) -> None:
        """Puts the clock to noon of a day; on that day it just goes on."""
        if day != self._now.date():
            self._now = datetime.combine(day, time(12), UTC)

    def now(self) -> datetime:
        self._now += timedelta(minutes=1)
        return self._now

    def today(self) -> date:
        return self._now.date()


class CountingChance:
    """Bytes that differ every time and are the same in every run."""

    def __init__(self) -> None:
        self._count = 0

    def bytes(self, count: int) -> bytes:
        self._count += 1
        return self._count.to_bytes(count, "big")
