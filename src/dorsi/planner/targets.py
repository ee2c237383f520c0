"""What an exercise is planned with: its set target and tempo for this athlete."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Loading
from dorsi.program.model import SetTarget
from dorsi.rules import standards
from dorsi.rules.gates.pull_ups import work_reps

SLOW_TEMPO = "4-2-1-0"
"""Slow lowering with a pause at the bottom, for pull-ups that would be too easy otherwise. Source: claim C11."""
MOST_PULL_UPS = 15
"""Pull-ups in a work set after which added weight or a harder grip serves better (heuristic)."""


def target_for(exercise: Exercise, athlete: Athlete, sets: int) -> SetTarget:
    """The set target the exercise is planned with."""
    low, high = standards.rep_range(exercise, athlete)
    count = (sets, sets)
    if exercise.loading is Loading.TIME:
        return SetTarget(sets=count, seconds=(low, high))
    if exercise.loading is Loading.DISTANCE:
        return SetTarget(sets=count, metres=(low, high))
    rir = standards.rir_range(exercise, athlete)
    target = SetTarget(sets=count, reps=(low, high), rir=(float(rir[0]), float(rir[1])))
    return _within_reach(target, exercise, athlete)


def planned_tempo(exercise: Exercise, athlete: Athlete) -> str | None:
    """The exercise's own tempo, or a slow one where its reps would be too easy."""
    return SLOW_TEMPO if too_easy(exercise, athlete) else exercise.tempo


def too_easy(exercise: Exercise, athlete: Athlete) -> bool:
    """True for pull-ups at body mass of someone who does far more than a work set asks for."""
    free = exercise.family == "pull-up" and exercise.loading is Loading.BODYWEIGHT_PLUS
    return free and exercise.id != "pull-up-weighted" and (athlete.max_pull_ups or 0) * 0.8 > MOST_PULL_UPS


def _within_reach(target: SetTarget, exercise: Exercise, athlete: Athlete) -> SetTarget:
    """Pull-ups at body mass ask for about 60 to 80 % of the athlete's best set, as GAT107 does."""
    best = athlete.max_pull_ups
    if best is None or exercise.family != "pull-up" or exercise.loading is not Loading.BODYWEIGHT_PLUS:
        return target
    if exercise.id == "pull-up-weighted" or target.reps is None:
        return target
    low, high = work_reps(best)
    low, high = min(low, MOST_PULL_UPS - 3), min(max(high, low + 2), MOST_PULL_UPS)
    return SetTarget(sets=target.sets, reps=(low, high), rir=target.rir)
