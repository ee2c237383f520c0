"""From a set to the one-repetition maximum it points to, by the formula that suits the lift.

Formulas differ by lift, not only by taste: at the reps people manage with 80 % of their maximum, Epley and Brzycki
overshoot the pulldown by about 7 % where O'Conner is right, and a man's pull-up lies between Epley and Brzycki.
Source: Epley85, Brzycki93, Wathan94, OConner89 for the forms; Johnson09 for reps at 80 % of the pulling lifts.
"""

from __future__ import annotations

import math
from enum import StrEnum
from statistics import fmean

from dorsi.athlete.model import Sex
from dorsi.athlete.strength import MOST_REPS
from dorsi.athlete.strength import share_of_max as median_share
from dorsi.atlas.model import Exercise, ExternalKind, Loading, Pattern
from dorsi.progress.series import StrengthSet

GUESSED_TOO_FEW = 0.95
"""Reps that people leave in the bar beyond those they report (95 % interval 0.2 to 1.7). Source: Halperin22."""
EASY_FROM_RESERVE = 5.0
"""From this reserve on a report says 'easy' and no more: guesses that far from failure miss by more than 2 reps.
Source: Halperin22, Hackett17."""
_STEPS = 20
"""Reps to failure are looked up in twentieths of a rep."""


class Formula(StrEnum):
    """Which curve of reps against load is used."""

    MEDIAN = "median"
    OCONNER = "oconner"
    PULL_UP = "pull-up"


def formula_for(exercise: Exercise, sex: Sex) -> Formula:
    """The formula that suits the lift.

    Pulls on a stack, and a woman's pull-up, follow O'Conner; another pull-up the mean of Epley and Brzycki; everything
    else the median of three. Source: Johnson09 (pulldown and pull-up only; cable rows by analogy, a heuristic).
    """
    pulls = exercise.pattern in (Pattern.VERTICAL_PULL, Pattern.HORIZONTAL_PULL)
    if pulls and exercise.loading is Loading.EXTERNAL and exercise.external_kind is ExternalKind.STACK:
        return Formula.OCONNER
    if exercise.pattern is Pattern.VERTICAL_PULL and exercise.loading in (
        Loading.BODYWEIGHT_PLUS,
        Loading.BODYWEIGHT_MINUS,
    ):
        return Formula.OCONNER if sex is Sex.FEMALE else Formula.PULL_UP
    return Formula.MEDIAN


def share_of_max(reps_to_failure: float, formula: Formula = Formula.MEDIAN) -> float:
    """The share of the maximum that allows so many reps to failure; one rep is the maximum itself."""
    if reps_to_failure <= 1.0:
        return 1.0
    match formula:
        case Formula.MEDIAN:
            return median_share(reps_to_failure)
        case Formula.OCONNER:
            return 1.0 / (1.0 + 0.025 * reps_to_failure)
        case Formula.PULL_UP:
            return 1.0 / fmean((1.0 + reps_to_failure / 30.0, 36.0 / (37.0 - reps_to_failure)))


def reps_to_failure(reps: int, reserve: float | None) -> float | None:
    """Reps the set would have had at failure; None for an easy set, or one of none or too many reps.

    A set without a reported reserve counts as it stands. A reported reserve is taken to be too small by what people
    misjudge, in full from 1 on and less below, because 0 is failure itself (that ramp is a heuristic).
    """
    if reps < 1:
        return None
    if reserve is None:
        to_failure = float(reps)
    elif reserve >= EASY_FROM_RESERVE:
        return None
    else:
        left = max(0.0, reserve)
        to_failure = reps + left + GUESSED_TOO_FEW * min(1.0, left)
    return to_failure if to_failure <= MOST_REPS else None


_GAINS = {
    formula: tuple(-math.log(share_of_max(step / _STEPS, formula)) for step in range(MOST_REPS * _STEPS + 1))
    for formula in Formula
}


def log_gain(to_failure: float, formula: Formula) -> float:
    """How far the maximum lies above the load, as a natural logarithm; `to_failure` is at most MOST_REPS."""
    return _GAINS[formula][int(to_failure * _STEPS + 0.5)]


def set_max_kg(done: StrengthSet, formula: Formula = Formula.MEDIAN) -> float | None:
    """The one-repetition maximum a set points to, as system load in kg; None where it says too little."""
    to_failure = reps_to_failure(done.reps, done.reserve)
    if done.warm_up or done.load_kg <= 0 or to_failure is None:
        return None
    return done.load_kg / share_of_max(to_failure, formula)
