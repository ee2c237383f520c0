"""PER102: many training weeks in a row without an easier one."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Level
from dorsi.program.evaluate import Place, ProgramView
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.periodization.weekly_work import DELOAD_MOST_SHARE, hard_sets, ordinary_hard_sets
from dorsi.rules.scopes import place_weeks

LONG_RUN_WEEKS = 8
"""More training weeks in a row than this call for an easier one. Source: Rogerson24 (every 5.6 weeks, SD 2.3)."""
MENTIONED_FROM_WEEKS = 7
"""From here on an easier week is worth a mention (heuristic)."""
SHORTEST_PROGRAM_WEEKS = 8


class NoDeload(Rule):
    """Flags long stretches of full training for those past the beginner stage."""

    code = "PER102"
    slug = "no-deload"
    name = "No easier week"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    references = ("Bell23", "Rogerson24", "Coleman24")
    checks = (
        "For intermediate and advanced lifters a programme of eight weeks or more has an easier week: over eight "
        "training weeks in a row are a warning, seven or eight without any deload planned get a mention."
    )
    why = (
        "Experts agree that a lighter week sheds fatigue and prepares the next block, and lifters who plan one do so "
        "about every five to six weeks. It is easier to take when it stands in the plan."
    )
    limits = (
        "No trial shows how often is best, and one with a full week off found nothing gained for size. If your lifts "
        "keep rising and sleep is good, waiting for signs of fatigue is just as sound."
    )
    bad = """\
dorsi: program/1
name: Ten weeks through
weeks: 10
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-8 @ RIR 2}
      - {exercise: machine-row, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Ten weeks with a breather
weeks: 10
deload_weeks: 6
sessions:
  - id: back
    blocks:
      - exercise: pull-up-medium
        sets: {1-5: 4 x 6-8 @ RIR 2, 6: 2 x 5 @ RIR 4, 7-10: 4 x 6-8 @ RIR 2}
      - exercise: machine-row
        sets: {1-5: 4 x 8-12 @ RIR 2, 6: 2 x 8 @ RIR 4, 7-10: 4 x 8-12 @ RIR 2}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """The longest stretch without an easier week."""
        program = case.view.program
        if case.level is Level.BEGINNER or program.weeks < SHORTEST_PROGRAM_WEEKS:
            return
        run = _longest_run(case.view)
        too_long = len(run) > LONG_RUN_WEEKS
        if not too_long and (len(run) < MENTIONED_FROM_WEEKS or program.deload_weeks):
            return
        yield self.finding(
            Place(weeks=place_weeks(case.view, run)),
            f"{len(run)} training weeks follow each other without an easier one.",
            "After five to eight weeks plan a deload: half the sets, the same exercises, 4 repetitions in reserve.",
            severity=Severity.WARNING if too_long else Severity.ADVICE,
            numbers={"weeks in a row": len(run), "most": LONG_RUN_WEEKS},
        )


def _longest_run(view: ProgramView) -> tuple[int, ...]:
    """The longest stretch of weeks that are neither deloads nor light in all but name."""
    ordinary = ordinary_hard_sets(view)
    longest: list[int] = []
    run: list[int] = []
    for number, week in view.in_order():
        easy = week.is_deload or hard_sets(week) <= DELOAD_MOST_SHARE * ordinary
        run = [] if easy else [*run, number]
        longest = max(longest, run, key=len)
    return tuple(longest)
