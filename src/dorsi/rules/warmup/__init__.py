"""Warm-up: what readies you for the work, and what only tires you."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.warmup.wup101_cold_start import ColdStart
from dorsi.rules.warmup.wup102_heavy_lift_without_ramp import HeavyLiftWithoutRamp
from dorsi.rules.warmup.wup103_warm_up_too_tiring import WarmUpTooTiring
from dorsi.rules.warmup.wup104_lumbar_unprepared import LumbarUnprepared
from dorsi.rules.warmup.wup105_cardio_too_long import CardioTooLong
from dorsi.rules.warmup.wup106_no_general_warm_up import NoGeneralWarmUp

RULES: tuple[type[Rule], ...] = (
    ColdStart,
    HeavyLiftWithoutRamp,
    WarmUpTooTiring,
    LumbarUnprepared,
    CardioTooLong,
    NoGeneralWarmUp,
)
