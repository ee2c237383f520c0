"""Body mass as a trend, and the ratio of shoulders to waist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, linear_regression

from dorsi.journal.model import MeasureKind, Measurement

AVERAGE_DAYS = 7
TREND_DAYS = 28
"""Days from which the weekly change is drawn (heuristic: shorter ones mostly show water)."""
SHORTEST_TREND_DAYS = 7
PAIR_DAYS = 31
"""Two girths make a ratio if no more than this many days lie between them (heuristic)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MassPoint:
    """Body mass on a day of measurement: the day's own value, and the mean of the seven days that end with it."""

    on: date
    mass_kg: float
    average_kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TaperPoint:
    """Shoulders over waist on the day that one of them was measured, the other at most a month before."""

    on: date
    shoulders_cm: float
    waist_cm: float

    @property
    def ratio(self) -> float:
        """Shoulder girth divided by waist girth."""
        return self.shoulders_cm / self.waist_cm


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Body mass over time, its change a week of late (None where too little was measured), and the taper."""

    mass: tuple[MassPoint, ...]
    change_kg_per_week: float | None
    taper: tuple[TaperPoint, ...]


def body_of(measurements: Iterable[Measurement], today: date) -> Body:
    """The trends from all measurements up to `today`. Several on one day count as their mean."""
    days: dict[MeasureKind, dict[date, list[float]]] = {}
    for entry in measurements:
        if entry.on <= today and entry.base > 0:
            days.setdefault(entry.kind, {}).setdefault(entry.on, []).append(entry.base)
    by_day = {kind: [(on, fmean(found[on])) for on in sorted(found)] for kind, found in days.items()}
    masses = by_day.get(MeasureKind.BODY_MASS, [])
    return Body(
        mass=_averages(masses),
        change_kg_per_week=_weekly_change([mass for mass in masses if (today - mass[0]).days < TREND_DAYS]),
        taper=_taper(by_day.get(MeasureKind.SHOULDERS, []), by_day.get(MeasureKind.WAIST, [])),
    )


def _averages(masses: Sequence[tuple[date, float]]) -> tuple[MassPoint, ...]:
    points = []
    first = 0
    for number, (on, mass_kg) in enumerate(masses):
        while (on - masses[first][0]).days >= AVERAGE_DAYS:
            first += 1
        window = [mass for _, mass in masses[first : number + 1]]
        points.append(MassPoint(on=on, mass_kg=mass_kg, average_kg=sum(window) / len(window)))
    return tuple(points)


def _weekly_change(masses: Sequence[tuple[date, float]]) -> float | None:
    """The slope of a straight line through the measurements, in kilograms a week."""
    if not masses or (masses[-1][0] - masses[0][0]).days < SHORTEST_TREND_DAYS:
        return None
    slope, _ = linear_regression([on.toordinal() for on, _ in masses], [mass for _, mass in masses])
    return slope * 7


def _taper(shoulders: Sequence[tuple[date, float]], waists: Sequence[tuple[date, float]]) -> tuple[TaperPoint, ...]:
    widths, girths = dict(shoulders), dict(waists)
    points = []
    width: tuple[date, float] | None = None
    waist: tuple[date, float] | None = None
    for on in sorted({*widths, *girths}):
        width = (on, widths[on]) if on in widths else width
        waist = (on, girths[on]) if on in girths else waist
        if width and waist and abs(width[0] - waist[0]) <= timedelta(days=PAIR_DAYS):
            points.append(TaperPoint(on=on, shoulders_cm=width[1], waist_cm=waist[1]))
    return tuple(points)
