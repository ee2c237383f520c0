"""EQP101: an exercise that the athlete lacks the equipment for."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.equipment import EQUIPMENT
from dorsi.atlas.model import Exercise, Grade
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule


class MissingEquipment(EntryRule):
    """Flags exercises that cannot be done with what the athlete has."""

    code = "EQP101"
    slug = "missing-equipment"
    name = "Equipment you do not have"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    references = ("ACSM26",)
    checks = (
        "Every exercise, warm-ups included, can be done with the equipment in your answers; one complete "
        "alternative is enough."
    )
    why = (
        "An exercise you cannot set up is a hole in the session. Equipment type has made no consistent "
        "difference to growth, so another tool for the same movement does the job."
    )
    limits = (
        "It knows the kinds of equipment, not how much of it is free at six in the evening, and it trusts your "
        "list. Handles, ropes and mats are taken to come with their station."
    )
    bad = """\
dorsi: program/1
name: Pulleys at home
weeks: 4
athlete: {age: 34, body_mass: 72, training_age_months: 18, equipment: {preset: home-dumbbells}}
sessions:
  - id: back
    blocks:
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
      - {exercise: romanian-deadlift-dumbbell, sets: 3 x 8-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Dumbbells at home
weeks: 4
athlete: {age: 34, body_mass: 72, training_age_months: 18, equipment: {preset: home-dumbbells}}
sessions:
  - id: back
    blocks:
      - {exercise: dumbbell-row, sets: 4 x 8-12 @ RIR 2}
      - {exercise: romanian-deadlift-dumbbell, sets: 3 x 8-12 @ RIR 3}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """One finding for an exercise without a complete set of equipment."""
        athlete, exercise = case.athlete, entry.exercise
        if athlete is None or athlete.owns(exercise.equipment):
            return
        lacking = ", ".join(EQUIPMENT[item] for item in missing_items(exercise, athlete))
        other = stand_in(entry, case)
        remedy = (
            f"Do {other.short} instead: same movement, with what you have."
            if other
            else "Add the equipment if you do have it, or take the exercise out; nothing you own replaces it."
        )
        yield self.finding(
            entry.place(),
            f"{exercise.short} needs equipment that is not on your list: {lacking}.",
            remedy,
            numbers={"missing": lacking},
            fix=swap(entry, other, case) if other else None,
        )

    def constrain(self, model: PlanModel) -> None:
        """Keeps exercises without equipment out of the plan."""
        for session in model.sessions:
            for exercise in model.candidates(session):
                if not model.athlete.owns(exercise.equipment):
                    lacking = ", ".join(EQUIPMENT[i] for i in missing_items(exercise, model.athlete))
                    model.forbid(session, exercise, rule=self.code, reason=f"You have no {lacking}")


def missing_items(exercise: Exercise, athlete: Athlete) -> tuple[str, ...]:
    """What is lacking for the alternative that lacks least."""
    options = [tuple(item for item in option if item not in athlete.equipment) for option in exercise.equipment]
    return min(options, key=len, default=())
