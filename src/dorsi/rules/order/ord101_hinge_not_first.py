"""ORD101: a heavy hinge stands behind another compound lift."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Stance
from dorsi.program.evaluate import SessionView, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.moves import moved
from dorsi.rules.order.priority import heavy_hinges, is_heavy_hinge, main_lifts, stands_before
from dorsi.rules.scopes import SessionRule


class HingeNotFirst(SessionRule):
    """Deadlifts and their kin open the work of the session."""

    code = "ORD101"
    slug = "hinge-not-first"
    name = "Heavy hinge not first"
    severity = Severity.WARNING
    confidence = Grade.MODERATE
    stance = Stance.CONFLICT
    claims = ("A20", "C32")
    references = ("Nunes21", "Spineti10")
    checks = (
        "Looks for a heavy hinge (a barbell or trap-bar deadlift, Romanian deadlift, rack pull or good morning) "
        "that comes after a pull, a row or a lighter hinge. Another heavy hinge or a test set may stand before it."
    )
    why = (
        "The lift trained first gains the most strength, and a heavy hinge asks for more skill and a fresher "
        "lower back than anything else in the session. One guide opens with the deadlift and another leaves the "
        "lower back for last; both fit once the deadlift goes first and back extensions go last."
    )
    limits = (
        "Order changes strength more than size: trials find no difference in muscle growth. If a pull-up matters "
        "more to you than the hinge, you can leave it in front and go lighter on the hinge."
    )
    bad = """
        dorsi: program/1
        name: Deadlift after the rows
        weeks: 4
        sessions:
          - id: lower
            blocks:
              - {warmup: barbell-row, sets: 1 x 8 light}
              - {exercise: barbell-row, sets: 4 x 8 @ RIR 2}
              - {warmup: deadlift, sets: 2 x 5 @ 60%}
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Deadlift before the rows
        weeks: 4
        sessions:
          - id: lower
            blocks:
              - {warmup: deadlift, sets: 2 x 5 @ 60%}
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
              - {warmup: barbell-row, sets: 1 x 8 light}
              - {exercise: barbell-row, sets: 4 x 8 @ RIR 2}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding per heavy hinge with another lift before it."""
        lifts = [e for e in main_lifts(session) if not is_heavy_hinge(e.exercise)]
        for hinge in heavy_hinges(session):
            before = [e for e in lifts if stands_before(e, hinge)]
            if not before:
                continue
            sets = sum(e.hard_sets for e in before)
            named = before[0].exercise.short
            after = named if len(before) == 1 else f"{len(before)} other lifts, {named} first"
            yield self.finding(
                hinge.place(),
                f"{hinge.exercise.short} comes only after {sets} hard sets of {after}.",
                f"Move {hinge.exercise.short} to the first place of the work.",
                numbers={"hard sets before it": sets, "lifts before it": len(before)},
                fix=moved(
                    session,
                    hinge,
                    before[0].block_index,
                    f"Moves {hinge.exercise.short} in front of {before[0].exercise.short}.",
                ),
            )
