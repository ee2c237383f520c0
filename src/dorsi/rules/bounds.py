"""Volume bounds per muscle group and level, in fractional hard sets.

Built from the anchors of the dose-response literature (Pelland24, BazValle22, Schoenfeld17vol, ACSM26);
the numbers themselves are planning heuristics: no trial has measured them for the back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dorsi.atlas.model import Grade, Level, VolumeGroup

GRADE = Grade.HEURISTIC
"""How sure the numbers of this module are."""


@dataclass(frozen=True, slots=True)
class Band:
    """Weekly fractional sets: below `start` little happens, `low` to `high` is the target, `cap` the ceiling."""

    start: float
    low: float
    high: float
    cap: float


_B, _I, _A = Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED
WEEKLY: Mapping[VolumeGroup, Mapping[Level, Band]] = {
    VolumeGroup.LATS: {_B: Band(4, 6, 10, 14), _I: Band(8, 10, 16, 20), _A: Band(10, 12, 20, 25)},
    VolumeGroup.MID_BACK: {_B: Band(4, 6, 10, 14), _I: Band(8, 10, 16, 20), _A: Band(10, 12, 20, 25)},
    VolumeGroup.UPPER_TRAP: {_B: Band(0, 2, 6, 10), _I: Band(2, 4, 8, 14), _A: Band(4, 6, 12, 18)},
    VolumeGroup.REAR_DELT: {_B: Band(2, 4, 8, 12), _I: Band(4, 6, 12, 16), _A: Band(6, 8, 16, 20)},
    VolumeGroup.ERECTORS: {_B: Band(2, 3, 6, 8), _I: Band(3, 4, 8, 10), _A: Band(4, 6, 10, 12)},
    VolumeGroup.ELBOW_FLEXORS: {_B: Band(2, 4, 8, 12), _I: Band(4, 6, 12, 16), _A: Band(6, 8, 16, 20)},
}

SESSION_SOFT_CAP: Mapping[Level, float] = {_B: 8, _I: 10, _A: 10}
"""Fractional sets per muscle group and session after which more brings little (heuristic on Remmert25)."""
SESSION_HARD_CAP = 12.0
"""Fractional sets per muscle group and session that no plan passes (heuristic on Remmert25)."""
AXIAL_SETS_PER_SESSION: Mapping[Level, int] = {_B: 5, _I: 8, _A: 8}
"""Hard sets with a high lumbar load in a session (heuristic)."""
AXIAL_SETS_PER_WEEK: Mapping[Level, int] = {_B: 10, _I: 14, _A: 14}
"""Hard sets with a high lumbar load in a week (heuristic)."""
DETRAINED_WEEKLY_CAP = 10.0
"""Sets per muscle in the first two weeks of training or after a long break (heuristic)."""
HEAVY_HINGE_SESSIONS_PER_WEEK = 2
"""Sessions with a heavy hinge in a week (heuristic)."""
