"""Linear amounts of the planner's model: counted sets of a muscle group, sets and picks of chosen exercises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dorsi.atlas.model import Exercise, VolumeGroup
from dorsi.rules.base import FrameSession, PlanModel

Chosen = Callable[[Exercise], bool]
"""Says whether an exercise belongs to an amount."""
Sessions = Sequence[FrameSession] | None
"""The sessions an amount runs over; None for the whole week."""


def group_sets(model: PlanModel, group: VolumeGroup, sessions: Sessions = None) -> dict[int, float]:
    """Fractional sets of a volume group: every exercise's sets times what one of them is worth."""
    return {
        model.sets(session, exercise): value
        for session, exercise in _offers(model, sessions)
        if (value := model.value(exercise, group))
    }


def sets_of(model: PlanModel, chosen: Chosen, sessions: Sessions = None, each: float = 1.0) -> dict[int, float]:
    """Work sets of the chosen exercises, each counted `each` times."""
    return {model.sets(session, exercise): each for session, exercise in _offers(model, sessions) if chosen(exercise)}


def picks_of(model: PlanModel, chosen: Chosen, sessions: Sessions = None) -> dict[int, float]:
    """How many of the chosen exercises are picked, an exercise counting anew in each session."""
    return {model.pick(session, exercise): 1.0 for session, exercise in _offers(model, sessions) if chosen(exercise)}


def _offers(model: PlanModel, sessions: Sessions) -> Iterator[tuple[FrameSession, Exercise]]:
    for session in model.sessions if sessions is None else sessions:
        for exercise in model.candidates(session):
            if exercise.is_work:
                yield session, exercise
