"""SCH106: a session takes longer than the athlete has."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import place_weeks

TOLERANCE = 1.05
"""Share of the available time a session may take; lengths are estimates (heuristic)."""


class SessionTooLong(Rule):
    """Every session fits the athlete's time."""

    code = "SCH106"
    slug = "session-too-long"
    name = "Session too long"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    claims = ("C01", "A22")
    references = ("Singer24",)
    checks = (
        "Adds up warm-up, sets, rests and changes of exercise and compares the sum with the minutes you have, "
        f"allowing {TOLERANCE - 1:.0%} over since all lengths are estimates."
    )
    why = (
        "A session that does not fit is cut short in the gym, and what is cut is the last exercise or the rest between "
        "sets. Planning for the time there is keeps every part of the programme trained."
    )
    limits = (
        "The length assumes four seconds a repetition, usual rests and a quick set-up; a crowded gym takes longer, a "
        "home gym less. Work for other muscles on the same day is not in the sum."
    )
    bad = """
        dorsi: program/1
        name: An hour's work in half an hour
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
          minutes: 30
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pull-up-medium, sets: 5 x 6-10 @ RIR 2, rest: 3 min}
              - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2, rest: 2 min}
              - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2, rest: 2 min}
              - {exercise: face-pull, sets: 3 x 15 @ RIR 1}
    """
    good = """
        dorsi: program/1
        name: Half an hour's work
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
          minutes: 30
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2, rest: 2 min}
              - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2, rest: 2 min}
    """

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding per session, about its longest week."""
        if case.athlete is None:
            return
        available = case.athlete.minutes
        too_long: dict[int, list[tuple[int, float]]] = {}
        for week in case.view.weeks:
            for session in week.sessions:
                if session.minutes > available * TOLERANCE:
                    found = too_long.setdefault(session.index, [])
                    found.extend((number, session.minutes) for number in week.weeks)
        for index, weeks in sorted(too_long.items()):
            session_id = case.view.program.sessions[index].id
            minutes = round(max(length for _, length in weeks))
            numbers = tuple(sorted(number for number, _ in weeks))
            yield self.finding(
                Place(weeks=place_weeks(case.view, numbers), session=session_id),
                f"The session takes about {minutes} min, and you have {available}.",
                f"Take out an exercise or a set here and there until about {minutes - available} min are saved.",
                numbers={"minutes": minutes, "available": available},
            )
