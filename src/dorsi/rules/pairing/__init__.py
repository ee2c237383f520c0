"""Rules about what else is trained on the day of a back session, or on the days beside it."""

from dorsi.rules.base import Rule
from dorsi.rules.pairing.pai101_chest_day_overfull import ChestDayOverfull
from dorsi.rules.pairing.pai102_legs_with_the_back import LegsWithTheBack
from dorsi.rules.pairing.pai103_shoulder_day_too_near import ShoulderDayTooNear
from dorsi.rules.pairing.pai104_arms_before_pulling import ArmsBeforePulling
from dorsi.rules.pairing.pai105_abs_before_hinge import AbsBeforeHinge

RULES: tuple[type[Rule], ...] = (
    ChestDayOverfull,
    LegsWithTheBack,
    ShoulderDayTooNear,
    ArmsBeforePulling,
    AbsBeforeHinge,
)
