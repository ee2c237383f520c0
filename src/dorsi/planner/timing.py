"""How long the parts of a session take: the planner's side of `program.evaluate`."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Amount, Exercise, Loading
from dorsi.program.evaluate import set_seconds
from dorsi.program.model import SetTarget
from dorsi.rules import standards
from dorsi.rules.base import FrameSession

RAMP_SECONDS = 270.0
"""Three warm-up sets before a heavy free lift, with short rests and plate changes (heuristic)."""
LEAD_SECONDS = 150.0
"""Warm-up before any other main lift (heuristic)."""
CARDIO_SECONDS = 300.0
"""Five minutes of easy movement. Source: claim D19."""
SHORT_CARDIO_SECONDS = 180.0
PREPARATION_SECONDS = 60.0
CLOSING_SECONDS = 60.0
TEST_SECONDS = 240.0
TRUNK_SECONDS = 240.0
ROTATION_SECONDS = 420.0
"""What the pull-up rotation's week of three grips adds: two more sets and two changes of grip."""


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


def warm_up_seconds(exercise: Exercise, athlete: Athlete, *, leads: bool) -> float:
    """Time for the exercise's own warm-up sets."""
    if needs_ramp(exercise):
        return RAMP_SECONDS
    return LEAD_SECONDS if leads else 0.0


def cardio_seconds(athlete: Athlete) -> float:
    """Length of the general warm-up: five minutes, three in a short session."""
    return CARDIO_SECONDS if athlete.minutes >= 40 else SHORT_CARDIO_SECONDS


def overhead_seconds(session: FrameSession, athlete: Athlete) -> float:
    """Everything in a session besides its exercises: general warm-up, preparation, test, trunk, stretch."""
    seconds = cardio_seconds(athlete) + PREPARATION_SECONDS
    if athlete.minutes >= 45:
        seconds += CLOSING_SECONDS
    if wants_test(athlete):
        seconds += TEST_SECONDS
    if wants_trunk_work(athlete):
        seconds += TRUNK_SECONDS
    return seconds


def wants_test(athlete: Athlete) -> bool:
    """True if the athlete makes one attempt at pull-ups each session. Source: claim A18.

    Not in the first weeks of training, not where effort must stay moderate, not without a bar.
    """
    careful = athlete.tags & (
        standards.CAREFUL_TAGS | {"detrained", "under-18", "overhead-pain", "shoulder-instability"}
    )
    few = athlete.max_pull_ups is not None and athlete.max_pull_ups < 8
    return few and not careful and athlete.age < standards.OLDER_FROM_AGE and "pull-up-bar" in athlete.equipment


def wants_trunk_work(athlete: Athlete) -> bool:
    """True if the trunk is still being made ready for barbell hinges. Source: claim D06."""
    return athlete.level.rank == 0 and not athlete.trunk_ready and athlete.minutes >= 40
