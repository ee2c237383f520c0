"""Entries too good, or far too poor, to be believed unasked: set aside until confirmed or repeated (ODD101)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from dorsi.coach.state import CoachState, Doubt, Exposure, Lift
from dorsi.coach.summing import Summed
from dorsi.journal.model import LoggedSet
from dorsi.units import KG_PER_LB, number

SURPRISE = 1.10
"""Estimated maximum, as a multiple of the recent median, above which an entry is questioned (heuristic)."""
MEMORY = 3
"""Exposures whose median is the yardstick."""
YOUNG = 4
"""Exposures before which nothing is questioned but the impossible: loads are still being found."""
IMPOSSIBLE = 1.6
"""Multiple of everything known that is questioned however young the lift is (heuristic)."""
NEAR_PEAK = 0.97
"""Share of the best ever that may be repeated at any time (heuristic)."""
FAR_BELOW = 0.5
"""Share of the usual below which an entry is questioned too: most likely a digit is missing (heuristic)."""
SAME_AGAIN = 0.95
"""A later exposure at or above this share of a doubted one confirms it."""
SLIP = 0.04
"""How near a ratio must come to that of pounds to kilograms, or to ten, to be named as the likely slip."""


def doubted(lift: Lift | None, key: str, summed: Summed, *, eased: bool) -> Doubt | None:
    """The doubt about an exposure; None if it is believable. Nothing is doubted without a history to doubt it by."""
    exposure = summed.exposure
    if lift is None or exposure.e1rm_kg is None or eased:
        return None
    known = [e.e1rm_kg for e in lift.exposures if e.e1rm_kg is not None]
    if not known:
        return None
    usual = median(known[-MEMORY:])
    limit = IMPOSSIBLE * max(*known, lift.peak_kg)
    if lift.count >= YOUNG:
        limit = SURPRISE * max(usual, NEAR_PEAK * lift.peak_kg)
    if FAR_BELOW * usual <= exposure.e1rm_kg <= limit:
        return None
    apart = exposure.e1rm_kg / usual - 1
    direction = "above" if apart > 0 else "below"
    says = f"{_reads(summed.best)} is {abs(apart):.0%} {direction} what your last sessions make likely. "
    return Doubt(
        set_id=summed.best.id,
        exercise=summed.best.exercise,
        on=exposure.on,
        says=says + _slip(exposure.e1rm_kg / usual),
        exposure=exposure,
        telling=summed.telling,
        lift=key,
    )


def without_settled(state: CoachState, key: str, exposure: Exposure) -> CoachState:
    """The state without doubts about this lift that a new exposure settles by being about as good."""
    now = exposure.e1rm_kg or 0.0
    kept = tuple(d for d in state.doubts if d.lift != key or now < SAME_AGAIN * (d.exposure.e1rm_kg or 0.0))
    return state if len(kept) == len(state.doubts) else replace(state, doubts=kept)


def repeated(doubts: Sequence[Doubt], doubt: Doubt) -> bool:
    """True if an earlier doubt about the same lift was about as much: done twice, it is believed."""
    now = doubt.exposure.e1rm_kg or 0.0
    return any(
        d.lift == doubt.lift and SAME_AGAIN * now <= (d.exposure.e1rm_kg or 0.0) <= now / SAME_AGAIN for d in doubts
    )


def _reads(entry: LoggedSet) -> str:
    load = f" at {entry.load}" if entry.load is not None else ""
    return f"{entry.reps} reps{load}"


def _slip(ratio: float) -> str:
    slips = (
        (1 / KG_PER_LB, "pounds entered as kilograms"),
        (KG_PER_LB, "kilograms entered as pounds"),
        (10.0, "one digit too many"),
        (0.1, "a digit missing"),
    )
    for factor, words in slips:
        if abs(ratio / factor - 1) <= SLIP * 2:
            return f"It looks like {words} ({number(ratio)} times the usual). Is it right?"
    return "Is it right, or a slip?"
