"""BAL108: every pull of the week brings the elbow along the same path."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import ElbowPath, Exercise, Grade
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.balance.bal101_lopsided_pulls import is_row, is_vertical
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import picks_of
from dorsi.rules.volume.wording import names

POINTS = 0.7
"""What the planner earns for a row of either kind of path."""
FEWEST_PULLS = 2
"""With a single pull in the week there is nothing to vary."""
PATHS = {
    ElbowPath.TUCKED: ("close to the body", "a row with the elbows out"),
    ElbowPath.MID: ("halfway out", "a row with the elbows close to the body"),
    ElbowPath.FLARED: ("out to the sides", "a row with the elbows close to the body"),
}
"""How a path is described and what would complement it."""


class OneElbowPath(WeekRule):
    """All rows, pull-ups and pulldowns of a week share one elbow path."""

    code = "BAL108"
    slug = "one-elbow-path"
    name = "One elbow path only"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    claims = ("C08", "C09")
    references = ("Padovan25",)
    checks = (
        "Looks at how far the elbows travel from the body in the rows, pull-ups and pulldowns of a training week, "
        f"and reports a week in which {FEWEST_PULLS} or more of them all go the same way."
    )
    why = (
        "In seated rows, elbows kept close asked more of the lats and elbows out more of all three trapezius parts. "
        "Mixing the two spreads the work over the whole back."
    )
    limits = (
        "This was muscle activity in one kind of row and a small group, not growth. "
        "If one path is uncomfortable for your shoulders, stay with the other."
    )
    bad = """\
dorsi: program/1
name: Elbows in, always
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2}
      - {exercise: dumbbell-row, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Elbows in and out
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2}
      - {exercise: dumbbell-row, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-wide, sets: 3 x 8-12 @ RIR 2}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for a week whose pulls share one path."""
        pulls = {e.exercise.id: e.exercise for e in week.work if is_row(e.exercise) or is_vertical(e.exercise)}
        paths = {pull.elbow_path for pull in pulls.values()}
        path = next(iter(paths), None)
        if len(pulls) < FEWEST_PULLS or len(paths) > 1 or path not in PATHS:
            return
        where, remedy = PATHS[path]
        yield self.finding(
            Place(),
            f"All {len(pulls)} pulls of the week bring the elbows {where} ({names(pulls.values())}).",
            f"Make one of them {remedy}.",
            numbers={"pulls": len(pulls), "elbow paths": 1},
        )

    def constrain(self, model: PlanModel) -> None:
        """Rewards one row with the elbows out and one with the elbows in."""
        for chosen, how in ((_is_open_row, "away from"), (_is_tucked_row, "close to")):
            reason = f"One row a week with the elbows {how} the body."
            model.reward(picks_of(model, chosen), up_to=1, each=POINTS, rule=self.code, reason=reason)


def _is_open_row(exercise: Exercise) -> bool:
    return is_row(exercise) and exercise.elbow_path in (ElbowPath.FLARED, ElbowPath.MID)


def _is_tucked_row(exercise: Exercise) -> bool:
    return is_row(exercise) and exercise.elbow_path is ElbowPath.TUCKED
