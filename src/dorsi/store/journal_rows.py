"""Events and sessions as table rows and back: which columns repeat what of a document."""

from __future__ import annotations

from dorsi.journal.codec import Document, session_document
from dorsi.journal.events import Event, ImportUndone, Noted, Withdrawn
from dorsi.journal.model import LoggedSession
from dorsi.store.documents import as_text
from dorsi.store.models import EventRow, SessionRow

IMPORTED = "imported"
UNDONE = "import-undone"
WITHDRAWN = "withdrawn"
ANSWER = "answer"
WHOLE_JOURNAL = frozenset({"exercise", "name"})
"""Kinds of events that say what earlier sets mean, so that they are about every day."""
TAKES_BACK = frozenset({"session-deleted", "set-deleted", WITHDRAWN, UNDONE})
"""Kinds of events that make others void."""


def event_row(event: Event, document: Document, athlete: int) -> EventRow:
    """The row that keeps an event, whose document is at hand."""
    return EventRow(
        athlete_id=athlete,
        event_id=event.id,
        at=event.at,
        kind=document["kind"],
        session_id=event.session_id or None,
        thing_id=thing_id(event) or None,
        day=event.on,
        batch=event.batch or None,
        body=as_text(document),
    )


def thing_id(event: Event) -> str:
    """The id of what the event notes or withdraws, or the batch that it undoes; else empty."""
    body = event.body
    if isinstance(body, Noted):
        return body.thing.id
    if isinstance(body, Withdrawn):
        return body.id
    return body.batch if isinstance(body, ImportUndone) else ""


def session_row(session: LoggedSession, athlete: int, text: str = "") -> SessionRow:
    """The row that keeps a session as it stands; the text of its document is made unless it is at hand."""
    day, started, session_id = session.order
    return SessionRow(
        athlete_id=athlete,
        session_id=session_id,
        day=day,
        started=started,
        document=text or as_text(session_document(session)),
    )
