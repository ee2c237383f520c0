"""VOL101: more weekly sets for a muscle group than the ceiling of the level."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import VolumeGroup
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.bounds import GRADE, WEEKLY
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import group_sets
from dorsi.rules.volume.fewer_sets import fewer_sets, worth_for
from dorsi.rules.volume.wording import lifter, sets_text, the, whole_sets
from dorsi.units import number

STRICT_GROUPS = (VolumeGroup.LATS, VolumeGroup.MID_BACK, VolumeGroup.ERECTORS)
"""Groups whose ceiling is an error: they carry the heavy lifts. The others are small and mostly assist (heuristic)."""
PRICE_PER_SET = 2.0
"""Points for each set above the ceiling of the other groups."""


class WeeklyVolumeOverCap(WeekRule):
    """Weekly sets above the ceiling of `bounds.WEEKLY`."""

    code = "VOL101"
    slug = "weekly-volume-over-cap"
    name = "Too many weekly sets"
    severity = Severity.ERROR
    confidence = GRADE
    claims = ("C16",)
    references = ("Pelland24", "BazValle22", "Schoenfeld17vol", "ACSM26")
    checks = (
        "Adds up the hard sets of a week for each muscle group, a helping muscle counting half, and compares "
        "the sum with the ceiling for your level."
    )
    why = (
        "Each further set brings less than the one before it, while soreness and tired joints keep adding up. "
        "Far beyond the usual range you pay for sets that give almost nothing back."
    )
    limits = (
        "The ceilings are planning figures built from research on other muscles, mostly legs and arms. "
        "Nobody has measured where the back stops answering, and people differ widely."
    )
    bad = """\
dorsi: program/1
name: Everything twice
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 6 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 6 x 8-12 @ RIR 2}
  - id: lower
    day: thu
    blocks:
      - {exercise: pulldown-close, sets: 6 x 8-12 @ RIR 2}
      - {exercise: chest-supported-row, sets: 6 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Enough twice
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
  - id: lower
    day: thu
    blocks:
      - {exercise: pulldown-close, sets: 3 x 8-12 @ RIR 2}
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 2}
"""

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each group above its ceiling, deloads included."""
        for group, bands in WEEKLY.items():
            sets, cap = week.volume.get(group, 0.0), bands[case.level].cap
            if sets <= cap:
                continue
            yield self.finding(
                Place(),
                f"{sets_text(sets)} a week for {the(group)}: the ceiling for {lifter(case.level)} is {number(cap)}.",
                f"Take at least {whole_sets(sets - cap)} of work for {the(group)} out of the week.",
                severity=Severity.ERROR if group in STRICT_GROUPS else Severity.WARNING,
                numbers={"muscle group": group.label, "sets a week": sets, "ceiling": cap},
                fix=fewer_sets(week.work, worth_for(group), sets - cap),
            )

    def constrain(self, model: PlanModel) -> None:
        """Keeps the strict groups at or below the ceiling and prices the others above it."""
        for group, bands in WEEKLY.items():
            cap, amount = bands[model.athlete.level].cap, group_sets(model, group)
            reason = f"No more than {sets_text(cap)} a week for {the(group)}."
            if group in STRICT_GROUPS:
                model.at_most(amount, cap, rule=self.code, reason=reason)
            else:
                model.price(amount, above=cap, each=PRICE_PER_SET, rule=self.code, reason=reason)
