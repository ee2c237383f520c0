"""RSK107: pulldowns behind the head without healthy shoulders and a wish for them."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Grade, Stance
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule

BEHIND = frozenset({"pulldown-behind"})
"""Exercises that bring a bar behind the head."""
SHOULDER_AND_NECK_TAGS = frozenset(
    {
        "overhead-pain",
        "shoulder-instability",
        "shoulder-surgery",
        "neck-nerve-signs",
        "hypermobility",
        "under-18",
    }
)
"""Conditions that rule the position out even for those who ask for it. Source: claim A16; heuristic."""
IN_FRONT = ("pulldown-medium", "pulldown-close")


class BehindTheHead(EntryRule):
    """Flags pulldowns to the neck."""

    code = "RSK107"
    slug = "behind-the-head"
    name = "Pulldown behind the head"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    stance = Stance.CORRECT
    claims = ("A15", "A16")
    references = ("Sperandei09", "Padovan24", "Kolber13")
    health = True
    checks = (
        "The bar comes down in front. Behind the head is only for athletes who asked for it and have no trouble "
        "with shoulders or neck."
    )
    why = (
        "Guide A expects more for the rhomboids and inner lats, but studies found no gain for the lats or less "
        "activity. The arms are forced to the end of their range, a position linked with loose shoulders in lifters."
    )
    limits = (
        "Nobody has counted injuries from this exercise, so the rule is a precaution. It cannot test how far your "
        "shoulders turn."
    )
    bad = """\
dorsi: program/1
name: Behind the neck
weeks: 4
athlete: {age: 29, body_mass: 76, training_age_months: 20}
sessions:
  - id: upper
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 5-8 @ RIR 2}
      - {exercise: pulldown-behind, sets: 4 x 6-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: To the chest
weeks: 4
athlete: {age: 29, body_mass: 76, training_age_months: 20}
sessions:
  - id: upper
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 5-8 @ RIR 2}
      - {exercise: pulldown-close, sets: 4 x 6-12 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """An error for a known athlete, a warning where nobody's shoulders are known."""
        athlete, exercise = case.athlete, entry.exercise
        if exercise.id not in BEHIND:
            return
        if athlete is None:
            message = f"{exercise.short} needs healthy shoulders and a wish for it; here neither is known."
        elif not _fragile(athlete) and athlete.behind_the_head:
            return
        else:
            message = (
                f"{exercise.short} is not for shoulders or a neck that already give trouble."
                if _fragile(athlete)
                else f"{exercise.short} brings the bar behind your head, which you have not asked for."
            )
        other = stand_in(entry, case, first=IN_FRONT)
        yield self.finding(
            entry.place(),
            message,
            f"Do {other.short} instead." if other else "Leave it out; rows below shoulder height do the work.",
            severity=Severity.ERROR if athlete else Severity.WARNING,
            fix=swap(entry, other, case) if other else None,
        )

    def constrain(self, model: PlanModel) -> None:
        """Keeps the bar in front unless asked for with sound shoulders."""
        if model.athlete.behind_the_head and not _fragile(model.athlete):
            return
        for session in model.sessions:
            for exercise in model.candidates(session):
                if exercise.id in BEHIND:
                    reason = "The bar comes down in front of the head"
                    model.forbid(session, exercise, rule=self.code, reason=reason)


def _fragile(athlete: Athlete) -> bool:
    return bool(athlete.tags & SHOULDER_AND_NECK_TAGS or athlete.discomfort("shoulder") or athlete.discomfort("neck"))
