"""The session as plain JSON values, for scripts and for the gym-floor player; docs/commands.md tells its shape."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, cast

from dorsi.coach.model import PlannedItem
from dorsi.journal.codec import Document, plain
from dorsi.services.training_day import TrainingDay

FORMAT = "session/1"
"""Names the shape; a change that breaks scripts gets another number."""


def session_document(day: TrainingDay) -> Document:
    """The session with what is logged of it. Loads are in kilograms, days in ISO form."""
    session = day.session
    return {
        "dorsi": FORMAT,
        "today": day.today.isoformat(),
        "is_on": day.is_on,
        "due": session.due.isoformat(),
        "timing": session.timing.value,
        "plan": values_of(session.ref),
        "title": session.title,
        "theme": session.theme,
        "minutes": session.minutes,
        "unit": day.athlete.units.value,
        "decisions": [values_of(decision) for decision in session.decisions],
        "warnings": list(session.warnings),
        "questions": [values_of(question) for question in session.questions],
        "blocks": [
            {"kind": block.kind.value, "items": [_item(item, day) for item in block.items]} for block in session.blocks
        ],
        "open_session": day.open.id if day.open is not None else None,
        "beside": [plain(entry) for entry in day.beside],
    }


def _item(item: PlannedItem, day: TrainingDay) -> dict[str, Any]:
    return {
        "place": item.slot,
        "role": item.role.value,
        "exercise": item.exercise.id,
        "name": item.exercise.name,
        "planned": item.planned or item.exercise.id,
        "tempo": item.tempo,
        "straps": item.straps,
        "note": item.note,
        "cap_kg": item.cap_kg,
        "last": item.last,
        "sets": [values_of(one) for one in item.sets],
        "decisions": [values_of(decision) for decision in item.decisions],
        "done": [plain(entry) for entry in day.done.get(item.slot, ())],
        "left": day.left(item),
    }


def values_of(thing: object) -> Document:
    """A dataclass as JSON values, every field of it and of those it holds."""
    return {name: _value(getattr(thing, name)) for name in _names(cast(Hashable, type(thing)))}


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


def _value(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return [_value(item) for item in value] if isinstance(value, tuple) else values_of(value)
