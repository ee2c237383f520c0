"""Work whose load has no steps: timed and carried sets, bands, plain body weight. The amount grows (rule PRG108)."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Loading
from dorsi.coach.load import Load, Target
from dorsi.coach.model import Decision
from dorsi.coach.modifiers import Modifiers
from dorsi.coach.state import Exposure
from dorsi.coach.wording import evidence_of, exposure_words
from dorsi.rules.gates.gat105_hinge_before_the_trunk import PLANK_S

PLANK = "plank"
"""Grows past its range up to what the trunk test asks for. Source: claim D06."""


def grown_amount(exercise: Exercise, last: Exposure, target: Target, athlete: Athlete, modifiers: Modifiers) -> Load:
    """Timed work, bands and plain body weight: the amount grows, the load is what it is."""
    low, high = target.amount
    count = target.sets
    before = [*last.reps, *[last.reps[-1]] * count][:count]
    by = 5 if exercise.loading in (Loading.TIME, Loading.DISTANCE) else 1
    aims = [max(low, min(high, amount)) for amount in before]
    if modifiers.load >= 1:
        for index, amount in enumerate(before):
            if low <= amount < high:
                aims[index] = min(high, amount + by)
                break
    else:
        aims = [low] * count
    says = f"Last time {exposure_words(last, exercise, athlete)}: go on to the top of the range before it gets harder."
    widest = PLANK_S if exercise.id == PLANK else high
    if min(before) >= high:
        says = "The top of the range is there in every set: take a harder band, a longer lever or a slower lowering."
        if modifiers.load >= 1:
            high = min(widest, min(before) + 10)
            aims = [min(high, amount + by) for amount in before]
            if min(before) < widest:
                says = f"The top of the range is there in every set: now up to {high} s."
    decision = Decision(rule="PRG108", says=says, evidence=evidence_of((last,), exercise, athlete))
    load = last.load_kg or None
    return Load(load_kg=load, aims=tuple(aims), amount=(low, high), cap_kg=load, decisions=(decision,))
