"""Jefit's sets of one exercise as it packs them into one cell: "60x10,65x8" is load x repetitions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dorsi.journal.importing.foreign import ForeignSet
from dorsi.journal.importing.gathering import NOTHING_ENTERED, Refusal
from dorsi.journal.importing.measures import MOST_LOAD, MOST_REPS
from dorsi.journal.model import LoadMode
from dorsi.units import MassUnit

_ONE = re.compile(r"(-?[0-9]{0,9}\.?[0-9]{1,9})\s*[x×*]\s*([0-9]{1,9}(?:\.[0-9]{1,9})?)", re.IGNORECASE)
_EMPTY = re.compile(r"[0.]+x[0.]+", re.IGNORECASE)
_CARDIO_FIELDS = 4
"""Heuristic: Jefit writes cardio and timed work as four or more fields without a load, the first of them 0."""
_CARDIO = Refusal(reason="cardio or timed work, which Jefit writes in a code that is not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedSets:
    """The sets of a cell, and the entries that are none, such as a load with 0 repetitions."""

    sets: tuple[ForeignSet, ...]
    doubts: tuple[str, ...]


def packed_sets(packed: str, *, line: int, run: int, exercise: str, unit: MassUnit | None) -> PackedSets | Refusal:
    """The sets packed in the cell, or why there are none. A load of 0 is the body alone."""
    entries = [entry.strip() for entry in re.split(r"[,;]", packed) if entry.strip()]
    sets: list[ForeignSet] = []
    doubts: list[str] = []
    for entry in entries:
        found = _ONE.fullmatch(entry)
        load, reps = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
        if found and not load and not reps:
            continue
        if not found or not 0 < reps <= MOST_REPS or reps != int(reps) or abs(load) > MOST_LOAD:
            doubts.append(entry)
        else:
            sets.append(
                ForeignSet(
                    line=line,
                    exercise=exercise,
                    load=abs(load) or None,
                    unit=unit if load else None,
                    mode=LoadMode.ASSISTED if load < 0 else None,
                    reps=int(reps),
                    run=run,
                )
            )
    if len(entries) >= _CARDIO_FIELDS and _EMPTY.fullmatch(entries[0]) and not any(entry.load for entry in sets):
        return _CARDIO
    if not sets:
        return Refusal(reason=f"nothing can be used: {', '.join(doubts)}" if doubts else NOTHING_ENTERED)
    return PackedSets(sets=tuple(sets), doubts=tuple(doubts))
