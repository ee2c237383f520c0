"""Body mass and girths: the overview's card and the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from dorsi.journal.model import MeasureKind, Measurement, MeasureUnit
from dorsi.progress.body import Body, MassPoint, body_of
from dorsi.units import MassUnit, from_kg
from dorsi.web.charts.line import Course, Dot, LineChart
from dorsi.web.charts.spark import Spark
from dorsi.web.pages.figures import Figure
from dorsi.web.pages.progress_words import short_day, signed
from dorsi.web.templatetags.dorsi_tags import localised

_MASS_SPAN, _TAPER_SPAN = 0.04, 0.04
_POINTS = 20
CHART_DAYS = 365
ENTRIES_SHOWN = 12
ROWS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyCard:
    """Body mass and taper in a line each; empty texts where nothing was measured."""

    mass: str
    unit: str
    change: str
    mass_line: Spark | None
    taper: str
    taper_since: str
    taper_line: Spark | None

    @classmethod
    def from_body(cls, body: Body, units: MassUnit) -> BodyCard | None:
        """The card; None where nothing was measured."""
        if not body.mass and not body.taper:
            return None
        first, last = (body.taper[0], body.taper[-1]) if body.taper else (None, None)
        since = ""
        if first is not None and last is not None and first.on != last.on:
            since = _("%(change)s since %(day)s") % {
                "change": signed(round(last.ratio - first.ratio, 2)), "day": short_day(first.on, last.on),
            }  # fmt: skip
        return cls(
            mass=_in(body.mass[-1].average_kg, units) if body.mass else "",
            unit=units.value,
            change=_change_words(body, units),
            mass_line=Spark.of([from_kg(point.average_kg, units) for point in body.mass[-_POINTS:]], _MASS_SPAN),
            taper=localised(round(last.ratio, 2)) if last is not None else "",
            taper_since=since,
            taper_line=Spark.of([point.ratio for point in body.taper[-_POINTS:]], _TAPER_SPAN),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPage:
    """Body mass and taper as charts, and the last measurements as entered."""

    card: BodyCard | None
    mass: Figure | None
    taper: Figure | None
    entries: tuple[tuple[str, str, str], ...]

    @classmethod
    def from_measurements(cls, measurements: Sequence[Measurement], today: date, units: MassUnit) -> BodyPage:
        """The page for all measurements up to today."""
        body = body_of(measurements, today)
        since = today - timedelta(days=CHART_DAYS)
        latest = sorted(measurements, key=lambda each: (each.on, each.id), reverse=True)[:ENTRIES_SHOWN]
        return cls(
            card=BodyCard.from_body(body, units),
            mass=_mass_figure([point for point in body.mass if point.on > since], body, today, units),
            taper=_taper_figure(body, today, since),
            entries=tuple(
                (short_day(each.on, today), measure_name(each.kind), f"{localised(each.value)} {_unit(each.unit)}")
                for each in latest
            ),
        )


def measure_name(kind: MeasureKind) -> str:
    """What a measurement is of."""
    return {
        MeasureKind.BODY_MASS: _("Body mass"), MeasureKind.SHOULDERS: _("Shoulders"), MeasureKind.CHEST: _("Chest"),
        MeasureKind.WAIST: _("Waist"), MeasureKind.HIPS: _("Hips"), MeasureKind.ARM: _("Arm"),
        MeasureKind.THIGH: _("Thigh"), MeasureKind.NECK: _("Neck"), MeasureKind.BODY_FAT: _("Body fat"),
    }[kind]  # fmt: skip


def _unit(unit: MeasureUnit) -> str:
    return unit.value


def _mass_figure(points: Sequence[MassPoint], body: Body, today: date, units: MassUnit) -> Figure | None:
    dots = [
        Dot(
            on=point.on, value=from_kg(point.mass_kg, units), kind="light",
            says=_("%(day)s: %(mass)s %(unit)s, seven-day mean %(mean)s") % {
                "day": short_day(point.on, today), "mass": _in(point.mass_kg, units), "unit": units.value,
                "mean": _in(point.average_kg, units),
            },
        )
        for point in points
    ]  # fmt: skip
    change = _change_words(body, units)
    chart = LineChart.of(
        _("Body mass over time"), dots,
        [Course(values=[(point.on, from_kg(point.average_kg, units)) for point in points])],
    ) if len(points) > 1 else None  # fmt: skip
    if chart is None:
        return None
    return Figure(
        title=_("Body mass, %(unit)s") % {"unit": units.value},
        summary=change,
        line=chart,
        legend=(("line", _("Seven-day mean")), ("hollow", _("A weighing"))),
        columns=(_("Day"), _("Weighed"), _("Mean")),
        rows=tuple(
            (short_day(p.on, today), _in(p.mass_kg, units), _in(p.average_kg, units)) for p in reversed(points[-ROWS:])
        ),
    )


def _taper_figure(body: Body, today: date, since: date) -> Figure | None:
    points = [point for point in body.taper if point.on > since]
    if len(points) < 2:
        return None
    dots = [
        Dot(
            on=point.on, value=point.ratio,
            says=_("%(day)s: shoulders %(shoulders)s cm, waist %(waist)s cm, ratio %(ratio)s") % {
                "day": short_day(point.on, today), "shoulders": localised(round(point.shoulders_cm, 1)),
                "waist": localised(round(point.waist_cm, 1)), "ratio": localised(round(point.ratio, 2)),
            },
        )
        for point in points
    ]  # fmt: skip
    return Figure(
        title=_("V-taper"),
        summary=_("Shoulders divided by waist; more is wider"),
        line=LineChart.of(_("Shoulders divided by waist over time"), dots, [Course(values=[
            (point.on, point.ratio) for point in points
        ])]),
        columns=(_("Day"), _("Ratio"), _("Shoulders"), _("Waist")),
        rows=tuple(
            (short_day(p.on, today), localised(round(p.ratio, 2)), f"{localised(round(p.shoulders_cm, 1))} cm",
             f"{localised(round(p.waist_cm, 1))} cm")
            for p in reversed(points[-ROWS:])
        ),
    )  # fmt: skip


def _change_words(body: Body, units: MassUnit) -> str:
    if body.change_kg_per_week is None:
        return ""
    change = round(from_kg(body.change_kg_per_week, units), 1)
    if not change:
        return _("steady of late")
    return _("%(change)s %(unit)s a week of late") % {"change": signed(change), "unit": units.value}


def _in(mass_kg: float, units: MassUnit) -> str:
    return localised(round(from_kg(mass_kg, units), 1))
