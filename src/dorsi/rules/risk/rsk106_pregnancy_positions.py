"""RSK106: heavy standing pulls and lying positions after the first third of pregnancy."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Amount, Exercise, Grade
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.equipment.suitability import contraindications
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule

TAG = "pregnancy-late"
EARLIER_TAG = "pregnancy"
LIGHT_HINGES = ("kettlebell-deadlift", "romanian-deadlift-dumbbell")
"""Hinges to fall back on, with a load that can be put down at once."""


class PregnancyPositions(EntryRule):
    """Flags lifts with a heavily loaded trunk, and lying ones, late in pregnancy."""

    code = "RSK106"
    slug = "pregnancy-positions"
    name = "Lift to leave late in pregnancy"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    references = ("ACOG804", "Mathisen25", "IJWH24")
    health = True
    checks = (
        "After the first third of pregnancy nothing loads the lower back heavily, and nothing is done that is "
        "already unsuitable earlier, such as lying flat on the back or the belly for sets."
    )
    why = (
        "Resistance training is welcome in a normal pregnancy. What changes are room, balance and pressure in the "
        "belly: light hinges, cables and machines give the same work with an easy way out."
    )
    limits = (
        "Data on heavy lifting in pregnancy are few and come from trained women, so this is caution and not a "
        "finding of harm. Your midwife or doctor knows your pregnancy; stop for bleeding, fluid, contractions, "
        "headache or calf pain."
    )
    bad = """\
dorsi: program/1
name: Heavy in month six
weeks: 4
athlete:
  age: 31
  sex: female
  body_mass: 74
  training_age_months: 40
  clinician_ok: true
  screening: {"yes": [pregnant], pregnancy_weeks: 24}
sessions:
  - id: back
    blocks:
      - {exercise: romanian-deadlift, sets: 3 x 8-10 @ RIR 3}
      - {exercise: seated-row-wide, sets: 3 x 10-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Light in month six
weeks: 4
athlete:
  age: 31
  sex: female
  body_mass: 74
  training_age_months: 40
  clinician_ok: true
  screening: {"yes": [pregnant], pregnancy_weeks: 24}
sessions:
  - id: back
    blocks:
      - {exercise: kettlebell-deadlift, sets: 3 x 8-12 @ RIR 3}
      - {exercise: seated-row-wide, sets: 3 x 10-12 @ RIR 3}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """One finding an exercise, unless its own warning already speaks."""
        athlete, exercise = case.athlete, entry.exercise
        if athlete is None or not _unsuited(exercise, athlete) or contraindications(exercise, athlete):
            return
        heavy = exercise.axial is Amount.HIGH
        other = stand_in(entry, case, first=LIGHT_HINGES if heavy else ())
        yield self.finding(
            entry.place(),
            f"{exercise.short} "
            + ("loads the lower back heavily" if heavy else "is unsuitable from early on")
            + ", and you are past the first third of pregnancy.",
            f"Do {other.short} instead." if other else "Leave it out until after the birth.",
            numbers={"load on the lower back": exercise.axial.value},
            fix=swap(entry, other, case) if other else None,
        )

    def constrain(self, model: PlanModel) -> None:
        """Keeps these lifts out of the plan."""
        for session in model.sessions:
            for exercise in model.candidates(session):
                if _unsuited(exercise, model.athlete):
                    reason = "Not after the first third of pregnancy"
                    model.forbid(session, exercise, rule=self.code, reason=reason)


def _unsuited(exercise: Exercise, athlete: Athlete) -> bool:
    return TAG in athlete.tags and (
        exercise.axial is Amount.HIGH or any(avoid.tag in (TAG, EARLIER_TAG) for avoid in exercise.avoid)
    )
