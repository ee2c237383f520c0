"""A heat map of days: a column a week, a row a weekday, the more was done the stronger the colour."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format

_CELL, _STEP, _LEFT, _TOP = 12, 14, 26, 14
_CORNER = 3
LEVELS = 4
_NEAR = 3
"""Weeks that two months' names must lie apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """All cells of one level as a path; `kind` is the end of their class, empty where nothing was done."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """The shapes of the map. `months` and `weekdays` are words with their place."""

    label: str
    width: int
    height: int
    cells: tuple[Cells, ...]
    today: str
    months: tuple[tuple[int, str], ...]
    weekdays: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, label: str, days: Mapping[date, float], weeks: int, today: date) -> HeatMap:
        """The map of so many weeks up to the present one; `days` holds what was done."""
        first = today - timedelta(days=today.weekday(), weeks=weeks - 1)
        most = max((done for day, done in days.items() if day >= first), default=0.0)
        paths: dict[str, list[str]] = {}
        for number in range((today - first).days + 1):
            done = days.get(first + timedelta(days=number), 0.0)
            kind = str(max(1, math.ceil(LEVELS * done / most))) if done else ""
            paths.setdefault(kind, []).append(_cell(number))
        return cls(
            label=label,
            width=_LEFT + weeks * _STEP,
            height=_TOP + 7 * _STEP,
            cells=tuple(Cells(kind=kind, path="".join(paths[kind])) for kind in sorted(paths)),
            today=_cell((today - first).days),
            months=tuple(_months(first, weeks)),
            weekdays=tuple((_TOP + row * _STEP + 10, str(WEEKDAYS_ABBR[row])) for row in (0, 2, 4)),
        )


def _cell(number: int) -> str:
    """A square with round corners as a path."""
    week, weekday = divmod(number, 7)
    side = _CELL - 2 * _CORNER
    return (
        f"M{_LEFT + week * _STEP + _CORNER} {_TOP + weekday * _STEP}h{side}q3 0 3 3v{side}q0 3-3 3h-{side}q-3 0-3-3"
        f"v-{side}q0-3 3-3z"
    )


def _months(first: date, weeks: int) -> list[tuple[int, str]]:
    """The months' names over the week in which each begins."""
    found: list[tuple[int, str]] = []
    last = -_NEAR
    for week in range(weeks):
        monday = first + timedelta(weeks=week)
        if monday.day <= 7 and week - last >= _NEAR and week < weeks - 1:
            found.append((_LEFT + week * _STEP, date_format(monday, "M")))
            last = week
    return found
