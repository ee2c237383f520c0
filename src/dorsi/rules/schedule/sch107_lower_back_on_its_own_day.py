"""SCH107: back extensions on a day without pulls, rows or hinges."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Pattern
from dorsi.program.evaluate import SessionView, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.priority import is_main_lift
from dorsi.rules.scopes import SessionRule


class LowerBackOnItsOwnDay(SessionRule):
    """Lower-back isolation shares a session with other back work."""

    code = "SCH107"
    slug = "lower-back-on-its-own-day"
    name = "Lower back on a day of its own"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("C31",)
    checks = (
        "Looks for hard sets of back extensions or reverse hypers in a session that holds no compound pull, row or "
        "hinge at all."
    )
    why = (
        "Rows and hinges tire the lower back anyway. Finishing it off on the same day leaves it whole days to "
        "recover before the next heavy lift, while a day of its own takes one of those away."
    )
    limits = (
        "This is a matter of good order; no trial has looked at it. Easy back extensions as daily exercise for a stiff "
        "back are another thing and are not meant."
    )
    bad = """
        dorsi: program/1
        name: A day for back extensions
        weeks: 4
        sessions:
          - id: pulls
            day: mon
            blocks:
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
              - {exercise: barbell-row, sets: 3 x 8-12 @ RIR 2}
          - id: lower-back
            day: wed
            blocks:
              - {exercise: back-extension-45, sets: 3 x 12-15 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Back extensions after the rows
        weeks: 4
        sessions:
          - id: pulls
            day: mon
            blocks:
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
          - id: rows
            day: thu
            blocks:
              - {exercise: barbell-row, sets: 3 x 8-12 @ RIR 2}
              - {exercise: back-extension-45, sets: 3 x 12-15 @ RIR 2}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """At most one finding per session."""
        extensions = [e for e in session.work if e.exercise.pattern is Pattern.SPINAL_EXTENSION]
        if not extensions or any(is_main_lift(e.exercise) for e in session.work):
            return
        sets = sum(e.hard_sets for e in extensions)
        first = extensions[0]
        yield self.finding(
            first.place(),
            f"{sets} hard sets for the lower back ({first.exercise.short}) stand on a day with no pull, row or hinge.",
            f"Move {first.exercise.short} to the end of a session that trains the rest of the back.",
            numbers={"hard sets": sets},
        )
