"""How much a week holds; deload rules compare weeks with it."""

from __future__ import annotations

from dorsi.program.evaluate import ProgramView, WeekView

DELOAD_MOST_SHARE = 0.65
"""Share of an ordinary week's hard sets that a deload may keep. Source: Bell23 (40-60 % less); heuristic."""


def hard_sets(week: WeekView) -> int:
    """Hard sets of the week."""
    return sum(entry.hard_sets for entry in week.work)


def work_sets(week: WeekView) -> int:
    """All work sets of the week, easy ones included."""
    return sum(entry.all_sets for session in week.sessions for entry in session.entries if entry.is_work)


def ordinary_hard_sets(view: ProgramView) -> float:
    """Mean hard sets of the training weeks, deloads left out; 0 without any."""
    weeks = [(len(week.weeks), hard_sets(week)) for week in view.training_weeks]
    count = sum(number for number, _ in weeks)
    return sum(number * sets for number, sets in weeks) / count if count else 0.0
