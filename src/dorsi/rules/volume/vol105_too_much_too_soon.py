"""VOL105: the first two weeks, or the first two back, hold too much for a muscle."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import VolumeGroup
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.bounds import DETRAINED_WEEKLY_CAP, GRADE
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import group_sets
from dorsi.rules.volume.fewer_sets import fewer_sets, worth_for
from dorsi.rules.volume.wording import sets_text, the
from dorsi.units import number

FIRST_WEEKS = frozenset({1, 2})
"""Weeks in which an unaccustomed muscle is most easily overdone (heuristic on McKay17, RhabdoCase)."""
DETRAINED = "detrained"
"""The condition tag of first weeks and of returns after a break."""


class TooMuchTooSoon(WeekRule):
    """More than `DETRAINED_WEEKLY_CAP` sets for a group in weeks 1-2 of a detrained athlete."""

    code = "VOL105"
    slug = "too-much-too-soon"
    name = "Too much too soon"
    severity = Severity.ERROR
    confidence = GRADE
    claims = ("A18",)
    references = ("McKay17", "RhabdoCase")
    health = True
    checks = (
        "For someone new to training or back after four weeks or more: the sets of every muscle group in the first "
        f"two weeks, a helping muscle counting half. More than {number(DETRAINED_WEEKLY_CAP)} is an error."
    )
    why = (
        "Muscles that are not used to hard work can break down after a sudden large dose of it, badly enough to "
        "need a hospital. Two modest weeks cost you nothing and make the next ones safe."
    )
    limits = (
        "The published cases did far more than this in one go, and such breakdown stays rare. "
        "The cap is a cautious figure that no trial has set; dark urine after training means hospital at any volume."
    )
    bad = """\
dorsi: program/1
name: Straight back in
weeks: 4
athlete: {age: 34, body_mass: 82, training_age_months: 40, weeks_off: 12}
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 3}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 3}
  - id: second
    day: thu
    blocks:
      - {exercise: chest-supported-row, sets: 4 x 8-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Easing back in
weeks: 4
athlete: {age: 34, body_mass: 82, training_age_months: 40, weeks_off: 12}
sessions:
  - id: upper
    day: mon
    blocks:
      - exercise: pulldown-medium
        sets: {1-2: 2 x 8-12 @ RIR 3, 3-4: 4 x 8-12 @ RIR 3}
      - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 3}
  - id: second
    day: thu
    blocks:
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 3}
"""

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each group above the cap in the first weeks of a detrained athlete."""
        weeks = tuple(sorted(FIRST_WEEKS.intersection(week.weeks)))
        if not weeks or case.athlete is None or not is_detrained(case.athlete):
            return
        for group in VolumeGroup:
            sets = week.volume.get(group, 0.0)
            if sets > DETRAINED_WEEKLY_CAP:
                yield self.finding(
                    Place(weeks=weeks),
                    f"{sets_text(sets)} for {the(group)} while you are new or just back: "
                    f"{number(DETRAINED_WEEKLY_CAP)} a week is the cap for the first two weeks.",
                    f"Do at most {sets_text(DETRAINED_WEEKLY_CAP)} for {the(group)} until week 3.",
                    numbers={
                        "muscle group": group.label,
                        "sets a week": sets,
                        "cap": DETRAINED_WEEKLY_CAP,
                    },
                    fix=fewer_sets(
                        week.work,
                        worth_for(group),
                        sets - DETRAINED_WEEKLY_CAP,
                    ),
                )

    def constrain(self, model: PlanModel) -> None:
        """Holds every group at the cap for a detrained athlete."""
        if is_detrained(model.athlete):
            for group in VolumeGroup:
                model.at_most(
                    group_sets(model, group),
                    DETRAINED_WEEKLY_CAP,
                    rule=self.code,
                    reason=f"At most {sets_text(DETRAINED_WEEKLY_CAP)} a week for {the(group)} while you are new or "
                    "just back.",
                )


def is_detrained(athlete: Athlete) -> bool:
    """True in the first weeks of training and after a break of four weeks or more."""
    return DETRAINED in athlete.tags
