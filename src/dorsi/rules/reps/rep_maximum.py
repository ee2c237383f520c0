"""How many reps go with which share of the one-rep maximum.

Source: median of the formulas of Epley85, Brzycki93 and Wathan94. On weight stacks people manage more
reps than those say; there the formula of OConner89 fits better (Johnson09: about 10 reps at 80%).
Individuals differ widely (Nuzzo24), so treat every result as a rough middle.
"""

from __future__ import annotations

import math
from statistics import median

from dorsi.athlete.strength import share_of_max
from dorsi.atlas.model import Exercise, ExternalKind

LOWEST_SHARE = 0.65
"""Below this share the formulas drift too far apart to judge by. Source: own comparison; heuristic."""


def reps_at(share: float, exercise: Exercise) -> float:
    """Reps to failure at a share (0.65 to 1) of the one-rep maximum; never fewer than 1."""
    epley = 30 * (1 / share - 1)
    brzycki = 37 - 36 * share
    wathan = -math.log((100 * share - 48.8) / 53.8) / 0.075
    return max(1.0, median((epley, brzycki, wathan)), _stack_reps(share, exercise))


def share_at(reps: float, exercise: Exercise) -> float:
    """The share of the one-rep maximum at which so many reps (1 to about 15) are the most."""
    if reps <= 1:
        return 1.0
    usual = share_of_max(reps)
    return max(usual, 1 / (1 + 0.025 * reps)) if _is_stack(exercise) else usual


def _stack_reps(share: float, exercise: Exercise) -> float:
    return 40 * (1 / share - 1) if _is_stack(exercise) else 0.0


def _is_stack(exercise: Exercise) -> bool:
    return exercise.external_kind is ExternalKind.STACK
