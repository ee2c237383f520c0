"""How many reps the best set of the next session will have, when its weight is known.

The weight says much of what is intended: people who change the load change the reps with it, by less than any
formula asks, because plans are written in habitual numbers of reps and few sets end at failure. So predictors mix
nearness of weight and time, what followed like steps before, and habit.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from dorsi.progress.history import History
from dorsi.progress.pooling import Pooling, Record, half_width, judged, pooled
from dorsi.progress.series import EPLEY_REPS, SessionBest

# All heuristics. tools/fit_forecast.py shows what other values do when each log is left out in turn, and on simulated
# athletes. Priors and the widths of the kernels below were set by hand in trials on the same logs, and rounded.
POOLING = Pooling(
    # same weight, near, near without slope, steep, rebound, like steps, every set, habit, usual, last
    priors=(2.0, 1.0, 1.0, 0.7, 0.5, 1.0, 1.0, 0.3, 0.3, 0.5),
    usual_loss=1.2,
    largest_loss=4.0,
    reach=1.45,
)
SAME_WEIGHT = 0.05
"""Loads this close (natural logarithm) count as one weight."""
_EQUAL_WEIGHT = 0.004
_FADE_DAYS = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RepForecast:
    """Reps of the best set to expect (a whole number), with the band that holds four sessions in five."""

    mean: float
    low: float
    high: float


def forecast_reps(history: History, on: date, load_kg: float) -> RepForecast | None:
    """Reps of the session's best set (highest Epley maximum) if `load_kg` is used for it.

    None without any session before it, or without a load.
    """
    if not history.sessions or load_kg <= 0:
        return None
    predictions = _predictions(history, on.toordinal(), math.log(load_kg))
    value = _whole(pooled(predictions, history.reps, POOLING), history.most_reps)
    half = half_width(history.reps, POOLING)
    return RepForecast(mean=value, low=max(1.0, value - half), high=value + half)


def record_of_reps(history: History, session: SessionBest) -> Record:
    """The record of the predictors once the session that follows the history is known."""
    if not history.sessions:
        return history.reps
    predictions = _predictions(history, session.day, session.log_load)
    value = _whole(pooled(predictions, history.reps, POOLING), history.most_reps)
    missed = abs(value - session.reps) > half_width(history.reps, POOLING)
    return judged(predictions, value, session.reps, missed, history.reps, POOLING)


def _whole(reps: float, most_reps: int) -> float:
    return float(min(most_reps, max(1, round(reps))))


def _predictions(history: History, day: int, log_load: float) -> tuple[float, ...]:
    """Reps, in the order of the priors."""
    sessions = history.sessions
    last = sessions[-1]
    near, flat, steep = _kernels(sessions, day, log_load)
    recent = [session.reps for session in sessions[-8:]]
    counts = Counter(reversed(recent))
    values = (
        _same_weight(sessions, log_load),
        near,
        flat,
        steep,
        _rebound(sessions, log_load, near),
        _like_steps(sessions, log_load),
        _every_set(sessions, log_load, near),
        float(counts.most_common(1)[0][0]),
        median(recent[-5:]),
        float(last.reps),
    )
    return tuple(min(float(history.most_reps), max(1.0, value)) for value in values)


def _moved(reps: float, heavier: float, slope: float) -> float:
    """Reps carried over to another load that is lighter by `heavier`; slope 1 is Epley's, 0 none."""
    return reps + slope * (EPLEY_REPS + reps) * heavier


def _kernels(sessions: Sequence[SessionBest], day: int, log_load: float) -> tuple[float, float, float]:
    """Means over sessions by nearness: near in weight and quick to fade, without a slope, and wide with a steep one."""
    near = near_weight = flat = flat_weight = steep = steep_weight = 0.0
    newest = len(sessions) - 1
    for place, session in enumerate(sessions):
        age = newest - place
        heavier = session.log_load - log_load
        apart = abs(heavier)
        days = (day - session.day) / _FADE_DAYS
        reps = session.reps
        weight = math.exp(-age / 2.0 - apart / 0.03 - days) + 1e-12
        near += weight * _moved(reps, heavier, 0.3)
        near_weight += weight
        weight = math.exp(-age / 3.0 - apart / 0.03 - days) + 1e-12
        flat += weight * reps
        flat_weight += weight
        weight = math.exp(-age / 4.0 - apart / 0.08 - days) + 1e-12
        steep += weight * _moved(reps, heavier, 0.6)
        steep_weight += weight
    return near / near_weight, flat / flat_weight, steep / steep_weight


def _same_weight(sessions: Sequence[SessionBest], log_load: float) -> float:
    """The most reps at this weight the last time it was used, in whichever set."""
    for session in reversed(sessions):
        reps = [done for load, done in session.tops if abs(load - log_load) <= SAME_WEIGHT]
        if reps:
            return float(max(reps))
    return float(sessions[-1].reps)


def _rebound(sessions: Sequence[SessionBest], log_load: float, otherwise: float) -> float:
    """The last best set at exactly this weight, half of a dip below its usual reps made up."""
    reps = [session.reps for session in sessions if abs(session.log_load - log_load) <= _EQUAL_WEIGHT][-5:]
    if not reps:
        return otherwise
    return reps[-1] + 0.5 * max(0.0, median(reps) - reps[-1])


def _like_steps(sessions: Sequence[SessionBest], log_load: float) -> float:
    """What came of earlier steps in weight of this size, from like reps and near this weight."""
    last = sessions[-1]
    step = log_load - last.log_load
    total, weights = 0.0, 0.0
    for place in range(1, len(sessions)):
        before, after = sessions[place - 1], sessions[place]
        heavier = after.log_load - log_load
        apart = abs(after.log_load - before.log_load - step) / 0.06 + abs(heavier) / 0.06
        weight = math.exp(-apart - abs(before.reps - last.reps) / 3.0 - (len(sessions) - 1 - place) / 8.0) + 1e-12
        total += weight * _moved(after.reps, max(-0.3, min(0.3, heavier)), 0.3)
        weights += weight
    return total / weights if weights else float(last.reps)


def _every_set(sessions: Sequence[SessionBest], log_load: float, otherwise: float) -> float:
    """A mean over all loads of the last sessions, in which sets far below the session's best count little."""
    total, weights = 0.0, 0.0
    kept = sessions[-16:]
    for place, session in enumerate(kept):
        age = len(kept) - 1 - place
        for load, reps in session.tops:
            heavier = load - log_load
            if abs(heavier) > 0.3:
                continue
            below = load + math.log1p(reps / EPLEY_REPS) - session.log_max
            weight = math.exp(-age / 4.0 - abs(heavier) / 0.05 + 8.0 * below)
            total += weight * _moved(reps, heavier, 0.5)
            weights += weight
    return total / weights if weights > 0.0 else otherwise
