"""When to call a deload: several lifts falling at once, or a long stretch without an easier week.

Source: Bell23 for what a deload is, Rogerson24 for how often, the signals are heuristics (rules DEL101, DEL103).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dorsi.atlas.model import Level
from dorsi.coach.adopted import Adopted
from dorsi.coach.matching import LAYOFF_DAYS
from dorsi.coach.state import CoachState, Lift, Trained

FALLING_LIFTS = 2
"""Lifts that must fall together."""
FALLS_RUNNING = 2
"""Exposures in a row by which each must have fallen."""
RECENT_DAYS = 14
DELOAD_DAYS = 7
LONG_STRETCH_WEEKS = 8
APART_DAYS = 21
"""No two called deloads stand nearer than this (heuristic)."""


@dataclass(frozen=True, slots=True)
class Call:
    """A deload that starts with the next session: the last day it covers, and the rule behind it."""

    until: date
    rule: str


def deload_called(
    state: CoachState, lifts: Mapping[str, Lift], trained: Sequence[Trained], plan: Adopted, on: date
) -> Call | None:
    """The deload that the sessions up to `on` call for; None if there is no need."""
    eased = state.last_deload
    if eased is not None and (on - eased).days < APART_DAYS:
        return None
    if state.deload_until is not None and (on - state.deload_until).days < APART_DAYS - DELOAD_DAYS:
        return None
    until = on + timedelta(days=DELOAD_DAYS)
    if len(falling(lifts, on)) >= FALLING_LIFTS:
        return Call(until, "DEL101")
    if plan.has_deload or plan.athlete.level is Level.BEGINNER:
        return None
    since = _stretch_start(trained, eased)
    return Call(until, "DEL103") if since is not None and (on - since).days >= 7 * LONG_STRETCH_WEEKS else None


def falling(lifts: Mapping[str, Lift], on: date) -> tuple[Lift, ...]:
    """The lifts that went clearly down in their last exposures."""
    return tuple(
        lift
        for lift in lifts.values()
        if lift.falls >= FALLS_RUNNING and lift.last is not None and (on - lift.last.on).days <= RECENT_DAYS
    )


def _stretch_start(trained: Sequence[Trained], eased: date | None) -> date | None:
    """The first day of the present stretch of training without a deload or a layoff."""
    start: date | None = None
    previous: date | None = None
    for session in trained:
        if eased is not None and session.on <= eased:
            continue
        if start is None or (previous is not None and (session.on - previous).days >= LAYOFF_DAYS):
            start = session.on
        previous = session.on
    return start
