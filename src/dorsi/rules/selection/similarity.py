"""When two exercises are so alike that one session should not hold both.

The checker and the planner draw the line in the same place: here.
"""

from __future__ import annotations

from enum import StrEnum

from dorsi.atlas.model import Exercise, Grip, GripWidth, Pattern
from dorsi.rules.finding import Severity
from dorsi.rules.standards import UNSUPPORTED_ROWS

WIDTH_STEPS = (GripWidth.NARROW, GripWidth.SHOULDER, GripWidth.MEDIUM, GripWidth.WIDE)
"""Grip widths in order; neighbours count as alike. Source: Andersen14 found the lats alike across widths."""


class Likeness(StrEnum):
    """What makes two exercises near-duplicates, the closest likeness first."""

    SAME_EXERCISE = "same exercise"
    SAME_FAMILY = "same family"
    SAME_PULL = "vertical pulls with one grip"
    SAME_ROW = "unsupported rows with one grip and elbow path"

    @property
    def severity(self) -> Severity:
        """How much it matters to have both in a session."""
        return Severity.ADVICE if self is Likeness.SAME_ROW else Severity.WARNING


def likeness(one: Exercise, other: Exercise) -> Likeness | None:
    """What makes the two near-duplicates; None if they differ enough.

    Source: claim B12 (against C07) and Kassiano22 for leaving out redundant exercises; where the line
    runs is a heuristic.
    """
    if one.id == other.id:
        return Likeness.SAME_EXERCISE
    if one.family == other.family:
        return Likeness.SAME_FAMILY
    if one.grip is None or one.grip is Grip.FREE or one.grip is not other.grip:
        return None
    if one.pattern is other.pattern is Pattern.VERTICAL_PULL and _close_widths(one, other):
        return Likeness.SAME_PULL
    if {one.family, other.family} <= UNSUPPORTED_ROWS and one.elbow_path is other.elbow_path:
        return Likeness.SAME_ROW
    return None


def similarity(one: Exercise, other: Exercise) -> Severity | None:
    """How much it matters to have both in one session; None if it does not."""
    found = likeness(one, other)
    return None if found is None else found.severity


def _close_widths(one: Exercise, other: Exercise) -> bool:
    """True if the hands stand at most one step apart; unknown widths are never close."""
    if one.grip_width is None or other.grip_width is None:
        return False
    return abs(WIDTH_STEPS.index(one.grip_width) - WIDTH_STEPS.index(other.grip_width)) <= 1
