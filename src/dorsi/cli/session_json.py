"""The session as JSON for scripts; docs/commands.md tells its shape."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from dorsi.coach.model import PlannedItem
from dorsi.journal.codec import plain
from dorsi.services.training_day import TrainingDay

FORMAT = "session/1"
"""Names the shape; a change that breaks scripts gets another number."""


def session_json(day: TrainingDay) -> str:
    """The session with what is logged of it. Loads are in kilograms, days in ISO form."""
    session = day.session
    document: dict[str, Any] = {
        "dorsi": FORMAT,
        "today": day.today,
        "is_on": day.is_on,
        "due": session.due,
        "timing": session.timing,
        "plan": asdict(session.ref),
        "title": session.title,
        "theme": session.theme,
        "minutes": session.minutes,
        "unit": day.athlete.units,
        "decisions": [asdict(decision) for decision in session.decisions],
        "warnings": session.warnings,
        "questions": [asdict(question) for question in session.questions],
        "blocks": [
            {"kind": block.kind, "items": [_item(item, day) for item in block.items]} for block in session.blocks
        ],
        "open_session": day.open.id if day.open is not None else None,
        "beside": [plain(entry) for entry in day.beside],
    }
    return json.dumps(document, indent=2, ensure_ascii=False, default=str)


def _item(item: PlannedItem, day: TrainingDay) -> dict[str, Any]:
    return {
        "place": item.slot,
        "role": item.role,
        "exercise": item.exercise.id,
        "name": item.exercise.name,
        "planned": item.planned or item.exercise.id,
        "tempo": item.tempo,
        "straps": item.straps,
        "note": item.note,
        "cap_kg": item.cap_kg,
        "last": item.last,
        "sets": [asdict(one) for one in item.sets],
        "decisions": [asdict(decision) for decision in item.decisions],
        "done": [plain(entry) for entry in day.done.get(item.slot, ())],
        "left": day.left(item),
    }
