"""PAI102: legs and a heavy hinge share a day."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import OtherMuscle
from dorsi.atlas.model import Grade, Stance
from dorsi.program.evaluate import Place, SessionView, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.priority import heavy_hinges
from dorsi.rules.scopes import SessionRule


class LegsWithTheBack(SessionRule):
    """Legs on the day of a heavy hinge: allowed, and a matter of taste."""

    code = "PAI102"
    slug = "legs-with-the-back"
    name = "Legs with a heavy hinge"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    stance = Stance.DEFAULT
    claims = ("A24",)
    references = ("RamosCampo24",)
    checks = "Looks for sessions that also train the legs and hold a heavy hinge such as the deadlift."
    why = (
        "A heavy hinge is leg work as well, so hips and lower back do double duty and the later half suffers. "
        "One guide forbids the pairing altogether; nothing supports a ban."
    )
    limits = (
        "Whole-body training and split training build the same size and strength at equal volume. If the day suits you "
        "and fits your time, keep it."
    )
    bad = """
        dorsi: program/1
        name: Deadlifts and squats
        weeks: 4
        sessions:
          - id: lower
            day: thu
            also: [legs]
            blocks:
              - {exercise: deadlift, sets: 4 x 6 @ RIR 2}
              - {exercise: dumbbell-row, sets: 3 x 8-12 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Pulls and squats
        weeks: 4
        sessions:
          - id: upper
            day: thu
            also: [legs]
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
              - {exercise: dumbbell-row, sets: 3 x 8-12 @ RIR 2}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """At most one finding per session."""
        hinges = heavy_hinges(session)
        if OtherMuscle.LEGS not in session.session.also or not hinges:
            return
        sets = sum(e.hard_sets for e in hinges)
        yield self.finding(
            Place(session=session.session.id),
            f"Leg training and {sets} hard sets of {hinges[0].exercise.short} share the day, which is a preference "
            "and no mistake.",
            "If either half suffers, put legs with a session that has no heavy hinge.",
            numbers={"hard sets of heavy hinges": sets},
        )
