"""How good the forecasts are on real logs: each session foretold from the ones before it, beside simple rules.

Only series of at least LEAST_SESSIONS sessions count, and only predictions from the ninth session on. Errors are
averaged within a series and then over series, so that no diligent person outweighs the others. A point is calm if
no session's best changed by JUMP or more, either way, in the step to be foretold and the two steps before it: such
jumps are slips of the pen, another machine or another way to count, and no method foresees them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from dorsi.athlete.strength import MOST_REPS
from dorsi.progress.follow import followed
from dorsi.progress.forecast import Forecast, forecast_best
from dorsi.progress.history import History
from dorsi.progress.reps_forecast import SAME_WEIGHT, RepForecast, forecast_reps
from dorsi.progress.series import Exposure, SessionBest, session_best

LEAST_SESSIONS = 20
FIRST_PREDICTED = 8
"""Place, from 0, of the first session that is foretold."""
JUMP, JUMP_STEPS = 1.6, 3
BREAKS: tuple[tuple[int, int | None], ...] = ((21, 60), (61, None))
"""Days off, from and to, for which the bias is told."""
OURS = "forecast"
_SMOOTHING = 0.4
_TREND_SESSIONS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One method's mean absolute error over series: in percent of the best, or in reps. None without points."""

    method: str
    everywhere: float | None
    calm: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakBias:
    """How far predictions lie above the truth after days off, in percent, as a mean over points.

    `to_days` is None where the span is open.
    """

    from_days: int
    to_days: int | None
    calm_only: bool
    points: int
    last_value_percent: float | None
    forecast_percent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkForward:
    """The whole result. `best` scores are in percent, `reps` scores in reps; coverage is the share of points inside
    the 80 % bands, over all points and over calm ones."""

    series: int
    points: int
    calm_points: int
    best: tuple[Score, ...]
    reps: tuple[Score, ...]
    best_coverage: float | None
    best_coverage_calm: float | None
    reps_coverage: float | None
    breaks: tuple[BreakBias, ...]


@dataclass(frozen=True, slots=True)
class _Point:
    """One prediction and its outcome; `best` and `reps` hold each method's prediction in kg or reps."""

    actual: SessionBest
    days_off: int
    calm: bool
    best: Mapping[str, float]
    reps: Mapping[str, float]
    best_inside: bool
    reps_inside: bool

    def percent_off(self, method: str) -> float:
        """The prediction of the best less the truth, in percent of the truth."""
        return 100.0 * (self.best[method] / math.exp(self.actual.log_max) - 1.0)


def walk_forward(series: Mapping[str, Sequence[Exposure]], most_reps: int = MOST_REPS) -> WalkForward:
    """Foretell every series session by session; exposures are given oldest first.

    Sets of more than `most_reps` reps are left out, and so are sessions that hold no other. The percentages are meant
    for sets of up to 12 reps; a larger limit shows how the rep forecast fares with longer sets.
    """
    walks = [walk for exposures in series.values() if (walk := _walk(exposures, most_reps))]
    points = [point for walk in walks for point in walk]
    calm = [point for point in points if point.calm]
    return WalkForward(
        series=len(walks),
        points=len(points),
        calm_points=len(calm),
        best=_scores(walks, lambda point: {name: abs(point.percent_off(name)) for name in point.best}),
        reps=_scores(walks, lambda point: {name: abs(value - point.actual.reps) for name, value in point.reps.items()}),
        best_coverage=_mean(point.best_inside for point in points),
        best_coverage_calm=_mean(point.best_inside for point in calm),
        reps_coverage=_mean(point.reps_inside for point in points),
        breaks=tuple(
            _bias(calm if calm_only else points, span, calm_only=calm_only)
            for calm_only in (True, False)
            for span in BREAKS
        ),
    )


