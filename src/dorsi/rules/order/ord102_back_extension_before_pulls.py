"""ORD102: back extensions tire the lower back before rows or hinges that need it."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Amount, Grade, Pattern, Stance
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.moves import end_of_work, moved
from dorsi.rules.order.priority import main_lifts, stands_before
from dorsi.rules.scopes import SessionRule

TIRING_SETS = 2
"""Hard sets of back extensions that count as work and no longer as a warm-up. Source: C30 (one set); heuristic."""


def lifts_after(entry: Entry, session: SessionView) -> tuple[Entry, ...]:
    """Rows and hinges that need the lower back and follow tiring back extensions; empty if all is well."""
    if entry.exercise.pattern is not Pattern.SPINAL_EXTENSION or entry.hard_sets < TIRING_SETS:
        return ()
    return tuple(
        e
        for e in main_lifts(session)
        if e.exercise.pattern in (Pattern.HORIZONTAL_PULL, Pattern.HINGE)
        and e.exercise.axial is not Amount.NONE
        and stands_before(entry, e)
    )


class BackExtensionBeforePulls(SessionRule):
    """Back extensions come after the rows and hinges that need a fresh lower back."""

    code = "ORD102"
    slug = "back-extension-before-pulls"
    name = "Back extensions before rows or hinges"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    stance = Stance.CONFLICT
    claims = ("C32", "D09", "A20", "C30")
    references = ("Nunes21", "Fenwick09")
    checks = (
        "Looks for two or more hard sets of back extensions or reverse hypers ahead of a hinge or of a row in which "
        "the lower back has to hold the trunk. A single set to warm up is fine."
    )
    why = (
        "In hinges and unsupported rows the lower back keeps the trunk still; tired beforehand, it ends the set "
        "before the muscles you came for, and technique slips sooner. At the end of the work it can be trained "
        "as hard as you like without costing anything else."
    )
    limits = (
        "No trial has compared the two orders for the lower back; this is reasoning from what the lifts demand. "
        "Chest-supported rows and machines that carry the trunk are left out."
    )
    bad = """
        dorsi: program/1
        name: Lower back first
        weeks: 4
        sessions:
          - id: lower
            blocks:
              - {exercise: back-extension-45, sets: 3 x 12 @ RIR 1}
              - {exercise: barbell-row, sets: 4 x 8 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Lower back last
        weeks: 4
        sessions:
          - id: lower
            blocks:
              - {warmup: back-extension-45, sets: 1 x 12 light}
              - {exercise: barbell-row, sets: 4 x 8 @ RIR 2}
              - {exercise: back-extension-45, sets: 3 x 12 @ RIR 1}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding per exercise that tires the lower back too early."""
        for entry in session.work:
            after = lifts_after(entry, session)
            if not after:
                continue
            name = entry.exercise.short
            lifts = " and ".join(dict.fromkeys(e.exercise.short for e in after))
            yield self.finding(
                entry.place(),
                f"{entry.exercise.short} takes {entry.hard_sets} hard sets out of the lower back before {lifts}.",
                f"Move {name} to the end of the work and keep at most one easy set of it as a warm-up.",
                numbers={"hard sets": entry.hard_sets, "lifts after it": len(after)},
                fix=moved(session, entry, end_of_work(session), f"Moves {name} to the end of the work."),
            )
