"""PER101: the same week, unchanged, for more than two months."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import place_weeks

MOST_EQUAL_WEEKS = 8
"""Training weeks that may look alike. Source: claim C35 (change accessories every 4-8 weeks); heuristic."""


class NeverChanges(Rule):
    """Flags programmes whose weeks stay the same for too long."""

    code = "PER101"
    slug = "never-changes"
    name = "The same for months"
    severity = Severity.ADVICE
    confidence = Grade.MODERATE
    claims = ("C35",)
    references = ("Mcleod24", "Kassiano22", "BazValle19")
    checks = (
        "No more than eight training weeks of a programme have the same exercises and sets; "
        "deloads between do not count."
    )
    why = (
        "Some planned variety helps strength a little and may help muscles grow evenly; it also keeps people coming. "
        "The main lifts may stay: changing an accessory or a rep range every four to eight weeks is enough."
    )
    limits = (
        "Periodised plans have not reliably built more muscle than steady ones, so an unchanged plan that still "
        "progresses is no mistake. Loads that grow from week to week are not in the programme and not seen."
    )
    bad = """\
dorsi: program/1
name: Groundhog weeks
weeks: 12
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 6-10 @ RIR 2}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Two blocks
weeks: 12
sessions:
  - id: back
    weeks: 1-6
    blocks:
      - {exercise: pull-up-medium, sets: 3 x 6-10 @ RIR 2}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 2}
  - id: back-two
    weeks: 7-12
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 5-8 @ RIR 2}
      - {exercise: seated-row-wide, sets: 3 x 10-15 @ RIR 2}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for each week that comes back too often."""
        alike: dict[object, list[int]] = {}
        for week in case.view.training_weeks:
            alike.setdefault(_content(week), []).extend(week.weeks)
        for weeks in alike.values():
            if len(weeks) > MOST_EQUAL_WEEKS:
                yield self.finding(
                    Place(weeks=place_weeks(case.view, tuple(sorted(weeks)))),
                    f"{len(weeks)} training weeks have the same exercises and sets.",
                    "Keep the main lifts, and after six to eight weeks change an accessory or a rep range.",
                    numbers={"equal weeks": len(weeks), "most": MOST_EQUAL_WEEKS},
                )


def _content(week: WeekView) -> object:
    """What is trained in the week, apart from how the file writes it down."""
    return tuple(
        tuple((entry.exercise.id, entry.role, entry.targets) for entry in session.entries) for session in week.sessions
    )
