"""VOL106: lats or mid-back get enough to matter and not too much, yet not what the level aims at."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import VolumeGroup
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case
from dorsi.rules.bounds import GRADE, WEEKLY
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.wording import lifter, sets_text, the, whole_sets
from dorsi.units import number

GROUPS = (VolumeGroup.LATS, VolumeGroup.MID_BACK)
"""The two groups that make up most of a back."""


class OutsideTheTargetBand(WeekRule):
    """Weekly sets within start and ceiling but outside the band in between."""

    code = "VOL106"
    slug = "outside-the-target-band"
    name = "Outside the target band"
    severity = Severity.ADVICE
    confidence = GRADE
    claims = ("C03",)
    references = ("Pelland24", "BazValle22", "Schoenfeld17vol", "ACSM26")
    checks = (
        "Compares the weekly sets of lats and mid-back with the band that suits your level best. "
        "It stays silent below the starting amount and above the ceiling, where other rules speak, and in deloads."
    )
    why = (
        "In the middle of the range a set still buys a fair share of growth at a fair price. "
        "Below it you leave some on the table, above it you pay more for each step."
    )
    limits = (
        "The band is a planning figure, wide on purpose, and no trial has drawn it for the back. "
        "A deliberate easy or hard block outside it is a fair choice."
    )
    bad = """\
dorsi: program/1
name: Nine sets
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
  - id: second
    day: thu
    blocks:
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 2}
      - {exercise: face-pull, sets: 3 x 12-20 @ RIR 1}
"""
    good = """\
dorsi: program/1
name: Twelve sets
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
  - id: second
    day: thu
    blocks:
      - {exercise: chest-supported-row, sets: 4 x 8-12 @ RIR 2}
      - {exercise: face-pull, sets: 3 x 12-20 @ RIR 1}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each of the groups between start and band, or between band and ceiling."""
        for group in GROUPS:
            sets, band = week.volume.get(group, 0.0), WEEKLY[group][case.level]
            if band.start <= sets < band.low:
                remedy = f"Add {whole_sets(band.low - sets)} for {the(group)} when time and recovery allow."
            elif band.high < sets <= band.cap:
                remedy = f"Keep it if you recover well; otherwise take {whole_sets(sets - band.high)} off."
            else:
                continue
            span = f"{number(band.low)}-{number(band.high)}"
            yield self.finding(
                Place(),
                f"{sets_text(sets)} a week for {the(group)}: the target band for {lifter(case.level)} is {span}.",
                remedy,
                numbers={"muscle group": group.label, "sets a week": sets, "target band": span},
            )
