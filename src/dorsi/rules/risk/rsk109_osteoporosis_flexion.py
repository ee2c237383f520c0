"""RSK109: bent-over rows and maximal hinges with osteoporosis."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Pattern
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.equipment.suitability import contraindications
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.risk.effort import effort_text, gentler
from dorsi.rules.scopes import EntryRule
from dorsi.rules.standards import CAREFUL_RIR, UNSUPPORTED_ROWS

TAG = "osteoporosis"
SPINE_LIFTS = (Pattern.HINGE, Pattern.SPINAL_EXTENSION)
SUPPORTED_ROWS = ("chest-supported-row", "machine-row", "seated-row-narrow")


class OsteoporosisFlexion(EntryRule):
    """Flags unsupported bent-over rows, and hinges that are tested or taken to the maximum."""

    code = "RSK109"
    slug = "osteoporosis-flexion"
    name = "Bending under load with osteoporosis"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    references = ("Fragala19",)
    health = True
    checks = (
        "With osteoporosis rows are supported, and hinges and back extensions are neither tested nor taken to the "
        "maximum."
    )
    why = (
        "Lifting is not the problem; a back that rounds under load is what to avoid with thin bones. Tired "
        "extensors let it round, so those sets end early and rows get a pad."
    )
    limits = (
        "How much bending is too much has not been measured. A physiotherapist who knows your bone density and your "
        "lifting may allow more."
    )
    bad = """\
dorsi: program/1
name: Bent over
weeks: 6
athlete:
  age: 58
  body_mass: 61
  training_age_months: 30
  screening: {"yes": [osteoporosis]}
sessions:
  - id: back
    blocks:
      - {exercise: deadlift-trap-bar, sets: "8, 8, max"}
      - {exercise: seated-row-narrow, sets: 3 x 10-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Upright
weeks: 6
athlete:
  age: 58
  body_mass: 61
  training_age_months: 30
  screening: {"yes": [osteoporosis]}
sessions:
  - id: back
    blocks:
      - {exercise: deadlift-trap-bar, sets: 3 x 8 @ RIR 3}
      - {exercise: seated-row-narrow, sets: 3 x 10-12 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """Rows without a pad, and lifts of the spine without a reserve."""
        athlete, exercise = case.athlete, entry.exercise
        if athlete is None or TAG not in athlete.tags or contraindications(exercise, athlete):
            return
        if exercise.family in UNSUPPORTED_ROWS:
            other = stand_in(entry, case, first=SUPPORTED_ROWS)
            yield self.finding(
                entry.place(),
                f"{exercise.short} holds the trunk bent over without support.",
                f"Do {other.short} instead." if other else "Take a row with a pad for the chest.",
                fix=swap(entry, other, case) if other else None,
            )
        if exercise.pattern not in SPINE_LIFTS:
            return
        if entry.role is Role.TEST:
            yield self.finding(
                entry.place(),
                f"{exercise.short} is tested here.",
                "Drop the test; the estimate from ordinary sets tells you enough.",
            )
        elif entry.role is Role.WORK and entry.rir == 0:
            yield self.finding(
                entry.place(),
                f"{exercise.short} {effort_text(entry)} leaves nothing to hold the back with.",
                f"Stop with {CAREFUL_RIR} repetitions in reserve.",
                numbers={"reps in reserve": 0},
                fix=gentler(entry, case, rir=CAREFUL_RIR),
            )

    def constrain(self, model: PlanModel) -> None:
        """Keeps unsupported rows out of the plan."""
        if TAG not in model.athlete.tags:
            return
        for session in model.sessions:
            for exercise in model.candidates(session):
                if exercise.family in UNSUPPORTED_ROWS:
                    reason = "With osteoporosis rows are supported"
                    model.forbid(session, exercise, rule=self.code, reason=reason)
