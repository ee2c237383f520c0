"""PER103: a deload week that is no deload, or no training."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place, WeekView
from dorsi.program.notation import span_text
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.periodization.weekly_work import (
    DELOAD_MOST_SHARE,
    hard_sets,
    ordinary_hard_sets,
    work_sets,
)
from dorsi.rules.scopes import place_weeks

DELOAD_LEAST_SHARE = 0.30
"""Share of the sets that a deload should keep. Source: Coleman24 (a week off gained nothing); heuristic."""
DELOAD_RIR = 3
"""Repetitions in reserve below which a set is hard training (heuristic)."""


class DeloadNotLight(Rule):
    """Flags deloads that are too much or next to nothing."""

    code = "PER103"
    slug = "deload-not-light"
    name = "Deload of the wrong size"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    references = ("Bell23", "Rogerson24", "Coleman24")
    checks = (
        "A deload week keeps at most 65 % of an ordinary week's hard sets and leaves 3 repetitions or more in reserve; "
        "below 30 % of the sets it is pointed out as too little."
    )
    why = (
        "A deload is meant to shed fatigue and still keep you in practice. A panel of experts defines it by less "
        "stress, and a full week off in mid-programme gained nothing for size and cost a little strength."
    )
    limits = "The percentages are rules of thumb. Lighter loads are not seen where the programme states none."
    bad = """\
dorsi: program/1
name: Deload in name
weeks: 6
deload_weeks: 6
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-8 @ RIR 2}
      - exercise: machine-row
        sets: {1-5: 4 x 8-12 @ RIR 2, 6: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Deload in deed
weeks: 6
deload_weeks: 6
sessions:
  - id: back
    blocks:
      - exercise: pull-up-medium
        sets: {1-5: 4 x 6-8 @ RIR 2, 6: 2 x 5 @ RIR 4}
      - exercise: machine-row
        sets: {1-5: 4 x 8-12 @ RIR 2, 6: 2 x 8 @ RIR 4}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """Size and effort of each deload."""
        ordinary = ordinary_hard_sets(case.view)
        if not ordinary:
            return
        for week in case.view.weeks:
            if week.is_deload:
                place = Place(weeks=place_weeks(case.view, week.weeks))
                yield from self._size(week, ordinary, place)
                yield from self._effort(week, place)

    def _size(self, week: WeekView, ordinary: float, place: Place) -> Iterator[Finding]:
        hard, done = hard_sets(week), work_sets(week)
        usual = span_text((round(ordinary, 1), round(ordinary, 1)))
        if hard > DELOAD_MOST_SHARE * ordinary:
            most = int(DELOAD_MOST_SHARE * ordinary)
            yield self.finding(
                place,
                f"The deload still has {hard} hard sets against {usual} in an ordinary week ({hard / ordinary:.0%}).",
                f"Cut it to about half, {most} sets at the most, and keep the exercises.",
                numbers={"hard sets": hard, "ordinary hard sets": round(ordinary, 1), "most": most},
            )
        elif done < DELOAD_LEAST_SHARE * ordinary:
            yield self.finding(
                place,
                f"The deload has {done} work sets against {usual} in an ordinary week ({done / ordinary:.0%}).",
                "Keep training with about half the sets instead of taking the week off.",
                severity=Severity.ADVICE,
                numbers={"work sets": done, "ordinary hard sets": round(ordinary, 1)},
            )

    def _effort(self, week: WeekView, place: Place) -> Iterator[Finding]:
        hard = [e for e in week.work if e.rir is not None and e.rir < DELOAD_RIR]
        if hard:
            names = ", ".join(dict.fromkeys(entry.exercise.short for entry in hard))
            yield self.finding(
                place,
                f"In the deload {len(hard)} exercise{'' if len(hard) == 1 else 's'} still go closer than "
                f"{DELOAD_RIR} repetitions to the limit ({names}).",
                "Leave 4 repetitions in reserve in every set of the week.",
                numbers={"hard exercises": len(hard), "least reserve": DELOAD_RIR},
            )
