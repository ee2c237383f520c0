"""What the page of one exercise shows: its maximum over time, what is to come, its records and its sessions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext as _

from dorsi.atlas.load import Atlas
from dorsi.languages import said
from dorsi.progress.records import Record, RecordKind
from dorsi.services.reviews import DoneSession, LiftReview
from dorsi.services.trends import Point, Trend
from dorsi.units import MassUnit, from_kg
from dorsi.web.charts.line import Belt, Course, Dot, LineChart
from dorsi.web.pages.figures import Figure
from dorsi.web.pages.progress import StallCard
from dorsi.web.pages.progress_words import (
    kilograms_words,
    max_number,
    max_words,
    record_name,
    record_value,
    reserve_words,
    sessions_words,
    sets_words,
    short_day,
    signed,
    span_words,
    weeks_words,
)
from dorsi.web.templatetags.dorsi_tags import day as day_words
from dorsi.web.templatetags.dorsi_tags import localised

REPS_SHOWN = 8


class Span(StrEnum):
    """How far back the chart goes."""

    QUARTER = "3m"
    YEAR = "1y"
    ALL = "all"

    @property
    def days(self) -> int:
        """In days."""
        return {Span.QUARTER: 92, Span.YEAR: 366, Span.ALL: 36_600}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPart:
    """One curve: bare-handed or with straps."""

    title: str
    now_when: str
    now: str
    unit: str
    band: str
    change: str
    trend: str
    ahead_when: str
    ahead: str
    ahead_reps: str
    nothing_ahead: str
    figure: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """A standing record."""

    name: str
    value: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One session of the exercise; `tag` is a word for a record or a light session."""

    on: str
    sets: str
    reserve: str
    estimate: str
    is_record: bool
    is_light: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftPage:
    """One exercise."""

    exercise: str
    name: str
    times: str
    trends: tuple[TrendPart, ...]
    on_the_body: bool
    spans: tuple[tuple[str, str, bool], ...]
    stall: StallCard | None
    records: tuple[RecordLine, ...]
    reps: tuple[tuple[str, str, str], ...]
    sessions: tuple[SessionLine, ...]
    in_atlas: bool

    @classmethod
    def from_review(cls, review: LiftReview, asked: Span | None, units: MassUnit, atlas: Atlas) -> LiftPage:
        """The page, with charts over that span of time; where none is asked for, over one that shows something."""
        span = asked or (Span.ALL if review.is_resting else Span.YEAR)
        stall = review.stall
        body = review.lift.lifts_body
        return cls(
            exercise=review.lift.id,
            name=said(review.lift.name),
            times=_("%(sessions)s in the journal") % {"sessions": sessions_words(review.times)},
            trends=tuple(_part(trend, review, span, units) for trend in review.trends),
            on_the_body=body,
            spans=tuple((name, f"?span={each.value}", each is span) for each, name in _span_names()),
            stall=StallCard.from_view(stall, review.bouts, review.today, units, atlas) if stall is not None else None,
            records=tuple(_records(review, units)),
            reps=tuple(_reps(review, units)),
            sessions=tuple(_session(session, review, units) for session in review.sessions),
            in_atlas=review.lift.id in atlas.exercises,
        )


def _span_names() -> tuple[tuple[Span, str], ...]:
    return (Span.QUARTER, _("3 months")), (Span.YEAR, _("1 year")), (Span.ALL, _("All"))


