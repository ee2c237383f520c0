"""GAT104: weighted or lowering-only pull-ups before body and elbows are ready."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Grade, Level
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.gates.pull_ups import EASIER_PULLS, WORK_SETS_FROM, adds_weight
from dorsi.rules.gates.swapping import swap_to_first
from dorsi.rules.reps.slots import FREE_PULL_UPS, WEIGHTED_PULL_UP
from dorsi.rules.scopes import EntryRule

LOWERING_ONLY = "pull-up-eccentric"


class WeightedTooSoon(EntryRule):
    """Flags overload on the bar that comes too early."""

    code = "GAT104"
    slug = "weighted-too-soon"
    name = "Overloaded pull-ups too soon"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    claims = ("D05", "A13", "C12")
    references = ("UMEM24", "RhabdoCase", "McKay17")
    checks = (
        f"Weight is added to pull-ups from {WORK_SETS_FROM} clean ones on. Lowering-only pull-ups wait until the first "
        "weeks of training, or of a return after a break, are over."
    )
    why = (
        "Added weight cuts the few reps you have to almost none. Lowering work that muscles are not used to can, in "
        "rare cases, damage them badly enough to harm the kidneys."
    )
    limits = (
        "The figure of eight is coaching practice. The muscle damage is known from case reports, which show that it "
        "happens and not how often."
    )
    bad = """\
dorsi: program/1
name: Belt too early
weeks: 4
athlete: {age: 30, body_mass: 78, training_age_months: 18, max_pull_ups: 5}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 10 light}
      - {exercise: pull-up-weighted, sets: 3 x 5 @ bw+5}
"""
    good = """\
dorsi: program/1
name: Belt in time
weeks: 4
athlete: {age: 30, body_mass: 78, training_age_months: 18, max_pull_ups: 11}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 10 light}
      - {exercise: pull-up-weighted, sets: 3 x 5 @ bw+5}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """An error for weight too soon, or for lowering work by the detrained."""
        athlete = case.athlete
        if athlete is None or not entry.is_work:
            return
        best = athlete.max_pull_ups
        if _is_weighted(entry) and best is not None and best < WORK_SETS_FROM:
            yield self.finding(
                entry.place(),
                f"{entry.exercise.short} adds weight, and your best set without any is {best}.",
                f"Work up to {WORK_SETS_FROM} clean pull-ups before you add weight.",
                numbers={"best set": best, "wanted first": WORK_SETS_FROM},
                fix=swap_to_first(entry, EASIER_PULLS, case),
            )
        elif entry.exercise.id == LOWERING_ONLY and "detrained" in athlete.tags:
            yield self.finding(
                entry.place(),
                f"{entry.exercise.short} is planned for someone who is new to training or back from a break.",
                "Start with assisted pull-ups or pulldowns and add slow lowering after two weeks.",
                numbers={"lowering sets": entry.all_sets},
                fix=swap_to_first(entry, EASIER_PULLS, case),
            )

    def constrain(self, model: PlanModel) -> None:
        """Leaves out what comes too soon; a beginner whose best is unknown counts as below eight."""
        for session in model.sessions:
            for exercise in model.candidates(session):
                if reason := _reason(exercise, model.athlete):
                    model.forbid(session, exercise, rule=self.code, reason=reason)


def _is_weighted(entry: Entry) -> bool:
    if entry.exercise.id == WEIGHTED_PULL_UP:
        return True
    return entry.exercise.id in FREE_PULL_UPS and any(adds_weight(t) for t in entry.targets)


def _reason(exercise: Exercise, athlete: Athlete) -> str:
    best = athlete.max_pull_ups
    too_few = athlete.level is Level.BEGINNER if best is None else best < WORK_SETS_FROM
    if exercise.id == WEIGHTED_PULL_UP and too_few:
        return f"Pull-ups carry weight once {WORK_SETS_FROM} clean ones are there."
    if exercise.id == LOWERING_ONLY and "detrained" in athlete.tags:
        return "Lowering-only pull-ups wait until the first weeks of training are over."
    return ""
