"""The safe way to mend too much volume: take single sets off the longest exercises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dorsi.atlas.model import VolumeGroup
from dorsi.program.evaluate import Entry
from dorsi.program.model import SetTarget
from dorsi.program.notation import format_sets
from dorsi.rules.finding import Fix, SetValue
from dorsi.rules.volume.wording import sets_text

SETS_LEFT = 2
"""No exercise is cut below this many sets: one that gets fewer is better left out by hand (heuristic)."""


def fewer_sets(entries: Sequence[Entry], worth: Callable[[Entry], float], excess: float) -> Fix | None:
    """Cuts that take `excess` off what the entries' sets add up to; None where single sets cannot do it.

    `worth` says what one set of an entry counts. The longest exercise loses a set first, the later one of
    two equals. Supersets keep their rounds and sets written week by week stay as they are.
    """
    left = {i: entry.hard_sets for i, entry in enumerate(entries) if worth(entry) > 0 and _is_plain(entry)}
    while excess > 0:
        longest = max(left, key=lambda i: (left[i], i), default=None)
        if longest is None or left[longest] <= SETS_LEFT:
            return None
        left[longest] -= 1
        excess -= worth(entries[longest])
    cuts = [(entries[i], entries[i].hard_sets - sets) for i, sets in left.items()]
    cuts = [(entry, cut) for entry, cut in cuts if cut]
    named = "; ".join(f"{sets_text(cut)} off {entry.exercise.short}" for entry, cut in cuts)
    return Fix(
        says=f"Take {named}, in every week.",
        edits=tuple(
            SetValue(path=(*entry.path, "sets"), value=format_sets(_shortened(entry.targets, cut)))
            for entry, cut in cuts
        ),
    )


def worth_for(group: VolumeGroup) -> Callable[[Entry], float]:
    """What one set of an entry counts for a muscle group."""
    return lambda entry: entry.values.get(group, 0.0)


def _is_plain(entry: Entry) -> bool:
    """True for a block of its own with one line of sets for all weeks, every set of it hard."""
    sets = entry.prescription.sets
    return entry.member_index is None and len(sets) == 1 and sets[0].weeks is None and entry.hard_sets == entry.all_sets


def _shortened(targets: tuple[SetTarget, ...], cut: int) -> tuple[SetTarget, ...]:
    """The targets without their last `cut` sets."""
    kept = list(targets)
    for _ in range(cut):
        last = kept.pop()
        most = last.sets[1] - 1
        if most:
            kept.append(replace(last, sets=(min(last.sets[0], most), most)))
    return tuple(kept)
