"""What earlier answers say, for questions that are asked only if they apply."""

from __future__ import annotations

from dorsi.athlete.answers import Equipment
from dorsi.athlete.question import Answers
from dorsi.athlete.screened import items_of
from dorsi.athlete.screening import PRESSURE_HIGH
from dorsi.athlete.screening_questions import Kind
from dorsi.atlas.equipment import GROUPS

SIGNS = "screening.yes."
"""What the ids of the grouped health questions begin with; the kind of sign follows."""


def owns(item: str, answers: Answers) -> bool:
    """True if the item, or one of the group, is at hand by the answers so far."""
    gear = Equipment(
        preset=str(answers.get("equipment.preset") or "none"),
        add=listed(answers.get("equipment.add")),
        remove=listed(answers.get("equipment.remove")),
    )
    return bool(items_of(gear) & {item, *GROUPS.get(item, ())})


def listed(value: object) -> tuple[str, ...]:
    """A list answer as a tuple; empty for anything else."""
    return tuple(value) if isinstance(value, list) else ()


def number_in(answers: Answers, key: str) -> float:
    """A number answer, 0 where there is none."""
    value = answers.get(key)
    return value if isinstance(value, int | float) else 0


def needs_clearance(answers: Answers) -> bool:
    """True if an answer calls for a clinician's yes."""
    high = any(
        number_in(answers, f"screening.{name}") >= limit
        for name, limit in zip(("systolic", "diastolic"), PRESSURE_HIGH, strict=True)
    )
    return high or bool(answers.get(SIGNS + Kind.CLEARANCE.value))
