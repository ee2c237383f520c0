"""Safe moves of a block within its session; an exercise takes its own warm-up sets along."""

from __future__ import annotations

from collections.abc import Mapping

from dorsi.atlas.model import Exercise, Pattern
from dorsi.program.evaluate import Entry, SessionView
from dorsi.program.model import BlockKind, Role
from dorsi.rules.finding import Fix, MoveTo

_PREPARES: Mapping[Pattern, frozenset[Pattern]] = {
    Pattern.HANG: frozenset({Pattern.VERTICAL_PULL}),
    Pattern.SHOULDER_EXTENSION: frozenset({Pattern.VERTICAL_PULL}),
    Pattern.HORIZONTAL_ABDUCTION: frozenset({Pattern.HORIZONTAL_PULL}),
    Pattern.SPINAL_EXTENSION: frozenset({Pattern.HINGE, Pattern.HORIZONTAL_PULL}),
    Pattern.TRUNK: frozenset({Pattern.HINGE, Pattern.CARRY}),
}
"""Warm-ups of another pattern that lead into a lift all the same (heuristic; C30 for the lower back)."""


def prepares(warm_up: Exercise, exercise: Exercise) -> bool:
    """True if warm-up sets of the one lead into work sets of the other."""
    return warm_up.pattern is exercise.pattern or exercise.pattern in _PREPARES.get(warm_up.pattern, frozenset())


def end_of_work(session: SessionView) -> int:
    """Index of the last block that holds work."""
    return max(e.block_index for e in session.entries if e.role is Role.WORK)


def moved(session: SessionView, entry: Entry, index: int, says: str) -> Fix | None:
    """Moves the entry's block, warm-up sets and all, to stand at `index`; None inside a superset.

    Moved forward, the warm-up stands at `index` and the exercise right behind it. Moved back, warm-up
    sets that open the session stay where they are. Each edit's path is right both for the document as
    it was and as the edits before have left it.
    """
    if entry.block.kind is not BlockKind.SINGLE or index == entry.block_index:
        return None
    here = entry.block_index
    first = here - _own_warm_ups(session, entry)
    if index > here and not any(e.is_work and e.block_index < first for e in session.entries):
        first = here
    taken = range(first, here + 1)
    blocks = ("sessions", entry.session_index, "blocks")
    if index < here:
        edits = tuple(MoveTo(path=(*blocks, b), index=index + n) for n, b in enumerate(taken))
    else:
        edits = tuple(MoveTo(path=(*blocks, b), index=index - n) for n, b in enumerate(reversed(taken)))
    return Fix(says=says, edits=edits)


def _own_warm_ups(session: SessionView, entry: Entry) -> int:
    """How many blocks right before the entry's are warm-up sets of the same exercise or for it."""
    single = {e.block_index: e for e in session.entries if e.block.kind is BlockKind.SINGLE}
    count = 0
    while True:
        before = single.get(entry.block_index - count - 1)
        if before is None or before.role is not Role.WARMUP or not prepares(before.exercise, entry.exercise):
            return count
        count += 1
