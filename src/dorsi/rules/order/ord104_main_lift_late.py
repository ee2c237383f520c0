"""ORD104: the session opens with an easier lift than its most demanding one."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import SessionView, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.moves import moved
from dorsi.rules.order.priority import is_free_pull, is_heavy_hinge, main_lifts, stands_before
from dorsi.rules.scopes import SessionRule


class MainLiftLate(SessionRule):
    """The most demanding lift opens the session."""

    code = "ORD104"
    slug = "main-lift-late"
    name = "Main lift comes late"
    severity = Severity.ADVICE
    confidence = Grade.MODERATE
    claims = ("A20", "D09")
    references = ("Nunes21", "Spineti10")
    checks = (
        "Compares the first compound lift with the rest: a pulldown, cable or supported row opens the session while "
        "a pull-up or an unsupported barbell, T-bar or two-dumbbell row follows. Heavy hinges have a rule of their own."
    )
    why = (
        "Lifts that need balance, a braced trunk or your own body weight suffer most from tiredness, while a machine "
        "goes on working. What is done first also gains the most strength."
    )
    limits = (
        "Which lift is the main one is your choice, and growth does not depend on the order. Skip this if you put "
        "your priority first on purpose."
    )
    bad = """
        dorsi: program/1
        name: Pull-ups last
        weeks: 4
        sessions:
          - id: upper
            blocks:
              - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2}
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Pull-ups first
        weeks: 4
        sessions:
          - id: upper
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
              - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """At most one finding per session, at its most demanding lift."""
        lifts = main_lifts(session)
        if not lifts or is_free_pull(lifts[0].exercise) or is_heavy_hinge(lifts[0].exercise):
            return
        main = next((e for e in lifts if is_free_pull(e.exercise) and stands_before(lifts[0], e)), None)
        if main is None or any(is_heavy_hinge(e.exercise) for e in lifts):
            return  # nothing harder follows, or ORD101 speaks about the hinge
        number = lifts.index(main) + 1
        opener = lifts[0].exercise
        yield self.finding(
            main.place(),
            f"{main.exercise.short}, the more demanding lift, is number {number} of {len(lifts)}, and "
            f"{opener.short} opens the work.",
            f"Start with {main.exercise.short} and do {opener.short} after it.",
            numbers={"place among the lifts": number, "lifts": len(lifts)},
            fix=moved(
                session,
                main,
                lifts[0].block_index,
                f"Moves {main.exercise.short} in front of {opener.short}.",
            ),
        )
