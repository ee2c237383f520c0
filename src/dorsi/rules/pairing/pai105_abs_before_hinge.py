"""PAI105: the trunk is tired right before a heavy hinge."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import OtherMuscle
from dorsi.atlas.model import Grade, Pattern, Stance
from dorsi.program.evaluate import Place, SessionView, WeekView
from dorsi.program.model import Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.moves import end_of_work, moved
from dorsi.rules.order.priority import heavy_hinges, stands_before
from dorsi.rules.scopes import SessionRule


class AbsBeforeHinge(SessionRule):
    """Abs and trunk work follow the heavy hinge."""

    code = "PAI105"
    slug = "abs-before-hinge"
    name = "Abs before a heavy hinge"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    stance = Stance.CONFLICT
    claims = ("A22", "D06")
    checks = (
        "Looks for work sets of trunk exercises ahead of a heavy hinge, and for sessions with a heavy hinge that also "
        "train the abs, where the order is left to you. Trunk drills written as a warm-up are fine."
    )
    why = (
        "The trunk braces the spine through every heavy hinge, so it should be fresh then. Lower back and abs make "
        "good partners on one day once the hinge is done."
    )
    limits = (
        "This is coaching sense with no trial behind it. A programme file does not say when the abs are trained, so "
        "you may be doing it right already."
    )
    bad = """
        dorsi: program/1
        name: Planks, then deadlifts
        weeks: 4
        sessions:
          - id: lower
            blocks:
              - {exercise: plank, sets: 3 x 60 s}
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
              - {exercise: dumbbell-row, sets: 3 x 8-12 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Deadlifts, then planks
        weeks: 4
        sessions:
          - id: lower
            blocks:
              - {warmup: dead-bug, sets: 1 x 8}
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
              - {exercise: dumbbell-row, sets: 3 x 8-12 @ RIR 2}
              - {exercise: plank, sets: 3 x 60 s}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding per trunk exercise before the hinge, and one for abs beside it."""
        hinges = heavy_hinges(session)
        if not hinges:
            return
        hinge = hinges[-1]
        for entry in session.entries:
            is_trunk_work = entry.role is Role.WORK and entry.exercise.pattern is Pattern.TRUNK
            if is_trunk_work and stands_before(entry, hinge):
                name, what = entry.exercise.short, entry.exercise.short
                yield self.finding(
                    entry.place(),
                    f"{entry.all_sets} work sets of {what} tire the trunk before {hinge.exercise.short}.",
                    f"Do {name} after {hinge.exercise.short}.",
                    numbers={"work sets": entry.all_sets},
                    fix=moved(session, entry, end_of_work(session), f"Moves {name} to the end of the work."),
                )
        if OtherMuscle.ABS in session.session.also:
            sets = sum(e.hard_sets for e in hinges)
            yield self.finding(
                Place(session=session.session.id),
                f"Abs share the day with {sets} hard sets of {hinges[0].exercise.short}.",
                f"Train the abs after {hinge.exercise.short}, never right before it.",
                numbers={"hard sets of heavy hinges": sets},
            )
