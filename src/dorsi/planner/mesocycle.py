"""Stage 3, the weeks: blocks of training weeks, the deload and the pull-up rotation."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Grip, Level
from dorsi.planner.choice import Choice
from dorsi.planner.taste import ROTATION_FROM_MINUTES
from dorsi.rules import standards
from dorsi.rules.finding import Severity
from dorsi.rules.gates.pull_ups import WORK_SETS_FROM
from dorsi.rules.selection.similarity import similarity

BLOCK_WEEKS = 4
"""Accessories change after this many weeks. Source: claims C35, D15-D18; Kassiano22 warns of changing more often."""
DELOAD_FROM_WEEKS = 6
"""Plans of at least this many weeks end with a deload, beginners excepted (heuristic on Bell23, Rogerson24)."""
ROTATION_TYPES = 3
"""Grips in the pull-up rotation. Source: claim C20."""
_ROTATION_ORDER = ("pull-up-medium", "pull-up-neutral", "chin-up", "pull-up-wide", "pull-up-narrow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A block's training weeks, and the deload weeks that follow with the block's exercises."""

    training: tuple[int, ...]
    deload: tuple[int, ...] = ()

    @property
    def weeks(self) -> frozenset[int]:
        """All weeks of the block."""
        return frozenset((*self.training, *self.deload))


def spans(athlete: Athlete) -> tuple[Span, ...]:
    """How the athlete's weeks split into blocks, with a last deload week where one is due."""
    total = athlete.weeks
    deload = athlete.level is not Level.BEGINNER and total >= DELOAD_FROM_WEEKS
    training = list(range(1, total + 1 - deload))
    cut = len(training) if len(training) <= BLOCK_WEEKS else min(BLOCK_WEEKS, (len(training) + 1) // 2)
    blocks = [training[:cut], training[cut:]]
    return tuple(
        Span(training=tuple(weeks), deload=(total,) if deload and weeks[-1] == training[-1] else ())
        for weeks in blocks
        if weeks
    )


def may_rotate(athlete: Athlete, span: Span) -> bool:
    """True if this athlete's pull-ups rotate through grips in this block. Source: claim C20.

    For those who do eight pull-ups and want size; for strength the same lift stays.
    """
    return (
        (athlete.max_pull_ups or 0) >= WORK_SETS_FROM
        and athlete.level is not Level.BEGINNER
        and athlete.minutes >= ROTATION_FROM_MINUTES
        and len(athlete.days) > 1
        and not standards.wants_strength(athlete)
        and len(span.training) >= ROTATION_TYPES
    )


def rotates(choice: Choice, span: Span, athlete: Athlete) -> bool:
    """True if the choice is a main lift that the rotation takes over."""
    exercise = choice.exercise
    return choice.leads and exercise.id in _ROTATION_ORDER and may_rotate(athlete, span)


def rotation(
    choice: Choice, allowed: tuple[Exercise, ...], beside: tuple[Exercise, ...], atlas: Atlas
) -> tuple[Exercise, ...]:
    """Three pull-up grips for the rotation, the chosen one first, different hand orientations before others.

    Grips too like another exercise of the session (`beside`) are left out; empty when three are not to be had.
    """
    known = {exercise.id for exercise in allowed}
    pool = [
        atlas.exercises[exercise_id]
        for exercise_id in _ROTATION_ORDER
        if exercise_id in known
        and exercise_id != choice.exercise.id
        and not any(similarity(atlas.exercises[exercise_id], other) is Severity.WARNING for other in beside)
    ]
    chosen = [choice.exercise]
    seen: set[Grip | None] = {choice.exercise.grip}
    for exercise in sorted(pool, key=lambda e: (e.grip in seen, _ROTATION_ORDER.index(e.id))):
        if len(chosen) < ROTATION_TYPES and exercise.grip not in seen:
            chosen.append(exercise)
            seen.add(exercise.grip)
    for exercise in pool:
        if len(chosen) < ROTATION_TYPES and exercise not in chosen:
            chosen.append(exercise)
    return tuple(chosen) if len(chosen) == ROTATION_TYPES else ()


def rotation_sets(span: Span, types: tuple[Exercise, ...], sets: int) -> dict[str, dict[frozenset[int] | None, int]]:
    """Sets by exercise and weeks: one week with all three grips (2 sets each), then one grip a week."""
    weeks = list(span.training)
    plan: dict[str, dict[frozenset[int] | None, int]] = {exercise.id: {} for exercise in types}
    mixed = [weeks.pop(0)] if len(weeks) > ROTATION_TYPES else []
    for exercise in types:
        if mixed:
            plan[exercise.id][frozenset(mixed)] = 2
    for position, exercise in enumerate(types):
        own = frozenset(weeks[position::ROTATION_TYPES])
        if own:
            plan[exercise.id][own] = sets
    return plan
