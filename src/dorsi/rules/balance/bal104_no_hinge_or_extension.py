"""BAL104: nothing in the week trains the lower back."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.screening import PAINFUL
from dorsi.atlas.model import Exercise, Grade, Pattern
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import picks_of
from dorsi.rules.volume.reach import lower_back_rests

POINTS = 4.0
"""What the planner earns for the first hinge or extension of the week."""


class NoHingeOrExtension(WeekRule):
    """Neither a hinge nor spinal extension in the week."""

    code = "BAL104"
    slug = "no-hinge-or-extension"
    name = "The lower back is left out"
    severity = Severity.WARNING
    confidence = Grade.LIMITED
    claims = ("A04", "D02", "C31", "C33")
    references = ("MartinFuentes20", "Lawrence19")
    checks = (
        "Looks for at least one hinge (deadlift, Romanian deadlift, hip bridge and the like) or back extension "
        f"a week. It stays silent while your lower back hurts {PAINFUL} out of 10 or more, and in deloads."
    )
    why = (
        "The muscles along the spine hold you in every row and every lift from the floor. "
        "Pull-ups and cable rows barely train them, so they fall behind unless something does."
    )
    limits = (
        "Unsupported rows give the lower back some work too, and squats elsewhere in your week are not seen here. "
        "What is known comes from muscle activity, not from growth."
    )
    bad = """\
dorsi: program/1
name: Pulls and nothing else
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
      - {exercise: pulldown-one-arm, sets: 3 x 10 @ RIR 1}
"""
    good = """\
dorsi: program/1
name: Pulls and a back extension
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
      - {exercise: back-extension-45, sets: 3 x 10-15 @ RIR 2}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for a week without lower-back work."""
        if lower_back_rests(case.athlete) or any(trains_lower_back(entry.exercise) for entry in week.work):
            return
        yield self.finding(
            Place(),
            "The week holds no hinge and no back extension.",
            "End one session with 2-3 sets of back extensions, or open one with a hinge.",
            numbers={"hinges and extensions": 0},
        )

    def constrain(self, model: PlanModel) -> None:
        """Rewards the first hinge or extension of the week."""
        if not lower_back_rests(model.athlete):
            model.reward(
                picks_of(model, trains_lower_back),
                up_to=1,
                each=POINTS,
                rule=self.code,
                reason="At least one hinge or back extension a week.",
            )


def trains_lower_back(exercise: Exercise) -> bool:
    """True for hinges and spinal extension."""
    return exercise.pattern in (Pattern.HINGE, Pattern.SPINAL_EXTENSION)
