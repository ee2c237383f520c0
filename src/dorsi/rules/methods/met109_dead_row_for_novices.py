"""MET109: the dead-row below the advanced level, near failure or with a sore back."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Grade, Level
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.finding import Finding, Fix, Severity
from dorsi.rules.methods.labels import without_methods
from dorsi.rules.risk.effort import effort_text, gentler, harder_than
from dorsi.rules.scopes import EntryRule

NAME = "dead-row"
"""The exercise and the method bear the same id."""
LEAST_RIR = 3
"""Repetitions that stay in reserve. Source: claim C18; heuristic, no study of the exercise exists."""
BACK_TAGS = frozenset({"lower-back-pain", "flexion-pain", "extension-pain"})
INSTEAD = ("barbell-row", "chest-supported-row", "t-bar-row")
SORE_INSTEAD = ("chest-supported-row", "machine-row", "dumbbell-row")


class DeadRowForNovices(EntryRule):
    """Flags dead-rows for those who should leave them."""

    code = "MET109"
    slug = "dead-row-for-novices"
    name = "Dead-row too soon or too hard"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    claims = ("C18",)
    references = ("Fenwick09",)
    checks = (
        "Dead-rows are for advanced lifters without any discomfort in the lower back, and stop with 3 repetitions or "
        "more in reserve."
    )
    why = (
        "The trunk holds a loaded hinge through the whole set while the row decides the weight, so a tired lower back "
        "gives way before the muscles that count. Guide C's author felt it in his back the next day."
    )
    limits = (
        "Nobody has studied this exercise. The limits are caution, borrowed from bent-over rows, in which the lower "
        "back carries the most of all rows tested."
    )
    bad = """\
dorsi: program/1
name: Half a deadlift, half a row
weeks: 4
sessions:
  - id: back
    blocks:
      - {exercise: dead-row, sets: 3 x 10 @ RIR 1, rest: 3 min}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: A row
weeks: 4
sessions:
  - id: back
    blocks:
      - {exercise: barbell-row, sets: 3 x 8-10 @ RIR 2, rest: 3 min}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """The level, the back, or the effort: the first that speaks against it."""
        by_method = NAME in entry.prescription.methods
        if entry.exercise.id != NAME and not by_method:
            return
        score = _back_score(case.athlete)
        if case.level is not Level.ADVANCED:
            message = f"A dead-row is for advanced lifters, and the level here is {case.level.value}."
        elif score is not None:
            told = f" of {score}/10" if score else ""
            message = f"A dead-row holds the trunk bent over, with reported discomfort{told} in the lower back."
        elif harder_than(entry, LEAST_RIR):
            yield self.finding(
                entry.place(),
                f"The dead-row {effort_text(entry)} leaves too little to hold the trunk with.",
                f"Stop with {LEAST_RIR} repetitions or more in reserve.",
                numbers={"reps in reserve": entry.rir or 0},
                fix=gentler(entry, case, rir=LEAST_RIR),
            )
            return
        else:
            return
        other = stand_in(entry, case, first=SORE_INSTEAD if score is not None else INSTEAD)
        fix = swap(entry, other, case) if other else None
        if fix is not None and by_method:
            fix = Fix(says=fix.says, edits=(*fix.edits, without_methods(entry, {NAME})))
        if entry.exercise.id != NAME:
            edit = without_methods(entry, {NAME})
            fix = Fix(says=f"Do {entry.exercise.short} in ordinary sets.", edits=(edit,))
        yield self.finding(
            entry.place(),
            message,
            f"Do {other.short} instead." if other else "Row without the deadlift.",
            numbers={"level": case.level.value},
            fix=fix,
        )

    def constrain(self, model: PlanModel) -> None:
        """Keeps dead-rows from everyone who is not advanced and free of back trouble."""
        if model.athlete.level is Level.ADVANCED and _back_score(model.athlete) is None:
            return
        for session in model.sessions:
            for exercise in model.candidates(session):
                if exercise.id == NAME:
                    reason = "Dead-rows are for advanced lifters with a sound lower back"
                    model.forbid(session, exercise, rule=self.code, reason=reason)


def _back_score(athlete: Athlete | None) -> int | None:
    """The reported discomfort in the lower back, 0 for a condition without a score; None for a sound back."""
    if athlete is None:
        return None
    score = athlete.discomfort("lower-back")
    return score if score or athlete.tags & BACK_TAGS else None
