"""ORD106: carries, shrugs or hangs tire the grip before lifts that need it."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Exercise, Grade
from dorsi.atlas.volume import INDIRECT_FROM
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.program.model import Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.moves import moved
from dorsi.rules.order.priority import (
    Position,
    is_heavy_hinge,
    main_lifts,
    position,
    stands_before,
)
from dorsi.rules.scopes import SessionRule

GRIP_SHARE = INDIRECT_FROM
"""Forearm involvement from which the grip is taxed, the same line as for counting sets (heuristic)."""
_SPENDING = (Position.CARRY, Position.SMALL, Position.RACK_PULL)


def _taxes_grip(exercise: Exercise) -> bool:
    return exercise.muscles.get("forearm", 0.0) >= GRIP_SHARE


def spends_grip(entry: Entry) -> bool:
    """True for work sets of carries, shrugs, dead hangs and rack pulls held without straps."""
    return (
        entry.role is Role.WORK
        and not entry.prescription.straps
        and position(entry.exercise) in _SPENDING
        and _taxes_grip(entry.exercise)
    )


def needs_grip(entry: Entry) -> bool:
    """True for pull-ups, rows and deadlifts held by the bare hands."""
    return _taxes_grip(entry.exercise) and not entry.prescription.straps


class GripSpentFirst(SessionRule):
    """What tires the grip stands behind the lifts that depend on it."""

    code = "ORD106"
    slug = "grip-spent-first"
    name = "Grip spent first"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("C34",)
    references = ("Jukic21", "Coswig15")
    checks = (
        "Looks for carries, shrugs or dead hangs ahead of pull-ups, rows or deadlifts, and for rack pulls ahead of "
        "deadlifts. Lifts done with straps are left out."
    )
    why = (
        "A tired grip ends a pull before the back is done. Carries, shrugs and hangs do just as well at the end, "
        "where nothing else depends on your hands."
    )
    limits = (
        "No trial has compared these orders; that a spared grip helps is known from work on straps. A strong grip "
        "may not notice, and cable and machine pulls that load the hands little do not count."
    )
    bad = """
        dorsi: program/1
        name: Carries first
        weeks: 4
        sessions:
          - id: lower
            blocks:
              - {exercise: farmers-walk, sets: 3 x 30 m}
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
              - {exercise: dumbbell-row, sets: 3 x 8-12 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Carries last
        weeks: 4
        sessions:
          - id: lower
            blocks:
              - {exercise: deadlift, sets: 3 x 6 @ RIR 2}
              - {exercise: dumbbell-row, sets: 3 x 8-12 @ RIR 2}
              - {exercise: farmers-walk, sets: 3 x 30 m}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding per exercise that spends the grip too early."""
        for entry in session.entries:
            if not spends_grip(entry):
                continue
            limited = [e for e in main_lifts(session) if needs_grip(e) and stands_before(entry, e)]
            if position(entry.exercise) is Position.RACK_PULL:
                limited = [e for e in limited if is_heavy_hinge(e.exercise) and e.exercise.family == "deadlift"]
            if not limited:
                continue
            named = " and ".join(dict.fromkeys(e.exercise.short for e in limited))
            last = limited[-1]
            yield self.finding(
                entry.place(),
                f"{entry.all_sets} sets of {entry.exercise.short} tire the grip before {named}.",
                f"Do {entry.exercise.short} after {last.exercise.short}.",
                numbers={"sets": entry.all_sets, "lifts after it": len(limited)},
                fix=moved(
                    session,
                    entry,
                    last.block_index,
                    f"Moves {entry.exercise.short} behind {last.exercise.short}.",
                ),
            )
