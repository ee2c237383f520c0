"""Lifts that bring no gain: by the coach's own count where it follows a lift, by what the journal shows elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from dorsi.atlas.load import Atlas
from dorsi.coach.adopted import adopted
from dorsi.coach.lifts import IDLE_BEFORE_CHANGE, OUT_OF_USE_DAYS, exercise_of
from dorsi.coach.model import NextSession
from dorsi.coach.state import CoachState, Lift, StallStep
from dorsi.errors import InvalidFile, TrainingRefused
from dorsi.program.model import Role
from dorsi.progress.stalls import Stall
from dorsi.services.reviews import StallView

_DONE: Mapping[StallStep, str] = {
    StallStep.REBUILD: "The coach took a tenth off the load, to be built up again.",
    StallStep.SWAP: "A kindred exercise has its place for a while, or lighter and longer sets where there is none.",
    StallStep.VOLUME: "The coach took one set off, to see what the lift answers to.",
}
_COMING: Mapping[StallStep, str] = {
    StallStep.REBUILD: "One more such session, and the load goes down by a tenth.",
    StallStep.SWAP: "One more such session, and a kindred exercise takes its place.",
    StallStep.VOLUME: "One more such session, and it gets a set fewer.",
}
_RULES: Mapping[StallStep, str] = {
    StallStep.REBUILD: "STL101",
    StallStep.SWAP: "STL102",
    StallStep.VOLUME: "STL103",
}
_AFTER: Mapping[StallStep, StallStep] = {
    StallStep.NONE: StallStep.REBUILD,
    StallStep.REBUILD: StallStep.SWAP,
    StallStep.SWAP: StallStep.VOLUME,
    StallStep.VOLUME: StallStep.REBUILD,
}


def stall_views(
    stalls: tuple[Stall, ...], state: CoachState, coming: NextSession | None, today: date, atlas: Atlas
) -> tuple[StallView, ...]:
    """The lifts that stand still, the longest first; `stalls` are those that the journal alone shows."""
    followed = _followed(state, coming)
    views = [_seen(stall, state) for stall in stalls if stall.exercise not in followed]
    for key, lift in state.lifts.items():
        if exercise_of(key) in followed and (view := _counted(key, lift, today, atlas)) is not None:
            views.append(view)
    return tuple(sorted(views, key=lambda view: (view.since, view.exercise, view.name)))


def _followed(state: CoachState, coming: NextSession | None) -> frozenset[str]:
    """The exercises whose loads the coach sets: the programme's, those put in their place, and the next session's."""
    adoption = state.adoption
    if adoption is None:
        return frozenset()
    try:
        plan = adopted(adoption.id, adoption.text, state.position.cycle)
    except (InvalidFile, TrainingRefused):
        return frozenset()
    swapped = (swap.instead for swap in state.swaps)
    items = (item.exercise.id for item in (coming.items if coming is not None else ()) if item.role is Role.WORK)
    return frozenset(chain(chain.from_iterable(plan.asked.values()), swapped, items))


def _seen(stall: Stall, state: CoachState) -> StallView:
    says = "Not in the programme, so the coach leaves it alone."
    if state.adoption is None:
        says = "No programme is under way, so the coach changes nothing."
    return StallView(
        exercise=stall.exercise,
        name=stall.name,
        since=stall.since,
        sessions=len(stall.exposures),
        coach=says,
    )


def _counted(key: str, lift: Lift, today: date, atlas: Atlas) -> StallView | None:
    """The coach's count for a lift: sessions without gain so far, or the stall it last acted on."""
    days = list(_days(lift))
    if not days or (today - days[-1]).days > OUT_OF_USE_DAYS:
        return None
    exercise = exercise_of(key)
    name = atlas.exercises[exercise].short + ("" if key == exercise else ", with straps")
    if lift.idle >= IDLE_BEFORE_CHANGE - 1:
        step = _AFTER[lift.step]
        return StallView(
            exercise=exercise,
            name=name,
            since=days[-min(lift.idle, len(days))],
            sessions=lift.idle,
            coach=_COMING[step],
            rule=_RULES[step],
        )
    if lift.step is StallStep.NONE or lift.stalled_on is None:
        return None
    before = [day for day in days if day <= lift.stalled_on][-IDLE_BEFORE_CHANGE:]
    return StallView(
        exercise=exercise,
        name=name,
        since=before[0] if before else lift.stalled_on,
        until=lift.stalled_on,
        sessions=IDLE_BEFORE_CHANGE,
        coach=_DONE[lift.step],
        rule=_RULES[lift.step],
    )


def _days(lift: Lift) -> Iterator[date]:
    return (exposure.on for exposure in lift.exposures if not exposure.eased)
