"""The best set of the next session, foretold from the sessions before it.

What helps, found on real logs of others: about half of a fall below the usual level is made up for in the next
session, while a rise mostly stays; breaks cost strength; and people repeat themselves (heavy and light days, waves,
one session's title). A smoothed value or a straight trend alone foretells worse than the last value.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from dorsi.progress.history import History
from dorsi.progress.layoff import LOSS_DOUBT, loss_after
from dorsi.progress.pooling import Pooling, Record, half_width, judged, pooled
from dorsi.progress.series import SessionBest

# All heuristics. tools/fit_forecast.py shows what other values do when each log is left out in turn, and on simulated
# athletes. The optimum is flat: the shares are rounded and kept below the best fit to a handful of logs, because
# strangers' logs differ. The priors were set by hand in trials on the same logs.
DIP_BELOW_LAST, DIP_BELOW_USUAL, LARGEST_DIP = 0.25, 0.30, 0.3
"""Shares of a fall below the session before, and below the median of five, that the next session makes up."""
RISE_LOST, LARGEST_RISE = 0.15, 0.4
"""Share of a rise above the session before that the next session gives back."""
POOLING = Pooling(
    # rebound, last, median of five, second and fourth last, last with this title
    priors=(3.0, 1.0, 0.5, 0.3, 0.15, 0.3),
    usual_loss=0.06,
    largest_loss=0.3,
    reach=1.45,
    sharpness=10.0,
)
_GAPS_KEPT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The session's best Epley maximum to expect, with the band that holds four sessions in five; kilograms."""

    mean_kg: float
    low_kg: float
    high_kg: float


def forecast_best(history: History, on: date, context: str = "") -> Forecast | None:
    """The best Epley maximum of a session of that day and title; None without any session before it."""
    if not history.sessions:
        return None
    lost = _lost(history.sessions, on.toordinal())
    value = pooled(_predictions(history.sessions, context, lost), history.best, POOLING)
    half = half_width(history.best, POOLING) + LOSS_DOUBT * lost
    return Forecast(mean_kg=math.exp(value), low_kg=math.exp(value - half), high_kg=math.exp(value + half))


def record_of_best(history: History, session: SessionBest) -> Record:
    """The record of the predictors once the session that follows the history is known."""
    if not history.sessions:
        return history.best
    lost = _lost(history.sessions, session.day)
    predictions = _predictions(history.sessions, session.context, lost)
    value = pooled(predictions, history.best, POOLING)
    missed = abs(value - session.log_max) > half_width(history.best, POOLING) + LOSS_DOUBT * lost
    return judged(predictions, value, session.log_max, missed, history.best, POOLING)


def _lost(sessions: Sequence[SessionBest], day: int) -> float:
    """What the days off cost, beyond the gaps that are usual for this lift."""
    gaps = [later.day - earlier.day for earlier, later in pairwise(sessions[-_GAPS_KEPT - 1 :])]
    return loss_after(day - sessions[-1].day, median(gaps) if gaps else 0.0)


def _predictions(sessions: Sequence[SessionBest], context: str, lost: float) -> tuple[float, ...]:
    """Logarithms of the maximum, in the order of the priors."""
    values = [session.log_max for session in sessions]
    last = values[-1]
    second = values[-2] if len(values) > 1 else last
    fourth = values[-4] if len(values) > 3 else last
    usual = median(values[-5:])
    rebound = (
        last
        + DIP_BELOW_LAST * min(LARGEST_DIP, max(0.0, second - last))
        + DIP_BELOW_USUAL * min(LARGEST_DIP, max(0.0, usual - last))
        - RISE_LOST * min(LARGEST_RISE, max(0.0, last - second))
    )
    alike = _alike(sessions, context) if context else last
    return tuple(value - lost for value in (rebound, last, usual, second, fourth, alike))


def _alike(sessions: Sequence[SessionBest], context: str) -> float:
    """The last session with this title, some of its dip made up; the last of all where none has it."""
    values = [session.log_max for session in sessions if session.context == context][-3:]
    if not values:
        return sessions[-1].log_max
    return values[-1] + DIP_BELOW_USUAL * min(LARGEST_DIP, max(0.0, median(values) - values[-1]))
