"""How hard a prescription asks one to try, and how to write it down more gently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Loading
from dorsi.program.evaluate import Entry
from dorsi.program.model import SetTarget
from dorsi.program.notation import format_sets
from dorsi.rules.base import Case
from dorsi.rules.finding import Fix, SetValue
from dorsi.rules.standards import rep_range
from dorsi.units import number

OWN_WEIGHT = (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_SHARE, Loading.BODYWEIGHT)
"""Where a person's own weight sets the number of repetitions, a reserve is asked for and no number."""


def harder_than(entry: Entry, rir: float) -> bool:
    """True if a set leaves fewer repetitions in reserve than `rir`; a set to the maximum leaves none.

    Where no effort is stated nothing can be said.
    """
    return entry.rir is not None and entry.rir < rir


def effort_text(entry: Entry) -> str:
    """The hardest effort in words: 'to the maximum', 'with 1 repetition in reserve'."""
    if entry.to_max and not entry.rir:
        return "to the maximum"
    left = entry.rir or 0
    return f"with {number(left)} repetition{'' if left == 1 else 's'} in reserve"


def gentler(
    entry: Entry,
    case: Case,
    *,
    rir: float | None = None,
    reps: tuple[int, int] | None = None,
    most_sets: int | None = None,
) -> Fix | None:
    """The same prescription within limits: reserve at least `rir`, repetitions inside `reps`, no more sets.

    None where sets differ by week: there a person has to decide.
    """
    if len(entry.prescription.sets) > 1:
        return None
    targets: Sequence[SetTarget] = entry.targets
    if most_sets is not None:
        targets = _trimmed(targets, most_sets)
    mended = tuple(_mended(target, entry.exercise, case.athlete, rir, reps) for target in targets)
    text = format_sets(mended)
    return Fix(says=f"Change the sets to '{text}'.", edits=(SetValue(path=(*entry.path, "sets"), value=text),))


def _mended(
    target: SetTarget,
    exercise: Exercise,
    athlete: Athlete | None,
    rir: float | None,
    reps: tuple[int, int] | None,
) -> SetTarget:
    if rir is not None and target.to_max and target.rir is None:
        amount = rep_range(exercise, athlete)
        if exercise.loading is Loading.TIME:
            target = replace(target, to_max=False, seconds=amount)
        elif exercise.loading in OWN_WEIGHT:
            target = replace(target, rir=(rir, rir))
        else:
            target = replace(target, to_max=False, reps=amount, rir=(rir, rir))
    elif rir is not None and target.rir is not None:
        target = replace(target, rir=(max(rir, target.rir[0]), max(rir, target.rir[1])))
    if reps is not None and target.reps is not None:
        low, high = (min(max(end, reps[0]), reps[1]) for end in target.reps)
        target = replace(target, reps=(low, high))
    return target


def _trimmed(targets: Sequence[SetTarget], most: int) -> list[SetTarget]:
    """The first `most` sets."""
    kept: list[SetTarget] = []
    for target in targets:
        if most <= 0:
            break
        low, high = min(target.sets[0], most), min(target.sets[1], most)
        kept.append(replace(target, sets=(low, high)))
        most -= high
    return kept
