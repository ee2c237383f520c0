"""Warm-up sets and plates for the load of the day.

Source: RibeiroB20 for rehearsing the lift; the steps stand in rules.warmup.ramp.
"""

from __future__ import annotations

from dorsi.athlete.loads import plates_per_side, reachable
from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Loading
from dorsi.coach.model import PlannedSet
from dorsi.planner.prescribe import ramp
from dorsi.program.model import Role
from dorsi.rules.warmup.ramp import SMALLEST_GAP

WARM_UP_REST_S = 60


def ramp_sets(exercise: Exercise, load_kg: float, athlete: Athlete, *, leads: bool) -> tuple[PlannedSet, ...]:
    """The ramp to a work load, in loads that can be made; steps that rounding brings together are left out."""
    sets: list[PlannedSet] = []
    before = 0.0
    for share, reps in ramp(exercise, athlete, leads=leads):
        load = reachable(load_kg * share, exercise, athlete)
        if load is None or load >= load_kg or (sets and load - before < SMALLEST_GAP * load_kg):
            continue
        before = load
        sets.append(
            PlannedSet(
                role=Role.WARMUP,
                reps=(reps, reps),
                load_kg=load,
                plates_kg=plates_per_side(load, exercise, athlete),
                rest_s=WARM_UP_REST_S,
            )
        )
    return tuple(sets)


def has_ramp(exercise: Exercise) -> bool:
    """True for lifts whose warm-up can be told in loads."""
    return exercise.loading is Loading.EXTERNAL
