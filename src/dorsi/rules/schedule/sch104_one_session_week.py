"""SCH104: the back is trained once a week, or more often than is any use."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Stance
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import joined

FEWEST_SESSIONS = 2
"""Back sessions a week from which the work is spread out. Source: claim A06, Pelland24; heuristic."""
MOST_SESSIONS = 4
"""Back sessions a week after which more only cuts the same sets into smaller pieces (heuristic)."""


class OneSessionWeek(Rule):
    """Two to four back sessions a week."""

    code = "SCH104"
    slug = "one-session-week"
    name = "One session a week"
    severity = Severity.ADVICE
    confidence = Grade.MODERATE
    stance = Stance.DEFAULT
    claims = ("A06",)
    references = ("Schoenfeld19", "Pelland24", "Remmert25")
    checks = (
        f"Counts the back sessions of each ordinary week. One is worth a word if two or more days are free for it; "
        f"more than {MOST_SESSIONS} draws a warning. Deload weeks may have one."
    )
    why = (
        "Spreading the week's sets over two days or more keeps each session short of the point where further sets "
        "for a muscle add little, and strength gains from practising a lift more often. Past four days "
        "the same work is only cut finer while rest days run out."
    )
    limits = (
        "With the week's sets equal, growth hardly depends on how often a muscle is trained. Once a week holds what "
        "you have and builds muscle at modest volume; the upper number is a coaching rule."
    )
    bad = """
        dorsi: program/1
        name: Everything on Monday
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
        sessions:
          - id: back
            day: mon
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
              - {exercise: barbell-row, sets: 4 x 6-10 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Monday and Thursday
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
          - id: rows
            day: thu
            blocks:
              - {exercise: barbell-row, sets: 4 x 6-10 @ RIR 2}
    """

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for all weeks with the same number of sessions."""
        yield from joined(
            case.view, ((week.weeks, f) for week in case.view.weeks for f in self._check_week(week, case))
        )

    def _check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        count = sum(bool(s.work) for s in week.sessions)
        days = len(set(case.athlete.days)) if case.athlete else None
        free = "" if days is None else f" although {days} days are free for it"
        if 0 < count < FEWEST_SESSIONS and not week.is_deload and (days is None or days >= FEWEST_SESSIONS):
            yield self.finding(
                Place(),
                f"The back is trained in {count} session a week{free}.",
                "Split the work over two sessions with two or three days between them.",
                numbers={"sessions a week": count, **({} if days is None else {"days free": days})},
            )
        elif count > MOST_SESSIONS:
            yield self.finding(
                Place(),
                f"The back is trained in {count} sessions a week; beyond {MOST_SESSIONS} they add little.",
                f"Gather the same sets into {MOST_SESSIONS} sessions or fewer.",
                severity=Severity.WARNING,
                numbers={"sessions a week": count, "most": MOST_SESSIONS},
            )
