"""The unit in which a person reads and types loads."""

from __future__ import annotations

from dorsi.bootstrap import Desk
from dorsi.coach.adopted import adopted
from dorsi.coach.state import CoachState
from dorsi.units import MassUnit


def units_of(desk: Desk, state: CoachState | None = None) -> MassUnit:
    """That of the programme under way, so that all pages agree with it; else what the person chose.

    `state` spares reading the coach's once more where it is at hand.
    """
    state = state or desk.coaching().state()
    if state.adoption is None:
        return desk.units
    return adopted(state.adoption.id, state.adoption.text, state.position.cycle).athlete.units
