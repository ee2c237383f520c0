"""What services need from outside: where a journal is kept, the time, and chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from dorsi.journal.events import Event
from dorsi.journal.model import Journal, LoggedSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What a fold amounted to before `day` (all that is about earlier days), as the text of a JSON document.

    `version` names the code that made it; another version's snapshot is not used.
    """

    day: date
    version: str
    document: str


class Receipt(StrEnum):
    """What became of an event that was handed in: kept now, there already, or there with another body."""

    CREATED = "created"
    KNOWN = "known"
    CONFLICT = "conflict"


class JournalStore(Protocol):
    """One athlete's journal, kept durably: what `append` has returned from survives a crash."""

    def mark(self) -> str:
        """What tells the journal as it stands from any other, and from itself before the latest entry.

        Empty where the store cannot tell, or where what was entered may still come to nothing.
        """

    def append(self, events: Sequence[Event]) -> int:
        """Keeps events in one transaction and answers how many were new; ids that are there already are passed over."""

    def receive(self, events: Sequence[Event]) -> tuple[Receipt, ...]:
        """As `append`, and answers for each event what became of it; what is there already is never changed."""

    def events(self) -> Iterator[Event]:
        """Every event ever kept, in the order in which they apply, undone imports included."""

    def import_events(self) -> Iterator[Event]:
        """Those of all events that tell of an import, or that one was undone."""

    def journal(self) -> Journal:
        """The whole journal as it stands."""

    def recent(self, since: date) -> Journal:
        """The journal with sessions on or after `since` only; everything beside sessions is whole."""

    def session(self, session_id: str) -> LoggedSession | None:
        """The session as it stands; None when there is none of that id."""

    def last_sessions(self, count: int) -> tuple[LoggedSession, ...]:
        """The latest sessions, newest first."""

    def session_events(self, session_id: str) -> tuple[Event, ...]:
        """The events of one session in order, without those of undone imports: what it folds from."""

    def last_event(self) -> Event | None:
        """The newest event, in the order in which they apply, that entered something which still holds.

        What `undo` is about: events that only take back are passed over, and so is what they took back. One
        with a `batch` stands for its whole import.
        """

    def snapshot(self, version: str) -> Snapshot | None:
        """The latest snapshot of that version which nothing kept since contradicts."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Keeps a snapshot; it is dropped by itself once an event about an earlier day comes in.

        It is passed over if anything was appended, here or by another process, since this store last gave a
        snapshot or the whole journal: the fold may have missed it.
        """

    def at_once(self) -> AbstractContextManager[None]:
        """A transaction around several calls: all of it is kept or nothing."""

    def replace_all(self, events: Iterable[Event]) -> int:
        """Puts these events in the place of everything, in one transaction, and answers how many they are."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present instant in UTC."""

    def today(self) -> date:
        """The athlete's local day."""


class Chance(Protocol):
    """Gives random bytes for new ids."""

    def bytes(self, count: int) -> bytes:
        """So many random bytes."""
