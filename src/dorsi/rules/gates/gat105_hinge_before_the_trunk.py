"""GAT105: barbell hinges for beginners whose trunk is not ready for them."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, ExternalKind, Grade, Level, Pattern
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.gates.swapping import swap_to_first
from dorsi.rules.scopes import EntryRule

EASIER_HINGES = ("kettlebell-deadlift", "back-extension-45", "hip-bridge", "back-extension-floor")
"""What builds up to the deadlift, nearest to it first."""
PLANK_S, BACK_EXTENSIONS = 60, 15
"""What shows that the trunk is ready. Source: claim D06; both figures are heuristics."""
BARS = (ExternalKind.BARBELL, ExternalKind.TRAP_BAR)


class HingeBeforeTheTrunk(EntryRule):
    """Flags hinges with a bar for beginners who have not built the trunk for them."""

    code = "GAT105"
    slug = "hinge-before-the-trunk"
    name = "Barbell hinge before the trunk is ready"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    claims = ("D06",)
    references = ("Berglund15",)
    checks = (
        "Beginners deadlift with a barbell or trap bar, or do any other hinge with one, once they can hold a plank "
        f"for {PLANK_S} seconds and do {BACK_EXTENSIONS} clean back extensions."
    )
    why = (
        "A bar gets heavy faster than the trunk learns to hold its shape. A few weeks with a kettlebell, back "
        "extensions and planks teach the same bend with room for mistakes."
    )
    limits = (
        "The two tests are coaching practice. One trial found that people with back pain gained more from deadlifts "
        "if their back held out longer; healthy newcomers with a good coach may start sooner."
    )
    bad = """\
dorsi: program/1
name: Deadlift on day one
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 2}
sessions:
  - id: lower
    blocks:
      - {warmup: deadlift, sets: "8 @ 45%; 5 @ 65%"}
      - {exercise: deadlift, sets: 3 x 6-8 @ RIR 3, rest: 3 min}
"""
    good = """\
dorsi: program/1
name: Learning to hinge
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 2}
sessions:
  - id: lower
    blocks:
      - {warmup: hip-bridge, sets: 1 x 10}
      - {exercise: kettlebell-deadlift, sets: 3 x 8-12 @ RIR 3, rest: 2 min}
      - {exercise: plank, sets: 2 x 30 s}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """An error for each hinge with a bar."""
        athlete = case.athlete
        if athlete is None or not entry.is_work or not _is_too_soon(entry.exercise, athlete):
            return
        yield self.finding(
            entry.place(),
            f"{entry.exercise.short} comes before a {PLANK_S} s plank and {BACK_EXTENSIONS} clean back extensions, "
            "which a beginner needs first.",
            "Do kettlebell deadlifts, back extensions, hip bridges and planks until both are there.",
            numbers={"plank to hold in seconds": PLANK_S, "back extensions": BACK_EXTENSIONS},
            fix=swap_to_first(entry, EASIER_HINGES, case),
        )

    def constrain(self, model: PlanModel) -> None:
        """Leaves hinges with a bar out."""
        for session in model.sessions:
            for exercise in model.candidates(session):
                if _is_too_soon(exercise, model.athlete):
                    model.forbid(
                        session,
                        exercise,
                        rule=self.code,
                        reason=f"Hinges with a bar wait for a {PLANK_S} s plank and "
                        f"{BACK_EXTENSIONS} clean back extensions.",
                    )


def _is_too_soon(exercise: Exercise, athlete: Athlete) -> bool:
    hinge = exercise.pattern is Pattern.HINGE and exercise.external_kind in BARS
    return hinge and athlete.level is Level.BEGINNER and not athlete.trunk_ready
