"""Reps, effort and sets: how much each work set asks for, and how close to failure it goes."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.reps.rep101_reps_outside_the_slot import RepsOutsideTheSlot
from dorsi.rules.reps.rep102_hinge_reps import HingeReps
from dorsi.rules.reps.rep103_effort_too_hard import EffortTooHard
from dorsi.rules.reps.rep104_sets_per_exercise import SetsPerExercise
from dorsi.rules.reps.rep105_max_sets_on_spine import MaxSetsOnSpine
from dorsi.rules.reps.rep106_effort_unstated import EffortUnstated
from dorsi.rules.reps.rep107_percent_and_reps_disagree import PercentAndRepsDisagree
from dorsi.rules.reps.rep108_strength_without_heavy_sets import StrengthWithoutHeavySets

RULES: tuple[type[Rule], ...] = (
    RepsOutsideTheSlot,
    HingeReps,
    EffortTooHard,
    SetsPerExercise,
    MaxSetsOnSpine,
    EffortUnstated,
    PercentAndRepsDisagree,
    StrengthWithoutHeavySets,
)
