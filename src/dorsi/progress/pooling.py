"""Several simple predictors, pooled by how well each has done in this very series, and a band that learns.

No predictor is right for every athlete: one repeats the last session, one alternates heavy and light days, one works
in waves. Each starts with a prior weight and loses or gains by its record. The pooled value lies between the
weighted median, which keeps whole habits whole, and the weighted mean, which averages noise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

MISS_RATE = 0.2
"""What an 80 % band may leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooling:
    """How predictors of one quantity are weighed; losses are absolute errors in its unit.

    `priors` are weights before any record; `usual_loss` the error expected of a new series, which counts as `patience`
    sessions of record; `largest_loss` caps what one odd entry can do; `memory` is what a session keeps of the
    record before it; `sharpness` how strongly a better record raises a weight; `median_share` how much of the
    result is the median. `reach` is the first band in mean errors, `reach_step` how fast misses widen it.
    """

    priors: tuple[float, ...]
    usual_loss: float
    largest_loss: float
    reach: float
    sharpness: float = 8.0
    patience: float = 4.0
    memory: float = 0.9
    median_share: float = 0.5
    reach_step: float = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of the predictors of one series: discounted losses beyond the first predictor's, how many sessions
    they stand for, the mean loss of all and of the pooled value, and the band's width in mean errors."""

    excess: tuple[float, ...] = ()
    seen: float = 0.0
    loss: float = 0.0
    own_loss: float = 0.0
    reach: float = 0.0


def pooled(predictions: Sequence[float], record: Record, pooling: Pooling) -> float:
    """One value from all predictions, given in the order of the priors."""
    weights: Sequence[float] = pooling.priors
    if record.excess:
        mean_loss = record.loss + pooling.patience * pooling.usual_loss
        weights = [
            prior * math.exp(-pooling.sharpness * excess / mean_loss)
            for prior, excess in zip(weights, record.excess, strict=True)
        ]
    total = sum(weights)
    mean = sum(weight * value for weight, value in zip(weights, predictions, strict=True)) / total
    reached, median = 0.0, mean
    for value, weight in sorted(zip(predictions, weights, strict=True)):
        reached += weight
        if reached >= total / 2:
            median = value
            break
    return pooling.median_share * median + (1.0 - pooling.median_share) * mean


def half_width(record: Record, pooling: Pooling) -> float:
    """Half of the 80 % band around a pooled value, in its unit."""
    spread = (record.own_loss + pooling.patience * pooling.usual_loss) / (record.seen + pooling.patience)
    return (record.reach or pooling.reach) * spread


def judged(
    predictions: Sequence[float], pooled_value: float, actual: float, missed: bool, record: Record, pooling: Pooling
) -> Record:
    """The record after one session whose outcome is known; `missed` says that it lay outside the band."""
    most, keep = pooling.largest_loss, pooling.memory
    losses = [min(most, abs(value - actual)) for value in predictions]
    before = record.excess or (0.0,) * len(losses)
    wider = math.exp(pooling.reach_step * ((1.0 - MISS_RATE) if missed else -MISS_RATE))
    return Record(
        excess=tuple(keep * old + loss - losses[0] for old, loss in zip(before, losses, strict=True)),
        seen=keep * record.seen + 1.0,
        loss=keep * record.loss + sum(losses) / len(losses),
        own_loss=keep * record.own_loss + min(most, abs(pooled_value - actual)),
        reach=(record.reach or pooling.reach) * wider,
    )
