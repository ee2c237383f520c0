"""A chart of values over time: points, lines through them, bands around them, and what is expected next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dorsi.web.charts.frame import BOTTOM, LEFT, RIGHT, TOP, DayTick, Mark, ValueTick, time_ticks, value_ticks
from dorsi.web.charts.frame import MOST_TICKS as MOST
from dorsi.web.charts.scale import Scale, place, round_ends

_RADII = {"record": "5", "ahead": "4.5"}
_RADIUS = "3.5"
_CROWD = 60
"""From so many points on they are drawn smaller."""
_SMALL = "2.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A value on a day: `kind` is point, record, light (meant to be low) or ahead (expected)."""

    on: date
    value: float
    says: str
    kind: str = "point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A line through values; `kind` is the end of its class, empty for the main line."""

    values: Sequence[tuple[date, float]]
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Belt:
    """A band over time, as days with the lower and the upper value."""

    values: Sequence[tuple[date, float, float]]
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line by its points and its class's end."""

    kind: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A filled path and its class's end."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """The shapes of the chart. `today` is the place of the line that parts past and future, empty without one."""

    label: str
    ticks: tuple[ValueTick, ...]
    days: tuple[DayTick, ...]
    areas: tuple[Area, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    today: str

    @classmethod
    def of(
        cls,
        label: str,
        dots: Sequence[Dot],
        courses: Sequence[Course] = (),
        belts: Sequence[Belt] = (),
        today: date | None = None,
    ) -> LineChart | None:
        """The chart; None where there is nothing to draw. `label` sums it up for those who do not see it."""
        days = [dot.on for dot in dots] + [on for course in courses for on, _ in course.values]
        if not days:
            return None
        values = [dot.value for dot in dots] + [value for course in courses for _, value in course.values]
        values += [end for belt in belts for _, low, high in belt.values for end in (low, high)]
        low, high, step = round_ends(values, MOST)
        y = Scale(low=low, high=high, start=BOTTOM, end=TOP)
        x = _Days(min(days), max(days))
        small = len(dots) > _CROWD
        return cls(
            label=label,
            ticks=value_ticks(low, high, step, y),
            days=time_ticks(min(days), max(days), x.at),
            areas=tuple(Area(kind=belt.kind, path=_path(belt, x, y)) for belt in belts if len(belt.values) > 1),
            lines=tuple(
                Line(kind=course.kind, points=_points(course, x, y))
                for course in courses
                if len(course.values) > 1
            ),
            marks=tuple(
                Mark(
                    x=place(x.at(dot.on)), y=place(y.at(dot.value)), kind=dot.kind, says=dot.says,
                    radius=_RADII.get(dot.kind, _SMALL if small else _RADIUS),
                )
                for dot in dots
            ),
            today=place(x.at(today)) if today is not None and min(days) < today < max(days) else "",
        )  # fmt: skip


class _Days:
    """Places of days between the first and the last."""

    def __init__(self, first: date, last: date) -> None:
        self._scale = Scale(low=first.toordinal(), high=last.toordinal(), start=LEFT + 8, end=RIGHT - 4)

    def at(self, day: date) -> float:
        """The place of a day."""
        return self._scale.at(day.toordinal())


def _points(course: Course, x: _Days, y: Scale) -> str:
    return " ".join(f"{place(x.at(on))},{place(y.at(value))}" for on, value in course.values)


def _path(belt: Belt, x: _Days, y: Scale) -> str:
    """Along the upper edge and back along the lower."""
    upper = [(x.at(on), y.at(high)) for on, _, high in belt.values]
    lower = [(x.at(on), y.at(low)) for on, low, _ in reversed(belt.values)]
    return "M" + "L".join(f"{place(a)} {place(b)}" for a, b in (*upper, *lower)) + "Z"
