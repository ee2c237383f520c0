"""Another exercise in a place of a session, tried before anything is kept: what comes of it, what the rules say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from dorsi.atlas.load import Atlas, load_atlas
from dorsi.coach.adopted import adopted
from dorsi.coach.checking import findings_for
from dorsi.coach.model import NextSession
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState, Position
from dorsi.coach.swapping import work_at
from dorsi.errors import UnknownName, UsageError
from dorsi.journal.model import Swap
from dorsi.journal.names import match_name
from dorsi.rules.finding import Finding, Severity

SessionOf: TypeAlias = tuple[int, str]
"""A session of the present cycle: the week's number and the session's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedSwap:
    """The swap (without an id), the session as it would be, and findings that were not there before."""

    swap: Swap
    after: NextSession
    new: tuple[Finding, ...]


def facing(state: CoachState, at: SessionOf | None) -> CoachState:
    """The state as if that session of the present cycle were next; as it is where none is named.

    Raises UnknownName for a session that is not there.
    """
    if at is None or state.adoption is None:
        return state
    plan = adopted(state.adoption.id, state.adoption.text, state.position.cycle)
    week, session = at
    known = [each.id for each in plan.weeks.get(week, ())]
    if session not in known:
        raise UnknownName(f"session in week {week}", session, known)
    position = Position(cycle=state.position.cycle, week=week, index=known.index(session))
    return state if position == state.position else replace(state, position=position, move=None)


def try_swap(state: CoachState, place: str, instead: str, today: date, *, once: bool = False) -> TriedSwap:
    """Puts another exercise in a place of the next session, for good or for that day.

    Raises UnknownName for a place or exercise that is not known, UsageError where the rules forbid it.
    """
    before = next_session(state, today)
    item = work_at(before, place)
    atlas = load_atlas()
    exercise = atlas.exercise(_exercise_called(instead, atlas))
    planned = item.planned or item.exercise.id
    swap = Swap(id="", on=today, exercise=planned, instead=exercise.id, once=once)
    held = tuple(each for each in state.swaps if each.exercise != planned or each.once is not once)
    trial = replace(state, swaps=(*held, swap))
    after = next_session(trial, today)
    known = {(f.code, f.message) for f in findings_for(before, state, today)}
    new = tuple(f for f in findings_for(after, trial, today) if (f.code, f.message) not in known)
    errors = [f for f in new if f.severity is Severity.ERROR]
    if errors:
        reasons = " ".join(f"{f.message} ({f.code})" for f in errors)
        raise UsageError(f"{exercise.short} cannot take that place. {reasons}")
    return TriedSwap(swap=swap, after=after, new=new)


def _exercise_called(name: str, atlas: Atlas) -> str:
    """The id that any of an exercise's names means; the name itself where none does."""
    known = atlas.exercise_names.get(name.strip().lower().replace(" ", "-"))
    found = match_name(name).exercise if known is None else known
    return found if found is not None and found in atlas.exercises else name
