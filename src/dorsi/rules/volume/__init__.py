"""Rules on how much: weekly sets, sets a session, axial load, first weeks, jumps and grip."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.volume.vol101_weekly_volume_over_cap import WeeklyVolumeOverCap
from dorsi.rules.volume.vol102_weekly_volume_below_start import WeeklyVolumeBelowStart
from dorsi.rules.volume.vol103_session_volume_over_cap import SessionVolumeOverCap
from dorsi.rules.volume.vol104_axial_load_over_cap import AxialLoadOverCap
from dorsi.rules.volume.vol105_too_much_too_soon import TooMuchTooSoon
from dorsi.rules.volume.vol106_outside_the_target_band import OutsideTheTargetBand
from dorsi.rules.volume.vol107_volume_jump import VolumeJump
from dorsi.rules.volume.vol108_grip_overload import GripOverload

RULES: tuple[type[Rule], ...] = (
    WeeklyVolumeOverCap,
    WeeklyVolumeBelowStart,
    SessionVolumeOverCap,
    AxialLoadOverCap,
    TooMuchTooSoon,
    OutsideTheTargetBand,
    VolumeJump,
    GripOverload,
)
