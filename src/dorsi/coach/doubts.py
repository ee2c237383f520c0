"""Entries too good, or far too poor, to be believed unasked: set aside until confirmed or repeated (ODD101)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from dorsi.coach.state import CoachState, Doubt, Exposure, Lift
from dorsi.coach.summing import Summed, set_max_kg
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Believable:
    """The span of estimated maxima (system load in kg) that is believed unasked, around what is `usual`."""

    low_kg: float
    usual_kg: float
    high_kg: float

    def holds(self, maximum_kg: float) -> bool:
        """True if nothing needs to be asked; sets that say nothing about strength are always fine."""
        return maximum_kg <= 0 or self.low_kg <= maximum_kg <= self.high_kg


def believable(lift: Lift | None) -> Believable | None:
    """What is believed of a lift's next entry; None without a history to judge by."""
    if lift is None:
        return None
    known = [e.shown_kg for e in lift.exposures if e.shown_kg > 0]
    if not known:
        return None
    usual = median(known[-MEMORY:])
    high = IMPOSSIBLE * max(*known, lift.peak_kg)
    if lift.count >= YOUNG:
        high = SURPRISE * max(usual, NEAR_PEAK * max(*known, lift.peak_kg))
    return Believable(low_kg=FAR_BELOW * usual, usual_kg=usual, high_kg=high)


def doubted(key: str, sets: Sequence[LoggedSet], summed: Summed, limits: Believable, body: float) -> Doubt | None:
    """The doubt about an exposure; None if it is believable."""
    exposure = summed.exposure
    maximum = exposure.shown_kg
    if limits.holds(maximum):
        return None
    apart = maximum / limits.usual_kg - 1
    direction = "above" if apart > 0 else "below"
    says = f"{_reads(summed.best)} is {abs(apart):.0%} {direction} what your last sessions make likely. "
    return Doubt(
        set_id=summed.best.id,
        exercise=summed.best.exercise,
        on=exposure.on,
        says=says + _slip(maximum / limits.usual_kg),
        maximum_kg=maximum,
        odd=_odd(sets, limits, body) or (summed.best.id,),
        exposure=exposure,
        telling=summed.telling,
        lift=key,
    )


def _odd(sets: Sequence[LoggedSet], limits: Believable, body: float) -> tuple[str, ...]:
    sound = {entry.id for entry in sound_sets(sets, limits, body)}
    return tuple(entry.id for entry in sets if entry.id not in sound)


def sound_sets(sets: Sequence[LoggedSet], limits: Believable, body: float) -> tuple[LoggedSet, ...]:
    """The sets of an entry in doubt that are believable each by itself."""
    return tuple(s for s in sets if not s.reps or limits.holds(set_max_kg(s, body)))


def without_settled(state: CoachState, key: str, exposure: Exposure) -> CoachState:
    """The state without doubts about this lift that a new exposure settles by being about as good."""
    now = exposure.shown_kg
    kept = tuple(d for d in state.doubts if d.lift != key or not _alike(now, d.maximum_kg))
    return state if len(kept) == len(state.doubts) else replace(state, doubts=kept)


def repeated(doubts: Sequence[Doubt], doubt: Doubt) -> bool:
    """True if an earlier doubt about the same lift was about as much: done twice, it is believed."""
    return any(d.lift == doubt.lift and _alike(d.maximum_kg, doubt.maximum_kg) for d in doubts)


def _alike(one_kg: float, other_kg: float) -> bool:
    return SAME_AGAIN * other_kg <= one_kg <= other_kg / SAME_AGAIN


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
