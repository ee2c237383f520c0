"""SEL103: a session that consists of a single work exercise."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule

FEWEST_EXERCISES = 2
"""Work exercises that make a back session (heuristic)."""


class TooFewExercises(WeekRule):
    """A training session with fewer than `FEWEST_EXERCISES` different work exercises."""

    code = "SEL103"
    slug = "too-few-exercises"
    name = "Too few exercises"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    claims = ("A01",)
    references = ("Edelburg18",)
    checks = (
        f"Counts the different exercises with hard sets in each session; fewer than {FEWEST_EXERCISES} draws a hint. "
        "Deloads and sessions of cardio, trunk work or stretching alone are left out."
    )
    why = (
        "No single exercise works the whole back, so a session built on one leaves most of it out. "
        "A second one costs little once you are warm."
    )
    limits = (
        "A short session around one big lift can make sense, on a busy day or for skill. "
        "What matters in the end is the week, which other rules look at."
    )
    bad = """\
dorsi: program/1
name: Deadlift Monday
weeks: 4
sessions:
  - id: hinge
    day: mon
    blocks:
      - {exercise: deadlift, sets: 4 x 5-8 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Deadlift and pulldown Monday
weeks: 4
sessions:
  - id: back
    day: mon
    blocks:
      - {exercise: deadlift, sets: 4 x 5-8 @ RIR 2}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each session with too few work exercises."""
        for session in week.sessions:
            names = {entry.exercise.id: entry.exercise.short for entry in session.work}
            if 0 < len(names) < FEWEST_EXERCISES:
                yield self.finding(
                    Place(session=session.session.id),
                    f"{next(iter(names.values()))} is the only work exercise of this session.",
                    "Add a pull, a row or an extension that trains another part of the back.",
                    numbers={"exercises": len(names), "fewest": FEWEST_EXERCISES},
                )
