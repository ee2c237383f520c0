"""How a programme runs over its weeks: change, deloads and what stays."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.periodization.per101_never_changes import NeverChanges
from dorsi.rules.periodization.per102_no_deload import NoDeload
from dorsi.rules.periodization.per103_deload_not_light import DeloadNotLight
from dorsi.rules.periodization.per104_deload_for_a_beginner import DeloadForABeginner
from dorsi.rules.periodization.per105_main_lift_abandoned import MainLiftAbandoned

RULES: tuple[type[Rule], ...] = (
    NeverChanges,
    NoDeload,
    DeloadNotLight,
    DeloadForABeginner,
    MainLiftAbandoned,
)
