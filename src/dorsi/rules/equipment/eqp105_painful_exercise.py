"""EQP105: an exercise that the athlete reported as uncomfortable or painful."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.screening import PAINFUL, SORE
from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule

SORE_PRICE = 4.0
"""Points an exercise with 3 or 4 of 10 costs: it stays only if little else is left (heuristic)."""


class PainfulExercise(EntryRule):
    """Flags exercises with a reported discomfort of 3 or more."""

    code = "EQP105"
    slug = "painful-exercise"
    name = "Exercise that hurts you"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    claims = ("C04",)
    references = ("Finucane20", "Berglund15")
    health = True
    checks = (
        "No exercise stands in the programme with which you reported discomfort: 5 of 10 or more is an error, 3 "
        "or 4 a warning."
    )
    why = (
        "A movement that hurts is the first thing to change, and the cheapest: the same pattern nearly always has a "
        "version that does not. Up to 2 of 10 that settles by the next day is no reason to stop."
    )
    limits = (
        "The scores are a rule of thumb, not a diagnosis, and soreness of the muscles is not meant. Sharp, "
        "spreading or worsening pain needs a clinician, whatever the number."
    )
    bad = """\
dorsi: program/1
name: Through the pain
weeks: 4
athlete:
  age: 38
  body_mass: 74
  training_age_months: 30
  discomfort: [{place: pull-up-wide, score: 5}]
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-wide, sets: 3 x 5-8 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Around the pain
weeks: 4
athlete:
  age: 38
  body_mass: 74
  training_age_months: 30
  discomfort: [{place: pull-up-wide, score: 5}]
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-neutral, sets: 3 x 5-8 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """A finding that grows with the reported score."""
        score = case.athlete.discomfort(entry.exercise.id) if case.athlete else 0
        if score < SORE:
            return
        other = stand_in(entry, case)
        doing = f"do {other.short} instead" if other else "leave it out"
        remedy = (
            f"Stop it for now and {doing}."
            if score >= PAINFUL
            else f"Use a fifth less load and leave 4 repetitions in reserve, or {doing}."
        )
        yield self.finding(
            entry.place(),
            f"You reported discomfort of {score}/10 with {entry.exercise.short}.",
            remedy,
            severity=Severity.ERROR if score >= PAINFUL else Severity.WARNING,
            numbers={"discomfort": score},
            fix=swap(entry, other, case) if other else None,
        )

    def constrain(self, model: PlanModel) -> None:
        """Forbids painful exercises and makes sore ones a last resort."""
        for session in model.sessions:
            for exercise in model.candidates(session):
                score = model.athlete.discomfort(exercise.id)
                if score >= PAINFUL:
                    reason = f"It hurts you ({score}/10)"
                    model.forbid(session, exercise, rule=self.code, reason=reason)
                elif score >= SORE:
                    model.price(
                        {model.pick(session, exercise): 1.0},
                        above=0,
                        each=SORE_PRICE,
                        rule=self.code,
                        reason=f"It is uncomfortable for you ({score}/10)",
                    )
