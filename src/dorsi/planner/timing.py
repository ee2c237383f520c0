"""How long the parts of a session take: the planner's side of `program.evaluate`."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Amount, Exercise, Loading
from dorsi.program.evaluate import set_seconds
from dorsi.program.model import SetTarget
from dorsi.rules import standards

CARDIO_SECONDS = 300.0
"""Five minutes of easy movement. Source: claim D19."""
SHORT_CARDIO_SECONDS = 180.0
ROTATION_SETS = 6
"""Pull-up sets in the rotation's mixed week: three grips, two sets each. Source: claim C20."""
SHORT_SESSION_MINUTES = 45
"""Sessions shorter than this get a shorter general warm-up (heuristic)."""
TRUNK_FROM_MINUTES = 30
"""Sessions from this length on have room for trunk work (heuristic)."""
STRETCH_FROM_MINUTES = 45
"""Sessions from this length on close with a stretch (heuristic)."""


def target_for(exercise: Exercise, athlete: Athlete, sets: int) -> SetTarget:
    """The set target the exercise is planned with."""
    low, high = standards.rep_range(exercise, athlete)
    count = (sets, sets)
    if exercise.loading is Loading.TIME:
        return SetTarget(sets=count, seconds=(low, high))
    if exercise.loading is Loading.DISTANCE:
        return SetTarget(sets=count, metres=(low, high))
    rir = standards.rir_range(exercise, athlete)
    return SetTarget(sets=count, reps=(low, high), rir=(float(rir[0]), float(rir[1])))


def seconds_per_set(exercise: Exercise, athlete: Athlete) -> float:
    """One work set with its rest."""
    rest = standards.rest_range(exercise, athlete)
    return set_seconds(target_for(exercise, athlete, 1), exercise) + sum(rest) / 2


def needs_ramp(exercise: Exercise) -> bool:
    """True for lifts that are never started without a ramp: heavy hinges and unsupported rows."""
    return exercise.axial is Amount.HIGH


def cardio_seconds(athlete: Athlete) -> float:
    """Length of the general warm-up: five minutes, three in a short session."""
    return CARDIO_SECONDS if athlete.minutes >= SHORT_SESSION_MINUTES else SHORT_CARDIO_SECONDS


def wants_trunk_work(athlete: Athlete) -> bool:
    """True if the trunk is still being made ready for barbell hinges. Source: claim D06."""
    return athlete.level.rank == 0 and not athlete.trunk_ready and athlete.minutes >= TRUNK_FROM_MINUTES
