"""Methods and pairings: who may use them, how much of them, and what should not be put together."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.methods.met101_method_not_for_you import MethodNotForYou
from dorsi.rules.methods.met102_partner_loaded_lowering import PartnerLoadedLowering
from dorsi.rules.methods.met103_straps_for_a_powerlifter import StrapsForAPowerlifter
from dorsi.rules.methods.met104_same_muscle_superset import SameMuscleSuperset
from dorsi.rules.methods.met105_grip_or_spine_paired import GripOrSpinePaired
from dorsi.rules.methods.met106_every_day_a_killer import EveryDayAKiller
from dorsi.rules.methods.met107_eccentric_dose import EccentricDose
from dorsi.rules.methods.met108_pauses_and_eccentrics_everywhere import PausesAndEccentricsEverywhere
from dorsi.rules.methods.met109_dead_row_for_novices import DeadRowForNovices

RULES: tuple[type[Rule], ...] = (
    MethodNotForYou,
    PartnerLoadedLowering,
    StrapsForAPowerlifter,
    SameMuscleSuperset,
    GripOrSpinePaired,
    EveryDayAKiller,
    EccentricDose,
    PausesAndEccentricsEverywhere,
    DeadRowForNovices,
)
