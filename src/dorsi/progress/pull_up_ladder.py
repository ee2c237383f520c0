"""The way from hanging on a bar to pull-ups with weight: which steps the journal shows, and which one is next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dorsi.atlas.model import Loading
from dorsi.progress.bouts import Bout
from dorsi.progress.lifts import LOWERED_ONLY
from dorsi.progress.training import Training
from dorsi.rules.gates.pull_ups import WORK_SETS_FROM

HANG_S = 30
"""Seconds on the bar that make the grip good enough to go on (heuristic)."""
LOWERED_REPS = 5
"""Slow lowerings in one set before the way up is near (heuristic)."""
HELPED_REPS = 8
"""Reps with help in one set before the help is taken away (heuristic)."""
_HANG = "dead-hang"
_PULL_UP = "pull-up"
_UNDERHAND = "chin-up"
"""Palms turned in make it another, easier lift."""


class Step(StrEnum):
    """A step of the ladder, the lowest first."""

    HANG = "hang"
    LOWERING = "lowering"
    HELPED = "helped"
    FIRST = "first"
    WORK_SETS = "work-sets"
    WEIGHTED = "weighted"


class Reached(StrEnum):
    """Where a step lies: behind, the one to work on, or further up."""

    DONE = "done"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A step with the best that the journal holds of it and when: seconds for hanging, kilograms for weight, else
    reps; 0 and None where there is nothing. `goal` is the least that counts as reached, 0 where anything does."""

    step: Step
    state: Reached
    goal: float
    best: float = 0.0
    on: date | None = None


def pull_up_ladder(training: Training) -> tuple[Rung, ...]:
    """All steps, the lowest first. Whoever stands on one has those below it behind, logged or not.

    Source: claims A13, A18, D05; the numbers are heuristics.
    """
    bests = [(step, goal, *_best(training, fits, value)) for step, goal, fits, value in _STEPS]
    highest = max((n for n, (_, goal, best, _) in enumerate(bests) if best and best >= goal), default=-1)
    return tuple(
        Rung(
            step=step,
            goal=goal,
            best=best,
            on=on,
            state=Reached.DONE if n <= highest else Reached.HERE if n == highest + 1 else Reached.AHEAD,
        )
        for n, (step, goal, best, on) in enumerate(bests)
    )


def _best(
    training: Training, fits: Callable[[Bout], bool], value: Callable[[Bout], float]
) -> tuple[float, date | None]:
    best, day = 0.0, None
    for bout in _bouts(training):
        if fits(bout) and value(bout) > best:
            best, day = value(bout), bout.on
    return best, day


def _bouts(training: Training) -> Iterator[Bout]:
    for lift, bouts in training.by_lift.items():
        if lift == _HANG or bouts[0].lift.family == _PULL_UP:
            yield from bouts


def _is_hang(bout: Bout) -> bool:
    return bout.lift.id == _HANG


def _is_lowered(bout: Bout) -> bool:
    return bout.lift.id in LOWERED_ONLY


def _is_helped(bout: Bout) -> bool:
    return bout.lift.loading is Loading.BODYWEIGHT_MINUS


def _is_full(bout: Bout) -> bool:
    lift = bout.lift
    return lift.loading is Loading.BODYWEIGHT_PLUS and lift.id not in LOWERED_ONLY and lift.id != _UNDERHAND


def _seconds(bout: Bout) -> float:
    return (bout.longest.entry.seconds or 0.0) if bout.longest is not None else 0.0


def _reps(bout: Bout) -> float:
    return max((best.entry.reps or 0 for best in bout.reps_at), default=0)


def _unaided(bout: Bout) -> float:
    return max((best.entry.reps or 0 for best in bout.reps_at if (best.load_kg or 0.0) >= 0), default=0)


def _added_kg(bout: Bout) -> float:
    return max((best.load_kg or 0.0 for best in bout.reps_at), default=0.0)


_STEPS: tuple[tuple[Step, float, Callable[[Bout], bool], Callable[[Bout], float]], ...] = (
    (Step.HANG, HANG_S, _is_hang, _seconds),
    (Step.LOWERING, LOWERED_REPS, _is_lowered, _reps),
    (Step.HELPED, HELPED_REPS, _is_helped, _reps),
    (Step.FIRST, 1, _is_full, _unaided),
    (Step.WORK_SETS, WORK_SETS_FROM, _is_full, _unaided),
    (Step.WEIGHTED, 0, _is_full, _added_kg),
)
