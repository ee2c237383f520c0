"""Strength as a filter: what one lift's maximum is now, how sure that is, and how it drifts.

A Kalman filter in the logarithm of the maximum, with two states: the level, and how this athlete's reps bend away from
the formula. Its departures from the textbook come from how training is logged. A session below the level is weak
evidence, because few sets end at failure; one far off is trusted little until a second one agrees; a break lowers
what is expected, and what a break took returns faster than it was built. All constants are heuristics, set on logs of
others unless a source is named.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from dorsi.progress.formula import Formula, log_gain, reps_to_failure
from dorsi.progress.layoff import LOSS_DOUBT, loss_after
from dorsi.progress.series import Exposure

FIRST_SD = 0.10
"""Doubt about the level after no session at all, as a share of the maximum."""
BEND_SD = 0.15
"""How far an athlete's curve of reps against load departs from the formula, as a share of its rise. At 10 reps
this makes 4 %, about half of the 8 % band shown for such sets."""
WANDER_PER_SESSION, WANDER_PER_DAY = 0.04**2, 0.004**2
"""Variance that the level gains from one session to the next, and in each day between."""
BASE_NOISE, NOISE_PER_REP = 0.015, 0.0025
"""Standard deviation of one session's best set: a day's form, and what each rep to failure adds."""
UNKNOWN_EFFORT = 4.0
"""How much more noise a session below the level has if nobody said how hard its best set was."""
ODD_SDS = 3.0
"""Further off than this many standard deviations, an entry is odd: its noise grows with its square."""
REGAIN_DAYS = 14.0
"""Days in which about two thirds of what a break took come back."""
DRIFT_GAIN, DRIFT_DAYS, LARGEST_DRIFT = 0.1, 60.0, 0.002
"""How much of each surprise goes into the daily drift, after how many days a drift has died down to a third, and the
largest drift of a day."""
GAP_MEMORY, LONGEST_USUAL_DAYS = 0.2, 30.0
"""Share of the last gap in the usual one, and the longest gap that can become usual."""
NOISE_MEMORY = 0.03
"""Share of the last session in how noisy this athlete's sessions are."""
BAND_SDS = 1.2816
"""Standard deviations that hold four in five of a normal distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthState:
    """What is known of one series after some sessions; numbers and strings only.

    `level` is the logarithm of the maximum in kg, `bend` the departure of the athlete's curve from the formula (0 is
    none, 0.1 a tenth more load lost with each rep); the three variances belong to them. `drift` is per day. `lost`
    is what the last break took and has not come back; `noise` scales the usual noise; `odd` is the run of odd
    entries, negative below the level. `day` is the proleptic day number of the last session, 0 before any.
    """

    formula: Formula = Formula.MEDIAN
    straps: bool = False
    sessions: int = 0
    day: int = 0
    level: float = 0.0
    bend: float = 0.0
    level_variance: float = FIRST_SD * FIRST_SD
    shared_variance: float = 0.0
    bend_variance: float = BEND_SD * BEND_SD
    drift: float = 0.0
    usual_days: float = 0.0
    lost: float = 0.0
    noise: float = 1.0
    odd: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The one-repetition maximum of a day as system load in kg, with the band that holds it in four of five cases."""

    mean_kg: float
    low_kg: float
    high_kg: float


def update(state: StrengthState, exposure: Exposure) -> StrengthState:
    """The state after one more session, not earlier than the last. Only sets with, or without, straps as the state
    says are read; a session without a telling set leaves the state as it is."""
    best = gain = to_failure = 0.0
    reported = found = False
    formula, straps = state.formula, state.straps
    for done in exposure.sets:
        if done.warm_up or done.load_kg <= 0.0 or done.straps is not straps:
            continue
        reps = reps_to_failure(done.reps, done.reserve)
        if reps is None:
            continue
        rise = log_gain(reps, formula)
        value = math.log(done.load_kg) + rise
        if value > best or not found:
            best, gain, to_failure, reported, found = value, rise, reps, done.reserve is not None, True
    if not found:
        return state
    day = exposure.on.toordinal()
    if state.sessions == 0:
        return _first(state, day, best, gain, to_failure)
    return _next(state, day, best, gain, to_failure, reported)


