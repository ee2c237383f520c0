"""Rules on which exercises stand in a programme: likeness, number, level, variety and lasting choices."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.selection.sel101_near_duplicates import NearDuplicates
from dorsi.rules.selection.sel102_too_many_exercises import TooManyExercises
from dorsi.rules.selection.sel103_too_few_exercises import TooFewExercises
from dorsi.rules.selection.sel104_isolation_for_a_beginner import IsolationForABeginner
from dorsi.rules.selection.sel105_one_pull_up_type import OnePullUpType
from dorsi.rules.selection.sel106_no_lat_stretch_work import NoLatStretchWork
from dorsi.rules.selection.sel107_accessory_churn import AccessoryChurn
from dorsi.rules.selection.sel108_supine_shrug_for_traps import SupineShrugForTraps
from dorsi.rules.selection.sel109_skilled_lift_for_a_beginner import SkilledLiftForABeginner
from dorsi.rules.selection.sel110_off_by_default import OffByDefault

RULES: tuple[type[Rule], ...] = (
    NearDuplicates,
    TooManyExercises,
    TooFewExercises,
    IsolationForABeginner,
    OnePullUpType,
    NoLatStretchWork,
    AccessoryChurn,
    SupineShrugForTraps,
    SkilledLiftForABeginner,
    OffByDefault,
)
