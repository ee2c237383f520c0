"""Keeps new events: adds them, folds the sessions they touch anew, and drops the snapshots they contradict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Value
from django.db.models.functions import StrIndex

from dorsi.journal.codec import event_document
from dorsi.journal.events import Event, Noted, SessionLogged
from dorsi.journal.folding import session_of
from dorsi.journal.model import Answer
from dorsi.services.ports import Receipt
from dorsi.store.documents import as_text, event_in
from dorsi.store.journal_rows import ANSWER, UNDONE, WHOLE_JOURNAL, event_row, session_row, thing_id
from dorsi.store.journal_tables import JournalTables, pieces
from dorsi.store.models import EventRow, SessionRow


class _Row(NamedTuple):
    """What of an `EventRow` is needed here; new ones have their event at hand.

    `session` is the text of the document of the session that a new event brought whole, else empty.
    """

    event_id: str
    kind: str
    session_id: str | None
    thing_id: str | None
    day: date | None
    batch: str | None
    body: str
    event: Event | None = None
    session: str = ""


_COLUMNS = _Row._fields[:7]


def keep(tables: JournalTables, events: Sequence[Event]) -> int:
    """Adds the events that are not there yet and answers how many they are. Must run inside a transaction."""
    return _keep(tables, events, _related(tables, events))


def receive(tables: JournalTables, events: Sequence[Event]) -> tuple[Receipt, ...]:
    """As `keep`, and answers for each event what became of it."""
    there = _related(tables, events)
    bodies = {row.event_id: row.body for row in there.values()}
    receipts = []
    for event in events:
        body = as_text(event_document(event))
        known = bodies.setdefault(event.id, body)
        if event.id not in there and known is body:
            receipts.append(Receipt.CREATED)
        else:
            # Texts differ where one device says 60 and another 60.0; what they mean decides.
            same = known == body or event_in(known) == event
            receipts.append(Receipt.KNOWN if same else Receipt.CONFLICT)
    _keep(tables, events, there)
    return tuple(receipts)


def _keep(tables: JournalTables, events: Sequence[Event], there: Mapping[str, _Row]) -> int:
    added: list[EventRow] = []
    new: dict[str, _Row] = {}
    for event in events:
        if event.id not in there and event.id not in new:
            document = event_document(event)
            row = event_row(event, document, tables.athlete)
            added.append(row)
            session = as_text(document["session"]) if "session" in document else ""
            new[event.id] = _Row._make((*(getattr(row, name) for name in _COLUMNS), event, session))
    if not new:
        return 0
    tables.events.bulk_create(added)
    undone = _rows(tables, "batch", [row.thing_id for row in new.values() if row.kind == UNDONE and row.thing_id])
    at_hand = {row.session_id for row in new.values() if row.session_id}
    further = sorted({row.session_id for row in undone if row.session_id} - at_hand)
    things = {row.thing_id for row in new.values() if row.thing_id}
    rows = {row.event_id: row for row in _rows(tables, "session_id", further)}
    rows |= {row.event_id: row for row in undone}
    rows |= {row.event_id: row for row in there.values() if row.session_id in at_hand or row.thing_id in things}
    rows |= new
    _fold(tables, rows.values())
    _drop_snapshots(tables, rows.values())
    return len(new)


def _related(tables: JournalTables, events: Iterable[Event]) -> dict[str, _Row]:
    """Rows that have these ids, belong to the same sessions or are about the same things, by id."""
    found: dict[str, _Row] = {}
    # Made once: a set is logged while somebody waits, and making queries is most of what that costs.
    every = tables.events.values_list(*_COLUMNS)
    keys = [(event.id, event.session_id, thing_id(event)) for event in events]
    for some in pieces(keys):
        ids, sessions, things = (sorted({key for key in column if key}) for column in zip(*some, strict=True))
        # A union, because for conditions joined by OR the database would read the whole journal.
        query = every.filter(event_id__in=ids)
        others = {"session_id__in": sessions, "thing_id__in": things}
        parts = [every.filter(**{key: some}) for key, some in others.items() if some]
        found |= {row[0]: _Row(*row) for row in (query.union(*parts, all=True) if parts else query)}
    return found


def _rows(tables: JournalTables, column: str, values: Iterable[str]) -> list[_Row]:
    """The events' rows whose column has one of these values."""
    return [
        _Row(*row)
        for some in pieces(values)
        for row in tables.events.filter(**{f"{column}__in": some}).values_list(*_COLUMNS)
    ]


def _fold(tables: JournalTables, rows: Iterable[_Row]) -> None:
    """Writes the sessions that these rows, all there are of each, amount to; takes away those that are no more."""
    by_session: dict[str, list[_Row]] = {}
    for row in rows:
        if row.session_id:
            by_session.setdefault(row.session_id, []).append(row)
    undone = tables.undone({row.batch for own in by_session.values() for row in own if row.batch})
    standing: list[SessionRow] = []
    gone: list[str] = []
    for session_id, own in by_session.items():
        live = [(row.event or event_in(row.body), row.session) for row in own if row.batch not in undone]
        live.sort(key=lambda pair: pair[0].key)
        session = session_of(event for event, _ in live)
        if session is None:
            if any(row.event is None for row in own):
                gone.append(session_id)
            continue
        # The text is at hand for a session that came whole in one event; an import consists of these.
        whole = (
            text for event, text in live if isinstance(event.body, SessionLogged) and event.body.session is session
        )
        standing.append(session_row(session, tables.athlete, next(whole, "")))
    tables.sessions.bulk_create(
        standing,
        update_conflicts=True,
        unique_fields=["athlete", "session_id"],
        update_fields=["day", "started", "document"],
    )
    for some in pieces(gone):
        tables.sessions.filter(session_id__in=some).delete()


def _drop_snapshots(tables: JournalTables, rows: Iterable[_Row]) -> None:
    """Drops the snapshots made of days that these rows are about, in what they said before or say now."""
    days = [day for row in rows for day in _days(tables, row)]
    if days:
        tables.snapshots.filter(day__gt=min(days)).delete()


def _days(tables: JournalTables, row: _Row) -> list[date]:
    """The days that an event is about: the whole journal where it says what earlier sets mean."""
    if row.kind in WHOLE_JOURNAL:
        return [date.min]
    days = [] if row.day is None else [row.day]
    return days + _days_of_set(tables, row) if row.kind == ANSWER else days


def _days_of_set(tables: JournalTables, row: _Row) -> list[date]:
    """The day of the session that holds the set which an answer is about."""
    event = row.event or event_in(row.body)
    if not (isinstance(event.body, Noted) and isinstance(event.body.thing, Answer)):
        return []
    within = StrIndex("document", Value(as_text(event.body.thing.set_id)))
    return list(tables.sessions.annotate(at=within).filter(at__gt=0).values_list("day", flat=True))
