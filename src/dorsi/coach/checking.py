"""The coach's session before the rules: what they say of it beside the rest of its week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dorsi.coach.adopted import adopted
from dorsi.coach.model import NextSession
from dorsi.coach.present import athlete_now
from dorsi.coach.state import CoachState
from dorsi.errors import UsageError
from dorsi.program.evaluate import evaluate
from dorsi.program.model import Program, Session, WeekSets
from dorsi.rules.base import Case
from dorsi.rules.checking import check
from dorsi.rules.finding import Finding


def findings_for(session: NextSession, state: CoachState, today: date) -> tuple[Finding, ...]:
    """What the rules find in this session, beside the rest of its week, for the athlete as of now.

    Findings about the week's other sessions are left out: the coach will bend those when their turn comes.
    Raises UsageError where no programme was taken up.
    """
    if state.adoption is None:
        raise UsageError("No programme is under way. Take one up with 'dorsi start PLAN.yaml'.")
    plan = adopted(state.adoption.id, state.adoption.text, session.ref.cycle)
    week = tuple(
        session.session if other.id == session.ref.session else _as_in(other, session.ref.week)
        for other in plan.weeks[session.ref.week]
    )
    program = Program(
        name=plan.program.name,
        weeks=1,
        sessions=week,
        days_between=plan.program.days_between,
        deload_weeks=frozenset({1}) if session.ref.week in plan.program.deload_weeks else frozenset(),
    )
    athlete = athlete_now(plan.athlete, state, max(today, session.due), plan.atlas)
    found = check(Case(view=evaluate(program, plan.atlas), athlete=athlete))
    return tuple(finding for finding in found if finding.place.session in ("", session.ref.session))


def _as_in(session: Session, week: int) -> Session:
    """The session as it stands in one week, for a programme of that week alone."""
    blocks = []
    for block in session.blocks:
        items = tuple(
            replace(item, sets=(WeekSets(weeks=None, targets=targets),))
            for item in block.items
            if (targets := item.targets(week))
        )
        if items:
            blocks.append(replace(block, items=items))
    return replace(session, blocks=tuple(blocks), weeks=None)
