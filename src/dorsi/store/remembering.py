"""A journal as one request sees it: what was read once is not read again until something is added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dorsi.journal.events import Event
from dorsi.journal.model import Journal
from dorsi.services.ports import Receipt, Snapshot
from dorsi.store.connection import plainly
from dorsi.store.journal_repository import JournalRepository


class RememberingRepository(JournalRepository):
    """Keeps what the coach and the pages ask for several times over; made for each request anew.

    What other processes add meanwhile is seen by the next request.
    """

    def __init__(self, alias: str, athlete: int) -> None:
        super().__init__(alias, athlete)
        self._whole: Journal | None = None
        self._since: dict[date, Journal] = {}
        self._snapshots: dict[str, Snapshot | None] = {}

    def journal(self) -> Journal:
        """The whole journal as it stands."""
        if self._whole is None:
            self._whole = super().journal()
        return self._whole

    def recent(self, since: date) -> Journal:
        """The journal with sessions on or after `since` only; everything beside sessions is whole."""
        if self._whole is not None:
            sessions = tuple(session for session in self._whole.sessions if session.on >= since)
            return replace(self._whole, sessions=sessions)
        if since not in self._since:
            # Before it is read: a result made of this must not be kept under the mark of what came in later.
            with plainly(self.alias):
                self._look()
            self._since[since] = super().recent(since)
        return self._since[since]

    def snapshot(self, version: str) -> Snapshot | None:
        """The latest snapshot of that version which nothing kept since contradicts."""
        if version not in self._snapshots:
            self._snapshots[version] = super().snapshot(version)
        return self._snapshots[version]

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Keeps a snapshot; see `services.ports.JournalStore`."""
        super().keep_snapshot(snapshot)
        self._snapshots[snapshot.version] = snapshot

    def append(self, events: Sequence[Event]) -> int:
        """Keeps events in one transaction and answers how many were new."""
        self._forget()
        return super().append(events)

    def receive(self, events: Sequence[Event]) -> tuple[Receipt, ...]:
        """As `append`, and answers for each event what became of it."""
        self._forget()
        return super().receive(events)

    def replace_all(self, events: Iterable[Event]) -> int:
        """Puts these events in the place of everything, in one transaction, and answers how many they are."""
        self._forget()
        return super().replace_all(events)

    def _look(self) -> None:
        # One look is enough: what came since makes `keep_snapshot` pass over what may have missed it.
        if self._seen is None:
            super()._look()

    def _forget(self) -> None:
        self._whole = self._seen = None
        self._since.clear()
        self._snapshots.clear()
