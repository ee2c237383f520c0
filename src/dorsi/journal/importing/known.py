"""What a journal holds already, as far as an import has to know it: what stands, and what the athlete took out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dorsi.journal.events import (
    Event,
    Imported,
    SessionDeleted,
    SetDeleted,
    Withdrawn,
)
from dorsi.journal.folding import journal_of, standing
from dorsi.journal.model import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The journal as it stands, ids of what was deleted one by one, and when each file (by digest) was read.

    What an import brought that was undone since is not known: it may come back.
    """

    journal: Journal = field(default_factory=Journal)
    gone: frozenset[str] = frozenset()
    files: Mapping[str, datetime] = field(default_factory=dict)


def known_of(events: Iterable[Event]) -> Known:
    """What the events amount to, for an import to compare with."""
    ordered = sorted(events, key=lambda event: event.key)
    gone: set[str] = set()
    files: dict[str, datetime] = {}
    for event in standing(ordered):
        body = event.body
        if isinstance(body, SessionDeleted):
            gone.add(body.session_id)
        elif isinstance(body, SetDeleted):
            gone.add(body.set_id)
        elif isinstance(body, Withdrawn):
            gone.add(body.id)
        elif isinstance(body, Imported):
            files[body.digest] = event.at
    return Known(journal=journal_of(ordered), gone=frozenset(gone), files=files)
