"""How findings speak of sets, levels and muscle groups."""

from __future__ import annotations

from dorsi.atlas.model import Level, VolumeGroup
from dorsi.units import number


def sets_text(count: float) -> str:
    """A number of sets: '1 set', '9.5 sets'."""
    return f"{number(count)} {'set' if count == 1 else 'sets'}"


def lifter(level: Level) -> str:
    """The level as a person: 'a beginner', 'an intermediate lifter'."""
    return "a beginner" if level is Level.BEGINNER else f"an {level.value} lifter"


def the(group: VolumeGroup) -> str:
    """A muscle group inside a sentence: 'the lats'."""
    return f"the {group.label.lower()}"
