"""How loads, sets and earlier sessions read in the coach's sentences, in the athlete's own unit."""

from __future__ import annotations

from collections.abc import Sequence

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Loading
from dorsi.coach.model import Evidence
from dorsi.coach.state import Exposure
from dorsi.units import MassUnit, from_kg, mass, number


def load_words(load_kg: float, exercise: Exercise, athlete: Athlete) -> str:
    """'60 kg', 'body weight', 'body weight + 5 kg', '20 kg of help'."""
    units = athlete.units
    if exercise.loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS, Loading.BODYWEIGHT_SHARE):
        if load_kg < 0:
            return f"{mass(-load_kg, units)} of help"
        return f"body weight + {mass(load_kg, units)}" if load_kg > 0 else "body weight"
    return mass(load_kg, units)


def amount_unit(exercise: Exercise) -> str:
    """What amounts of this exercise are counted in: '' for reps, ' s', ' m'."""
    return {Loading.TIME: " s", Loading.DISTANCE: " m"}.get(exercise.loading, "")


def exposure_words(exposure: Exposure, exercise: Exercise, athlete: Athlete) -> str:
    """'12, 11, 10 at 60 kg'."""
    amounts = ", ".join(str(reps) for reps in exposure.reps) + amount_unit(exercise)
    if not exposure.load_kg and exercise.loading not in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS):
        return amounts
    reserves = [r for r in exposure.reserves if r is not None]
    left = f", {number(min(reserves))} in reserve" if reserves else ""
    return f"{amounts} at {load_words(exposure.load_kg, exercise, athlete)}{left}"


def evidence_of(exposures: Sequence[Exposure], exercise: Exercise, athlete: Athlete) -> tuple[Evidence, ...]:
    """The athlete's own sets behind a decision, one entry a session."""
    return tuple(
        Evidence(set_id=e.set_ids[-1] if e.set_ids else "", on=e.on, says=exposure_words(e, exercise, athlete))
        for e in exposures
    )


def difference_words(by_kg: float, units: MassUnit) -> str:
    """'2.5 kg', '5 lb': a step in the athlete's unit."""
    value = from_kg(abs(by_kg), units)
    return f"{number(value if units is MassUnit.KG else round(value, 1))} {units.value}"
