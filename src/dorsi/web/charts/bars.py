"""A chart of weekly amounts as bars against a band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dorsi.rules.bounds import Band
from dorsi.web.charts.frame import BOTTOM, LEFT, RIGHT, TOP, DayTick, ValueTick, time_ticks, value_ticks
from dorsi.web.charts.frame import MOST_TICKS as MOST
from dorsi.web.charts.scale import Scale, place, round_ends

_GAP = 0.3
"""Share of a week's width that stays empty."""
_WIDEST = 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """An amount of the week that begins on `monday`; `kind` is empty or quiet (a lighter week, one not over)."""

    monday: date
    value: float
    says: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar's place, size, class's end and words; `middle` and `y` are where its top is."""

    x: str
    y: str
    width: str
    height: str
    middle: str
    kind: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """The shapes of the chart. `band` is the target's upper edge and height, `cap` the ceiling's; empty without."""

    label: str
    ticks: tuple[ValueTick, ...]
    days: tuple[DayTick, ...]
    bars: tuple[Bar, ...]
    band: tuple[str, str] | None
    cap: str

    @classmethod
    def of(cls, label: str, weeks: Sequence[Week], band: Band | None = None) -> BarChart | None:
        """The chart; None without weeks."""
        if not weeks:
            return None
        values = [week.value for week in weeks] + ([band.cap] if band is not None else [])
        low, high, step = round_ends(values, MOST, from_zero=True)
        y = Scale(low=low, high=high, start=BOTTOM, end=TOP)
        each = (RIGHT - LEFT) / len(weeks)
        width = min(_WIDEST, each * (1 - _GAP))
        middles = {week.monday: LEFT + each * (number + 0.5) for number, week in enumerate(weeks)}
        first, last = weeks[0].monday, weeks[-1].monday
        along = Scale(
            low=first.toordinal(), high=last.toordinal(), start=middles[first], end=middles[last],
        )  # fmt: skip
        return cls(
            label=label,
            ticks=value_ticks(low, high, step, y),
            days=time_ticks(first, last, lambda day: along.at(day.toordinal())),
            bars=tuple(
                Bar(
                    x=place(middles[week.monday] - width / 2), y=place(y.at(week.value)), width=place(width),
                    height=place(BOTTOM - y.at(week.value)), middle=place(middles[week.monday]), kind=week.kind,
                    says=week.says,
                )
                for week in weeks
            ),
            band=(place(y.at(band.high)), place(y.at(band.low) - y.at(band.high))) if band is not None else None,
            cap=place(y.at(band.cap)) if band is not None else "",
        )  # fmt: skip
