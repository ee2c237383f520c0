"""MET106: too many sets to the limit in a week."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Stance
from dorsi.program.evaluate import Entry, Place, WeekView
from dorsi.program.model import Role, SetTarget
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import place_weeks

MOST_SHARE = 1 / 3
"""Share of the week's hard sets that may go to the limit (heuristic on MoranNavarro17, Refalo23)."""
MANY_EXERCISES = 2
"""Exercises with maximum sets that make a session a very hard one (heuristic)."""
ALL_OUT_BELOW_RIR = 1.0
"""Fewer repetitions in reserve than this, at the easier end of the range, is a set to the limit."""


class EveryDayAKiller(Rule):
    """Flags weeks in which the limit is the rule and not the exception."""

    code = "MET106"
    slug = "every-day-a-killer"
    name = "To the limit too often"
    severity = Severity.WARNING
    confidence = Grade.MODERATE
    stance = Stance.DEFAULT
    claims = ("A18", "C16", "D15", "D17")
    references = ("MoranNavarro17", "Refalo23", "Grgic22", "Robinson24")
    checks = (
        "At most a third of a week's hard sets go to the maximum or to 0 repetitions in reserve, and not every session "
        "has two or more exercises with maximum sets. Tests do not count."
    )
    why = (
        "Sets to failure have shown no clear extra growth over sets that stop a little short, and they delay recovery "
        "by a day or two. Guide C itself says that not every back day should be a killer."
    )
    limits = (
        "The third is a rule of thumb. Failure weighs less on machines and small muscles than on pull-ups and rows, "
        "and the rule counts them all alike."
    )
    bad = """\
dorsi: program/1
name: Always everything
weeks: 4
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-medium, sets: 4 x max}
      - {exercise: machine-row, sets: 3 x 10 @ RIR 0}
      - {exercise: face-pull, sets: 3 x 15 @ RIR 1}
"""
    good = """\
dorsi: program/1
name: Once in a while
weeks: 4
sessions:
  - id: back
    blocks:
      - {exercise: pull-up-medium, sets: "3 x 5-8 @ RIR 2; 1 x max"}
      - {exercise: machine-row, sets: 3 x 10 @ RIR 2}
      - {exercise: face-pull, sets: 3 x 15 @ RIR 1}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding a stretch of like weeks: the share, or else the sessions."""
        for week in case.view.weeks:
            entries = [entry for entry in week.work if entry.role is Role.WORK]
            hard = sum(entry.hard_sets for entry in entries)
            limit = sum(_all_out_sets(entry) for entry in entries)
            place = Place(weeks=place_weeks(case.view, week.weeks))
            if hard and limit / hard > MOST_SHARE:
                yield self.finding(
                    place,
                    f"{limit} of {hard} hard sets in a week go to the limit ({limit / hard:.0%}).",
                    f"Leave 1-2 repetitions in reserve until no more than {int(hard * MOST_SHARE)} sets go all out.",
                    numbers={"sets to the limit": limit, "hard sets": hard, "most": int(hard * MOST_SHARE)},
                )
            elif _every_session_hard(week):
                count = len(week.sessions)
                sessions = "The only session" if count == 1 else f"Each of the {count} sessions"
                yield self.finding(
                    place,
                    f"{sessions} of the week takes {MANY_EXERCISES} or more exercises to the maximum.",
                    "Keep maximum sets to one exercise, or to one session of the week.",
                    numbers={"sessions": count},
                )


def _every_session_hard(week: WeekView) -> bool:
    counts = [
        sum(entry.role is Role.WORK and any(map(_to_maximum, entry.targets)) for entry in session.work)
        for session in week.sessions
        if session.work
    ]
    return bool(counts) and min(counts) >= MANY_EXERCISES


def _all_out_sets(entry: Entry) -> int:
    return sum(target.sets[1] for target in entry.targets if _all_out(target))


def _all_out(target: SetTarget) -> bool:
    return _to_maximum(target) or (target.rir is not None and target.rir[1] < ALL_OUT_BELOW_RIR)


def _to_maximum(target: SetTarget) -> bool:
    return target.to_max and target.rir is None
