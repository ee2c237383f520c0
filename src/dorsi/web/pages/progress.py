"""What the overview of progress shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.atlas.load import Atlas
from dorsi.languages import known, said
from dorsi.progress.balance import Ratio
from dorsi.progress.bouts import Bout
from dorsi.progress.pull_up_ladder import Reached, pull_up_ladder
from dorsi.progress.records import Record
from dorsi.progress.volume import GroupVolume, Standing
from dorsi.rules.bounds import Band
from dorsi.services.reviews import Review, StallView
from dorsi.services.trends import Trend
from dorsi.units import MassUnit
from dorsi.web.charts.heat import HeatMap
from dorsi.web.charts.spark import Spark
from dorsi.web.pages.progress_body import BodyCard
from dorsi.web.pages.progress_deadlift import DeadliftCard
from dorsi.web.pages.progress_words import (
    kilograms_words,
    level_words,
    max_number,
    record_name,
    record_value,
    rung_name,
    rung_note,
    sessions_words,
    short_day,
    signed,
    span_words,
    weeks_words,
)
from dorsi.web.pages.reasons import Reason
from dorsi.web.templatetags.dorsi_tags import localised

LIFTS_SHOWN, RECORDS_SHOWN, STALLS_SHOWN = 8, 6, 4
POINTS = 14
SESSIONS_TOLD = 4
HEAT_WEEKS = 26
_STRENGTH_SPAN = 0.15
"""Share of a lift's maximum that its small line spans at least: less is a day's form."""
_STATES = {Standing.BELOW: "below", Standing.WITHIN: "within", Standing.ABOVE: "above"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A number with what it is."""

    label: str
    value: str
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeRow:
    """A muscle group against its band; `low`, `span` and `at` are per cent of the track."""

    label: str
    address: str
    value: str
    band: str
    state: str
    note: str
    low: str
    span: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftRow:
    """A lift: its maximum now (or when it was last done), how it moved and what the next best set should be worth."""

    name: str
    address: str
    now: str
    unit: str
    spark: Spark | None
    change: str
    over: str
    trend: str
    ahead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """A record as it fell."""

    name: str
    address: str
    what: str
    value: str
    before: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StallCard:
    """A lift without gain, what the coach did about it, and why."""

    name: str
    address: str
    since: str
    sessions: int
    coach: str
    reason: Reason | None
    tried: tuple[str, ...]

    @classmethod
    def from_view(cls, view: StallView, bouts: Sequence[Bout], today: date, units: MassUnit, atlas: Atlas) -> StallCard:
        """The card of a stall; `bouts` are the lift's own, oldest first."""
        tried = tuple(_tried(view, bouts, today, units))
        reason = Reason.of_rule(view.rule, atlas, says=said(view.coach), own=tried) if view.rule else None
        return cls(
            name=said(view.name), address=_lift_address(view.exercise), since=short_day(view.since, today),
            sessions=view.sessions, coach=said(view.coach), reason=reason, tried=tried,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioRow:
    """Two kinds of pulls against each other."""

    name: str
    value: str
    usual: str
    is_off: bool
    is_unsure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """The whole picture; parts for which there is nothing to show are empty or None."""

    over: str
    tiles: tuple[Tile, ...]
    volume: tuple[VolumeRow, ...]
    volume_says: str
    volume_reason: Reason
    balance: tuple[tuple[str, str, str, str], ...]
    ratios: tuple[RatioRow, ...]
    balance_reason: Reason
    heat: HeatMap
    weeks: tuple[tuple[str, str, str], ...]
    lifts: tuple[LiftRow, ...]
    on_the_body: bool
    all_lifts: tuple[tuple[str, str, str], ...]
    records: tuple[RecordRow, ...]
    stalls: tuple[StallCard, ...]
    deadlift: DeadliftCard | None
    ladder: tuple[tuple[str, str, str], ...]
    body: BodyCard | None

    @classmethod
    def from_review(cls, review: Review, units: MassUnit, atlas: Atlas) -> ProgressPage:
        """The page for what the journal shows today."""
        overview, today = review.overview, review.today
        drawn = [trend for trend in review.trends or review.resting if len(trend.points) > 1]
        trends = sorted(drawn, key=lambda trend: not trend.lift.values)[:LIFTS_SHOWN]
        stalls = sorted(review.stalls, key=lambda view: not view.rule)[:STALLS_SHOWN]
        days = {day.on: float(day.work_sets) for day in overview.adherence.days}
        level = level_words(review.athlete.level)
        ladder, by_lift = pull_up_ladder(overview.training), overview.training.by_lift
        return cls(
            over=_over(review),
            tiles=tuple(_tiles(review)),
            volume=tuple(_volume(overview.volume.groups)),
            volume_says=_("Hard sets a week over the last four, against what suits %(level)s") % {"level": level},
            volume_reason=Reason.of_rule("VOL106", atlas),
            balance=tuple(_balance(overview.balance.shares.percent)),
            ratios=tuple(_ratios(review)),
            balance_reason=Reason.of_rule("BAL101", atlas),
            heat=HeatMap.of(_heat_words(review), days, HEAT_WEEKS, today),
            weeks=tuple(_weeks(review)),
            lifts=tuple(_lift(trend, units) if review.trends else _resting(trend, today, units) for trend in trends),
            on_the_body=any(trend.body_kg for trend in trends),
            all_lifts=tuple(_all_lifts(by_lift, today)),
            records=tuple(_record(record, review, units) for record in review.records[:RECORDS_SHOWN]),
            stalls=tuple(
                StallCard.from_view(view, by_lift.get(view.exercise, ()), today, units, atlas) for view in stalls
            ),
            deadlift=DeadliftCard.from_best(overview.deadlift, today, units) if overview.deadlift else None,
            ladder=tuple((rung_name(rung.step), rung_note(rung, units), rung.state.value) for rung in ladder)
            if any(rung.best for rung in ladder) or any(rung.state is Reached.DONE for rung in ladder)
            else (),
            body=BodyCard.from_body(overview.body, units),
        )  # fmt: skip


def _tried(view: StallView, bouts: Sequence[Bout], today: date, units: MassUnit) -> Iterator[str]:
    for bout in bouts[-SESSIONS_TOLD:]:
        if bout.maximum is not None and bout.on >= view.since:
            load = kilograms_words(bout.maximum.load_kg, bout.lift.lifts_body, units)
            yield f"{short_day(bout.on, today)}: {load} × {bout.maximum.entry.reps}"


def _over(review: Review) -> str:
    if not review.plan:
        return _("No programme under way")
    return _("%(plan)s · week %(week)s") % {"plan": known(review.plan), "week": review.week}


def _tiles(review: Review) -> Iterator[Tile]:
    adherence, training = review.overview.adherence, review.overview.training
    streak = adherence.streak
    longest = _("longest: %(weeks)s") % {"weeks": weeks_words(streak.longest)} if streak.longest else ""
    yield Tile(
        label=_("Streak"), value=str(streak.current), unit=ngettext("week", "weeks", streak.current), note=longest
    )
    if adherence.kept is not None:
        yield Tile(
            label=_("Plan kept"), value=f"{100 * adherence.kept:.0f}", unit="%", note=_("of the planned sessions"),
        )  # fmt: skip
    month = [day for day in adherence.days if (review.today - day.on).days < 28]
    sessions = sum(day.sessions for day in month)
    yield Tile(
        label=_("Last four weeks"), value=str(sessions), unit=ngettext("session", "sessions", sessions),
        note=_("%(count)d in the journal") % {"count": len(training.sessions)},
    )  # fmt: skip
    yield Tile(
        label=_("Records"), value=str(len(review.records)), unit="", note=_("in the last four weeks"),
    )  # fmt: skip


def _volume(groups: Sequence[GroupVolume]) -> Iterator[VolumeRow]:
    banded = [(each, each.band) for each in groups if each.band is not None]
    most = max((max(each.average, band.cap) for each, band in banded), default=1.0)
    for each, band in banded:
        yield VolumeRow(
            label=said(each.group.label),
            address=reverse("web:progress-muscle", args=[each.group.value]),
            value=localised(round(each.average, 1)),
            band=f"{localised(band.low)}–{localised(band.high)}",
            state=_STATES[each.standing] if each.standing is not None else "within",
            note=_standing_words(each, band),
            low=_percent(band.low, most),
            span=_percent(band.high - band.low, most),
            at=_percent(each.average, most),
        )


def _standing_words(each: GroupVolume, band: Band) -> str:
    if each.standing is Standing.BELOW:
        return _("%(sets)s short of the target") % {"sets": localised(round(band.low - each.average, 1))}
    if each.standing is Standing.ABOVE:
        return _("%(sets)s over the target") % {"sets": localised(round(each.average - band.high, 1))}
    return ""


def _percent(part: float, most: float) -> str:
    return f"{100 * part / most:.1f}"


def _balance(percent: tuple[float, float, float] | None) -> Iterator[tuple[str, str, str, str]]:
    if percent is None:
        return
    offset = 0.0
    for name, share in zip((_("Width"), _("Thickness"), _("Lower back")), percent, strict=True):
        yield name, f"{share:.0f} %", f"{share:.1f}", f"{offset:.1f}"
        offset += share


def _ratios(review: Review) -> Iterator[RatioRow]:
    balance = review.overview.balance
    named: list[tuple[str, Ratio | None]] = [
        (_("Vertical pulls for each row"), balance.vertical_to_horizontal),
        (_("Pulls for each push"), balance.pull_to_push),
    ]
    for name, ratio in named:
        if ratio is None or (ratio.ratio is None and not ratio.first):
            continue
        low, high = (localised(round(bound, 1)) for bound in ratio.allowed)
        yield RatioRow(
            name=name,
            value=_("all") if ratio.ratio is None else localised(round(ratio.ratio, 1)),
            usual=f"{low}–{high}",
            is_off=ratio.standing in (Standing.BELOW, Standing.ABOVE),
            is_unsure=ratio.standing is None,
        )


def _heat_words(review: Review) -> str:
    days = [day for day in review.overview.adherence.days if (review.today - day.on).days < 7 * HEAT_WEEKS]
    return ngettext(
        "Training on %(days)d day of the last half year", "Training on %(days)d days of the last half year", len(days)
    ) % {"days": len(days)}


def _weeks(review: Review) -> Iterator[tuple[str, str, str]]:
    """The programme's last weeks: when each began, done of planned, and what was left out."""
    for week in reversed(review.overview.adherence.weeks[-8:]):
        done = _("%(done)d of %(planned)d") % {"done": week.done, "planned": week.planned}
        yield short_day(week.starts, review.today), done, str(week.free or "")


def _lift(trend: Trend, units: MassUnit) -> LiftRow:
    values = [point.level_kg for point in trend.points if point.level_kg is not None][-POINTS:]
    change = trend.change
    percent = round(change.percent) if change is not None else 0
    name = _("%(lift)s, straps") % {"lift": said(trend.lift.name)} if trend.straps else said(trend.lift.name)
    ahead = ""
    if trend.deload_ahead:
        ahead = _("Next: a light one")
    elif trend.ahead is not None:
        best = trend.ahead.best
        ahead = _("Next: %(span)s") % {"span": span_words(best.low_kg, best.high_kg, trend.body_kg, units)}
    return LiftRow(
        name=name,
        address=_lift_address(trend.lift.id),
        now=max_number(trend.now.mean_kg, trend.body_kg, units) if trend.now is not None else "",
        unit=units.value,
        spark=Spark.of(values, _STRENGTH_SPAN),
        change=f"{signed(percent)} %" if change is not None else "",
        over=_("in %(weeks)s") % {"weeks": weeks_words(round(change.days / 7))} if change is not None else "",
        trend="up" if percent > 0 else "down" if percent < 0 else "level",
        ahead=ahead,
    )


def _resting(trend: Trend, today: date, units: MassUnit) -> LiftRow:
    """A lift that is not trained any more: where it stood, and when."""
    then = trend.then
    last = _("last done on %(day)s") % {"day": short_day(trend.points[-1].on, today)}
    return replace(
        _lift(trend, units),
        now=max_number(then.level_kg, trend.body_kg, units) if then is not None and then.level_kg is not None else "",
        change="", over="", trend="level", ahead=last,
    )  # fmt: skip


def _all_lifts(by_lift: Mapping[str, Sequence[Bout]], today: date) -> Iterator[tuple[str, str, str]]:
    """Everything ever trained, most often first: name, address, how often and when last."""
    for exercise, bouts in sorted(by_lift.items(), key=lambda item: (-len(item[1]), item[0])):
        last = _("last on %(day)s") % {"day": short_day(bouts[-1].on, today)}
        yield said(bouts[-1].lift.name), _lift_address(exercise), f"{sessions_words(len(bouts))} · {last}"


def _record(record: Record, review: Review, units: MassUnit) -> RecordRow:
    training = review.overview.training
    lift = training.lifts[record.exercise]
    body_kg = training.body_mass.on(record.on) if lift.lifts_body else 0.0
    before = ""
    if record.previous is not None:
        same = record_value(record, review.entries.get(record.set_id), body_kg, units)
        old = _old_value(record, lift.lifts_body, body_kg, units)
        before = _("before: %(value)s") % {"value": old} if old and old != same else ""
    return RecordRow(
        name=said(lift.name),
        address=_lift_address(record.exercise),
        what=record_name(record.kind),
        value=record_value(record, review.entries.get(record.set_id), body_kg, units),
        before=before,
        on=short_day(record.on, review.today),
    )


def _old_value(record: Record, lifts_body: bool, body_kg: float, units: MassUnit) -> str:
    value = record.previous or 0.0
    match record.kind.unit:
        case "kg" if record.kind.value == "estimated-max":
            return f"{max_number(value, body_kg, units)} {units.value}"
        case "kg":
            return kilograms_words(value, lifts_body, units)
        case unit:
            return f"{localised(value)} {_('reps') if unit == 'reps' else unit}"


def _lift_address(exercise: str) -> str:
    return reverse("web:progress-lift", args=[exercise])
