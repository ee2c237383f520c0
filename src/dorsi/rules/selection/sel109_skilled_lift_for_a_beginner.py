"""SEL109: an exercise that asks for more experience than the athlete has."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Exercise, Grade
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule
from dorsi.rules.selection.swap import swap
from dorsi.rules.volume.wording import lifter

FAR_ABOVE = 2
"""Levels between exercise and athlete from which it is an error (heuristic)."""


class SkilledLiftForABeginner(EntryRule):
    """Work sets of an exercise whose `min_level` lies above the athlete's level."""

    code = "SEL109"
    slug = "skilled-lift-for-a-beginner"
    name = "A lift above your level"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    claims = ("C17",)
    references = ()
    checks = (
        "Compares the level from which each exercise is recommended with yours. One level above draws a warning, "
        "two levels above is an error."
    )
    why = (
        "Some lifts only train what they should once an easier version has become a habit. Learnt too early, "
        "they are limited by balance and position, and the load lands where it is not wanted."
    )
    limits = (
        "The level of an exercise is a coach's judgement, and levels go by months of training, not by talent. "
        "With a good coach beside you, a step ahead can be right."
    )
    bad = """\
dorsi: program/1
name: Barbell rows in month two
weeks: 4
athlete: {age: 24, body_mass: 70, training_age_months: 2}
sessions:
  - id: back
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: barbell-row, sets: 3 x 8-10 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Supported rows in month two
weeks: 4
athlete: {age: 24, body_mass: 70, training_age_months: 2}
sessions:
  - id: back
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 3}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """A finding for each exercise above the athlete's level, with an easier one as its fix."""
        if case.athlete is None or not entry.is_work:
            return
        exercise, level = entry.exercise, case.athlete.level
        gap = exercise.min_level.rank - level.rank
        if gap > 0:
            fix = swap(entry, exercise.easier, case)
            yield self.finding(
                entry.place(),
                f"{exercise.short} is meant for {lifter(exercise.min_level)}, and you are {lifter(level)}.",
                fix.says if fix else "Learn an easier version first and come back to this one later.",
                severity=Severity.ERROR if gap >= FAR_ABOVE else Severity.WARNING,
                numbers={"level of the exercise": exercise.min_level.value, "your level": level.value},
                fix=fix,
            )

    def constrain(self, model: PlanModel) -> None:
        """Leaves out what lies above the athlete's level."""
        for session in model.sessions:
            for exercise in model.candidates(session):
                if _is_above(exercise, model):
                    reason = f"{exercise.short} is meant for {lifter(exercise.min_level)}."
                    model.forbid(session, exercise, rule=self.code, reason=reason)


def _is_above(exercise: Exercise, model: PlanModel) -> bool:
    return exercise.is_work and exercise.min_level.rank > model.athlete.level.rank
