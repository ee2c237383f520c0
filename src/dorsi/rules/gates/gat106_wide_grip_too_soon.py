"""GAT106: the widest grip for beginners on the ladder, or for sore shoulders."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Grade, Level, Stance
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.gates.gat101_pull_ups_before_eight import FEW_PULL_UPS
from dorsi.rules.gates.pull_ups import EASIER_PULLS, WORK_SETS_FROM
from dorsi.rules.gates.swapping import swap_to_first
from dorsi.rules.scopes import EntryRule

WIDE_PULL_UP, WIDE_PULLDOWN = "pull-up-wide", "pulldown-wide"
SORE_SHOULDER = 3
"""Shoulder discomfort (0-10) from which the widest grip is left alone (heuristic)."""
WIDE_GRIP_PRICE = 1.5
"""Points a wide grip costs the planner where another would be kinder (taste)."""
MEDIUM_PULLS = ("pulldown-medium", "pulldown-close", "pulldown-one-arm", "band-pulldown")


class WideGripTooSoon(EntryRule):
    """Flags wide pull-ups and pulldowns where a medium grip should come first."""

    code = "GAT106"
    slug = "wide-grip-too-soon"
    name = "Wide grip too soon"
    severity = Severity.WARNING
    confidence = Grade.LIMITED
    stance = Stance.CORRECT
    claims = ("A12",)
    references = ("Prinold16", "Andersen14")
    checks = (
        f"Beginners with fewer than {FEW_PULL_UPS} pull-ups, and anyone whose shoulder discomfort is {SORE_SHOULDER} "
        "out of 10 or more, pull with a medium grip, about one and a half times shoulder width."
    )
    why = (
        "The widest grip takes shoulder and blade to their least comfortable angles, and muscle readings show no "
        "clear gain for the lats in return. Guide A starts beginners wide; Dorsi keeps its order, but begins at the "
        "widest comfortable grip."
    )
    limits = (
        "The angles were measured in 11 people doing pull-ups, and an awkward angle is not an injury. If wide has "
        "always felt fine, it can stay an option."
    )
    bad = """\
dorsi: program/1
name: Wide from the start
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 2, max_pull_ups: 0}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-wide, sets: 2 x 15 light}
      - {exercise: pulldown-wide, sets: 3 x 8-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Medium first
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 2, max_pull_ups: 0}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 15 light}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """A warning for each wide-grip work exercise."""
        athlete = case.athlete
        if athlete is None or not entry.is_work or entry.exercise.id not in (WIDE_PULL_UP, WIDE_PULLDOWN):
            return
        sore = athlete.discomfort("shoulder")
        best = athlete.max_pull_ups
        if sore >= SORE_SHOULDER:
            reason = f"your shoulder discomfort is {sore} out of 10"
        elif athlete.level is Level.BEGINNER and best is not None and best < FEW_PULL_UPS:
            reason = f"your best set of pull-ups is {best}"
        else:
            return
        yield self.finding(
            entry.place(),
            f"{entry.exercise.short} is the widest grip, and {reason}; a medium one comes first.",
            "Grip about one and a half times shoulder width, and go wider only where it stays comfortable.",
            numbers={"shoulder discomfort": sore, "best set": "unknown" if best is None else best},
            fix=swap_to_first(entry, _choices(entry, best), case),
        )

    def constrain(self, model: PlanModel) -> None:
        """No wide pull-ups for beginners; elsewhere the wide grip costs something where it is too soon."""
        athlete = model.athlete
        beginner = athlete.level is Level.BEGINNER
        too_soon = _is_too_soon(athlete)
        for session in model.sessions:
            for exercise in model.candidates(session):
                if exercise.id == WIDE_PULL_UP and beginner:
                    reason = "The widest pull-up waits until the medium grip is mastered."
                    model.forbid(session, exercise, rule=self.code, reason=reason)
                elif exercise.id in (WIDE_PULL_UP, WIDE_PULLDOWN) and too_soon:
                    amount = {model.pick(session, exercise): 1.0}
                    reason = "A medium grip is kinder to the shoulder at this stage."
                    model.price(amount, above=0, each=WIDE_GRIP_PRICE, rule=self.code, reason=reason)


def _is_too_soon(athlete: Athlete) -> bool:
    few = athlete.max_pull_ups is None or athlete.max_pull_ups < FEW_PULL_UPS
    return (athlete.level is Level.BEGINNER and few) or athlete.discomfort("shoulder") >= SORE_SHOULDER


def _choices(entry: Entry, best: int | None) -> tuple[str, ...]:
    if entry.exercise.id == WIDE_PULLDOWN:
        return MEDIUM_PULLS
    if best is not None and best >= WORK_SETS_FROM:
        return ("pull-up-medium", "pull-up-neutral", *MEDIUM_PULLS)
    return EASIER_PULLS
