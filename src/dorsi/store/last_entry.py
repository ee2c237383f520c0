"""The last thing that was entered and still holds: what `undo` takes back."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from dorsi.journal.events import Event, SetLogged
from dorsi.store.documents import event_in, session_in
from dorsi.store.journal_rows import TAKES_BACK, WITHDRAWN
from dorsi.store.journal_tables import AT_ONCE, JournalTables


class _Row(NamedTuple):
    """What of an `EventRow` tells whether it holds."""

    event_id: str
    at: datetime
    kind: str
    session_id: str | None
    thing_id: str | None
    batch: str | None


def last_entry(tables: JournalTables) -> Event | None:
    """The newest event, in the order in which they apply, that entered something which still holds.

    Events that only take back (deletions, withdrawals, undone imports) are passed over, and so is what they took
    back: a deleted set, a withdrawn note, all of an undone import. One whose `batch` is set stands for its import.
    """
    newest = tables.events.exclude(kind__in=TAKES_BACK).order_by("-at", "-event_id").values_list(*_Row._fields)
    start = 0
    while rows := [_Row(*row) for row in newest[start : start + AT_ONCE]]:
        start += AT_ONCE
        undone = tables.undone({row.batch for row in rows if row.batch})
        for row in rows:
            if row.batch not in undone and (event := _if_it_holds(tables, row)) is not None:
                return event
    return None


def _if_it_holds(tables: JournalTables, row: _Row) -> Event | None:
    event = event_in(tables.events.values_list("body", flat=True).get(event_id=row.event_id))
    if row.session_id is not None:
        document = tables.sessions.filter(session_id=row.session_id).values_list("document", flat=True).first()
        if document is None:
            return None
        if isinstance(event.body, SetLogged):
            set_id = event.body.entry.id
            return event if any(entry.id == set_id for entry in session_in(document).sets) else None
    elif row.thing_id is not None:
        later = Q(at__gt=row.at) | Q(at=row.at, event_id__gt=row.event_id)
        withdrawals = tables.events.filter(later, kind=WITHDRAWN, thing_id=row.thing_id)
        undone = tables.undone({batch for batch in withdrawals.values_list("batch", flat=True) if batch})
        if withdrawals.exclude(batch__in=undone).exists():
            return None
    return event
