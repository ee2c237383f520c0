"""What a lift is asked for and what it is loaded with: the values that progression works on."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.atlas.model import Exercise
from dorsi.coach.model import Decision
from dorsi.progress.series import EPLEY_REPS
from dorsi.rules.order.priority import is_heavy_hinge
from dorsi.rules.standards import HINGE_REP_CEILING

LONGEST_SET = 30
"""Reps past which a range does not widen (heuristic)."""
MOST_WIDENING = 12
"""Reps by which the top of a range may move up for a step; a step that needs more is not taken (heuristic)."""
AMBER_FACTOR = 0.75
"""Share of the load where a discomfort asks for less. Source: rule HRT101; heuristic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a prescription asks for: amount range, reserve (hardest, easiest), number of sets."""

    amount: tuple[int, int]
    reserve: tuple[float, float]
    sets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """The load decided on (None: to be found), the amounts to aim for, the range that holds today, and why.

    `step_kg` is the next step up and `step_from` the reps that every set needs for it (None: no step, or never);
    `too_heavy` says that even the lightest load allows no rep with the reserve asked for; a deload `promises` nothing.
    `settled` is False where one more session without gain changes more than the load.
    """

    load_kg: float | None
    aims: tuple[int, ...]
    amount: tuple[int, int]
    cap_kg: float | None
    decisions: tuple[Decision, ...]
    step_kg: float | None = None
    step_from: int | None = None
    too_heavy: bool = False
    promises: bool = True
    settled: bool = True


def reps_after(reps: float, before_kg: float, after_kg: float) -> float:
    """Reps at another system load for the same effort. Source: Epley85."""
    return EPLEY_REPS * ((1 + reps / EPLEY_REPS) * before_kg / after_kg - 1) if after_kg > 0 else reps


def top_for_step(target: Target, exercise: Exercise, before_kg: float, after_kg: float) -> int | None:
    """Reps every set needs before a step (both loads in system kilograms), so that the range's floor holds after it:
    the range's top where that is enough, None where no range could be widened so far. Source: rule PRG103.
    """
    low, high = target.amount
    left = target.reserve[0]
    most = max(high, min(high + MOST_WIDENING, longest_set(exercise, high)))
    enough = (top for top in range(high, most + 1) if reps_after(top + left, before_kg, after_kg) - left >= low - 0.1)
    return next(enough, None)


def longest_set(exercise: Exercise, high: int) -> int:
    """No range widens past this; heavy hinges stay short."""
    return max(HINGE_REP_CEILING, high) if is_heavy_hinge(exercise) else LONGEST_SET
