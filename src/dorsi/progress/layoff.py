"""How much of a lift is gone after days without it.

Shape and size are a heuristic, set so that forecasts come out even after breaks. On public logs of others the last
session before a break overstates the first one after it by 3-4 % after three to eight weeks and by 5-6 % after more
than two months; tools/fit_forecast.py prints what other settings would do.
"""

from __future__ import annotations

import math

GRACE_DAYS = 7.0
"""So many days off cost nothing (evidence section on missed sessions: up to a week, resume)."""
LARGEST_LOSS = 0.075
"""What a very long break takes, as a share of the maximum (natural logarithm)."""
HALF_LOST_DAYS = 13.0
"""Days beyond the grace after which half of the largest loss is there."""
STEEPNESS = 3.0
"""How sharply the loss sets in: little in the first week beyond the grace, most of it after a month."""
LOSS_DOUBT = 0.5
"""A loss from a break is known no better than half of itself."""


def loss_after(days: float, usual_days: float = 0.0) -> float:
    """The expected fall of the logarithm of the maximum after `days` without the lift.

    A lift usually trained every `usual_days` has had no break until that time is over.
    """
    over = days - max(GRACE_DAYS, usual_days)
    if over <= 0.0:
        return 0.0
    grown = math.pow(over, STEEPNESS)
    return LARGEST_LOSS * grown / (grown + math.pow(HALF_LOST_DAYS, STEEPNESS))
