"""Rules on the mix: pulls against rows, the parts of the trapezius, lower back, rear delts, elbow paths."""

from __future__ import annotations

from dorsi.rules.balance.bal101_lopsided_pulls import LopsidedPulls
from dorsi.rules.balance.bal102_trapezius_part_missing import TrapeziusPartMissing
from dorsi.rules.balance.bal103_width_or_thickness_missing import WidthOrThicknessMissing
from dorsi.rules.balance.bal104_no_hinge_or_extension import NoHingeOrExtension
from dorsi.rules.balance.bal105_thickness_without_free_row import ThicknessWithoutFreeRow
from dorsi.rules.balance.bal106_rear_delts_forgotten import RearDeltsForgotten
from dorsi.rules.balance.bal107_too_few_compounds import TooFewCompounds
from dorsi.rules.balance.bal108_one_elbow_path import OneElbowPath
from dorsi.rules.base import Rule

RULES: tuple[type[Rule], ...] = (
    LopsidedPulls,
    TrapeziusPartMissing,
    WidthOrThicknessMissing,
    NoHingeOrExtension,
    ThicknessWithoutFreeRow,
    RearDeltsForgotten,
    TooFewCompounds,
    OneElbowPath,
)
