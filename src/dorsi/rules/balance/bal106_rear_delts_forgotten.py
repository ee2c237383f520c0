"""BAL106: little for the rear delts, and back sessions that add nothing for them."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Grade, Level, Pattern, VolumeGroup
from dorsi.atlas.volume import INDIRECT_FROM
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.bounds import WEEKLY
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import picks_of
from dorsi.rules.volume.wording import sets_text
from dorsi.units import number

POINTS = 0.5
"""What the planner earns for a rear-delt exercise in a session."""
SHORT_SESSION_MINUTES = 45
"""Beginners with no more time than this spend it on rows, which train the rear delts by half (heuristic)."""


class RearDeltsForgotten(WeekRule):
    """A week below the rear-delt band with sessions that hold no face pull or rear-delt fly."""

    code = "BAL106"
    slug = "rear-delts-forgotten"
    name = "Rear delts forgotten"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    claims = ("C19", "A23")
    references = ("Edelburg18", "Schoenfeld13")
    checks = (
        "If the rear delts get fewer weekly sets than the low end of their band, a helping muscle counting half, "
        "looks for sessions without a face pull, rear-delt fly or the like. "
        "Beginners with 45 minutes or less are spared."
    )
    why = (
        "Rear delts belong to the shoulder but finish the look of the upper back. They help in every pull, "
        "and a short exercise at the end of a back session gives them the rest."
    )
    limits = (
        "How much the pulls alone do for them has not been measured in growth. If you train rear delts on "
        "another day, that work is not seen here and you can ignore the hint."
    )
    bad = """\
dorsi: program/1
name: Pulls without rear delts
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Pulls with rear delts
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
      - {exercise: rear-delt-fly-machine, sets: 3 x 12-20 @ RIR 1}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """At most one finding a week, whatever the number of sessions."""
        sets = week.volume.get(VolumeGroup.REAR_DELT, 0.0)
        low = WEEKLY[VolumeGroup.REAR_DELT][case.level].low
        sessions = [session for session in week.sessions if session.work]
        bare = sum(not any(finishes_rear_delts(e.exercise) for e in s.work) for s in sessions)
        if sets >= low or not bare or (case.athlete is not None and _is_spared(case.athlete)):
            return
        where = "the only session has" if len(sessions) == 1 else f"{bare} of {len(sessions)} sessions have"
        yield self.finding(
            Place(),
            f"{sets_text(sets)} a week for the rear delts, where the band begins at {number(low)}, "
            f"and {where} no exercise for them.",
            "End a back session with 2-3 sets of face pulls or rear-delt flies.",
            numbers={"sets a week": sets, "low end of the band": low, "sessions without": bare},
        )

    def constrain(self, model: PlanModel) -> None:
        """Rewards one rear-delt exercise in each session."""
        if _is_spared(model.athlete):
            return
        for session in model.sessions:
            model.reward(
                picks_of(model, finishes_rear_delts, [session]),
                up_to=1,
                each=POINTS,
                rule=self.code,
                reason="A rear-delt exercise in every back session.",
            )


def finishes_rear_delts(exercise: Exercise) -> bool:
    """True for face pulls, flies and raises that train the rear delts at least by half."""
    return (
        exercise.pattern is Pattern.HORIZONTAL_ABDUCTION and exercise.muscles.get("rear-deltoid", 0.0) >= INDIRECT_FROM
    )


def _is_spared(athlete: Athlete) -> bool:
    return athlete.level is Level.BEGINNER and athlete.minutes <= SHORT_SESSION_MINUTES
