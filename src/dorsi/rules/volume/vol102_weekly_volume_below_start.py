"""VOL102: fewer weekly sets for a muscle group than it takes to get growth going."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import VolumeGroup
from dorsi.atlas.volume import group_values
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.bounds import GRADE, WEEKLY
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import group_sets
from dorsi.rules.volume.reach import lower_back_rests, options
from dorsi.rules.volume.wording import lifter, sets_text, the, whole_sets
from dorsi.units import number

SEVERITIES = {
    VolumeGroup.LATS: Severity.WARNING,
    VolumeGroup.MID_BACK: Severity.WARNING,
    VolumeGroup.ERECTORS: Severity.ADVICE,
    VolumeGroup.REAR_DELT: Severity.ADVICE,
    VolumeGroup.UPPER_TRAP: Severity.ADVICE,
}
"""Groups a back programme should not starve, and how much it matters when it does (heuristic)."""
POINTS_PER_SET = {
    VolumeGroup.LATS: 2.0,
    VolumeGroup.MID_BACK: 2.0,
    VolumeGroup.ERECTORS: 2.0,
    VolumeGroup.REAR_DELT: 0.5,
    VolumeGroup.UPPER_TRAP: 0.5,
}
"""What the planner earns for each set up to the start of a group."""


class WeeklyVolumeBelowStart(WeekRule):
    """Weekly sets below `start` of `bounds.WEEKLY`."""

    code = "VOL102"
    slug = "weekly-volume-below-start"
    name = "Too few weekly sets"
    severity = Severity.WARNING
    confidence = GRADE
    claims = ("C03",)
    references = ("Pelland24", "Schoenfeld17vol")
    checks = (
        "Adds up the hard sets of a training week for each muscle group, a helping muscle counting half, and "
        "reports groups that get less than the starting amount for your level. Deload weeks are left alone."
    )
    why = (
        "Growth needs a few hard sets a week before anything shows. A group left below that will at best "
        "hold what it has while the rest of your back moves on."
    )
    limits = (
        "The starting amounts are planning figures, not measured thresholds, and holding on to size takes less. "
        "What your equipment or health rules out is not asked for."
    )
    bad = """\
dorsi: program/1
name: One pull-up day
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 6-10 @ RIR 2}
      - {exercise: straight-arm-pulldown, sets: 2 x 10-15 @ RIR 1}
"""
    good = """\
dorsi: program/1
name: A little of everything
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: face-pull, sets: 3 x 12-20 @ RIR 1}
  - id: lower
    day: thu
    blocks:
      - {exercise: deadlift, sets: 4 x 5-8 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each group that gets less than its start."""
        for group, severity in SEVERITIES.items():
            sets, start = week.volume.get(group, 0.0), WEEKLY[group][case.level].start
            if sets >= start or not _is_open(group, case):
                continue
            yield self.finding(
                Place(),
                f"{sets_text(sets) if sets else 'No hard set'} a week for {the(group)}: "
                f"{lifter(case.level)} starts at {number(start)}.",
                f"Add {whole_sets(start - sets)} or more that train {the(group)}.",
                severity=severity,
                numbers={"muscle group": group.label, "sets a week": sets, "start": start},
            )

    def constrain(self, model: PlanModel) -> None:
        """Rewards every set up to the start of a group."""
        for group, points in POINTS_PER_SET.items():
            start = WEEKLY[group][model.athlete.level].start
            if start and not (group is VolumeGroup.ERECTORS and lower_back_rests(model.athlete)):
                reason = f"At least {sets_text(start)} a week for {the(group)}."
                model.reward(group_sets(model, group), up_to=start, each=points, rule=self.code, reason=reason)


def _is_open(group: VolumeGroup, case: Case) -> bool:
    """True if the athlete has an exercise for the group and nothing speaks against more of it."""
    if group is VolumeGroup.ERECTORS and lower_back_rests(case.athlete):
        return False
    return any(group in group_values(exercise, case.atlas) for exercise in options(case, lambda _: True))
