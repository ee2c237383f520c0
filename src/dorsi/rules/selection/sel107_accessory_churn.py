"""SEL107: the exercises change so fast that nothing can be built on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import place_weeks

FEWEST_RETURNING = 0.5
"""Share of a week's exercises that should be back the week after (heuristic on Kassiano22, BazValle19)."""
LONGEST_RUN = 4
"""Training weeks in a row with less than that share from which it is churn (heuristic)."""


class AccessoryChurn(Rule):
    """Four training weeks or more in which less than half of the exercises return each time."""

    code = "SEL107"
    slug = "accessory-churn"
    name = "Exercises change every week"
    severity = Severity.ADVICE
    confidence = Grade.MODERATE
    claims = ("C35", "C07")
    references = ("Kassiano22", "BazValle19")
    checks = (
        f"Compares each training week with the next and reports {LONGEST_RUN} or more weeks in a row in which fewer "
        "than half of the exercises come back. Deload weeks are stepped over."
    )
    why = (
        "You can only add load or repetitions to a lift that comes back. Planned variety is fine, "
        "but a review of eight studies found that swapping at random may cost gains."
    )
    limits = (
        "How often to change is coaching practice: four to eight weeks for accessories is usual. "
        "A template that rotates on purpose gets the same hint, because the trade-off is the same."
    )
    bad = """\
dorsi: program/1
name: Something new every Monday
weeks: 4
sessions:
  - id: one
    weeks: "1"
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10}
      - {exercise: barbell-row, sets: 4 x 8-10}
  - id: two
    weeks: "2"
    blocks:
      - {exercise: pulldown-close, sets: 4 x 8-12}
      - {exercise: seated-row-wide, sets: 4 x 8-12}
  - id: three
    weeks: "3"
    blocks:
      - {exercise: chin-up, sets: 4 x 6-10}
      - {exercise: dumbbell-row, sets: 4 x 8-12}
  - id: four
    weeks: "4"
    blocks:
      - {exercise: pulldown-one-arm, sets: 4 x 8-12}
      - {exercise: machine-row, sets: 4 x 8-12}
"""
    good = """\
dorsi: program/1
name: Mains stay, one accessory changes
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: barbell-row, sets: 4 x 8-10 @ RIR 2}
      - {exercise: face-pull, sets: {1-2: 3 x 12-20 @ RIR 1}}
      - {exercise: rear-delt-fly, sets: {3-4: 3 x 12-20 @ RIR 1}}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for each run of weeks that hardly share an exercise with the one before."""
        weeks = [
            (number, frozenset(entry.exercise.id for entry in week.work))
            for number, week in case.view.in_order()
            if week.work and not week.is_deload
        ]
        run: list[int] = []
        shares: list[float] = []
        for (number, now), (following, after) in pairwise(weeks):
            share = len(now & after) / len(now)
            if share < FEWEST_RETURNING:
                run = run or [number]
                run.append(following)
                shares.append(share)
            else:
                yield from self._churn(case, run, shares)
                run, shares = [], []
        yield from self._churn(case, run, shares)

    def _churn(self, case: Case, run: list[int], shares: list[float]) -> Iterator[Finding]:
        if len(run) >= LONGEST_RUN:
            share = sum(shares) / len(shares) * 100
            yield self.finding(
                Place(weeks=place_weeks(case.view, tuple(run))),
                f"Over {len(run)} training weeks {share:.0f} % of the exercises return from one week to the next.",
                "Keep the main lifts, and keep accessories for at least four weeks.",
                numbers={"weeks in a row": len(run), "exercises that return (%)": round(share)},
            )
