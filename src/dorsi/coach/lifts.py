"""What one more session tells about a lift: gain or none, a fall, a stall and what to try against it.

Source: three exposures without gain before anything changes, -10 % first, then a variant, then another dose:
coaching practice, labelled heuristic (rules STL101 to STL103, DEL101).
"""

from __future__ import annotations

from dataclasses import replace

from dorsi.coach.state import EXPOSURES_KEPT, STRAPPED, Exposure, Lift, Outcome, StallStep
from dorsi.coach.summing import MOST_LEFT
from dorsi.journal.model import LoggedSet
from dorsi.progress.strength import StrengthState

IDLE_BEFORE_CHANGE = 3
"""Exposures without gain after which something changes (heuristic)."""
SAME_KG = 1e-6
MORE_WORK = 0.25
"""Reps to failure a set by which an exposure must beat the best at its load to count as gain."""
GAIN = 1.002
"""Growth of the estimated maximum that counts as gain: anything above rounding."""
FALL = 0.95
"""Share of the recent best at or below which an exposure counts as a fall (heuristic)."""
EFFORT_FALL = 1.0
"""Reps in reserve lost at the same load and reps that count as a fall too (heuristic)."""
OUT_OF_USE_DAYS = 28
"""A lift not trained for longer than this starts counting anew (heuristic)."""
_NOTHING = -1e9
RECENT = 3
"""Exposures that make the recent best."""
_NEXT_STEP = {
    StallStep.NONE: StallStep.REBUILD,
    StallStep.REBUILD: StallStep.SWAP,
    StallStep.SWAP: StallStep.VOLUME,
    StallStep.VOLUME: StallStep.REBUILD,
}


def lift_key(entry: LoggedSet) -> str:
    """The lift a set belongs to: its exercise, with strapped sets apart."""
    return entry.exercise + STRAPPED if entry.straps else entry.exercise


def exercise_of(key: str) -> str:
    """The exercise of a lift."""
    return key.removesuffix(STRAPPED)


def with_exposure(lift: Lift, exposure: Exposure, strength: StrengthState | None, *, layoff: bool, eased: bool) -> Lift:
    """The lift after one more exposure, with what the strength filter now says.

    In a deload (`eased`) and in the first session after a layoff nothing is held against the lift: the exposure
    is kept for its load and neither a fall nor a stall is counted.
    """
    kept = (*lift.exposures, exposure)[-EXPOSURES_KEPT:]
    maximum, work = exposure.e1rm_kg or 0.0, _work(exposure)
    peak = max(lift.peak_kg, maximum)
    before = lift.last
    if before is not None and (exposure.on - lift.exposures[-1].on).days > OUT_OF_USE_DAYS:
        lift = _afresh(lift)
    if eased:
        return _changed(lift, strength, exposures=kept, peak=peak)
    if layoff and before is not None:
        lift = _afresh(lift, rebuild_to_kg=max(lift.rebuild_to_kg or before.load_kg, before.load_kg))
    gained = (
        not lift.count
        or maximum > lift.best_kg * GAIN
        or (exposure.load_kg > lift.best_load_kg + SAME_KG and exposure.outcome is not Outcome.MISSED)
        or (exposure.load_kg >= lift.best_load_kg - SAME_KG and work >= lift.best_work + MORE_WORK)
    )
    rebuild = lift.rebuild_to_kg
    if rebuild is not None and exposure.load_kg >= rebuild - SAME_KG:
        rebuild = None
    falls = 0 if layoff else _falls(lift, exposure)
    if layoff or gained:
        higher = exposure.load_kg > lift.best_load_kg + SAME_KG
        return _changed(
            lift,
            strength,
            exposures=kept,
            peak=peak,
            best=max(lift.best_kg, maximum),
            best_load=max(lift.best_load_kg, exposure.load_kg) if lift.count else exposure.load_kg,
            best_work=work if higher or not lift.count else max(lift.best_work, work),
            idle=0,
            step=StallStep.NONE if maximum > lift.peak_kg * GAIN and lift.count else lift.step,
            rebuild=rebuild,
            falls=falls,
        )
    idle = lift.idle + 1
    if idle < IDLE_BEFORE_CHANGE:
        return _changed(lift, strength, exposures=kept, peak=peak, idle=idle, rebuild=rebuild, falls=falls)
    return _stalled(lift, strength, kept, peak)


def _afresh(lift: Lift, rebuild_to_kg: float | None = None) -> Lift:
    """A lift that comes back after a layoff, or after weeks in which others had its place: gains count anew."""
    return replace(
        lift, best_kg=0.0, best_load_kg=_NOTHING, best_work=0.0, idle=0, falls=0, rebuild_to_kg=rebuild_to_kg
    )


def _work(exposure: Exposure) -> float:
    """Reps to failure of an average set; a reserve that nobody stated counts as one."""
    if not exposure.reps:
        return 0.0
    left = sum(1.0 if r is None else min(r, MOST_LEFT) for r in exposure.reserves)
    return (sum(exposure.reps) + left) / len(exposure.reps)


def _stalled(lift: Lift, strength: StrengthState | None, kept: tuple[Exposure, ...], peak: float) -> Lift:
    """The next step against the stall, with a new start for counting gains."""
    step = _NEXT_STEP[lift.step]
    volume = lift.volume
    if step is StallStep.VOLUME:
        volume = -1
    return Lift(
        exercise=lift.exercise,
        exposures=kept,
        count=lift.count + 1,
        strength=strength,
        peak_kg=peak,
        best_load_kg=_NOTHING,
        step=step,
        rebuild_to_kg=kept[-1].load_kg if step is StallStep.REBUILD else None,
        volume=volume,
        stalled_on=kept[-1].on,
    )


def _changed(
    lift: Lift,
    strength: StrengthState | None,
    *,
    exposures: tuple[Exposure, ...],
    peak: float,
    best: float | None = None,
    best_load: float | None = None,
    best_work: float | None = None,
    idle: int | None = None,
    step: StallStep | None = None,
    rebuild: float | None = None,
    falls: int = 0,
) -> Lift:
    return Lift(
        exercise=lift.exercise,
        exposures=exposures,
        count=lift.count + 1,
        strength=strength,
        peak_kg=peak,
        best_kg=lift.best_kg if best is None else best,
        best_load_kg=lift.best_load_kg if best_load is None else best_load,
        best_work=lift.best_work if best_work is None else best_work,
        idle=lift.idle if idle is None else idle,
        step=lift.step if step is None else step,
        rebuild_to_kg=rebuild,
        volume=lift.volume,
        falls=falls,
        stalled_on=lift.stalled_on,
    )


def _falls(lift: Lift, exposure: Exposure) -> int:
    recent = [e.e1rm_kg for e in lift.exposures[-RECENT:] if e.e1rm_kg is not None]
    weaker = exposure.e1rm_kg is not None and recent and exposure.e1rm_kg <= FALL * max(recent)
    harder = lift.last is not None and _easier_before(lift.last, exposure)
    return lift.falls + 1 if weaker or harder else 0


def _easier_before(before: Exposure, after: Exposure) -> bool:
    """True if the same load for the same reps now took clearly more effort."""
    if before.load_kg != after.load_kg or before.reps != after.reps:
        return False
    one, other = _mean(before.reserves), _mean(after.reserves)
    return one is not None and other is not None and one >= other + EFFORT_FALL


def _mean(reserves: tuple[float | None, ...]) -> float | None:
    known = [r for r in reserves if r is not None]
    return sum(known) / len(known) if known and len(known) == len(reserves) else None
