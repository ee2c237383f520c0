"""GAT101: full pull-ups as work sets before eight are there."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Level
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.gates.pull_ups import EASIER_PULLS, WORK_SETS_FROM, adds_weight, is_assisted
from dorsi.rules.gates.swapping import swap_to_first
from dorsi.rules.reps.slots import FREE_PULL_UPS
from dorsi.rules.scopes import EntryRule

FEW_PULL_UPS = 3
"""Fewer than this leaves no room for work sets at all (heuristic)."""


class PullUpsBeforeEight(EntryRule):
    """Flags work sets of unassisted pull-ups for athletes who manage fewer than eight."""

    code = "GAT101"
    slug = "pull-ups-before-eight"
    name = "Pull-ups before eight are there"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    claims = ("A13", "A18", "D05")
    references = ("Johnson09",)
    checks = (
        f"Until you manage {WORK_SETS_FROM} pull-ups in a set, full pull-ups stay out of your work sets. Tests and "
        "assisted, band-assisted or lowering-only pull-ups are free."
    )
    why = (
        "Sets of two or three near your limit give the back few reps, and few of them clean. Pulldowns "
        "and assisted pull-ups let you do enough good ones to grow out of the problem."
    )
    limits = (
        "Eight is coaching practice. Short, easy sets of pull-ups can work from about three on, so only the rest "
        "is an error. If your best set is unknown, the checker says nothing."
    )
    bad = """\
dorsi: program/1
name: Pull-ups too soon
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 2, max_pull_ups: 2}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pull-up-medium, sets: 4 x 6-12}
      - {exercise: seated-row-wide, sets: 3 x 10-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Building up to pull-ups
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 2, max_pull_ups: 2}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {test: pull-up-medium, sets: 1 x max}
      - {exercise: pull-up-assisted, sets: 3 x 6-8 @ RIR 3}
      - {exercise: seated-row-wide, sets: 3 x 10-12 @ RIR 3}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """An error where the reps are out of reach, else a warning."""
        athlete = case.athlete
        if athlete is None or athlete.max_pull_ups is None or not _is_full_pull_up_work(entry):
            return
        if athlete.max_pull_ups >= WORK_SETS_FROM:
            return
        best = athlete.max_pull_ups
        floor = max((t.reps[0] for t in entry.targets if t.reps), default=0)
        severe = best < FEW_PULL_UPS or floor > best - 1
        asked = f"sets of at least {floor}" if floor else "sets to the maximum"
        yield self.finding(
            entry.place(),
            f"{entry.exercise.short} is planned for {asked}; your best set is {best}, and full pull-ups become "
            f"work sets at {WORK_SETS_FROM}.",
            "Do assisted pull-ups or pulldowns for now, and test your pull-ups with one set now and then.",
            severity=Severity.ERROR if severe else Severity.WARNING,
            numbers={"best set": best, "wanted first": WORK_SETS_FROM, "reps asked for": floor or "max"},
            fix=swap_to_first(entry, EASIER_PULLS, case),
        )

    def constrain(self, model: PlanModel) -> None:
        """Keeps full pull-ups out of the work sets; a beginner whose best is unknown counts as below eight."""
        best = model.athlete.max_pull_ups
        if best is None and model.athlete.level is not Level.BEGINNER:
            return
        if best is not None and best >= WORK_SETS_FROM:
            return
        known = "your best set of pull-ups is not known" if best is None else f"you manage {best} so far"
        for session in model.sessions:
            for exercise in model.candidates(session):
                if exercise.id in FREE_PULL_UPS:
                    model.forbid(
                        session,
                        exercise,
                        rule=self.code,
                        reason=f"Full pull-ups become work sets at {WORK_SETS_FROM} in one set; {known}.",
                    )


def _is_full_pull_up_work(entry: Entry) -> bool:
    """True for work sets with the whole body weight; added weight is GAT104's."""
    return (
        entry.role is Role.WORK
        and entry.exercise.id in FREE_PULL_UPS
        and not all(is_assisted(t) for t in entry.targets)
        and not any(adds_weight(t) for t in entry.targets)
    )
