"""What follows from each set, worked out beforehand, so that a phone without a network need decide nothing."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise
from dorsi.coach.lighter import lighter_load
from dorsi.coach.load import Load
from dorsi.coach.model import Contingency
from dorsi.coach.wording import difference_words, load_words
from dorsi.units import number


def contingencies(
    load: Load, exercise: Exercise, athlete: Athlete, reserve: tuple[float, float] | None, *, last: bool
) -> tuple[Contingency, ...]:
    """The table of one set: fewer reps than the range, within it, at its top with the reserve asked for."""
    if load.load_kg is None or load.amount[1] <= 1:
        return ()
    low, high = load.amount
    wanted = reserve[0] if reserve else 0.0
    table = []
    lighter = None if last else lighter_load(load.load_kg, exercise, athlete)
    if low > 1:
        if last and load.promises:
            says = f"{low - 1} or fewer: the same load again next time."
            if not load.settled:
                says = f"{low - 1} or fewer: something changes next time."
            again = load.load_kg if load.settled else None
            table.append(Contingency(reps_from=None, reps_to=low - 1, next_time_kg=again, says=says))
        elif lighter is None and not last:
            says = f"{low - 1} or fewer: rest a minute longer before the next set."
            table.append(Contingency(reps_from=None, reps_to=low - 1, says=says))
        elif lighter is not None and not last:
            less = difference_words(load.load_kg - lighter, athlete.units)
            help_or_load = "more help" if lighter < 0 else "less"
            says = f"{low - 1} or fewer: {less} {help_or_load} in the next set."
            table.append(Contingency(reps_from=None, reps_to=low - 1, next_set_kg=lighter, says=says))
    up = None if load.step_kg is None or load.step_from is None else round(load.load_kg + load.step_kg, 4)
    top = max(high, load.step_from or high)
    if top > low:
        says = f"{low} to {top - 1}: the load stays." if top - 1 > low else f"{low}: the load stays."
        table.append(Contingency(reps_from=low, reps_to=top - 1, next_set_kg=None if last else load.load_kg, says=says))
    left = f" with {number(wanted)} in reserve" if wanted else ""
    if up is None:
        says = f"{top} or more{left}: the top is reached."
    else:
        less_help = up <= 0 and load.load_kg < 0
        more = difference_words(load.step_kg or 0.0, athlete.units) + (" less help" if less_help else " more")
        says = f"{top} or more{left} in every set: {more} next time ({load_words(up, exercise, athlete)})."
    if not load.promises:
        return tuple(table)
    table.append(
        Contingency(
            reps_from=top,
            reps_to=None,
            reserve_from=wanted or None,
            next_set_kg=None if last else load.load_kg,
            next_time_kg=up if last else None,
            says=says,
        )
    )
    return tuple(table)
