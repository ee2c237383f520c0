"""ORD103: small exercises stand before the first compound lift."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Exercise, Grade, Kind, Pattern
from dorsi.program.evaluate import SessionView, WeekView
from dorsi.program.model import Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.moves import moved
from dorsi.rules.order.ord102_back_extension_before_pulls import TIRING_SETS, lifts_after
from dorsi.rules.order.priority import main_lifts, stands_before
from dorsi.rules.scopes import SessionRule


def is_small(exercise: Exercise) -> bool:
    """True for isolation work and for face pulls, which train the same small muscles."""
    return exercise.kind is Kind.ISOLATION or exercise.pattern is Pattern.HORIZONTAL_ABDUCTION


class IsolationFirst(SessionRule):
    """Isolation work follows the compound lifts."""

    code = "ORD103"
    slug = "isolation-first"
    name = "Isolation before compound lifts"
    severity = Severity.WARNING
    confidence = Grade.MODERATE
    claims = ("D09", "E02")
    references = ("Nunes21", "Spineti10")
    checks = (
        "Looks for isolation work (flies, face pulls, shrugs, straight-arm pulldowns, back extensions) before the "
        "session's first pull, row or hinge. Trunk work, hangs, warm-up sets and a single set of back extensions "
        "are left alone."
    )
    why = (
        "What stands first gains the most strength, and a muscle tired on its own becomes the weak link of the "
        "compound lift that follows. The compound lifts train the most muscle, so they deserve the fresh minutes."
    )
    limits = (
        "Trials find that order shapes strength and leaves muscle size alone. If a small muscle is your one "
        "priority, putting it first is a fair choice."
    )
    bad = """
        dorsi: program/1
        name: Flies first
        weeks: 4
        sessions:
          - id: upper
            blocks:
              - {warmup: pulldown-medium, sets: 2 x 15 light}
              - {exercise: rear-delt-fly, sets: 3 x 15 @ RIR 1}
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
              - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Flies last
        weeks: 4
        sessions:
          - id: upper
            blocks:
              - {warmup: band-pull-apart, sets: 1 x 15 light}
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
              - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
              - {exercise: rear-delt-fly, sets: 3 x 15 @ RIR 1}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding per small exercise ahead of every compound lift."""
        lifts = main_lifts(session)
        if not lifts:
            return
        for entry in session.work:
            exercise = entry.exercise
            if entry.role is not Role.WORK or not is_small(exercise) or not stands_before(entry, lifts[0]):
                continue
            single_warm_up = exercise.pattern is Pattern.SPINAL_EXTENSION and entry.hard_sets < TIRING_SETS
            if single_warm_up or lifts_after(entry, session):
                continue  # a warm-up set, or ORD102 says it already
            first, last = lifts[0].exercise, lifts[-1]
            yield self.finding(
                entry.place(),
                f"{exercise.short} takes {entry.hard_sets} hard sets before the first compound lift, {first.short}.",
                f"Do {exercise.short} after the last compound lift.",
                numbers={"hard sets": entry.hard_sets, "compound lifts after it": len(lifts)},
                fix=moved(
                    session,
                    entry,
                    last.block_index,
                    f"Moves {exercise.short} behind {last.exercise.short}.",
                ),
            )
