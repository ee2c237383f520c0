"""How long the parts of a session take: the planner's side of `program.evaluate`."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Amount, Exercise
from dorsi.planner.targets import planned_tempo, target_for
from dorsi.program.evaluate import set_seconds
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


def seconds_per_set(exercise: Exercise, athlete: Athlete) -> float:
    """One work set with its rest."""
    rest = standards.rest_range(exercise, athlete)
    one = target_for(exercise, athlete, 1)
    return set_seconds(one, exercise, planned_tempo(exercise, athlete)) + sum(rest) / 2


def needs_ramp(exercise: Exercise) -> bool:
    """True for lifts that are never started without a ramp: heavy hinges and unsupported rows."""
    return exercise.axial is Amount.HIGH


def cardio_seconds(athlete: Athlete) -> float:
    """Length of the general warm-up: five minutes, three in a short session."""
    return CARDIO_SECONDS if athlete.minutes >= SHORT_SESSION_MINUTES else SHORT_CARDIO_SECONDS


def wants_trunk_work(athlete: Athlete) -> bool:
    """True if the trunk is still being made ready for barbell hinges. Source: claim D06."""
    return athlete.level.rank == 0 and not athlete.trunk_ready and athlete.minutes >= TRUNK_FROM_MINUTES
