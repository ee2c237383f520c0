"""Which planned session a logged one was, and whether it was meant to be an easy one."""

from __future__ import annotations

from datetime import date

from dorsi.coach.adopted import Adopted
from dorsi.coach.state import CoachState, Position
from dorsi.journal.model import LoggedSession, PlanRef

OVERLAP = 0.5
"""Share of the planned exercises that a session without a reference must hold to count as it (heuristic)."""
LAYOFF_DAYS = 8
"""Days without training from which a return is a return. Source: heuristic, rules BRK101 to BRK103."""


def planned_ref(session: LoggedSession, plan: Adopted, position: Position) -> PlanRef | None:
    """The planned session this was: the one it names, else the next one if half of its exercises were done."""
    if session.plan is not None:
        named = session.plan
        known = named.program == plan.id and (named.week, named.session) in plan.asked
        return named if known else None
    ref = plan.ref(position)
    if ref is None:
        return None
    planned = plan.asked[ref.week, ref.session].keys()
    done = {entry.exercise for entry in session.sets}
    return ref if planned and len(planned & done) >= OVERLAP * len(planned) else None


def is_eased(state: CoachState, plan: Adopted | None, ref: PlanRef | None, on: date) -> bool:
    """True in a deload: one of the programme's own weeks, or one the coach called."""
    if (
        state.deload_from is not None
        and state.deload_until is not None
        and state.deload_from < on <= state.deload_until
    ):
        return True
    return plan is not None and ref is not None and ref.week in plan.program.deload_weeks
