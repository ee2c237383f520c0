"""How evenly a week's work is spread over its days, and weeks that leap ahead of the ones before.

Both are heuristics: they come from coaching endurance athletes, no trial has shown that they foretell an injury
in strength training, and a good plan may well break either. They are worth a look, not a warning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import fmean

from dorsi.atlas.model import Grade
from dorsi.progress.training import Training

GRADE = Grade.HEURISTIC
"""How sure the numbers of this module are."""
JUMP = 1.5
"""A week with more than this many times the work of the week before is a jump (heuristic)."""
EARLIER_WEEKS = 4
"""A jump must also pass the average of so many weeks, or every return from an easy week would be one."""
_SLACK = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLoad:
    """The work of a week, as kilograms moved times reps.

    `monotony` is the mean of its seven days over their standard deviation: high where all days are alike. It is
    None for idle weeks, for seven equal days and for a week that is not over. `jump` says how many times
    the work of the week before this was, where that makes it a jump, else None.
    """

    monday: date
    volume_kg: float
    work_sets: int
    monotony: float | None
    jump: float | None


def week_loads(training: Training) -> tuple[WeekLoad, ...]:
    """The weeks from the first session to today."""
    days = {monday: [0.0] * 7 for monday in training.mondays}
    sets = dict.fromkeys(training.mondays, 0)
    for session in training.sessions:
        days[session.monday][session.on.weekday()] += session.volume_kg
        sets[session.monday] += session.work_sets
    totals = [sum(week) for week in days.values()]
    return tuple(
        WeekLoad(
            monday=monday,
            volume_kg=totals[number],
            work_sets=sets[monday],
            monotony=monotony_of(week) if (training.today - monday).days >= 6 else None,
            jump=jump_of(totals[: number + 1]),
        )
        for number, (monday, week) in enumerate(days.items())
    )


def monotony_of(days: Sequence[float]) -> float | None:
    """Mean over standard deviation of the daily work, days of rest included; None where there is no spread."""
    mean = sum(days) / len(days)
    spread = sqrt(sum((day - mean) ** 2 for day in days) / len(days))
    return mean / spread if spread > mean * _SLACK else None


def jump_of(weeks: Sequence[float]) -> float | None:
    """How many times the work of the week before the last one of `weeks` is, if that is a jump; else None."""
    if len(weeks) < 2 or not weeks[-2]:
        return None
    times = weeks[-1] / weeks[-2]
    usual = fmean(weeks[-1 - EARLIER_WEEKS : -1])
    return times if times > JUMP and weeks[-1] > JUMP * usual else None
