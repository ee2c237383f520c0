"""How findings speak of sets, levels and muscle groups."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from dorsi.atlas.model import Exercise, Level, VolumeGroup
from dorsi.units import number


def sets_text(count: float) -> str:
    """A number of sets: '1 set', '9.5 sets'."""
    return f"{number(count)} {'set' if count == 1 else 'sets'}"


def whole_sets(count: float) -> str:
    """A number of sets to add or drop, rounded up to whole ones."""
    return sets_text(ceil(count))


def names(exercises: Iterable[Exercise]) -> str:
    """Exercises in a list, each once: 'Deadlift; Pull-up, weighted' (short names hold commas)."""
    return "; ".join(dict.fromkeys(exercise.short for exercise in exercises))


def lifter(level: Level) -> str:
    """The level as a person: 'a beginner', 'an intermediate lifter'."""
    return "a beginner" if level is Level.BEGINNER else f"an {level.value} lifter"


def the(group: VolumeGroup) -> str:
    """A muscle group inside a sentence: 'the lats'."""
    return f"the {group.label.lower()}"
