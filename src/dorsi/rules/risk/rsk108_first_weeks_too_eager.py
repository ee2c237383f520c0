"""RSK108: maximum sets, tests or lowering work in the first two weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Grade, Loading, Pattern
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role
from dorsi.rules.base import Case, Rule
from dorsi.rules.equipment.suitability import contraindications
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.risk.effort import gentler
from dorsi.rules.scopes import place_weeks

TAG = "detrained"
EARLY_WEEKS = 2
"""Weeks in which muscles that are not used to work get sorest. Source: UMEM24, McKay17; length heuristic."""
EASY_RIR = 3
"""Reserve in the sets that replace a maximum set (heuristic)."""
LOWERING_METHODS = frozenset({"slow-eccentric", "weighted-eccentric"})
LOWERING_EXERCISES = frozenset({"pull-up-eccentric"})


class FirstWeeksTooEager(Rule):
    """Flags all-out work in weeks 1 and 2 of newcomers and those who come back."""

    code = "RSK108"
    slug = "first-weeks-too-eager"
    name = "All out in the first two weeks"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    claims = ("A18", "C11")
    references = ("UMEM24", "RhabdoCase", "McKay17")
    health = True
    checks = (
        "In the first two weeks of training, or after four weeks off and more, there are no sets to the maximum, no "
        "tests and no slow lowering in pull-ups."
    )
    why = (
        "Muscle that is not used to it can break down after hard or lowering work, in rare cases badly enough to "
        "harm the kidneys. Two easier weeks cost next to nothing and let it get used to the work."
    )
    limits = (
        "Such breakdown is rare and the two weeks are a round number. If your urine turns dark or muscles swell "
        "badly after training, go to a hospital whatever the plan said."
    )
    bad = """\
dorsi: program/1
name: Back with a bang
weeks: 4
athlete: {age: 36, body_mass: 84, training_age_months: 60, weeks_off: 10, regularity: returning}
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-medium, sets: 4 x max}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Back with patience
weeks: 4
athlete: {age: 36, body_mass: 84, training_age_months: 60, weeks_off: 10, regularity: returning}
sessions:
  - id: back
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 3}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """Every entry of the first two weeks that goes too far."""
        if case.athlete is None or TAG not in case.athlete.tags:
            return
        for weeks, entry in case.view.distinct_entries:
            early = tuple(week for week in weeks if week <= EARLY_WEEKS)
            if early:
                for finding in self._check_early(entry, case):
                    place = replace(finding.place, weeks=place_weeks(case.view, early))
                    yield replace(finding, place=place)

    def _check_early(self, entry: Entry, case: Case) -> Iterator[Finding]:
        name = entry.exercise.short
        if entry.role is Role.TEST:
            yield self.finding(
                entry.place(),
                f"{name} is tested within the first {EARLY_WEEKS} weeks.",
                "Move the test to week 4 or later.",
            )
        elif entry.role is Role.WORK and entry.to_max and not entry.rir:
            yield self.finding(
                entry.place(),
                f"{name} goes to the maximum within the first {EARLY_WEEKS} weeks.",
                f"Stop with {EASY_RIR} repetitions in reserve for now.",
                numbers={"reps in reserve": 0},
                fix=gentler(entry, case, rir=EASY_RIR),
            )
        if entry.role is Role.WORK and _lowers(entry):
            if case.athlete and contraindications(entry.exercise, case.athlete):
                return
            yield self.finding(
                entry.place(),
                f"{name} is lowered slowly within the first {EARLY_WEEKS} weeks.",
                "Begin with pulldowns or assisted pull-ups at an ordinary pace.",
            )


def _lowers(entry: Entry) -> bool:
    """True for lowering work with one's own body in a vertical pull."""
    by_method = (
        entry.exercise.pattern is Pattern.VERTICAL_PULL
        and entry.exercise.loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS)
        and bool(LOWERING_METHODS & set(entry.prescription.methods))
    )
    return entry.exercise.id in LOWERING_EXERCISES or by_method
