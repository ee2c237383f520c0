"""The rest a programme states, and how to write another one down."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise
from dorsi.program.evaluate import Entry
from dorsi.program.model import BlockKind, Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Fix, Path, SetValue
from dorsi.rules.standards import rest_range


@dataclass(frozen=True, slots=True)
class StatedRest:
    """The rest after a set, or after a round of a superset; `exercises` are those that share it."""

    seconds: tuple[int, int]
    exercises: tuple[Exercise, ...]
    path: Path


def stated_rest(entry: Entry, case: Case) -> StatedRest | None:
    """The stated rest that goes with a work entry; None if nothing is stated.

    A superset has one rest, the block's or that of its last exercise, and reports it once, with the
    first of its work exercises.
    """
    if entry.role is not Role.WORK or not entry.is_work:
        return None
    block = entry.block
    if block.kind is BlockKind.SINGLE:
        if entry.rest_s is None:
            return None
        return StatedRest(entry.rest_s, (entry.exercise,), (*entry.path, "rest"))
    work = [item for item in block.items if item.role is Role.WORK and case.atlas.exercise(item.exercise).is_work]
    if entry.prescription is not work[0]:
        return None
    exercises = tuple(case.atlas.exercise(item.exercise) for item in work)
    at_block: Path = ("sessions", entry.session_index, "blocks", entry.block_index)
    if block.rest_s is not None:
        return StatedRest(block.rest_s, exercises, (*at_block, "rest"))
    last = block.items[-1].rest_s
    if last is None:
        return None
    return StatedRest(last, exercises, (*at_block, block.kind.value, len(block.items) - 1, "rest"))


def usual_rest(rest: StatedRest, athlete: Athlete | None) -> tuple[int, int]:
    """The rest the planner would give: that of the exercise which needs most."""
    return max(rest_range(exercise, athlete) for exercise in rest.exercises)


def new_rest(rest: StatedRest, seconds: tuple[int, int]) -> Fix:
    """The fix that states this rest instead."""
    text = rest_text(seconds)
    return Fix(says=f"Rest {text}.", edits=(SetValue(path=rest.path, value=text),))


def rest_text(seconds: tuple[int, int]) -> str:
    """A rest as programme files write it: '90 s', '2 min', '60-90 s', '3-5 min'."""
    low, high = seconds
    unit, factor = ("min", 60) if low % 60 == 0 and high % 60 == 0 and low >= 120 else ("s", 1)
    span = f"{low // factor}" if low == high else f"{low // factor}-{high // factor}"
    return f"{span} {unit}"
