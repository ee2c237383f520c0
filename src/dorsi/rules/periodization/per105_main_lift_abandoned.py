"""PER105: a session's main lift that gives way to another family for no reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dorsi.atlas.model import Exercise, Grade, Kind
from dorsi.program.evaluate import Place, SessionView, WeekView
from dorsi.program.model import Role
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class _Opening:
    """The main lift of a session in one week."""

    week: int
    session: str
    exercise: Exercise


class MainLiftAbandoned(Rule):
    """Flags sessions that open with a lift of another family from one block to the next."""

    code = "PER105"
    slug = "main-lift-abandoned"
    name = "Main lift given up"
    severity = Severity.ADVICE
    confidence = Grade.MODERATE
    claims = ("C35", "C20")
    references = ("Kassiano22", "Mcleod24")
    checks = (
        "The first compound lift of a session stays in its family through the programme. A step up or down its own "
        "ladder, as from assisted to full pull-ups, is no change."
    )
    why = (
        "Strength is partly skill, and a lift that stays can be compared with itself. Variety helps in small, planned "
        "doses; swapping exercises at random may cost gains, so let accessories change and main lifts stay."
    )
    limits = (
        "It takes sessions of one theme, or of the same place in the week, for the same session. A change that pain or "
        "a closed gym forces is right, and the rule cannot know of it."
    )
    bad = """\
dorsi: program/1
name: New lift, new luck
weeks: 8
sessions:
  - id: lower
    theme: lower back
    weeks: 1-4
    blocks:
      - {exercise: deadlift, sets: 3 x 5-8 @ RIR 2, rest: 4 min}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 2}
  - id: lower-two
    theme: lower back
    weeks: 5-8
    blocks:
      - {exercise: barbell-row, sets: 3 x 6-10 @ RIR 2, rest: 3 min}
      - {exercise: back-extension-45, sets: 3 x 10-15 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: The lift stays
weeks: 8
sessions:
  - id: lower
    theme: lower back
    weeks: 1-4
    blocks:
      - {exercise: deadlift, sets: 3 x 5-8 @ RIR 2, rest: 4 min}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 2}
  - id: lower-two
    theme: lower back
    weeks: 5-8
    blocks:
      - {exercise: deadlift, sets: 3 x 5-8 @ RIR 2, rest: 4 min}
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 2}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """The first change of each kind of session, with how many there are."""
        openings: dict[tuple[str, int, int], list[_Opening]] = {}
        for number, week in case.view.in_order():
            if not week.is_deload:
                for key, opening in _openings(number, week):
                    openings.setdefault(key, []).append(opening)
        for series in openings.values():
            changes = [
                (before, after) for before, after in pairwise(series) if not _same_line(before.exercise, after.exercise)
            ]
            if changes:
                before, after = changes[0]
                yield self.finding(
                    Place(weeks=(after.week,), session=after.session, exercise=after.exercise.id),
                    f"The main lift changes from {before.exercise.short} to {after.exercise.short}"
                    + (f", the first of {len(changes)} such changes." if len(changes) > 1 else "."),
                    f"Keep {before.exercise.short} as the opening lift and vary what follows.",
                    numbers={"changes": len(changes), "before": before.exercise.short, "after": after.exercise.short},
                )


def _openings(number: int, week: WeekView) -> Iterator[tuple[tuple[str, int, int], _Opening]]:
    """Each session's main lift, keyed by theme and place so that later blocks find their forerunner."""
    seen: dict[str, int] = {}
    for session in week.sessions:
        theme = session.session.theme.lower()
        place = seen.get(theme, 0)
        seen[theme] = place + 1
        main = _main_lift(session)
        if main is not None:
            count = 0 if theme else len(week.sessions)
            yield (theme, place, count), _Opening(number, session.session.id, main)


def _main_lift(session: SessionView) -> Exercise | None:
    compounds = (e.exercise for e in session.work if e.role is Role.WORK and e.exercise.kind is Kind.COMPOUND)
    return next(compounds, None)


def _same_line(one: Exercise, other: Exercise) -> bool:
    """True within a family, and between neighbours on a ladder of easier and harder lifts."""
    return (
        one.family == other.family or other.id in (*one.easier, *one.harder) or one.id in (*other.easier, *other.harder)
    )