def estimate(state: StrengthState, on: date) -> Estimate | None:
    """The maximum to expect on a day at or after the last session; None before any session."""
    if state.sessions == 0:
        return None
    level, variance, _ = _expected(state, on.toordinal() - state.day)
    sd = BAND_SDS * math.sqrt(variance)
    return Estimate(mean_kg=math.exp(level), low_kg=math.exp(level - sd), high_kg=math.exp(level + sd))


def _expected(state: StrengthState, days: int) -> tuple[float, float, float]:
    """Level, its variance and what is still lost, `days` after the last session."""
    days = max(0, days)
    regained = state.lost * (1.0 - math.exp(-days / REGAIN_DAYS)) if state.lost else 0.0
    drifted = state.drift * DRIFT_DAYS * (1.0 - math.exp(-days / DRIFT_DAYS)) if days else 0.0
    variance = state.level_variance + (WANDER_PER_SESSION + WANDER_PER_DAY * min(days, 365) if days else 0.0)
    loss = loss_after(days, state.usual_days)
    if loss:
        # Time off brings nothing back, and a trend does not go on without training.
        doubt = LOSS_DOUBT * loss
        return state.level - loss, variance + doubt * doubt, state.lost + loss
    return state.level + regained + drifted, variance, state.lost - regained


def _first(state: StrengthState, day: int, best: float, gain: float, to_failure: float) -> StrengthState:
    """The first session is the level; its doubt and the athlete's curve are tied by the reps it was done with."""
    sd = BASE_NOISE + NOISE_PER_REP * to_failure
    bend_variance = state.bend_variance
    return StrengthState(
        formula=state.formula,
        straps=state.straps,
        sessions=1,
        day=day,
        level=best,
        level_variance=UNKNOWN_EFFORT * sd * sd + gain * gain * bend_variance,
        shared_variance=gain * bend_variance,
        bend_variance=bend_variance,
    )


def _next(state: StrengthState, day: int, best: float, gain: float, to_failure: float, reported: bool) -> StrengthState:
    level, p_level, lost = _expected(state, day - state.day)
    p_shared, p_bend = state.shared_variance, state.bend_variance
    surprise = best - (level - gain * state.bend)
    sd = BASE_NOISE + NOISE_PER_REP * to_failure
    usual = state.noise * sd * sd
    noise = usual * UNKNOWN_EFFORT if surprise < 0.0 and not reported else usual
    of_model = p_level - 2.0 * gain * p_shared + gain * gain * p_bend
    far = surprise * surprise / (of_model + noise)
    odd = 0
    if far > ODD_SDS * ODD_SDS:
        odd = 1 if surprise > 0.0 else -1
        if odd * state.odd > 0:
            # The second in a row: the level itself has moved (another machine, another way to count).
            p_level += surprise * surprise
            of_model += surprise * surprise
            odd = 0
        else:
            noise *= far / ODD_SDS
    total = of_model + noise
    k_level = (p_level - gain * p_shared) / total
    k_bend = (p_shared - gain * p_bend) / total
    moved = k_level * surprise
    gap = day - state.day
    usual_days = state.usual_days + GAP_MEMORY * (min(gap, LONGEST_USUAL_DAYS) - state.usual_days)
    drift = state.drift * math.exp(-gap / DRIFT_DAYS) + DRIFT_GAIN * moved / max(3, gap)
    relative = min(4.0, surprise * surprise / (of_model + usual))
    return StrengthState(
        formula=state.formula,
        straps=state.straps,
        sessions=state.sessions + 1,
        day=day,
        level=level + moved,
        bend=state.bend + k_bend * surprise,
        level_variance=max(1e-7, p_level - k_level * (p_level - gain * p_shared)),
        shared_variance=p_shared - k_level * (p_shared - gain * p_bend),
        bend_variance=max(1e-7, p_bend - k_bend * (p_shared - gain * p_bend)),
        usual_days=usual_days,
        drift=max(-LARGEST_DRIFT, min(LARGEST_DRIFT, drift)),
        lost=max(0.0, lost - max(0.0, moved)) if lost > 1e-4 else 0.0,
        noise=max(0.3, min(4.0, state.noise * (1.0 + NOISE_MEMORY * (relative - 1.0)))),
        odd=odd,
    )
