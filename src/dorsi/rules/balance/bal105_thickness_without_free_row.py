"""BAL105: thickness is what the athlete wants, and no heavy free row is in the week."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Grade
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.reach import options

WANTED_FROM = 4
"""Weight of the thickness goal, out of 5, from which the rule speaks (heuristic)."""
SHARES = {
    "t-bar-row": 1.0,
    "barbell-row": 0.9,
    "one-arm-row": 0.8,
    "two-arm-dumbbell-row": 0.7,
    "chest-supported-row": 0.7,
}
"""Families of rows that count, and the share of the reward each earns: guide C's order. Source: claim C13."""
POINTS = 0.8
"""What the planner earns for the row that stands first in that order."""


class ThicknessWithoutFreeRow(WeekRule):
    """A strong wish for thickness and none of the rows of claim C13."""

    code = "BAL105"
    slug = "thickness-without-free-row"
    name = "Thickness without a heavy row"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    claims = ("C13",)
    references = ("Fenwick09", "Edelburg18")
    checks = (
        f"If your goal gives thickness {WANTED_FROM} or 5, looks for a T-bar, barbell, dumbbell or chest-supported row "
        "in each training week, as far as your equipment and health allow one."
    )
    why = (
        "These are the rows that can grow heavier for years, and the bent-over ones work lats and middle trapezius "
        "hard at once. Guide C builds a thick back on them."
    )
    limits = (
        "Cable and body-weight rows drive the same muscles about as hard, and none has been shown to grow more. "
        "The order in which rows are preferred is guide C's opinion."
    )
    bad = """\
dorsi: program/1
name: Thick by cable
weeks: 4
athlete: {age: 30, body_mass: 80, training_age_months: 30, goal: {thickness: 5}}
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 4 x 6-12 @ RIR 2}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Thick by T-bar
weeks: 4
athlete: {age: 30, body_mass: 80, training_age_months: 30, goal: {thickness: 5}}
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: t-bar-row, sets: 4 x 6-10 @ RIR 2}
      - {exercise: pulldown-medium, sets: 4 x 6-12 @ RIR 2}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for a week without such a row."""
        if case.athlete is None or not _wants_thickness(case.athlete):
            return
        if any(_counts(entry.exercise) for entry in week.work):
            return
        open_rows = sorted(options(case, _counts), key=lambda row: (-SHARES[row.family], row.id))
        if open_rows:
            yield self.finding(
                Place(),
                f"Thickness weighs {case.athlete.goal.thickness} of 5 in your goal, and the week has no T-bar, "
                "barbell, dumbbell or chest-supported row.",
                f"Make one of the rows a {open_rows[0].short}, or whichever heavy row suits you.",
                numbers={"thickness goal": case.athlete.goal.thickness, "heavy rows": 0},
            )

    def constrain(self, model: PlanModel) -> None:
        """Rewards one such row, those that stand first a little more."""
        if not _wants_thickness(model.athlete):
            return
        amount = {
            model.pick(session, exercise): SHARES[exercise.family]
            for session in model.sessions
            for exercise in model.candidates(session)
            if _counts(exercise)
        }
        reason = "A heavy row for thickness: T-bar before barbell before one-arm."
        model.reward(amount, up_to=1, each=POINTS, rule=self.code, reason=reason)


def _wants_thickness(athlete: Athlete) -> bool:
    return athlete.goal.thickness >= WANTED_FROM


def _counts(exercise: Exercise) -> bool:
    return exercise.family in SHARES
