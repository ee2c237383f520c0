"""SCH102: more sessions a week with a heavy hinge than the lower back gets over."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel, Rule
from dorsi.rules.bounds import HEAVY_HINGE_SESSIONS_PER_WEEK
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.priority import heavy_hinges, is_heavy_hinge
from dorsi.rules.scopes import joined


class TooManyHeavyHingeDays(Rule):
    """At most two sessions a week hold a heavy hinge."""

    code = "SCH102"
    slug = "too-many-heavy-hinge-days"
    name = "Too many heavy hinge days"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    claims = ("A19", "A20", "C16")
    references = ("Korak15", "Stromback18")
    checks = (
        f"Counts the sessions of a week that hold a heavy hinge and allows {HEAVY_HINGE_SESSIONS_PER_WEEK}. Heavy "
        "hinges are deadlifts with a barbell or trap bar, Romanian deadlifts, rack pulls and good mornings."
    )
    why = (
        "Of the lifts studied, the deadlift takes longest to recover from, and the lower back is among the places "
        "lifters hurt most. Two heavy days a week leave time to recover and are plenty to get stronger."
    )
    limits = (
        "The number is a coaching rule with no trial behind it, and experienced powerlifters may stand more. Light "
        "hinges with dumbbells or kettlebells and hip bridges are not counted."
    )
    bad = """
        dorsi: program/1
        name: Hinges on three days
        weeks: 4
        sessions:
          - id: one
            day: mon
            blocks:
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
          - id: two
            day: wed
            blocks:
              - {exercise: romanian-deadlift, sets: 3 x 8 @ RIR 2}
          - id: three
            day: fri
            blocks:
              - {exercise: rack-pull, sets: 3 x 6 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Hinges on two days
        weeks: 4
        sessions:
          - id: one
            day: mon
            blocks:
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
          - id: two
            day: wed
            blocks:
              - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2}
          - id: three
            day: fri
            blocks:
              - {exercise: romanian-deadlift, sets: 3 x 8 @ RIR 2}
    """

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for every week with too many."""
        yield from joined(case.view, ((week.weeks, f) for week in case.view.weeks for f in self._check_week(week)))

    def _check_week(self, week: WeekView) -> Iterator[Finding]:
        hinges = [found[0] for s in week.sessions if (found := heavy_hinges(s))]
        if len(hinges) <= HEAVY_HINGE_SESSIONS_PER_WEEK:
            return
        named = ", ".join(dict.fromkeys(e.exercise.short for e in hinges))
        yield self.finding(
            Place(session=hinges[-1].session.id),
            f"{len(hinges)} sessions of the week hold a heavy hinge ({named}); "
            f"{HEAVY_HINGE_SESSIONS_PER_WEEK} is the most.",
            "Swap the heavy hinge of at least one session for a dumbbell or kettlebell hinge, or leave it out.",
            numbers={"sessions with a heavy hinge": len(hinges), "most": HEAVY_HINGE_SESSIONS_PER_WEEK},
        )

    def constrain(self, model: PlanModel) -> None:
        """The week picks at most two heavy hinges, so at most two sessions can hold one."""
        picks = {
            model.pick(session, exercise): 1.0
            for session in model.sessions
            for exercise in model.candidates(session)
            if is_heavy_hinge(exercise)
        }
        if picks:
            model.at_most(
                picks,
                HEAVY_HINGE_SESSIONS_PER_WEEK,
                rule=self.code,
                reason=f"At most {HEAVY_HINGE_SESSIONS_PER_WEEK} heavy hinges in a week",
            )
