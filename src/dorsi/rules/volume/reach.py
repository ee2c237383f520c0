"""What is open to an athlete, so that no rule asks for what cannot or should not be done."""

from __future__ import annotations

from collections.abc import Callable

from dorsi.athlete.model import Athlete
from dorsi.athlete.screening import PAINFUL
from dorsi.atlas.model import Exercise
from dorsi.rules.base import Case
from dorsi.rules.equipment.suitability import suits


def within_reach(exercise: Exercise, athlete: Athlete | None) -> bool:
    """True if the exercise trains something and suits the athlete; an unknown one may do all that is on by default."""
    if not exercise.is_work or exercise.off_by_default:
        return False
    return athlete is None or suits(exercise, athlete)


def options(case: Case, chosen: Callable[[Exercise], bool]) -> tuple[Exercise, ...]:
    """The chosen kind of exercises that are within the athlete's reach, in the atlas' order."""
    return tuple(
        exercise
        for exercise in case.atlas.exercises.values()
        if chosen(exercise) and within_reach(exercise, case.athlete)
    )


def lower_back_rests(athlete: Athlete | None) -> bool:
    """True while the athlete's lower back hurts so much that no rule asks for more work on it."""
    return athlete is not None and athlete.discomfort("lower-back") >= PAINFUL
