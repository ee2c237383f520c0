"""The planner's small values: what was chosen, what was not allowed, what a question demands."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.atlas.model import Exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One exercise of the solved week."""

    session: int
    exercise: Exercise
    sets: int
    leads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ban:
    """Why an exercise is not a candidate for a session."""

    session: int
    exercise: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What a what-if or a why asks of the model beyond the athlete's wishes."""

    without: frozenset[tuple[int, str]] = frozenset()
    rules_off: frozenset[str] = frozenset()
