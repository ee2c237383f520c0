"""BAL101: far more vertical than horizontal pulling in a week, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Exercise, Grade, Pattern
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import sets_of
from dorsi.rules.volume.reach import options
from dorsi.units import number

WIDEST_RATIO = 2.0
"""Neither kind of pull gets more than this many times the sets of the other (heuristic, claim B11)."""
FEWEST_SETS = 6
"""Below this many pulling sets a week a ratio says nothing (heuristic)."""
PRICE_PER_SET = 3.0
"""Points for each set beyond the ratio."""


class LopsidedPulls(WeekRule):
    """Vertical and horizontal pulls outside 1:2 to 2:1."""

    code = "BAL101"
    slug = "lopsided-pulls"
    name = "Lopsided pulls"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    claims = ("B11",)
    references = ("Edelburg18",)
    checks = (
        "Compares the hard sets of pull-ups and pulldowns with those of rows over a training week. One kind with "
        "more than twice the sets of the other is reported, unless you can only do one of them."
    )
    why = (
        "Pull-ups lead for the lats and rows for the middle of the back. "
        "A week that is nearly all one kind leaves the other part with whatever is left over."
    )
    limits = (
        "The ratio is coaching practice; no trial has compared ratios for growth or for keeping shoulders healthy. "
        "Every row trains the lats too, so a tilt towards rows does less harm than the numbers suggest."
    )
    bad = """\
dorsi: program/1
name: Pull-ups and more pull-ups
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Pull-ups and rows
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for a week outside the ratio."""
        vertical = sum(entry.hard_sets for entry in week.work if is_vertical(entry.exercise))
        rows = sum(entry.hard_sets for entry in week.work if is_row(entry.exercise))
        if vertical + rows < FEWEST_SETS or max(vertical, rows) <= WIDEST_RATIO * min(vertical, rows):
            return
        if not options(case, is_vertical) or not options(case, is_row):
            return
        more, fewer = ("pull-ups and pulldowns", "rows") if vertical > rows else ("rows", "vertical pulls")
        yield self.finding(
            Place(),
            f"{max(vertical, rows)} sets of {more} a week against {min(vertical, rows) or 'none'} of {fewer}: "
            f"that is beyond {number(WIDEST_RATIO)} to 1.",
            f"Turn a few sets of {more} into {fewer}.",
            numbers={"vertical pulls": vertical, "rows": rows, "widest ratio": WIDEST_RATIO},
        )

    def constrain(self, model: PlanModel) -> None:
        """Prices every set by which one kind passes twice the other."""
        vertical, rows = sets_of(model, is_vertical), sets_of(model, is_row)
        if not vertical or not rows:
            return
        for more, fewer in ((vertical, rows), (rows, vertical)):
            model.price(
                {**more, **{variable: -WIDEST_RATIO * each for variable, each in fewer.items()}},
                above=0,
                each=PRICE_PER_SET,
                rule=self.code,
                reason="Vertical pulls and rows stay within 2 to 1 of each other.",
            )


def is_vertical(exercise: Exercise) -> bool:
    """True for pull-ups and pulldowns."""
    return exercise.pattern is Pattern.VERTICAL_PULL


def is_row(exercise: Exercise) -> bool:
    """True for rows of any kind."""
    return exercise.pattern is Pattern.HORIZONTAL_PULL
