"""SCH103: a heavy hinge within a day of leg training."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import OtherMuscle, Weekday
from dorsi.atlas.model import Grade, Level, Stance
from dorsi.program.evaluate import SessionView, WeekView
from dorsi.rules.base import Case, FrameSession, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.priority import heavy_hinges, is_heavy_hinge
from dorsi.rules.schedule.spacing import days_elsewhere, gap_hours
from dorsi.rules.scopes import SessionRule

NEAR_HOURS = 24
"""Leg training this many hours away or fewer counts as beside the hinge (heuristic)."""
PRICE_BEGINNER = 3.0
PRICE = 1.0
"""Points the planner pays for a heavy hinge beside leg training (heuristic)."""


class HingeBesideSquats(SessionRule):
    """Heavy hinges keep a day clear of leg training."""

    code = "SCH103"
    slug = "hinge-beside-squats"
    name = "Heavy hinge beside leg training"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    stance = Stance.DEFAULT
    claims = ("A24",)
    references = ("Korak15", "RamosCampo24")
    checks = (
        "Looks for a heavy hinge on the day before, the day of or the day after leg training, which may stand in "
        "the athlete's other training or beside a back session. A warning for beginners, advice for everyone else."
    )
    why = (
        "Squats and heavy hinges draw on the same hips and lower back, and the deadlift is slow to recover from. "
        "With a day between them each is done fresher, and beginners keep their technique."
    )
    limits = (
        "Back and legs on one day or on neighbouring days grow just as well in trials, so this is about comfort and "
        "quality. Leg days without squats or other hinges need no such distance."
    )
    bad = """
        dorsi: program/1
        name: Deadlifts after leg day
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
          other_training:
            - {day: wed, trains: [legs]}
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
          - id: lower
            day: thu
            blocks:
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Deadlifts two days after leg day
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
          other_training:
            - {day: tue, trains: [legs]}
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
          - id: lower
            day: thu
            blocks:
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding per session with a heavy hinge near leg training."""
        hinges = heavy_hinges(session)
        if not hinges:
            return
        day, own = session.session.day, OtherMuscle.LEGS in session.session.also
        legs = days_elsewhere(week, session, case.athlete, OtherMuscle.LEGS)
        near = [] if day is None else [d for d in Weekday if d in legs and gap_hours(day, d) <= NEAR_HOURS]
        if not near and not own:
            return
        hinge, hours = hinges[0], 0 if own or day in near else NEAR_HOURS
        when = " and ".join(d.label for d in near if d is not day)
        if hours == 0:
            said = "shares its day with leg training" + (f", with more legs on {when}" if when else "")
        else:
            said = f"has leg training only {hours} h away, on {when}"
        yield self.finding(
            hinge.place(),
            f"{hinge.exercise.short} with {hinge.hard_sets} hard sets {said}.",
            "Keep a full day between heavy hinges and leg training, or make this hinge a lighter one.",
            severity=Severity.WARNING if case.level is Level.BEGINNER else Severity.ADVICE,
            numbers={"hours to leg training": hours, "hard sets": hinge.hard_sets},
        )

    def constrain(self, model: PlanModel) -> None:
        """Heavy hinges cost points in sessions within a day of leg training."""
        each = PRICE_BEGINNER if model.athlete.level is Level.BEGINNER else PRICE
        for session in model.sessions:
            picks = {model.pick(session, e): 1.0 for e in model.candidates(session) if is_heavy_hinge(e)}
            if picks and _near_legs(session, model):
                model.price(picks, 0.0, each, rule=self.code, reason="A heavy hinge within a day of leg training")


def _near_legs(session: FrameSession, model: PlanModel) -> bool:
    days = [other.day for other in model.athlete.other_training if OtherMuscle.LEGS in other.trains]
    days += [other.day for other in model.sessions if OtherMuscle.LEGS in other.also]
    return any(gap_hours(session.day, day) <= NEAR_HOURS for day in days)
