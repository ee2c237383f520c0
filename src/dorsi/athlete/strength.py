"""From a known working set to the load for other reps: one-repetition maximum by three formulas.

The estimate is the median of Epley, Brzycki and Wathan over reps to failure (reps + reps in reserve).
Source: forms by Epley85, Brzycki93, Wathan94; they disagree by 6-7 % at 3-10 reps and by far more above
12, so sets of more than 12 reps to failure give no estimate (that line is a heuristic).
"""

from __future__ import annotations

import math
from statistics import median

from dorsi.athlete.model import Athlete, KnownSet
from dorsi.atlas.model import Exercise, Loading

MOST_REPS = 12


def share_of_max(reps_to_failure: float) -> float:
    """The share of the one-repetition maximum that allows so many reps to failure (1 gives exactly 1)."""
    if reps_to_failure <= 1:
        return 1.0
    r = reps_to_failure
    epley = 1 / (1 + r / 30)
    brzycki = (37 - r) / 36
    wathan = (48.8 + 53.8 * math.exp(-0.075 * r)) / 100
    return median((epley, brzycki, wathan))


def system_load_kg(load_kg: float, exercise: Exercise, athlete: Athlete) -> float:
    """What the muscles move: body mass counts where the body is lifted."""
    if exercise.loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS):
        return athlete.body_mass_kg + load_kg
    return load_kg


def estimated_max_kg(known: KnownSet, exercise: Exercise, athlete: Athlete) -> float | None:
    """One-repetition maximum as system load in kg; None where the set says too little."""
    to_failure = known.reps + known.rir
    if to_failure > MOST_REPS:
        return None
    system = system_load_kg(known.load_kg, exercise, athlete)
    return system / share_of_max(to_failure) if system > 0 else None


def load_for_kg(max_kg: float, reps: float, rir: float, exercise: Exercise, athlete: Athlete) -> float:
    """The load (external, added, or negative for assistance) for `reps` with `rir` left, unrounded."""
    system = max_kg * share_of_max(reps + rir)
    return system - (athlete.body_mass_kg if system_load_kg(0.0, exercise, athlete) else 0.0)
