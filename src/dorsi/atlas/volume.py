"""How an exercise's sets are counted: fractional sets per muscle and per volume group."""

from __future__ import annotations

from collections.abc import Mapping

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, VolumeGroup

DIRECT_FROM = 0.75
"""Involvement from which a hard set counts as a whole one."""
INDIRECT_FROM = 0.5
"""Involvement from which a hard set counts as half of one."""


def set_value(involvement: float) -> float:
    """What one hard set is worth for a muscle: 1 direct, 0.5 indirect, 0 below that.

    Source: fractional counting fitted growth best in 67 studies (Pelland24); where the line between
    direct and indirect runs is our judgement (heuristic).
    """
    if involvement >= DIRECT_FROM:
        return 1.0
    return 0.5 if involvement >= INDIRECT_FROM else 0.0


def group_values(exercise: Exercise, atlas: Atlas) -> Mapping[VolumeGroup, float]:
    """What one hard set of the exercise is worth for each volume group it trains (0.5 or 1).

    A group counts what its most involved muscle gets: a set is never counted twice.
    """
    values: dict[VolumeGroup, float] = {}
    for group, muscles in atlas.group_muscles.items():
        value = max((set_value(exercise.muscles.get(muscle, 0.0)) for muscle in muscles), default=0.0)
        if value:
            values[group] = value
    return values
