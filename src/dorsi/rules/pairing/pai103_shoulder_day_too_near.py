"""PAI103: rear-delt work in a back session just ahead of a shoulder day."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import OtherMuscle
from dorsi.atlas.model import Grade, Pattern, VolumeGroup
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.schedule.spacing import HOURS_A_DAY, day_after, days_elsewhere
from dorsi.rules.scopes import SessionRule


def trains_rear_delts(entry: Entry) -> bool:
    """True for flies, face pulls and the like, which load the rear delts directly."""
    direct = entry.values.get(VolumeGroup.REAR_DELT, 0.0) >= 1
    return entry.exercise.pattern is Pattern.HORIZONTAL_ABDUCTION and direct


class ShoulderDayTooNear(SessionRule):
    """Rear-delt work keeps a day's distance from the shoulder day that follows."""

    code = "PAI103"
    slug = "shoulder-day-too-near"
    name = "Shoulder day too near"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("C19", "A23")
    checks = (
        "Looks for flies, face pulls and similar rear-delt work in a back session on the day of, or the day before, "
        "shoulder or rear-delt training elsewhere in your week. Shoulders in the back session itself are fine."
    )
    why = (
        "The rear delts work in every row, and again on the shoulder day. Isolating them right before it gives "
        "them a third load with no time to recover, and the shoulder day starts tired."
    )
    limits = (
        "The rear delts are small and recover fast; no trial sets a distance. A shoulder day without rear-delt or "
        "overhead work does not matter here."
    )
    bad = """
        dorsi: program/1
        name: Flies the day before shoulders
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
          other_training:
            - {day: tue, trains: [shoulders]}
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
              - {exercise: rear-delt-fly, sets: 3 x 15 @ RIR 1}
    """
    good = """
        dorsi: program/1
        name: Flies far from shoulders
        weeks: 4
        athlete:
          age: 30
          body_mass: 80
          training_age_months: 24
          days: [mon, thu]
          other_training:
            - {day: sat, trains: [shoulders]}
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
              - {exercise: rear-delt-fly, sets: 3 x 15 @ RIR 1}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """At most one finding per session."""
        isolation = [e for e in session.work if trains_rear_delts(e)]
        day = session.session.day
        if day is None or not isolation:
            return
        shoulders = days_elsewhere(week, session, case.athlete, OtherMuscle.SHOULDERS, OtherMuscle.REAR_DELTS)
        near = next((d for d in (day, day_after(day)) if d in shoulders), None)
        if near is None:
            return
        sets, first = sum(e.hard_sets for e in isolation), isolation[0]
        hours = 0 if near is day else HOURS_A_DAY
        ahead = "which also holds" if near is day else f"{hours} h ahead of {near.label}'s"
        yield self.finding(
            first.place(),
            f"{first.exercise.short} ({sets} hard sets for the rear delts) falls on {day.label}, "
            f"{ahead} shoulder training.",
            "Move the rear-delt work to the other back session, or leave it to the shoulder day.",
            numbers={"hard sets": sets, "hours to shoulder training": hours},
        )
