"""PAI101: back and chest share a day that does not hold both."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from dorsi.athlete.model import OtherMuscle
from dorsi.atlas.model import Grade, Stance
from dorsi.program.evaluate import Place, SessionView, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import SessionRule

MOST_BACK_SETS = 12
"""Hard sets for the back that still leave room for chest in the same session (heuristic)."""
CHEST_DAY_PRICE = 3.0
"""Points a further back set costs beyond that, on a chest day."""


class ChestDayOverfull(SessionRule):
    """Back and chest share a day as long as both fit."""

    code = "PAI101"
    slug = "chest-day-overfull"
    name = "Back and chest do not fit together"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    stance = Stance.CONFLICT
    claims = ("A22", "E03")
    references = ("Burke24",)
    checks = (
        f"In a session that also trains the chest, counts the hard sets for the back ({MOST_BACK_SETS} is the most) "
        "and, if your time is known, checks that the back part does not use all of it."
    )
    why = (
        "Back and chest go well together: a pull and a push in turn save about a third of the time at the same growth. "
        "But the day has to hold both, or one of them is trained tired and in a hurry."
    )
    limits = (
        "One guide calls chest the best partner for the back and another forbids it; trials side with the first. The "
        "number of sets is a coaching rule, and how long the chest takes is not known here."
    )
    bad = """
        dorsi: program/1
        name: Fourteen back sets and chest
        weeks: 4
        sessions:
          - id: upper
            day: mon
            also: [chest]
            blocks:
              - {exercise: pull-up-medium, sets: 5 x 6-10 @ RIR 2}
              - {exercise: seated-row-narrow, sets: 5 x 8-12 @ RIR 2}
              - {exercise: face-pull, sets: 4 x 15 @ RIR 1}
    """
    good = """
        dorsi: program/1
        name: Ten back sets and chest
        weeks: 4
        sessions:
          - id: upper
            day: mon
            also: [chest]
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
              - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
              - {exercise: face-pull, sets: 2 x 15 @ RIR 1}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """At most one finding per session: too many sets, or else too little time."""
        if OtherMuscle.CHEST not in session.session.also:
            return
        sets, minutes = sum(e.hard_sets for e in session.work), ceil(session.minutes)
        if sets > MOST_BACK_SETS:
            yield self.finding(
                Place(session=session.session.id),
                f"{sets} hard sets for the back share the session with chest; {MOST_BACK_SETS} is the most that fits.",
                f"Leave out {sets - MOST_BACK_SETS} back sets, or train the chest on another day.",
                numbers={"back sets": sets, "most": MOST_BACK_SETS},
            )
        elif case.athlete is not None and session.minutes > case.athlete.minutes:
            available = case.athlete.minutes
            yield self.finding(
                Place(session=session.session.id),
                f"The back alone takes about {minutes} of your {available} min, and chest is still to come.",
                "Shorten the back part, or train the chest on another day.",
                numbers={"minutes": minutes, "available": available},
            )

    def constrain(self, model: PlanModel) -> None:
        """Makes back sets beyond the room on a chest day dear."""
        for session in model.sessions:
            if OtherMuscle.CHEST in session.also:
                sets = {model.sets(session, exercise): 1.0 for exercise in model.candidates(session)}
                reason = "Chest shares the day, and both must fit"
                model.price(sets, MOST_BACK_SETS, CHEST_DAY_PRICE, rule=self.code, reason=reason)
