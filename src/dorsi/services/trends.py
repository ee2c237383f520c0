"""One lift's estimated maximum over time, where it stands now, and what to expect of the next session.

The forecast is made of the very series that is shown: each session's best estimated maximum, by the formula of the
lift and with reps in reserve counted. Sessions meant to be light stay in the picture and out of the forecast.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from dorsi.progress.bouts import Best, Bout
from dorsi.progress.follow import history_of
from dorsi.progress.forecast import Forecast, forecast_best
from dorsi.progress.lifts import Lift
from dorsi.progress.reps_forecast import RepForecast, forecast_reps
from dorsi.progress.series import Exposure, StrengthSet, epley_kg
from dorsi.progress.strength import Estimate, StrengthState, estimate, update
from dorsi.progress.training import Training

CHANGE_DAYS = 56
"""The change of a lift is told over about so many days."""
SHORTEST_CHANGE_DAYS = 14
FEWEST_FORETOLD = 3
"""Sessions before which a forecast would be a guess."""
_GAPS = 8
_LOOKED_BACK = 60
"""Sessions a forecast is made of: what lies further back no longer matters to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A session's best set by estimated maximum. `max_kg` and `level_kg` are system loads, `load_kg` is as typed.

    `level_kg` is what all sessions up to this one say together, with the band that holds it in four of five cases;
    None where this one was meant to be light.
    """

    on: date
    session_id: str
    max_kg: float
    load_kg: float
    reps: int
    level_kg: float | None
    deload: bool
    low_kg: float | None = None
    high_kg: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What the coach has planned for a lift: the day, and the load as programmes count it (None: to be found)."""

    on: date
    load_kg: float | None
    straps: bool
    eased: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The next session of a lift: the best estimated maximum to expect, as system load, and the reps at a load.

    `reps` are those of the best set at `load_kg`. `planned` is False where only habit tells the day. Both bands hold
    four sessions in five.
    """

    on: date
    planned: bool
    best: Forecast
    load_kg: float | None = None
    reps: RepForecast | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How far the level has moved, in percent, over so many days."""

    percent: float
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One lift, bare-handed or with straps, oldest point first.

    `body_kg` is the body mass that the system loads hold today, 0 where the body is not lifted. `ahead` is None
    after too few sessions, and where the next one is meant to be light (`deload_ahead`).
    """

    lift: Lift
    straps: bool
    body_kg: float
    points: tuple[Point, ...]
    now: Estimate | None
    change: Change | None
    ahead: Ahead | None
    deload_ahead: bool

    @property
    def then(self) -> Point | None:
        """The last session that told of strength."""
        return next((point for point in reversed(self.points) if point.level_kg is not None), None)


def trends_of(
    training: Training, bouts: Sequence[Bout], light: frozenset[str], planned: Planned | None
) -> tuple[Trend, ...]:
    """The trends of one lift's bouts: bare-handed first, then with straps; empty where nothing tells of strength.

    `light` holds the ids of sessions that were meant to be light.
    """
    found = (_trend(training, bouts, light, planned, straps=straps) for straps in (False, True))
    return tuple(trend for trend in found if trend is not None)


def _trend(
    training: Training, bouts: Sequence[Bout], light: frozenset[str], planned: Planned | None, *, straps: bool
) -> Trend | None:
    lift = bouts[0].lift
    if lift.formula is None:
        return None
    state = StrengthState(formula=lift.formula, straps=straps)
    points: list[Point] = []
    maxima: list[Exposure] = []
    sets: list[Exposure] = []
    for bout in bouts:
        best = _best(bout, straps=straps)
        if best is None or best.max_kg is None:
            continue
        deload = bout.session_id in light
        if not deload:
            body_kg = training.body_mass.on(bout.on) if lift.lifts_body else 0.0
            exposure = Exposure(on=bout.on, sets=tuple(_sets(bout, body_kg, straps=straps)))
            state = update(state, exposure)
            sets.append(exposure)
            maxima.append(Exposure(on=bout.on, sets=(StrengthSet(load_kg=best.max_kg / epley_kg(1.0, 1), reps=1),)))
        level = None if deload else estimate(state, bout.on)
        points.append(
            Point(
                on=bout.on,
                session_id=bout.session_id,
                max_kg=best.max_kg,
                load_kg=best.load_kg or 0.0,
                reps=best.entry.reps or 0,
                level_kg=None if level is None else level.mean_kg,
                deload=deload,
                low_kg=None if level is None else level.low_kg,
                high_kg=None if level is None else level.high_kg,
            )
        )
    if not points:
        return None
    plan = planned if planned is not None and planned.straps is straps else None
    eased = plan is not None and plan.eased
    return Trend(
        lift=lift,
        straps=straps,
        body_kg=training.body_mass.on(training.today) if lift.lifts_body else 0.0,
        points=tuple(points),
        now=estimate(state, training.today),
        change=_change(points),
        ahead=None if eased else _ahead(training, lift, points, maxima, sets, plan),
        deload_ahead=eased,
    )


def _best(bout: Bout, *, straps: bool) -> Best | None:
    if not straps:
        return bout.bare_hands
    strapped = [best for best in bout.reps_at if best.entry.straps and best.max_kg is not None]
    return max(strapped, key=lambda best: best.max_kg or 0.0, default=None)


def _sets(bout: Bout, body_kg: float, *, straps: bool) -> Iterator[StrengthSet]:
    """The bout's best sets as strength evidence; a set may stand among them twice, which changes nothing."""
    strong = _best(bout, straps=straps)
    for best in (*bout.reps_at, *((strong,) if strong is not None else ())):
        if best.load_kg is not None and best.entry.straps is straps and best.entry.reps:
            yield StrengthSet(
                load_kg=body_kg + best.load_kg,
                reps=best.entry.reps,
                reserve=best.entry.reserve,
                straps=straps,
            )


def _change(points: Sequence[Point]) -> Change | None:
    levels = [(point.on, point.level_kg) for point in points if point.level_kg is not None]
    if not levels:
        return None
    last_on, last = levels[-1]
    long_ago = [level for level in levels if (last_on - level[0]).days >= CHANGE_DAYS]
    first_on, first = long_ago[-1] if long_ago else levels[0]
    days = (last_on - first_on).days
    return Change(percent=100.0 * (last / first - 1.0), days=days) if days >= SHORTEST_CHANGE_DAYS else None


def _ahead(
    training: Training,
    lift: Lift,
    points: Sequence[Point],
    maxima: Sequence[Exposure],
    sets: Sequence[Exposure],
    plan: Planned | None,
) -> Ahead | None:
    if len(maxima) < FEWEST_FORETOLD:
        return None
    on = plan.on if plan is not None else _usual_day(points, training.today)
    best = forecast_best(history_of(maxima[-_LOOKED_BACK:], reps=False), on)
    if best is None:
        return None
    load_kg = plan.load_kg if plan is not None else None
    reps = None
    if load_kg is not None:
        body_kg = training.body_mass.on(on) if lift.lifts_body else 0.0
        reps = forecast_reps(history_of(sets[-_LOOKED_BACK:]), on, body_kg + load_kg)
    return Ahead(on=on, planned=plan is not None, best=best, load_kg=load_kg, reps=reps)


def _usual_day(points: Iterable[Point], today: date) -> date:
    """The day after the usual gap, today at the earliest."""
    days = sorted({point.on for point in points})[-_GAPS - 1 :]
    gap = median((later - earlier).days for earlier, later in pairwise(days)) if len(days) > 1 else 7
    return max(today, days[-1] + timedelta(days=round(gap)))
