"""SEL106: width is what the athlete wants, and no pullover or straight-arm work is in the cycle."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Exercise, Grade, Level, Pattern
from dorsi.program.evaluate import Place
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.volume.reach import options

WANTED_FROM = 4
"""Weight of the width goal, out of 5, from which the rule speaks (heuristic)."""


CABLE_FIRST = ("pullover-cable", "straight-arm-pulldown", "band-straight-arm-pulldown")
"""What is suggested first, before pullovers on a bench. Source: claim C21, Marchetti11."""


class NoLatStretchWork(Rule):
    """A strong wish for width and no shoulder-extension exercise in the whole cycle."""

    code = "SEL106"
    slug = "no-lat-stretch-work"
    name = "No pullovers or straight-arm work"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    claims = ("C21",)
    references = ("Marchetti11", "Muyor22", "Wolf25", "Varovic25")
    checks = (
        f"If you are past the beginner stage and your goal gives width {WANTED_FROM} or 5, looks for a pullover or "
        "straight-arm pulldown anywhere in the programme, as far as your equipment and health allow one."
    )
    why = (
        "These load the lats with the arms overhead, where they are long, and spare the biceps, "
        "which often tires first in pulls. They are an easy way to add a few lat sets."
    )
    limits = (
        "Training a muscle long seems to matter little, and whether these exercises add width has not been tested. "
        "With dumbbells the chest does much of the work; the cable versions suit the lats better."
    )
    bad = """\
dorsi: program/1
name: Wide without pullovers
weeks: 4
athlete: {age: 28, body_mass: 76, training_age_months: 30, goal: {width: 5}}
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
      - {exercise: dumbbell-row, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Wide with a cable pullover
weeks: 4
athlete: {age: 28, body_mass: 76, training_age_months: 30, goal: {width: 5}}
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
      - {exercise: dumbbell-row, sets: 4 x 8-12 @ RIR 2}
      - {exercise: pullover-cable, sets: 3 x 10-15 @ RIR 1}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """At most one finding, about the programme as a whole."""
        athlete = case.athlete
        if athlete is None or athlete.level is Level.BEGINNER or athlete.goal.width < WANTED_FROM:
            return
        if any(is_straight_arm(entry.exercise) for week in case.view.weeks for entry in week.work):
            return
        open_ones = options(case, is_straight_arm)
        if open_ones:
            best = min(open_ones, key=_preference)
            yield self.finding(
                Place(),
                f"Width weighs {athlete.goal.width} of 5 in your goal, and the programme has no pullover or "
                "straight-arm pulldown.",
                f"End a session with 2-3 sets of this: {best.short}.",
                numbers={"width goal": athlete.goal.width, "straight-arm exercises": 0},
            )


def is_straight_arm(exercise: Exercise) -> bool:
    """True for pullovers and straight-arm pulldowns."""
    return exercise.pattern is Pattern.SHOULDER_EXTENSION


def _preference(exercise: Exercise) -> int:
    return CABLE_FIRST.index(exercise.id) if exercise.id in CABLE_FIRST else len(CABLE_FIRST)
