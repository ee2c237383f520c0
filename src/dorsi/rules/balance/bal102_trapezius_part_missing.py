"""BAL102: a part of the trapezius that nothing in the week trains."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Level
from dorsi.atlas.volume import INDIRECT_FROM
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule

PARTS = {
    "trapezius-upper": ("upper", "a deadlift, a carry or a shrug"),
    "trapezius-middle": ("middle", "a row or a face pull"),
    "trapezius-lower": ("lower", "a row with the elbows out, a prone Y raise or a pull-up"),
}
"""Muscle id, how the part is called and what trains it (muscle table; Ekstrom03)."""


class TrapeziusPartMissing(WeekRule):
    """A part of the trapezius without a single set at half involvement or more."""

    code = "BAL102"
    slug = "trapezius-part-missing"
    name = "A part of the trapezius goes untrained"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    claims = ("B03", "C03", "E08")
    references = ("Ekstrom03", "Edelburg18")
    checks = (
        "Looks for at least one exercise a week in which the upper, the middle and the lower trapezius each "
        "do clear work. Beginners need nothing for the upper part."
    )
    why = (
        "The three parts pull the shoulder blade in different directions, and no one exercise leads for all of them: "
        "shrugs drive the upper part, rows and prone raises the other two."
    )
    limits = (
        "This rests on anatomy and on muscle activity in small groups; growth of the single parts has not been "
        "compared. One set clears the hint, which says nothing about enough."
    )
    bad = """\
dorsi: program/1
name: No upper trapezius
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
      - {exercise: back-extension-45, sets: 3 x 10-15 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: All three parts
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
      - {exercise: shrug-dumbbell, sets: 3 x 8-15 @ RIR 1}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each part that no work set reaches."""
        for muscle, (part, trained_by) in PARTS.items():
            if part == "upper" and case.level is Level.BEGINNER:
                continue
            most = max(entry.exercise.muscles.get(muscle, 0.0) for entry in week.work)
            if most < INDIRECT_FROM:
                yield self.finding(
                    Place(),
                    f"No set of the week gives the {part} trapezius clear work.",
                    f"Add {trained_by}.",
                    numbers={"part": part, "sets": 0},
                )
