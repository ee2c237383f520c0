"""PAI104: arms are trained the day before pull-ups."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import OtherMuscle
from dorsi.atlas.model import Grade
from dorsi.program.evaluate import SessionView, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.priority import PULL_UP_FAMILY, main_lifts
from dorsi.rules.schedule.spacing import HOURS_A_DAY, day_after, days_elsewhere
from dorsi.rules.scopes import SessionRule


class ArmsBeforePulling(SessionRule):
    """The elbow flexors are rested when pull-ups lead the session."""

    code = "PAI104"
    slug = "arms-before-pulling"
    name = "Arms the day before pull-ups"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("A10", "A24")
    references = ("MoranNavarro17", "Youdas10")
    checks = (
        "Looks for arm training on the day before a session whose first compound lift is a pull-up or chin-up "
        "of any kind."
    )
    why = (
        "Every pull-up bends the elbows under load, so tired biceps end the set before the lats have had enough. "
        "Curls are easily placed after the pull-ups or a day further off."
    )
    limits = (
        "No trial has measured this pairing; it follows from how long muscles take to recover. Arm days that train "
        "only the triceps do not matter."
    )
    bad = """
        dorsi: program/1
        name: Arms on Sunday
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
          other_training:
            - {day: sun, trains: [arms]}
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Arms on Tuesday
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
          other_training:
            - {day: tue, trains: [arms]}
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """At most one finding per session, at its main lift."""
        lifts, day = main_lifts(session), session.session.day
        if day is None or not lifts or lifts[0].exercise.family != PULL_UP_FAMILY:
            return
        arms = days_elsewhere(week, session, case.athlete, OtherMuscle.ARMS)
        eve = next((d for d in arms if day_after(d) is day), None)
        if eve is None:
            return
        main = lifts[0]
        yield self.finding(
            main.place(),
            f"Arms on {eve.label} leave {HOURS_A_DAY} h until {main.exercise.short} leads {day.label}'s session.",
            f"Move the arm training to {day.label}, after the back, or to the day after.",
            numbers={"hours between": HOURS_A_DAY, "hard sets": main.hard_sets},
        )
