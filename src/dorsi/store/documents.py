"""Events and sessions as the text that rows and backups hold, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dorsi.journal.codec import event_from, session_from
from dorsi.journal.events import Event
from dorsi.journal.model import LoggedSession

_ENCODER = json.JSONEncoder(separators=(",", ":"))


def event_in(body: str) -> Event:
    """The event whose document a row holds. Raises InvalidFile where it is none."""
    return event_from(json.loads(body))


def events_in(bodies: Iterable[str]) -> list[Event]:
    """The events whose documents rows hold."""
    return [event_in(body) for body in bodies]


def session_in(document: str) -> LoggedSession:
    """The session whose document a row holds."""
    return session_from(json.loads(document))


def as_text(document: object) -> str:
    """A document, or a part of one, as compact JSON; what is not ASCII is escaped, so any text can be kept."""
    return _ENCODER.encode(document)
