"""A journal in the database: one athlete's events, and beside them the sessions as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connections, transaction
from django.db.models import Count, Max, Min, Q

from dorsi.journal.events import Event
from dorsi.journal.folding import standing, with_notes
from dorsi.journal.model import Journal, LoggedSession
from dorsi.services.ports import Receipt, Snapshot
from dorsi.store.connection import one_moment, plainly
from dorsi.store.documents import event_in, session_in
from dorsi.store.journal_rows import IMPORTED, UNDONE
from dorsi.store.journal_tables import JournalTables
from dorsi.store.keeping import keep, receive
from dorsi.store.last_entry import last_entry
from dorsi.store.models import AthleteRow, SnapshotRow

SNAPSHOTS_KEPT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much a journal holds: entries of any kind, and sessions with the days of the first and the last."""

    entries: int
    sessions: int
    first: date | None
    last: date | None


class JournalRepository:
    """Keeps one athlete's journal; see `services.ports.JournalStore`, which it implements.

    Every method raises StoreUnavailable when disk, locks or rights stand in the way; what was appended in that
    call is then not kept at all.
    """

    def __init__(self, alias: str, athlete: int) -> None:
        self.alias = alias
        self.athlete = athlete
        self._tables = JournalTables(alias=alias, athlete=athlete)
        self._seen: int | None = None
        self._seen_id = ""

    def mark(self) -> str:
        """What tells the journal as it stands from any other; empty inside a transaction, which may be undone.

        It is made of the newest event: numbers only ever grow, also when a backup takes the place of everything, and
        the id tells two databases apart of which one was put in the place of the other.
        """
        with plainly(self.alias):
            if connections[self.alias].in_atomic_block:
                return ""
            self._look()
        return f"{self.alias} {self.athlete} {self._seen} {self._seen_id}"

    def append(self, events: Sequence[Event]) -> int:
        """Keeps events in one transaction and answers how many were new."""
        with self.at_once():
            return keep(self._tables, events)

    def receive(self, events: Sequence[Event]) -> tuple[Receipt, ...]:
        """As `append`, and answers for each event what became of it."""
        with self.at_once():
            return receive(self._tables, events)

    def session_texts(self, count: int, before: str = "") -> tuple[str, ...] | None:
        """The documents of so many sessions as JSON, newest first; those before the session of that id if one is named.

        None if there is no session of that id.
        """
        with plainly(self.alias), one_moment(self.alias):
            newest = self._tables.sessions.order_by("-day", "-started", "-session_id")
            if before:
                place = self._tables.sessions.filter(session_id=before).values_list("day", "started").first()
                if place is None:
                    return None
                day, started = place
                same = Q(day=day, started=started, session_id__lt=before)
                newest = newest.filter(Q(day__lt=day) | Q(day=day, started__lt=started) | same)
            return tuple(newest.values_list("document", flat=True)[:count])

    def events(self) -> Iterator[Event]:
        """Every event ever kept, in the order in which they apply, as of the moment of the first."""
        with plainly(self.alias):
            bodies = list(self._tables.ordered.values_list("body", flat=True))
        return map(event_in, bodies)

    def import_events(self) -> Iterator[Event]:
        """Those of all events that tell of an import, or that one was undone."""
        with plainly(self.alias):
            bodies = list(self._tables.ordered.filter(kind__in=(IMPORTED, UNDONE)).values_list("body", flat=True))
        return map(event_in, bodies)

    def extent(self) -> Extent:
        """How much the journal holds."""
        with plainly(self.alias), one_moment(self.alias):
            entries = self._tables.events.count()
            found = self._tables.sessions.aggregate(count=Count("number"), first=Min("day"), last=Max("day"))
        return Extent(entries=entries, sessions=found["count"], first=found["first"], last=found["last"])

    def journal(self) -> Journal:
        """The whole journal as it stands."""
        with plainly(self.alias), one_moment(self.alias):
            self._look()
            return self._journal(None)

    def recent(self, since: date) -> Journal:
        """The journal with sessions on or after `since` only; everything beside sessions is whole."""
        with plainly(self.alias), one_moment(self.alias):
            return self._journal(since)

    def session(self, session_id: str) -> LoggedSession | None:
        """The session as it stands; None when there is none of that id."""
        with plainly(self.alias):
            found = self._tables.sessions.filter(session_id=session_id).values_list("document", flat=True).first()
        return None if found is None else session_in(found)

    def last_sessions(self, count: int) -> tuple[LoggedSession, ...]:
        """The latest sessions, newest first."""
        with plainly(self.alias):
            newest = self._tables.sessions.order_by("-day", "-started", "-session_id")
            return tuple(map(session_in, newest.values_list("document", flat=True)[:count]))

    def session_events(self, session_id: str) -> tuple[Event, ...]:
        """The events of one session in order, without those of undone imports."""
        with plainly(self.alias), one_moment(self.alias):
            rows = list(self._tables.ordered.filter(session_id=session_id).values_list("batch", "body"))
            undone = self._tables.undone({batch for batch, _ in rows if batch})
        return tuple(event_in(body) for batch, body in rows if batch not in undone)

    def last_event(self) -> Event | None:
        """The newest event that still holds; see `last_entry`."""
        with plainly(self.alias), one_moment(self.alias):
            return last_entry(self._tables)

    def snapshot(self, version: str) -> Snapshot | None:
        """The latest snapshot of that version which nothing kept since contradicts."""
        with plainly(self.alias), one_moment(self.alias):
            self._look()
            found = self._tables.snapshots.filter(version=version).order_by("-day", "-number").first()
        if found is None:
            return None
        return Snapshot(day=found.day, version=found.version, document=found.document)

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Keeps a snapshot, unless something was kept since this repository last gave a snapshot or the journal.

        That something may be about an earlier day, and may have come from another process after the fold began.
        """
        with self.at_once():
            if self._seen is None or self._newest() != self._seen:
                return
            row = SnapshotRow(
                athlete_id=self._tables.athlete,
                day=snapshot.day,
                version=snapshot.version,
                document=snapshot.document,
            )
            row.save(using=self.alias, force_insert=True)
            own = self._tables.snapshots.exclude(number=row.number)
            replaced = Q(day=snapshot.day, version=snapshot.version)
            kept = own.exclude(replaced).order_by("-number").values("number")[: SNAPSHOTS_KEPT - 1]
            own.filter(replaced | ~Q(number__in=kept)).delete()

    def as_seen(self, number: int) -> None:
        """Takes it that the caller has read the journal up to the event of that number."""
        self._seen = number

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """A transaction around several calls: all of it is kept or nothing."""
        with plainly(self.alias), transaction.atomic(using=self.alias):
            if connections[self.alias].vendor != "sqlite":
                # SQLite has one writer at a time. A server would let two append to one session at once, and each
                # would fold it without what the other has added.
                athlete = AthleteRow.objects.using(self.alias).select_for_update().filter(number=self.athlete)
                athlete.values_list("number").first()
            yield

    def replace_all(self, events: Iterable[Event]) -> int:
        """Puts these events in the place of everything, in one transaction, and answers how many they are."""
        with self.at_once():
            self._tables.snapshots.delete()
            self._tables.sessions.delete()
            self._tables.events.delete()
            return keep(self._tables, tuple(events))

    def _journal(self, since: date | None) -> Journal:
        rows = self._tables.sessions if since is None else self._tables.sessions.filter(day__gte=since)
        documents = rows.values_list("document", flat=True)
        sessions = sorted(map(session_in, documents), key=lambda session: session.order)
        beside = self._tables.ordered.filter(session_id__isnull=True).values_list("body", flat=True)
        return with_notes(sessions, standing([event_in(body) for body in beside]))

    def _look(self) -> None:
        newest = self._tables.events.order_by("-number").values_list("number", "event_id").first()
        self._seen, self._seen_id = newest or (0, "")

    def _newest(self) -> int:
        """The number of the event that arrived last; 0 while there is none."""
        newest: int | None = self._tables.events.aggregate(newest=Max("number"))["newest"]
        return newest or 0
