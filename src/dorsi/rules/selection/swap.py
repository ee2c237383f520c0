"""The safe way to replace an exercise: same place, same sets, no load carried over."""

from __future__ import annotations

from collections.abc import Iterable

from dorsi.atlas.model import Exercise, Loading
from dorsi.program.evaluate import Entry
from dorsi.program.model import LoadKind, Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Fix, SetValue, Severity
from dorsi.rules.selection.similarity import similarity
from dorsi.rules.volume.reach import within_reach

_KEYS = {Role.WORK: "exercise", Role.TEST: "test"}
_COUNTED_OTHERWISE = frozenset({Loading.TIME, Loading.DISTANCE})


def swap(entry: Entry, alternatives: Iterable[str], case: Case) -> Fix | None:
    """Puts the first suitable alternative in the entry's place; None if there is none.

    Suitable means within the athlete's reach and level, counted in the same unit and no near-duplicate of
    anything else in the session. Entries with a stated load or a method are left to the person: a load or
    a method that fits one lift can be wrong for another.
    """
    key = _KEYS.get(entry.role)
    if key is None or entry.prescription.methods or _has_load(entry):
        return None
    for exercise in (case.atlas.exercise(name) for name in alternatives):
        if _suits(exercise, entry, case):
            return Fix(
                says=f"Replace {entry.exercise.short} with {exercise.short}.",
                edits=(SetValue(path=(*entry.path, key), value=exercise.id),),
            )
    return None


def _suits(exercise: Exercise, entry: Entry, case: Case) -> bool:
    if not within_reach(exercise, case.athlete) or exercise.min_level.rank > case.level.rank:
        return False
    if {exercise.loading, entry.exercise.loading} & _COUNTED_OTHERWISE and (
        exercise.loading is not entry.exercise.loading
    ):
        return False
    others = (
        case.atlas.exercise(item.exercise)
        for block in entry.session.blocks
        for item in block.items
        if item is not entry.prescription and item.role in _KEYS
    )
    return all(similarity(exercise, other) is not Severity.WARNING for other in others)


def _has_load(entry: Entry) -> bool:
    """True if any week states a load that means something for this exercise only."""
    loads = (target.load for line in entry.prescription.sets for target in line.targets)
    return any(load is not None and load.kind is not LoadKind.LIGHT for load in loads)
