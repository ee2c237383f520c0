"""MET108: slow lowering or pauses on too many exercises of a session."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place
from dorsi.program.model import Role
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Fix, Severity
from dorsi.rules.methods.labels import without_methods
from dorsi.rules.scopes import place_weeks

SLOWING_METHODS = frozenset({"slow-eccentric", "weighted-eccentric", "bottom-pause", "peak-pause"})
MOST_EXERCISES = 2
"""Exercises of a session that may be slowed down (heuristic)."""


class PausesAndEccentricsEverywhere(Rule):
    """Flags sessions in which nearly everything is slowed down."""

    code = "MET108"
    slug = "pauses-and-eccentrics-everywhere"
    name = "Slow lowering and pauses everywhere"
    severity = Severity.ADVICE
    confidence = Grade.MODERATE
    claims = ("C11", "C14", "E06")
    references = ("Schoenfeld17ecc", "Schoenfeld15tempo", "Wolf25")
    checks = "At most two exercises of a session are done with slow lowering or with pauses."
    why = (
        "Pauses and slow lowering are tools for form, and lowering-only training grew muscle no more than lifting to "
        "a significant degree. On every exercise they cost load, time and soreness without a known return."
    )
    limits = (
        "Only methods named in the programme count; a slow tempo alone does not. While learning technique a third "
        "pause does no harm."
    )
    bad = """\
dorsi: program/1
name: Everything slowly
weeks: 4
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 5 @ RIR 2, method: slow-eccentric}
      - {exercise: machine-row, sets: 3 x 10 @ RIR 2, method: peak-pause}
      - {exercise: pulldown-close, sets: 3 x 10 @ RIR 2, method: bottom-pause}
"""
    good = """\
dorsi: program/1
name: One slow, the rest free
weeks: 4
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 5 @ RIR 2}
      - {exercise: machine-row, sets: 3 x 10 @ RIR 2, method: peak-pause}
      - {exercise: pulldown-close, sets: 3 x 10 @ RIR 2, method: bottom-pause}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding a session; the fix keeps the first two."""
        for week in case.view.weeks:
            for session in week.sessions:
                slowed = [
                    entry
                    for entry in session.entries
                    if entry.role is Role.WORK and SLOWING_METHODS & set(entry.prescription.methods)
                ]
                if len(slowed) <= MOST_EXERCISES:
                    continue
                edits = tuple(without_methods(entry, SLOWING_METHODS) for entry in slowed[MOST_EXERCISES:])
                yield self.finding(
                    Place(weeks=place_weeks(case.view, week.weeks), session=session.session.id),
                    f"{len(slowed)} exercises of the session are slowed down or paused.",
                    f"Keep it to {MOST_EXERCISES} and do the others at an ordinary pace.",
                    numbers={"exercises": len(slowed), "most": MOST_EXERCISES},
                    fix=Fix(says="Do all but the first two at an ordinary pace.", edits=edits),
                )
