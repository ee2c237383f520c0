"""GAT103: pull-ups that have become easy, and no weight on them."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry, Place
from dorsi.program.model import Role
from dorsi.rules.base import Case, Rule
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.gates.pull_ups import adds_weight
from dorsi.rules.reps.slots import FREE_PULL_UPS, WEIGHTED_PULL_UP
from dorsi.rules.standards import CAREFUL_TAGS

EASY_FROM = 12
"""Pull-ups in one set from which sets of ten are easy. Source: claim D05; the figure is a heuristic."""
HARD_WITHOUT_WEIGHT = 10
"""Sets longer than this are hard enough without weight (heuristic)."""


class PullUpsTooEasy(Rule):
    """Flags unloaded pull-ups in short sets for athletes who could add weight."""

    code = "GAT103"
    slug = "pull-ups-too-easy"
    name = "Pull-ups have become easy"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("D05", "B14")
    references = ("ACSM09",)
    checks = (
        f"If you manage {EASY_FROM} pull-ups or more and have a dip belt, some pull-up sets carry weight, run past "
        f"{HARD_WITHOUT_WEIGHT} reps or go to the maximum."
    )
    why = (
        "A set that ends far from your limit gives the back little reason to change. Weight on a belt makes a short "
        "set hard again."
    )
    limits = (
        "When to add weight is coaching practice. Anyone whose health or age speaks against weighted pull-ups is left "
        "alone. Slow lowering can make a set hard too, and the checker does not see that."
    )
    bad = """\
dorsi: program/1
name: Coasting
weeks: 4
athlete: {age: 30, body_mass: 78, training_age_months: 30, max_pull_ups: 15}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 10 light}
      - {exercise: pull-up-medium, sets: 4 x 6-8 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Adding weight
weeks: 4
athlete: {age: 30, body_mass: 78, training_age_months: 30, max_pull_ups: 15}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 10 light}
      - {exercise: pull-up-weighted, sets: 4 x 5-8 @ RIR 2}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for the programme."""
        athlete = case.athlete
        if athlete is None or athlete.max_pull_ups is None or athlete.max_pull_ups < EASY_FROM:
            return
        if not _may_add_weight(athlete, case):
            return
        pull_ups = [
            e
            for week in case.view.training_weeks
            for e in week.work
            if e.role is Role.WORK and e.exercise.id in FREE_PULL_UPS | {WEIGHTED_PULL_UP}
        ]
        if not pull_ups or any(_is_hard_enough(e) for e in pull_ups):
            return
        most = max(e.reps[1] for e in pull_ups if e.reps)
        yield self.finding(
            Place(),
            f"You manage {athlete.max_pull_ups} pull-ups in a set, and every pull-up set here stops at {most} with "
            "nothing added.",
            "Hang 2.5-5 kg on the belt and build up from sets of 5-8.",
            numbers={"best set": athlete.max_pull_ups, "most reps planned": most},
        )


def _may_add_weight(athlete: Athlete, case: Case) -> bool:
    weighted = case.atlas.exercise(WEIGHTED_PULL_UP)
    spared = bool(athlete.tags & (CAREFUL_TAGS | {"under-18", "detrained"}))
    return "dip-belt" in athlete.equipment and suits(weighted, athlete) and not spared


def _is_hard_enough(entry: Entry) -> bool:
    return (
        entry.exercise.id == WEIGHTED_PULL_UP
        or entry.to_max
        or entry.reps is None
        or entry.reps[1] > HARD_WITHOUT_WEIGHT
        or any(adds_weight(t) for t in entry.targets)
    )
