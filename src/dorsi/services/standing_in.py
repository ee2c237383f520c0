"""The sets of an exercise that takes another one's place in the session."""

from __future__ import annotations

from functools import lru_cache

from dorsi.athlete.loads import next_step, plates_per_side
from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Loading
from dorsi.coach.asking import usual
from dorsi.coach.contingency import contingencies
from dorsi.coach.load import Load
from dorsi.coach.model import PlannedSet
from dorsi.program.model import Role


@lru_cache(maxsize=512)
def started(
    exercise_id: str, load_kg: float | None, instead_of: tuple[PlannedSet, ...], athlete: Athlete
) -> tuple[PlannedSet, ...]:
    """As many sets as in the place that it takes, in its own usual range, at the load to start from.

    Kept, because a session under way asks for the same ones with every set.
    """
    exercise = load_atlas().exercises[exercise_id]
    amount = usual(exercise, athlete, athlete.max_pull_ups).amount
    above = None if load_kg is None else next_step(load_kg, exercise, athlete)
    step_kg = None if above is None or load_kg is None else above - load_kg
    load = Load(load_kg=load_kg, aims=(), amount=amount, cap_kg=None, step_kg=step_kg, decisions=())
    timed, carried = exercise.loading is Loading.TIME, exercise.loading is Loading.DISTANCE
    counted = not timed and not carried
    return tuple(
        PlannedSet(
            role=Role.WORK,
            reps=amount if counted else None,
            seconds=amount if timed else None,
            metres=amount if carried else None,
            reserve=one.reserve if counted else None,
            load_kg=None if timed else load_kg,
            plates_kg=plates_per_side(load_kg, exercise, athlete) if load_kg else (),
            rest_s=one.rest_s,
            contingencies=contingencies(load, exercise, athlete, one.reserve, last=number == len(instead_of))
            if counted
            else (),
        )
        for number, one in enumerate(instead_of, 1)
    )
