"""Events and sessions as the text that rows and backups hold, and back."""

from __future__ import annotations

import json
from functools import lru_cache

from dorsi.journal.codec import event_from, session_from
from dorsi.journal.events import Event
from dorsi.journal.model import LoggedSession

_ENCODER = json.JSONEncoder(separators=(",", ":"))


@lru_cache(maxsize=4096)
def event_in(body: str) -> Event:
    """The event whose document a row holds. Raises InvalidFile where it is none.

    Events never change, and a server meets the same ones with each request.
    """
    return event_from(json.loads(body))


@lru_cache(maxsize=512)
def session_in(document: str) -> LoggedSession:
    """The session whose document a row holds."""
    return session_from(json.loads(document))


def as_text(document: object) -> str:
    """A document, or a part of one, as compact JSON; what is not ASCII is escaped, so any text can be kept."""
    return _ENCODER.encode(document)
