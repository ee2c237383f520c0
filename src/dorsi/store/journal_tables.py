"""One athlete's rows in each table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from django.db.models import QuerySet

from dorsi.store.journal_rows import UNDONE
from dorsi.store.models import EventRow, SessionRow, SnapshotRow

T = TypeVar("T")
AT_ONCE = 300
"""So many ids go into one query; three lists of them stay below the 999 parameters that any SQLite takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalTables:
    """The rows of athlete number `athlete` in the database of that Django alias."""

    alias: str
    athlete: int

    @property
    def events(self) -> QuerySet[EventRow]:
        """The athlete's events."""
        return EventRow.objects.using(self.alias).filter(athlete=self.athlete)

    @property
    def ordered(self) -> QuerySet[EventRow]:
        """The athlete's events in the order in which they apply."""
        return self.events.order_by("at", "event_id")

    @property
    def sessions(self) -> QuerySet[SessionRow]:
        """The athlete's sessions."""
        return SessionRow.objects.using(self.alias).filter(athlete=self.athlete)

    @property
    def snapshots(self) -> QuerySet[SnapshotRow]:
        """The athlete's snapshots."""
        return SnapshotRow.objects.using(self.alias).filter(athlete=self.athlete)

    def undone(self, batches: Iterable[str]) -> frozenset[str]:
        """Those of these imports that were undone."""
        # Made only where there is something to ask: for most entries there is not, and making it costs as much.
        undoing = (self.events.filter(kind=UNDONE, thing_id__in=some) for some in pieces(batches))
        found = (rows.values_list("thing_id", flat=True) for rows in undoing)
        return frozenset(batch for some in found for batch in some if batch)


def pieces(ids: Iterable[T]) -> Iterator[list[T]]:
    """The ids in lists short enough for one query."""
    rest = iter(ids)
    while some := list(islice(rest, AT_ONCE)):
        yield some
