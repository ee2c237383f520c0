"""One lift over time, as strength evidence: its sets, its sessions and the best set of each.

These values know nothing of the journal, so that any log can be turned into them. A series is one exercise of
one person, in the order it was trained; sets with straps belong in a series of their own (see `part`), because
straps lift what the grip would have held back.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from dorsi.athlete.strength import MOST_REPS

EPLEY_REPS = 30.0
"""Epley: the maximum is load x (1 + reps / 30). Source: Epley85."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthSet:
    """One set as strength evidence.

    `load_kg` is system load: body mass + added - assistance where the body is lifted. Only its ratio to other
    sets of the series matters, so logs in an unknown unit can be used. `reserve` is reps in reserve, if known.
    """

    load_kg: float
    reps: int
    reserve: float | None = None
    straps: bool = False
    warm_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """One exercise in one session. `context` is the session's title or the like: what the athlete set out to do."""

    on: date
    sets: tuple[StrengthSet, ...]
    context: str = ""


class SessionBest(NamedTuple):
    """The set of a session with the highest Epley maximum, and the best reps at each of its loads.

    `day` is the proleptic day number, `log_load` and `log_max` are natural logarithms of kilograms. `tops` holds
    a pair of log load and reps for each load that was used.
    """

    day: int
    context: str
    log_load: float
    reps: int
    log_max: float
    tops: tuple[tuple[float, int], ...]


def part(exposure: Exposure, *, straps: bool) -> Exposure:
    """The exposure with only its strapped, or only its bare sets."""
    return replace(exposure, sets=tuple(done for done in exposure.sets if done.straps is straps))


def epley_kg(load_kg: float, reps: float) -> float:
    """The one-repetition maximum by Epley, the measure that forecasts are made in. Source: Epley85."""
    return load_kg * (1.0 + reps / EPLEY_REPS)


def session_best(exposure: Exposure, most_reps: int = MOST_REPS) -> SessionBest | None:
    """The best work set of 1 to `most_reps` reps with a load; None if there is none. Equal sets: the heavier."""
    tops: dict[float, int] = {}
    for done in exposure.sets:
        if done.warm_up or done.load_kg <= 0 or not 1 <= done.reps <= most_reps:
            continue
        if done.reps > tops.get(done.load_kg, 0):
            tops[done.load_kg] = done.reps
    if not tops:
        return None
    best_kg, load_kg = max((epley_kg(load_kg, reps), load_kg) for load_kg, reps in tops.items())
    return SessionBest(
        day=exposure.on.toordinal(),
        context=exposure.context,
        log_load=math.log(load_kg),
        reps=tops[load_kg],
        log_max=math.log(best_kg),
        tops=tuple((math.log(load_kg), reps) for load_kg, reps in tops.items()),
    )
