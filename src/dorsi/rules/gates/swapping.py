"""Replacing an exercise an athlete is not ready for by the nearest one that leads up to it."""

from __future__ import annotations

from collections.abc import Iterable

from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case
from dorsi.rules.equipment.substitutes import swap
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Fix


def swap_to_first(entry: Entry, choices: Iterable[str], case: Case) -> Fix | None:
    """The fix that puts the first suitable choice in the entry's place; None if none suits.

    Nothing outside `choices` is offered: the next best of the same pattern could be barred by the same gate.
    """
    if case.athlete is None:
        return None
    there = {item.exercise for block in entry.session.blocks for item in block.items}
    for exercise in map(case.atlas.exercise, choices):
        if exercise.id not in there and suits(exercise, case.athlete):
            return swap(entry, exercise, case)
    return None