def _walk(exposures: Sequence[Exposure], most_reps: int) -> list[_Point]:
    """All points of one series; empty if it is too short."""
    told = [(exposure, best) for exposure in exposures if (best := session_best(exposure, most_reps))]
    if len(told) < LEAST_SESSIONS:
        return []
    history = History(most_reps=most_reps)
    points: list[_Point] = []
    for place, (exposure, actual) in enumerate(told):
        if place >= FIRST_PREDICTED:
            expected = forecast_best(history, exposure.on, exposure.context)
            expected_reps = forecast_reps(history, exposure.on, math.exp(actual.log_load))
            if expected is not None and expected_reps is not None:
                points.append(_point(told[:place], actual, expected, expected_reps, most_reps))
        history = followed(history, exposure)
    return points


def _point(
    before: Sequence[tuple[Exposure, SessionBest]],
    actual: SessionBest,
    best: Forecast,
    reps: RepForecast,
    most_reps: int,
) -> _Point:
    values = [session.log_max for _, session in before]
    last = before[-1][1]
    near = _last_set_near([earlier for earlier, _ in before], actual.log_load, most_reps)
    steps = pairwise([*values, actual.log_max][-JUMP_STEPS - 1 :])
    return _Point(
        actual=actual,
        days_off=actual.day - last.day,
        calm=all(abs(later - earlier) < math.log(JUMP) for earlier, later in steps),
        best={
            OURS: best.mean_kg,
            "last value": math.exp(values[-1]),
            "smoothed": math.exp(_smoothed(values)),
            "trend": math.exp(_trend(values[-_TREND_SESSIONS:])),
            "median of 3": math.exp(median(values[-3:])),
        },
        reps={
            OURS: reps.mean,
            "last reps": float(last.reps),
            "last set near the weight": float(last.reps if near is None else near),
        },
        best_inside=best.low_kg <= math.exp(actual.log_max) <= best.high_kg,
        reps_inside=reps.low <= actual.reps <= reps.high,
    )


def _smoothed(values: Sequence[float]) -> float:
    level = values[0]
    for value in values[1:]:
        level += _SMOOTHING * (value - level)
    return level


def _trend(values: Sequence[float]) -> float:
    """The straight line through the values, one session further."""
    middle, mean = (len(values) - 1) / 2.0, fmean(values)
    spread = sum((place - middle) ** 2 for place in range(len(values)))
    slope = sum((place - middle) * (value - mean) for place, value in enumerate(values)) / spread
    return mean + slope * (len(values) - middle)


def _last_set_near(before: Sequence[Exposure], log_load: float, most_reps: int) -> int | None:
    for exposure in reversed(before):
        for done in reversed(exposure.sets):
            if done.warm_up or done.load_kg <= 0 or not 1 <= done.reps <= most_reps:
                continue
            if abs(math.log(done.load_kg) - log_load) <= SAME_WEIGHT:
                return done.reps
    return None


def _scores(walks: Sequence[Sequence[_Point]], errors: Callable[[_Point], Mapping[str, float]]) -> tuple[Score, ...]:
    """Mean errors within each series, then over series, for every method."""
    told = [[(point.calm, errors(point)) for point in walk] for walk in walks]
    methods = tuple(told[0][0][1]) if told else ()

    def over_series(method: str, *, calm_only: bool) -> float | None:
        means = (_mean(error[method] for calm, error in walk if calm or not calm_only) for walk in told)
        return _mean(mean for mean in means if mean is not None)

    return tuple(
        Score(
            method=method,
            everywhere=over_series(method, calm_only=False),
            calm=over_series(method, calm_only=True),
        )
        for method in methods
    )


def _bias(points: Sequence[_Point], span: tuple[int, int | None], *, calm_only: bool) -> BreakBias:
    first, final = span
    after = [point for point in points if first <= point.days_off and (final is None or point.days_off <= final)]
    return BreakBias(
        from_days=first,
        to_days=final,
        calm_only=calm_only,
        points=len(after),
        last_value_percent=_mean(point.percent_off("last value") for point in after),
        forecast_percent=_mean(point.percent_off(OURS) for point in after),
    )


def _mean(values: Iterable[float]) -> float | None:
    held = tuple(values)
    return fmean(held) if held else None
