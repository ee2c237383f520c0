"""RSK101: an exercise that one of the athlete's conditions rules out."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.atlas.vocabulary import CONDITION_TAGS
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.equipment.suitability import contraindications
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule


class Contraindicated(EntryRule):
    """Flags exercises whose own warnings apply to the athlete."""

    code = "RSK101"
    slug = "contraindicated"
    name = "Exercise not meant for you now"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    claims = ("C04", "D11")
    references = ("Finucane20", "AHA24", "ACOG804", "Fragala19", "UMEM24")
    health = True
    checks = (
        "Each exercise names the conditions with which it should be left out; none of them may be among yours, "
        "in warm-ups and stretches either."
    )
    why = (
        "An exercise can be fine for nearly everyone and still wrong for you at the moment. There is always "
        "another way to train the same movement, and leaving one exercise out costs next to nothing."
    )
    limits = (
        "The lists are careful judgements, rarely trials, and they know only what you answered. A clinician or "
        "physiotherapist who has seen you may decide otherwise in either direction."
    )
    bad = """\
dorsi: program/1
name: Pulling with a sore back
weeks: 4
athlete:
  age: 44
  body_mass: 82
  training_age_months: 30
  discomfort: [{place: lower-back, score: 4}]
sessions:
  - id: pull
    blocks:
      - {exercise: barbell-row, sets: 4 x 6-10 @ RIR 2}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Supported pulling
weeks: 4
athlete:
  age: 44
  body_mass: 82
  training_age_months: 30
  discomfort: [{place: lower-back, score: 4}]
sessions:
  - id: pull
    blocks:
      - {exercise: chest-supported-row, sets: 4 x 8-12 @ RIR 2}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """One finding an exercise, with the first reason and what to do instead."""
        reasons = contraindications(entry.exercise, case.athlete) if case.athlete else ()
        if not reasons:
            return
        other = stand_in(entry, case, first=[avoid.instead for avoid in reasons])
        conditions = ", ".join(CONDITION_TAGS[avoid.tag] for avoid in reasons)
        yield self.finding(
            entry.place(),
            f"{entry.exercise.short} is ruled out for now ({conditions}). {reasons[0].why}",
            f"Do {other.short} instead." if other else "Leave it out until the condition has changed.",
            numbers={"condition": conditions},
            fix=swap(entry, other, case) if other else None,
        )

    def constrain(self, model: PlanModel) -> None:
        """Keeps these exercises out of the plan."""
        for session in model.sessions:
            for exercise in model.candidates(session):
                for avoid in contraindications(exercise, model.athlete)[:1]:
                    reason = f"Ruled out for now: {CONDITION_TAGS[avoid.tag]}"
                    model.forbid(session, exercise, rule=self.code, reason=reason)
