"""BAL103: a week without any vertical pull, or without any row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dorsi.atlas.model import Exercise, Grade, Pattern
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.balance.bal101_lopsided_pulls import is_row
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import picks_of
from dorsi.rules.volume.reach import options

POINTS = 3.0
"""What the planner earns for covering either side of the back."""


class WidthOrThicknessMissing(WeekRule):
    """No vertical pull or straight-arm work, or no row, in the week."""

    code = "BAL103"
    slug = "width-or-thickness-missing"
    name = "Width or thickness is missing"
    severity = Severity.WARNING
    confidence = Grade.LIMITED
    claims = ("B11", "D22")
    references = ("Edelburg18",)
    checks = (
        "Looks for one exercise a week that draws the upper arm down (pull-up, pulldown, pullover, straight-arm "
        "pulldown) and for one row. What your equipment or health rules out is not asked for."
    )
    why = (
        "Pulling down works the lats hardest, which make the back wide; rowing adds the muscles between the shoulder "
        "blades, which make it thick. One does not fully replace the other."
    )
    limits = (
        "Width and thickness are gym words, and both kinds of pull train the lats. "
        "That they differ is seen in muscle activity; no trial has compared the growth."
    )
    bad = """\
dorsi: program/1
name: Rows only
weeks: 4
sessions:
  - id: rows
    day: mon
    blocks:
      - {exercise: barbell-row, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: A row and a pulldown
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: barbell-row, sets: 4 x 6-10 @ RIR 2}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each side that the week leaves out although it could be trained."""
        for chosen, side, missing, remedy in _SIDES:
            done = any(chosen(entry.exercise) for entry in week.work)
            if not done and options(case, chosen):
                yield self.finding(
                    Place(),
                    f"The week holds {missing}, so {side} gets little direct work.",
                    remedy,
                    numbers={"side": side, "exercises for it": 0},
                )

    def constrain(self, model: PlanModel) -> None:
        """Rewards the first pick of each side."""
        for chosen, side, _, _ in _SIDES:
            reason = f"At least one exercise a week for {side}."
            model.reward(picks_of(model, chosen), up_to=1, each=POINTS, rule=self.code, reason=reason)


def draws_down(exercise: Exercise) -> bool:
    """True for pull-ups, pulldowns, pullovers and straight-arm work."""
    return exercise.pattern in (Pattern.VERTICAL_PULL, Pattern.SHOULDER_EXTENSION)


_SIDES: tuple[tuple[Callable[[Exercise], bool], str, str, str], ...] = (
    (draws_down, "width", "no pull-up, pulldown or pullover", "Add a pull-up or a pulldown."),
    (is_row, "thickness", "no row", "Add a row that your lower back is happy with."),
)