def _part(trend: Trend, review: LiftReview, span: Span, units: MassUnit) -> TrendPart:
    if review.is_resting and trend.ahead is not None and not trend.ahead.planned:
        trend = replace(trend, ahead=None)
    body_kg, now = trend.body_kg, trend.now
    change, ahead = trend.change, trend.ahead
    level, low, high = (now.mean_kg, now.low_kg, now.high_kg) if now is not None else (None, None, None)
    then = trend.then if review.is_resting else None
    if then is not None:
        level, low, high, change = then.level_kg, then.low_kg, then.high_kg, None
    nothing = ""
    if ahead is None:
        nothing = (
            _("Last done on %(day)s. After so long a break there is no forecast.")
            % {"day": short_day(review.bouts[-1].on, review.today)}
            if review.is_resting
            else _("The next session is a light one and says nothing of strength, so there is no forecast for it.")
            if trend.deload_ahead
            else _("After three sessions there will be a forecast.")
        )
    percent = round(change.percent) if change is not None else 0
    return TrendPart(
        title=_("With straps") if trend.straps else _("Estimated maximum"),
        now_when=_("Maximum then") if then is not None else _("Maximum now"),
        now=max_number(level, body_kg, units) if level is not None else "",
        unit=units.value,
        band=span_words(low, high, body_kg, units) if low is not None and high is not None else "",
        change="" if change is None else _("%(percent)s %% in %(weeks)s") % {
            "percent": signed(percent), "weeks": weeks_words(round(change.days / 7)),
        },
        trend="up" if percent > 0 else "down" if percent < 0 else "level",
        ahead_when=_ahead_when(trend),
        ahead="" if ahead is None else span_words(ahead.best.low_kg, ahead.best.high_kg, body_kg, units),
        ahead_reps=_ahead_reps(trend, units),
        nothing_ahead=nothing,
        figure=_figure(trend, review, span, units),
    )  # fmt: skip


def _ahead_when(trend: Trend) -> str:
    ahead = trend.ahead
    if ahead is None:
        return _("Next time")
    return _("Best set on %(day)s") % {"day": day_words(ahead.on)} if ahead.planned else _("Best set next time")


def _ahead_reps(trend: Trend, units: MassUnit) -> str:
    ahead = trend.ahead
    if ahead is None or ahead.reps is None or ahead.load_kg is None:
        return ""
    return _("At %(load)s that is about %(reps)s reps, %(low)d to %(high)d.") % {
        "load": kilograms_words(ahead.load_kg, bool(trend.body_kg), units),
        "reps": localised(round(ahead.reps.mean)), "low": round(ahead.reps.low), "high": round(ahead.reps.high),
    }  # fmt: skip


def _figure(trend: Trend, review: LiftReview, span: Span, units: MassUnit) -> Figure | None:
    since = review.today - timedelta(days=span.days)
    points = [point for point in trend.points if point.on > since]
    if len(points) < 2:
        return None

    def shown(system_kg: float) -> float:
        return from_kg(system_kg - trend.body_kg, units)

    told = [(p.on, shown(p.level_kg), shown(p.low_kg or p.level_kg), shown(p.high_kg or p.level_kg))
            for p in points if p.level_kg is not None]  # fmt: skip
    dots = [_dot(point, trend, review, shown(point.max_kg), units) for point in points]
    courses = [Course(values=[(on, level) for on, level, _low, _high in told])]
    belts = [Belt(values=[(on, low, high) for on, _level, low, high in told])]
    ahead = trend.ahead
    if ahead is not None and told:
        mean, low, high = (shown(value) for value in (ahead.best.mean_kg, ahead.best.low_kg, ahead.best.high_kg))
        on, level = told[-1][:2]
        courses.append(Course(values=[(on, level), (ahead.on, mean)], kind="forecast"))
        belts.append(Belt(values=[(on, level, level), (ahead.on, low, high)], kind="forecast"))
        says = _("%(day)s: to expect %(value)s, in four cases of five %(span)s") % {
            "day": short_day(ahead.on, review.today),
            "value": max_words(ahead.best.mean_kg, trend.body_kg, units),
            "span": span_words(ahead.best.low_kg, ahead.best.high_kg, trend.body_kg, units),
        }
        dots.append(Dot(on=ahead.on, value=mean, says=says, kind="ahead"))
    unit = _("%(unit)s on top of the body") % {"unit": units.value} if trend.body_kg else units.value
    return Figure(
        title=_("Estimated maximum, %(unit)s") % {"unit": unit},
        summary=_("From the best set of each session, up to 12 reps to failure"),
        line=LineChart.of(_label(points, trend, review, units), dots, courses, belts,
                          review.today if ahead is not None else None),
        legend=tuple(_legend({dot.kind for dot in dots})),
        columns=(_("Day"), _("Estimate"), _("Best set"), _("Remark")),
        rows=tuple(_row(point, trend, review, units) for point in reversed(points)),
    )  # fmt: skip


