"""Gates: what an athlete should be able to do before an exercise or a dose is planned."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.gates.gat101_pull_ups_before_eight import PullUpsBeforeEight
from dorsi.rules.gates.gat102_no_pull_up_practice import NoPullUpPractice
from dorsi.rules.gates.gat103_pull_ups_too_easy import PullUpsTooEasy
from dorsi.rules.gates.gat104_weighted_too_soon import WeightedTooSoon
from dorsi.rules.gates.gat105_hinge_before_the_trunk import HingeBeforeTheTrunk
from dorsi.rules.gates.gat106_wide_grip_too_soon import WideGripTooSoon
from dorsi.rules.gates.gat107_reps_out_of_reach import RepsOutOfReach
from dorsi.rules.gates.gat108_full_session_before_ready import FullSessionBeforeReady

RULES: tuple[type[Rule], ...] = (
    PullUpsBeforeEight,
    NoPullUpPractice,
    PullUpsTooEasy,
    WeightedTooSoon,
    HingeBeforeTheTrunk,
    WideGripTooSoon,
    RepsOutOfReach,
    FullSessionBeforeReady,
)
