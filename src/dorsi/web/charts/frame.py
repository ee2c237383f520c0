"""What charts with axes share: the plot's size, ticks with their words, and the words of days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from dorsi.web.charts.scale import Scale, day_ticks, place, ticks
from dorsi.web.templatetags.dorsi_tags import localised

WIDTH, HEIGHT = 400, 210
"""Charts are drawn 400 units wide, at which letters stay legible on a phone."""
LEFT, RIGHT, TOP, BOTTOM = 34.0, 392.0, 14.0, 182.0
MOST_TICKS, MOST_DAYS = 5, 6
_EDGE = 14.0
"""Words nearer to the right edge than this are set to its left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueTick:
    """A line across the plot with its value at the left; `y` is its height, `text_y` that of the words."""

    y: str
    text_y: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTick:
    """Words under the plot; `anchor` is middle, or end where they would leave the picture."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A value to be seen and read out: where it stands, what it is (the end of its class) and what it says."""

    x: str
    y: str
    radius: str
    kind: str
    says: str


def value_ticks(low: float, high: float, step: float, scale: Scale) -> tuple[ValueTick, ...]:
    """The ticks of the axis at the left."""
    return tuple(
        ValueTick(y=place(scale.at(value)), text_y=place(scale.at(value) + 4), text=localised(value))
        for value in ticks(low, high, step)
    )


def time_ticks(first: date, last: date, at: Callable[[date], float]) -> tuple[DayTick, ...]:
    """The ticks of the axis at the bottom."""
    days = day_ticks(first, last, MOST_DAYS)
    return tuple(
        DayTick(x=place(at(day)), text=_words(day, days), anchor="end" if at(day) > RIGHT - _EDGE else "middle")
        for day in days
    )


def _words(day: date, days: tuple[date, ...]) -> str:
    """'Mar', '2026' for a January, '9 Mar' where weeks are marked."""
    if any(each.day != 1 for each in days):
        return date_format(day, "j M")
    if day.month == 1:
        return str(day.year)
    return date_format(day, "M")
