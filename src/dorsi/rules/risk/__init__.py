"""Health limits: who must leave what, and how hard they may try. Nobody can switch these off."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.risk.rsk101_contraindicated import Contraindicated
from dorsi.rules.risk.rsk102_sore_region_loaded import SoreRegionLoaded
from dorsi.rules.risk.rsk103_under_18_limits import Under18Limits
from dorsi.rules.risk.rsk104_older_beginner_loads import OlderBeginnerLoads
from dorsi.rules.risk.rsk105_breath_holding_effort import BreathHoldingEffort
from dorsi.rules.risk.rsk106_pregnancy_positions import PregnancyPositions
from dorsi.rules.risk.rsk107_behind_the_head import BehindTheHead
from dorsi.rules.risk.rsk108_first_weeks_too_eager import FirstWeeksTooEager
from dorsi.rules.risk.rsk109_osteoporosis_flexion import OsteoporosisFlexion

RULES: tuple[type[Rule], ...] = (
    Contraindicated,
    SoreRegionLoaded,
    Under18Limits,
    OlderBeginnerLoads,
    BreathHoldingEffort,
    PregnancyPositions,
    BehindTheHead,
    FirstWeeksTooEager,
    OsteoporosisFlexion,
)
