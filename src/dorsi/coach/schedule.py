"""When the next session is due: on its own weekday where the rest between sessions allows it."""

from __future__ import annotations

from datetime import date, timedelta

from dorsi.coach.adopted import Adopted
from dorsi.coach.state import CoachState
from dorsi.journal.model import PlanRef
from dorsi.rules.schedule.spacing import FULL_GAP_HOURS, HOURS_A_DAY, Neighbours

WITHOUT_DAYS_GAP = 2
"""Full days between sessions where the programme names neither weekdays nor a gap."""
OWN_DAY_PATIENCE = 2
"""Days a session waits for its own weekday when another training day comes first (heuristic)."""


def due_on(state: CoachState, plan: Adopted, ref: PlanRef) -> date:
    """The day the session is meant for: where it was moved to, else the first fitting day after the last one."""
    if state.move is not None:
        return state.move.to
    assert state.adoption is not None, "only asked with a programme taken up"
    earliest = state.adoption.on
    if state.trained:
        earliest = max(earliest, state.trained[-1].on + timedelta(days=rest_days(state, plan, ref)))
    days = {s.day.number for s in plan.weeks[ref.week] if s.day is not None}
    if not days:
        return earliest
    first = _next_of(days, earliest)
    session = plan.program.session(ref.session)
    if session is None or session.day is None:
        return first
    own = _next_of({session.day.number}, earliest)
    return own if (own - first).days <= OWN_DAY_PATIENCE or not state.trained else first


def rest_days(state: CoachState, plan: Adopted, ref: PlanRef) -> int:
    """Days from the last session to the next: what the two need between them, or what the programme says."""
    last = next((t for t in reversed(state.trained) if t.ref is not None and t.ref.program == plan.id), None)
    if last is None or last.ref is None:
        return 1
    if plan.program.days_between is not None:
        return plan.program.days_between + 1
    before = plan.views.get((last.ref.week, last.ref.session))
    after = plan.views.get((ref.week, ref.session))
    if before is None or after is None:
        return WITHOUT_DAYS_GAP
    pair = Neighbours(week=ref.week, first=before, second=after, hours=0)
    needed = max(pair.needed_hours, HOURS_A_DAY)
    if any(s.day is None for s in plan.weeks[ref.week]):
        needed = max(needed, WITHOUT_DAYS_GAP * HOURS_A_DAY)
    return needed // HOURS_A_DAY


def spacing_warning(state: CoachState, plan: Adopted, ref: PlanRef, on: date) -> str:
    """What speaks against training on that day; empty if nothing does."""
    if not state.trained:
        return ""
    gap = (on - state.trained[-1].on).days
    needed = rest_days(state, plan, ref)
    if gap >= needed:
        return ""
    hours = "three full days" if needed * HOURS_A_DAY >= FULL_GAP_HOURS else "two days"
    what = "the same day as" if gap == 0 else f"{gap} day{'s' * (gap != 1)} after"
    return f"That is {what} your last session; these two want {hours} between them (SCH101)."


def _next_of(weekdays: set[int], earliest: date) -> date:
    return next(day for offset in range(7) if (day := earliest + timedelta(days=offset)).weekday() in weekdays)
