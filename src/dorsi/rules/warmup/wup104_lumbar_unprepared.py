"""WUP104: heavy work for the lower back without anything that readies it."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import SessionView, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import SessionRule
from dorsi.rules.warmup.preparation import (
    before,
    first_suitable,
    inserted,
    is_lumbar_heavy,
    readies_the_lower_back,
)

DRILLS = {"back-extension-45": "1 x 10 light", "bird-dog": "1 x 8", "hip-bridge": "1 x 10 light"}
"""What to add, best first, with its sets. Source: claim C30; heuristic."""


class LumbarUnprepared(SessionRule):
    """Flags sessions that load the lower back heavily and never ready it."""

    code = "WUP104"
    slug = "lumbar-unprepared"
    name = "Lower back unprepared"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("C30", "A21")
    references = ("RibeiroB20",)
    checks = (
        "Before the first lift with a high load on the lower back comes some cardio, an easy set of back extensions, "
        "hip bridges, bird dogs or the like, or a light set of a hinge."
    )
    why = (
        "An easy set wakes up the muscles that will hold your trunk, and shows how the back feels today before there "
        "is weight on the bar."
    )
    limits = (
        "Sound practice without a trial behind it. One easy set is enough; more would tire the muscles you need next."
    )
    bad = """\
dorsi: program/1
name: Pulldowns, then the bar
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: barbell-row, sets: 3 x 10-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: A set of extensions first
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: back-extension-45, sets: 1 x 10 light}
      - {exercise: barbell-row, sets: 3 x 10-12 @ RIR 2}
"""

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding, at the first lift that loads the lower back heavily."""
        heavy = next((e for e in session.work if is_lumbar_heavy(e)), None)
        if heavy is None or any(readies_the_lower_back(e) for e in before(session, heavy)):
            return
        drill = first_suitable(DRILLS, case)
        name = heavy.exercise.short
        yield self.finding(
            heavy.place(),
            f"{name} loads the lower back in {session.axial_sets} of the session's sets, and nothing before it readies "
            "the back.",
            "Start with a few minutes of easy cardio or one easy set of back extensions, bird dogs or hip bridges.",
            numbers={"sets with a high load on the lower back": session.axial_sets},
            fix=None
            if drill is None
            else inserted(
                session,
                session.work[0].block_index,
                "warmup",
                drill.id,
                DRILLS[drill.id],
                f"Add an easy set of {drill.short} before the work.",
            ),
        )
