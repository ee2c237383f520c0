"""RSK105: straining effort for someone whom a held breath can harm."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Grade
from dorsi.atlas.vocabulary import CONDITION_TAGS
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.equipment.suitability import contraindications
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.risk.effort import effort_text, gentler, harder_than
from dorsi.rules.scopes import EntryRule
from dorsi.rules.standards import CAREFUL_RIR, CAREFUL_TAGS

HEAD_DOWN = frozenset({"back-extension-90"})
"""Exercises in which the head hangs below the heart."""
LEVEL_INSTEAD = ("back-extension-45", "back-extension-floor", "hip-bridge")


class BreathHoldingEffort(EntryRule):
    """Flags grinding sets, tests and head-down work with blood pressure, eye or pelvic-floor conditions."""

    code = "RSK105"
    slug = "breath-holding-effort"
    name = "Effort that makes you hold your breath"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    references = ("MacDougall85", "AHA07", "AHA24", "ACOG804")
    health = True
    checks = (
        "With raised blood or eye pressure, a hernia, a pelvic-floor problem, in pregnancy and after a birth: at "
        "least 3 repetitions in reserve, no maximum sets, no tests, no back extension with the head hanging."
    )
    why = (
        "The last repetitions before failure make people hold their breath, and then pressure soars for a few "
        "seconds: over 300 mmHg was measured in heavy leg presses. Three repetitions to spare let you breathe out."
    )
    limits = (
        "The reserve of 3 is a cautious choice, not a measured border, and it works only if you do breathe out on "
        "the effort. Your clinician's limits come before these."
    )
    bad = """\
dorsi: program/1
name: Grinding with high blood pressure
weeks: 6
athlete:
  age: 52
  body_mass: 88
  training_age_months: 24
  screening: {"yes": [pressure-treated]}
sessions:
  - id: back
    blocks:
      - {exercise: pulldown-medium, sets: 3 x max}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Breathing with high blood pressure
weeks: 6
athlete:
  age: 52
  body_mass: 88
  training_age_months: 24
  screening: {"yes": [pressure-treated]}
sessions:
  - id: back
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 3}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """The test, the effort, and the position of the head."""
        athlete, exercise = case.athlete, entry.exercise
        conditions = _conditions(athlete) if athlete else ""
        if athlete is None or not conditions:
            return
        if exercise.id in HEAD_DOWN and not contraindications(exercise, athlete):
            other = stand_in(entry, case, first=LEVEL_INSTEAD)
            yield self.finding(
                entry.place(),
                f"In {exercise.short} the head hangs below the heart ({conditions}).",
                f"Do {other.short} instead." if other else "Leave it out.",
                numbers={"condition": conditions},
                fix=swap(entry, other, case) if other else None,
            )
        if entry.role is Role.TEST:
            yield self.finding(
                entry.place(),
                f"{exercise.short} is tested here, which cannot be done without straining ({conditions}).",
                "Drop the test; the estimate from ordinary sets tells you enough.",
                numbers={"condition": conditions},
            )
        elif entry.role is Role.WORK and harder_than(entry, CAREFUL_RIR) and _strains(entry):
            yield self.finding(
                entry.place(),
                f"{exercise.short} {effort_text(entry)} asks for straining ({conditions}).",
                f"Stop each set with {CAREFUL_RIR} repetitions or more in reserve and breathe out on the effort.",
                numbers={"condition": conditions, "reps in reserve": entry.rir or 0},
                fix=gentler(entry, case, rir=CAREFUL_RIR),
            )

    def constrain(self, model: PlanModel) -> None:
        """Keeps the head up; the effort of planned sets follows from the shared standards."""
        if not _conditions(model.athlete):
            return
        for session in model.sessions:
            for exercise in model.candidates(session):
                if exercise.id in HEAD_DOWN:
                    reason = "With your condition the head stays above the heart"
                    model.forbid(session, exercise, rule=self.code, reason=reason)


def _conditions(athlete: Athlete) -> str:
    """The athlete's conditions that forbid straining, in words; the milder twin of a pair goes unsaid."""
    tags = athlete.tags & CAREFUL_TAGS
    implied = {"hypertension-uncontrolled": "hypertension", "pregnancy-late": "pregnancy"}
    unsaid = {mild for severe, mild in implied.items() if severe in tags}
    return ", ".join(words for tag, words in CONDITION_TAGS.items() if tag in tags - unsaid)


def _strains(entry: Entry) -> bool:
    """Easy trunk drills cannot be ground out; anything taken to the maximum can."""
    return entry.exercise.is_work or entry.to_max
