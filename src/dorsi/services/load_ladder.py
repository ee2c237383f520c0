"""The loads that can be made with what the athlete has, rung by rung, for buttons that go up and down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dorsi.athlete.loads import has_steps, lightest, next_step, plates_per_side, reachable
from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, ExternalKind, Loading
from dorsi.coach.load import AMBER_FACTOR
from dorsi.coach.summing import body_kg
from dorsi.coach.wording import load_words
from dorsi.journal.model import LoadMode
from dorsi.units import MassUnit, from_kg

EACH_WAY = 12
"""So many rungs are told below and above what is planned."""
TO_BE_FOUND = 40
"""So many rungs from the lightest are told where the load is to be found."""
_SAME_KG = 0.01
_BODY = (Loading.BODYWEIGHT, Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_SHARE)
_BARS = (ExternalKind.BARBELL, ExternalKind.TRAP_BAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A load that can be made: signed kilograms as in programmes, and as the athlete types and reads it.

    `plates` lie on one side, the heaviest first, in the athlete's unit.
    """

    kg: float
    value: float
    mode: LoadMode
    words: str
    plates: tuple[float, ...]


def load_mode(exercise: Exercise, load_kg: float = 0.0) -> LoadMode:
    """What the number of a load means for this exercise."""
    if load_kg < 0 or exercise.loading is Loading.BODYWEIGHT_MINUS:
        return LoadMode.ASSISTED
    return LoadMode.ADDED if exercise.loading in _BODY else LoadMode.TOTAL


def plates_at(exercise: Exercise) -> str:
    """Where the plates of a rung are."""
    if exercise.loading is Loading.BODYWEIGHT_PLUS:
        return "on the belt"
    return "a side" if exercise.external_kind in _BARS or exercise.loading is Loading.DISTANCE else "in all"


def ladder(exercise: Exercise, athlete: Athlete, planned_kg: tuple[float, ...]) -> tuple[Rung, ...]:
    """The rungs around the loads that are planned, those included, the lightest first.

    Empty where loads are not told in kilograms. Without planned ones it starts at the lightest there is.
    """
    planned_kg = tuple(sorted(planned_kg))
    if planned_kg:
        down = islice(_down(planned_kg[0], exercise, athlete), EACH_WAY)
        loads = {*planned_kg, *down, *_up(planned_kg[0], planned_kg[-1], exercise, athlete)}
    elif exercise.loading is Loading.BODYWEIGHT_MINUS:
        loads = {0.0, *islice(_down(0.0, exercise, athlete), TO_BE_FOUND - 1)}
    else:
        first = lightest(exercise, athlete)
        loads = set() if first is None else {first, *islice(_steps(first, exercise, athlete), TO_BE_FOUND - 1)}
    if not any(has_steps(exercise, athlete, load) for load in loads):
        return ()
    return tuple(_rung(load, exercise, athlete) for load in _apart(sorted(loads)))


def amber_kg(load_kg: float | None, exercise: Exercise, athlete: Athlete) -> float | None:
    """The load to go on with where something aches: a quarter less of what is lifted. Source: rule HRT101."""
    if load_kg is None:
        return None
    body = body_kg(exercise, athlete.body_mass_kg)
    wanted = (body + load_kg) * AMBER_FACTOR - body
    if body and load_kg >= 0 and wanted < 0:
        return 0.0 if load_kg > 0 else None
    made = reachable(wanted, exercise, athlete)
    least = lightest(exercise, athlete)
    made = least if made is None else made
    return made if made is not None and made < load_kg - _SAME_KG else None


def _down(load_kg: float, exercise: Exercise, athlete: Athlete) -> Iterator[float]:
    found = reachable(load_kg - _SAME_KG, exercise, athlete)
    while found is not None:
        yield found
        found = reachable(found - _SAME_KG, exercise, athlete)


def _up(low_kg: float, high_kg: float, exercise: Exercise, athlete: Athlete) -> Iterator[float]:
    """The rungs above the lowest planned load, up to so many above the highest."""
    beyond = 0
    for load in _steps(low_kg, exercise, athlete):
        yield load
        beyond += load > high_kg + _SAME_KG
        if beyond == EACH_WAY:
            return


def _steps(load_kg: float, exercise: Exercise, athlete: Athlete) -> Iterator[float]:
    found = next_step(load_kg, exercise, athlete)
    while found is not None:
        yield found
        # No help at all is the end of one ladder and the start of another, whose first step is above it.
        found = next_step(max(found, 0.0) if abs(found) < _SAME_KG else found, exercise, athlete)


def _apart(loads: list[float]) -> Iterator[float]:
    """The loads without those that are the same but for rounding."""
    last = None
    for load in loads:
        if last is None or load - last > _SAME_KG:
            yield load
            last = load


def _rung(load_kg: float, exercise: Exercise, athlete: Athlete) -> Rung:
    unit = athlete.units
    plates = plates_per_side(load_kg, exercise, athlete) if load_kg > 0 else ()
    return Rung(
        kg=round(load_kg, 4),
        value=_typed(abs(load_kg), unit),
        mode=load_mode(exercise, load_kg),
        words=load_words(load_kg, exercise, athlete),
        plates=tuple(_typed(plate, unit) for plate in plates),
    )


def _typed(mass_kg: float, unit: MassUnit) -> float:
    return round(from_kg(mass_kg, unit), 1 if unit is MassUnit.LB else 2)
