"""The warm-up ramp: a few short sets that lead up to the work load.

Source: rehearsing the lift with rising loads helps most (RibeiroB20, RibeiroB21); the exact steps are a
heuristic. Warm-up sets never count as training volume.
"""

from __future__ import annotations

from dorsi.units import number

Steps = tuple[tuple[float, int], ...]
"""Warm-up sets in order, each a share of the work load and its reps."""

FULL_RAMP: Steps = ((0.45, 8), (0.65, 5), (0.80, 3))
HEAVY_SINGLE = (0.90, 1)
"""Closes the ramp to a very heavy load."""
SHORT_RAMP: Steps = ((0.55, 8),)
"""Enough for light work, and for a lift that comes once you are warm."""
VERY_HEAVY_FROM = 0.85
"""Share of the one-rep maximum from which the single is added (heuristic)."""
LIGHT_BELOW = 0.70
"""Share of the one-rep maximum below which one set is enough, about what one lifts 12 times (heuristic)."""
SMALLEST_GAP = 0.10
"""Share of the work load by which steps lie apart; drop one that rounding brings nearer (heuristic)."""


def ramp_steps(share_of_1rm: float | None, first_lift: bool) -> Steps:
    """The warm-up sets for a work load, lightest first, as (share of the work load, reps).

    `share_of_1rm` is the work load's share of the one-rep maximum (0 to 1.1), None if unknown; `first_lift`
    says that nothing before it in the session has loaded the same region. All steps lie `SMALLEST_GAP` or
    more apart; rounding to loads that can be made, and dropping what then falls together, is the caller's.
    """
    if not first_lift or (share_of_1rm is not None and share_of_1rm < LIGHT_BELOW):
        return SHORT_RAMP
    if share_of_1rm is not None and share_of_1rm >= VERY_HEAVY_FROM:
        return (*FULL_RAMP, HEAVY_SINGLE)
    return FULL_RAMP


def ramp_text(steps: Steps) -> str:
    """The steps in set notation, where percentages of a warm-up are of the work load: '8 @ 45%; ...'."""
    return "; ".join(f"{reps} @ {number(100 * share)}%" for share, reps in steps)
