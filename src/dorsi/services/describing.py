"""What an athlete says of exercises that nobody knew, put into an import before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dorsi.journal.events import Event, Noted
from dorsi.journal.model import CustomExercise
from dorsi.services.importing import Prepared


def described(prepared: Prepared, descriptions: Mapping[str, CustomExercise]) -> Prepared:
    """The import with these descriptions (by exercise id) in the place of bare names."""
    return replace(prepared, events=tuple(_described(event, descriptions) for event in prepared.events))


def _described(event: Event, descriptions: Mapping[str, CustomExercise]) -> Event:
    body = event.body
    if isinstance(body, Noted) and isinstance(body.thing, CustomExercise) and body.thing.id in descriptions:
        return replace(event, body=Noted(thing=descriptions[body.thing.id]))
    return event
