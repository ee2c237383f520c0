"""Which slot an exercise fills, as far as reps, effort and rest depend on it."""

from __future__ import annotations

from dorsi.atlas.model import Amount, Exercise, Kind, Pattern
from dorsi.rules.standards import UNSUPPORTED_ROWS

WEIGHTED_PULL_UP = "pull-up-weighted"
FREE_PULL_UPS = frozenset({"pull-up-wide", "pull-up-medium", "pull-up-narrow", "pull-up-neutral", "chin-up"})
"""Full pull-ups with the whole body weight: no machine, no band, not lowering only, nothing added."""


def is_small(exercise: Exercise) -> bool:
    """True for isolation work and for the light pulls behind the shoulder (face pulls and the like)."""
    return exercise.kind is Kind.ISOLATION or exercise.pattern is Pattern.HORIZONTAL_ABDUCTION


def is_heavy_hinge(exercise: Exercise) -> bool:
    """True for hinges that load the lower back heavily: deadlifts, rack pulls, good mornings."""
    return exercise.pattern is Pattern.HINGE and exercise.axial is Amount.HIGH


def hangs_on_the_lower_back(exercise: Exercise) -> bool:
    """True where the lower back must hold the trunk through every rep: heavy hinges, unsupported rows."""
    return is_heavy_hinge(exercise) or exercise.family in UNSUPPORTED_ROWS
