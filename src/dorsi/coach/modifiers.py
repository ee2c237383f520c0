"""What bends a whole session: a return after a break, a deload, a hard day just gone by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dorsi.coach.adopted import Adopted
from dorsi.coach.matching import LAYOFF_DAYS, is_eased
from dorsi.coach.model import Decision
from dorsi.coach.state import CoachState, Trained
from dorsi.coach.tiredness import falling
from dorsi.journal.model import PlanRef
from dorsi.program.evaluate import week_spans

MIDDLE_BREAK_DAYS, LONG_BREAK_DAYS = 15, 29
SHORT_FACTOR, MIDDLE_FACTOR, LONG_FACTOR = 0.925, 0.85, 0.65
"""Share of the last load after a short, middle and long break (heuristic)."""
FEWER_SETS = 2 / 3
CAREFUL_DAYS = 14
"""How long the limits of a return after a long break last. Source: heuristic on RhabdoCase, UMEM24."""
CAREFUL_RESERVE = 3.0
DELOAD_FACTOR, DELOAD_SETS, DELOAD_RESERVE = 0.925, 0.5, 4.0
"""Source: Bell23 for less of everything; the numbers are heuristics within its range."""
HARD_SHARE = 0.5
"""Share of sets at the limit that makes a session a hard day (heuristic)."""
HARD_DAY_RESERVE = 2.0
HARD_DAY_LASTS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifiers:
    """Factors on load and sets, the least reserve, and whether sets to the maximum are allowed."""

    load: float = 1.0
    sets: float = 1.0
    reserve: float = 0.0
    no_max: bool = False
    eased: bool = False
    returning: bool = False
    decisions: tuple[Decision, ...] = ()


def modifiers_for(state: CoachState, plan: Adopted, ref: PlanRef, on: date) -> Modifiers:
    """What bends the session `ref` on day `on`."""
    load, sets, reserve, no_max, eased, returning = 1.0, 1.0, 0.0, False, False, False
    decisions: list[Decision] = []
    gap = (on - state.trained[-1].on).days if state.trained else 0
    if gap >= LAYOFF_DAYS:
        returning = True
        load, sets, decision = _return(gap)
        decisions.append(decision)
    if gap >= LONG_BREAK_DAYS or _careful(state.trained, on):
        reserve, no_max = CAREFUL_RESERVE, True
        if gap < LONG_BREAK_DAYS:
            says = "You are back from a long break: three reps stay in reserve and nothing goes to the maximum."
            decisions.append(Decision(rule="BRK103", says=says))
    if is_eased(state, plan, ref, on):
        own = ref.week in plan.program.deload_weeks
        load, reserve, no_max, eased = min(load, DELOAD_FACTOR), DELOAD_RESERVE, True, True
        sets = sets if own else min(sets, DELOAD_SETS)
        decisions.append(_deload(state, ref, own=own))
    last = state.trained[-1] if state.trained else None
    if last is not None and last.all_out >= HARD_SHARE and gap <= HARD_DAY_LASTS and not eased:
        reserve = max(reserve, HARD_DAY_RESERVE)
        says = f"{last.all_out:.0%} of your last session's sets went to the limit, so today at least two reps stay."
        decisions.append(Decision(rule="EFF101", says=says))
    return Modifiers(
        load=load, sets=sets, reserve=reserve, no_max=no_max, eased=eased, returning=returning,
        decisions=tuple(decisions),
    )  # fmt: skip


def _return(gap: int) -> tuple[float, float, Decision]:
    if gap >= LONG_BREAK_DAYS:
        says = (
            f"{gap} days without training: you restart at {LONG_FACTOR:.0%} of your loads with two thirds of the sets."
        )
        return LONG_FACTOR, FEWER_SETS, Decision(rule="BRK103", says=says)
    if gap >= MIDDLE_BREAK_DAYS:
        says = f"{gap} days without training: loads are 15 % lower and a third of the sets is left out."
        return MIDDLE_FACTOR, FEWER_SETS, Decision(rule="BRK102", says=says)
    return SHORT_FACTOR, 1.0, Decision(rule="BRK101", says=f"{gap} days without training: loads are 7.5 % lower.")


def _careful(trained: Sequence[Trained], on: date) -> bool:
    """True within two weeks of a return after a long break."""
    return any(
        (later.on - earlier.on).days >= LONG_BREAK_DAYS and (on - later.on).days < CAREFUL_DAYS
        for earlier, later in pairwise(trained)
    )


def _deload(state: CoachState, ref: PlanRef, *, own: bool) -> Decision:
    if own:
        return Decision(
            rule="DEL102", says=f"Week {week_spans([ref.week])} is the programme's deload: easy on purpose."
        )
    if state.deload_rule == "DEL103":
        says = "Eight weeks of training without a lighter one: this week has half the sets and four reps in reserve."
        return Decision(rule="DEL103", says=says)
    names = [lift.exercise.replace("-", " ") for lift in falling(state.lifts, state.deload_from or date.min)]
    which = f" ({', '.join(names)})" if names else ""
    says = f"Several lifts went down together{which}: this week has half the sets and four reps in reserve."
    return Decision(rule="DEL101", says=says)
