"""A line of a few values, small enough to stand in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dorsi.web.charts.scale import Scale, place

WIDTH, HEIGHT = 96, 32
_PAD = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """The line, the area under it and its last point."""

    points: str
    area: str
    x: str
    y: str

    @classmethod
    def of(cls, values: Sequence[float], least_span: float) -> Spark | None:
        """The line; None for fewer than two values. It spans at least `least_span` as a share of the highest value,
        so that trifles stay small."""
        if len(values) < 2:
            return None
        low, high = min(values), max(values)
        spare = max(0.0, least_span * abs(high) - (high - low)) / 2
        y = Scale(low=low - spare, high=high + spare, start=HEIGHT - _PAD, end=_PAD)
        x = Scale(low=0, high=len(values) - 1, start=_PAD, end=WIDTH - _PAD)
        points = [f"{place(x.at(number))},{place(y.at(value))}" for number, value in enumerate(values)]
        last = (place(x.at(len(values) - 1)), place(y.at(values[-1])))
        floor = f"L{last[0]} {HEIGHT}L{place(_PAD)} {HEIGHT}Z"
        return cls(
            points=" ".join(points), area="M" + "L".join(p.replace(",", " ") for p in points) + floor, x=last[0],
            y=last[1],
        )  # fmt: skip