def _label(points: list[Point], trend: Trend, review: LiftReview, units: MassUnit) -> str:
    first, last = points[0], points[-1]
    return _("%(lift)s: from %(first)s on %(since)s to %(last)s on %(until)s") % {
        "lift": said(review.lift.name),
        "first": max_words(first.max_kg, trend.body_kg, units), "since": short_day(first.on, review.today),
        "last": max_words(last.max_kg, trend.body_kg, units), "until": short_day(last.on, review.today),
    }  # fmt: skip


def _dot(point: Point, trend: Trend, review: LiftReview, value: float, units: MassUnit) -> Dot:
    kind = "light" if point.deload else "record" if point.session_id in review.record_sessions else "point"
    says = _("%(day)s: %(value)s, from %(set)s") % {
        "day": short_day(point.on, review.today),
        "value": max_words(point.max_kg, trend.body_kg, units),
        "set": _set(point, review, units),
    }  # fmt: skip
    return Dot(on=point.on, value=value, says=says, kind=kind)


def _set(point: Point, review: LiftReview, units: MassUnit) -> str:
    return f"{kilograms_words(point.load_kg, review.lift.lifts_body, units)} × {point.reps}"


def _row(point: Point, trend: Trend, review: LiftReview, units: MassUnit) -> tuple[str, ...]:
    tag = _("light") if point.deload else _("record") if point.session_id in review.record_sessions else ""
    value = max_words(point.max_kg, trend.body_kg, units)
    return short_day(point.on, review.today), value, _set(point, review, units), tag


def _legend(kinds: set[str]) -> Iterator[tuple[str, str]]:
    yield "line", _("Level")
    yield "band", _("Likely, 4 in 5")
    if "record" in kinds:
        yield "record", _("Record")
    if "light" in kinds:
        yield "hollow", _("Light session")
    if "ahead" in kinds:
        yield "forecast", _("Next session")


def _records(review: LiftReview, units: MassUnit) -> Iterator[RecordLine]:
    found = review.records
    if found is None:
        return
    for record in (found.heaviest, found.estimated_max, found.session_volume, found.longest, found.farthest):
        if record is not None:
            yield RecordLine(
                name=record_name(record.kind), value=_value(record, review, units),
                on=short_day(record.on, review.today),
            )  # fmt: skip


def _reps(review: LiftReview, units: MassUnit) -> Iterator[tuple[str, str, str]]:
    """The most reps at each load: load, reps and day."""
    for record in (review.records.reps_at if review.records is not None else ())[:REPS_SHOWN]:
        load = kilograms_words(record.load_kg, review.lift.lifts_body, units) or _("no load")
        yield load, str(record.reps or 0), short_day(record.on, review.today)


def _value(record: Record, review: LiftReview, units: MassUnit) -> str:
    body_kg = review.body_kg if record.kind is not RecordKind.SESSION_VOLUME else 0.0
    return record_value(record, review.entries.get(record.set_id), body_kg, units)


def _session(session: DoneSession, review: LiftReview, units: MassUnit) -> SessionLine:
    straps = any(entry.straps for entry in session.sets)
    found = _point(review, session.on, straps) or _point(review, session.on, False)
    return SessionLine(
        on=short_day(session.on, review.today),
        sets=sets_words(session.sets),
        reserve=reserve_words(session.sets),
        estimate=max_words(found[0].max_kg, found[1], units) if found is not None else "",
        is_record=session.record and not session.deload,
        is_light=session.deload,
    )


def _point(review: LiftReview, on: date, straps: bool) -> tuple[Point, float] | None:
    for trend in review.trends:
        if trend.straps is straps:
            return next(((point, trend.body_kg) for point in trend.points if point.on == on), None)
    return None
