"""ORD105: a warm-up or cardio block stands in the middle of the work."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.program.model import BlockKind, Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, MoveTo, Severity
from dorsi.rules.order.moves import prepares
from dorsi.rules.order.priority import stands_before
from dorsi.rules.scopes import SessionRule

_WARMING = (Role.WARMUP, Role.CARDIO)


class WarmUpAfterWork(SessionRule):
    """Warming up comes before the work it is meant for."""

    code = "ORD105"
    slug = "warm-up-after-work"
    name = "Warm-up after the work began"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    claims = ("A14", "D19", "C30")
    references = ("RibeiroB21", "RibeiroB20")
    checks = (
        "Looks for warm-up sets or cardio after work on another exercise has begun. Warm-up sets right before "
        "the lift they lead into are fine anywhere, and so is easy cardio after all the work."
    )
    why = (
        "Warm-up sets help the lift they rehearse and lead up to. Once you are working, general warming up "
        "only costs time and a little of your strength."
    )
    limits = (
        "A warm-up is matched to the next lift by its movement pattern, so an unusual but sensible drill may be "
        "named here. The gain from warming up is itself modest in trials."
    )
    bad = """
        dorsi: program/1
        name: Late warm-up
        weeks: 4
        sessions:
          - id: upper
            blocks:
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
              - {warmup: pulldown-medium, sets: 2 x 15 light}
              - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Timely warm-up
        weeks: 4
        sessions:
          - id: upper
            blocks:
              - {cardio: row-ergometer, sets: 5 min}
              - {warmup: pulldown-medium, sets: 2 x 15 light}
              - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
              - {warmup: barbell-row, sets: 1 x 8 light}
              - {exercise: barbell-row, sets: 3 x 8-12 @ RIR 2}
    """

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding per misplaced warm-up or cardio block."""
        for index, entry in enumerate(session.entries):
            before = [e for e in session.work if stands_before(e, entry) and e.exercise.id != entry.exercise.id]
            if entry.role not in _WARMING or not before or _fits(entry, session.entries[index + 1 :]):
                continue
            what = entry.exercise.short
            sets = sum(e.hard_sets for e in before)
            kind = "a warm-up" if entry.role is Role.WARMUP else "cardio"
            yield self.finding(
                entry.place(),
                f"{what} is written as {kind}, yet {sets} hard sets of other work stand before it.",
                f"Move {entry.exercise.short} in front of the work it prepares.",
                numbers={"hard sets before it": sets},
                fix=_fix(entry, session),
            )


def _fits(entry: Entry, following: tuple[Entry, ...]) -> bool:
    """True for warm-up sets that lead into the next exercise, and for cardio after all the work."""
    if entry.role is Role.CARDIO:
        return not any(e.is_work for e in following)
    after = [e for e in following if e.role not in _WARMING]
    return any(prepares(entry.exercise, e.exercise) for e in after if e.block_index == after[0].block_index)


def _fix(entry: Entry, session: SessionView) -> Fix | None:
    """Moves a block in front of the lift it is for, or else in front of all work."""
    if entry.block.kind is not BlockKind.SINGLE:
        return None
    own = [e for e in session.work if e.exercise.id == entry.exercise.id]
    own += [e for e in session.work if stands_before(entry, e) and prepares(entry.exercise, e.exercise)]
    target = (own if own and entry.role is Role.WARMUP else session.work)[0]
    index = 0 if entry.role is Role.CARDIO else target.block_index - stands_before(entry, target)
    says = f"Moves {entry.exercise.short} in front of " + (
        "the whole session." if entry.role is Role.CARDIO else f"{target.exercise.short}."
    )
    return Fix(says=says, edits=(MoveTo(path=entry.path, index=index),))
