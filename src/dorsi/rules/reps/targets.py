"""Reading and rewriting the set targets of a prescription."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dorsi.program.evaluate import Entry
from dorsi.program.model import LoadKind, SetTarget
from dorsi.program.notation import format_sets
from dorsi.rules.finding import Fix, SetValue


def hard_targets(entry: Entry) -> tuple[SetTarget, ...]:
    """The targets whose sets count as hard ones; light and easy sets are left out."""
    return tuple(t for t in entry.targets if replace(entry, targets=(t,)).hard_sets)


def is_open_max(target: SetTarget) -> bool:
    """True for a set to the maximum that states no reps in reserve."""
    return target.to_max and target.rir is None


def states_a_load(target: SetTarget) -> bool:
    """True if the target names a load that fixes how heavy the set is ('light' does not)."""
    load = target.load
    if load is None or load.kind is LoadKind.LIGHT:
        return False
    return load.kind is not LoadKind.BODYWEIGHT or load.kg != 0


def has_one_line(entry: Entry) -> bool:
    """True if one line of notation stands for all weeks, so that it can be replaced safely."""
    sets = entry.prescription.sets
    return len(sets) == 1 and sets[0].weeks is None


def new_sets(entry: Entry, targets: Sequence[SetTarget], says: str) -> Fix | None:
    """The fix that gives the prescription these targets; None where sets differ by week."""
    if not has_one_line(entry) or tuple(targets) == entry.targets:
        return None
    return Fix(says=says, edits=(sets_edit(entry, targets),))


def sets_edit(entry: Entry, targets: Sequence[SetTarget]) -> SetValue:
    """The edit that writes these targets."""
    return SetValue(path=(*entry.path, "sets"), value=format_sets(tuple(targets)))
