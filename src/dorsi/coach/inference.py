"""A first load for a lift without a history, from kindred lifts that have one. Cautious, and labelled heuristic.

The table says what one usually lifts in an exercise as a share of what one lifts in a deadlift for the same reps,
in system load (dumbbells: each). It is coaching experience in figures; only ratios of two of its numbers are used, and
the result is lowered by a margin because nobody is usual.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dorsi.athlete.loads import lightest, reachable
from dorsi.athlete.model import Athlete
from dorsi.athlete.strength import estimated_max_kg, share_of_max
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Pattern
from dorsi.coach.summing import body_kg

MARGIN = 0.85
"""Share of the inferred load that is prescribed first (heuristic)."""
SHARES: Mapping[str, float] = {
    "deadlift": 1.0,
    "deadlift-sumo": 1.0,
    "deadlift-trap-bar": 1.03,
    "rack-pull": 1.05,
    "romanian-deadlift": 0.72,
    "romanian-deadlift-dumbbell": 0.28,
    "kettlebell-deadlift": 0.35,
    "good-morning": 0.40,
    "barbell-row": 0.52,
    "barbell-row-wide": 0.45,
    "barbell-row-underhand": 0.52,
    "t-bar-row": 0.45,
    "t-bar-row-chest-supported": 0.36,
    "dead-row": 0.42,
    "dumbbell-row": 0.24,
    "dumbbell-row-standing": 0.22,
    "dumbbell-row-two-arm": 0.19,
    "chest-supported-row": 0.17,
    "seated-row-narrow": 0.45,
    "seated-row-wide": 0.40,
    "seated-row-one-arm": 0.22,
    "machine-row": 0.42,
    "pulldown-medium": 0.43,
    "pulldown-wide": 0.41,
    "pulldown-close": 0.44,
    "pulldown-underhand": 0.44,
    "pulldown-one-arm": 0.21,
    "pulldown-behind": 0.36,
    "pull-up-medium": 0.62,
    "pull-up-neutral": 0.63,
    "pull-up-narrow": 0.62,
    "pull-up-wide": 0.59,
    "chin-up": 0.64,
    "pull-up-weighted": 0.62,
    "pull-up-assisted": 0.62,
    "straight-arm-pulldown": 0.19,
    "pullover-cable": 0.20,
    "pullover-dumbbell": 0.17,
    "pullover-kettlebell": 0.15,
    "face-pull": 0.17,
    "rear-delt-fly": 0.05,
    "rear-delt-fly-cable": 0.05,
    "rear-delt-fly-machine": 0.22,
    "shrug-barbell": 0.75,
    "shrug-dumbbell": 0.28,
    "shrug-prone": 0.13,
}
_PULLS = frozenset({Pattern.VERTICAL_PULL, Pattern.HORIZONTAL_PULL, Pattern.SHOULDER_EXTENSION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Inferred:
    """A load and the exercise it was inferred from."""

    load_kg: float
    source: str


def inferred_load(exercise: Exercise, athlete: Athlete, atlas: Atlas, reps: float, reserve: float) -> Inferred | None:
    """The load to begin with for so many reps and so much reserve; None where no kindred lift is known.

    The kindred lift is one of the athlete's known sets, of the same pattern or a pull for a pull: the same family
    first, then the same pattern, then the same kind of weight.
    """
    share = SHARES.get(exercise.id)
    if share is None:
        return None
    kindred = [
        (other, maximum)
        for known in athlete.known_sets
        if known.exercise in SHARES
        and known.exercise != exercise.id
        and (other := atlas.exercises[known.exercise])
        and (other.pattern is exercise.pattern or {other.pattern, exercise.pattern} <= _PULLS)
        and (maximum := estimated_max_kg(known, other, athlete)) is not None
    ]
    if not kindred:
        return None
    other, maximum = min(
        kindred,
        key=lambda pair: (
            pair[0].family != exercise.family,
            pair[0].pattern is not exercise.pattern,
            pair[0].external_kind is not exercise.external_kind,
            pair[0].id,
        ),
    )
    maximum *= share / SHARES[other.id]
    wanted = maximum * MARGIN * share_of_max(reps + reserve) - body_kg(exercise, athlete.body_mass_kg)
    load = reachable(wanted, exercise, athlete)
    if load is None:
        load = lightest(exercise, athlete)
    return None if load is None else Inferred(load_kg=load, source=other.id)
