"""Scales and their ticks: round numbers for values, months and years for days."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_SHORT_DAYS = 45
"""A time axis shorter than this is marked by days instead of months."""
_LEAST_SPAN = 0.06
"""A value axis spans at least this share of its highest value, so that a day's form does not look like a mountain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Maps values from `low` to `high` onto places from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def place(value: float) -> str:
    """A coordinate as SVG reads it, whatever the language's decimal mark: at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def round_step(span: float, most: int) -> float:
    """The smallest round distance (1, 2, 2.5 or 5 times a power of ten) that divides a span into at most so many."""
    if span <= 0:
        return 1.0
    magnitude = 10.0 ** math.floor(math.log10(span / most))
    return next(step * magnitude for step in _STEPS if span / (step * magnitude) <= most + 1e-9)


def round_ends(values: Iterable[float], most: int, *, from_zero: bool = False) -> tuple[float, float, float]:
    """Round ends of an axis that holds the values, and the round distance between its ticks."""
    found = list(values)
    low, high = min(found, default=0.0), max(found, default=1.0)
    if from_zero:
        low = min(0.0, low)
    spare = max(0.0, _LEAST_SPAN * max(abs(high), abs(low)) - (high - low)) / 2
    low, high = (low, high + spare) if from_zero else (low - spare, high + spare)
    step = round_step(high - low, most)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return (low, high, step) if high > low else (low, low + step, step)


def ticks(low: float, high: float, step: float) -> tuple[float, ...]:
    """The values to mark from one end of an axis to the other."""
    return tuple(round(low + number * step, 6) for number in range(round((high - low) / step) + 1))


def day_ticks(first: date, last: date, most: int) -> tuple[date, ...]:
    """The days to mark on a time axis: beginnings of months at even distances, or of weeks on a short axis."""
    if (last - first).days <= _SHORT_DAYS:
        every = max(1, math.ceil((last - first).days / 7 / most))
        monday = first + timedelta(days=-first.weekday() % 7)
        return tuple(_every(monday, last, lambda day: day + timedelta(weeks=every)))
    months = (last.year - first.year) * 12 + last.month - first.month
    every = next((each for each in (1, 2, 3, 6, 12, 24, 60, 120) if months / each <= most), 240)
    start = first.replace(day=1)
    start = start if start >= first else _later(start, 1)
    while (start.month - 1 + start.year * 12) % every:
        start = _later(start, 1)
    return tuple(_every(start, last, lambda day: _later(day, every)))


def _every(start: date, last: date, following: Callable[[date], date]) -> Iterable[date]:
    while start <= last:
        yield start
        start = following(start)


def _later(month: date, months: int) -> date:
    """The first day of the month so many months later."""
    year, number = divmod(month.year * 12 + month.month - 1 + months, 12)
    return date(year, number + 1, 1)
