"""Which loads an athlete's equipment can make: the highest one not above a wish, and the lightest.

Loads mean what `Load.kg` means: the weight in the hands or on the bar, what hangs on the belt for body-weight
lifts, and help as a negative number. Every load in between two rungs is rounded down, never up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, ExternalKind, Loading
from dorsi.units import MassUnit, from_kg, round_down_to_step, to_kg

PLATE_OWNERS = frozenset({"barbell", "trap-bar", "t-bar", "dip-belt", "t-bar-chest-supported"})
"""Equipment that comes with loose plates."""
HEAVIEST_KG = 1000.0
"""Where the search for the next plate load ends; no notation accepts more."""
_PARTS = 100
"""Plates are added up in hundredths of the athlete's unit, in which their sizes are whole numbers."""
_SLACK = 1e-4
_TYPED = 0.25
"""In hundredths of a unit: loads that were typed in pounds and kept in rounded kilograms still meet their plates."""
_SAME_KG = 0.01


class _Ladder(Protocol):
    """The loads one kind of equipment can make."""

    def first(self) -> float | None: ...
    def below(self, load_kg: float) -> float | None: ...
    def above(self, load_kg: float) -> float | None: ...


@dataclass(frozen=True, slots=True)
class _Even:
    """A stack or a dumbbell rack: start, start + step, ... up to the last."""

    start: float
    step: float
    last: float = HEAVIEST_KG

    def first(self) -> float | None:
        return self.start

    def below(self, load_kg: float) -> float | None:
        if load_kg < self.start - _SLACK:
            return None
        return round_down_to_step(min(load_kg, self.last) + _SLACK, self.step, self.start)

    def above(self, load_kg: float) -> float | None:
        below = self.below(load_kg)
        following = self.start if below is None else round(below + self.step, 4)
        return following if following <= self.last + _SLACK else None


@dataclass(frozen=True, slots=True)
class _Listed:
    """Single pieces, such as kettlebells."""

    loads: tuple[float, ...]

    def first(self) -> float | None:
        return min(self.loads, default=None)

    def below(self, load_kg: float) -> float | None:
        return max((load for load in self.loads if load <= load_kg + _SLACK), default=None)

    def above(self, load_kg: float) -> float | None:
        return min((load for load in self.loads if load > load_kg + _SLACK), default=None)


@dataclass(frozen=True, slots=True)
class _Plates:
    """A bar with plates on `sides` ends; every plate size is there as often as needed."""

    bar: float
    sides: int
    plates: tuple[float, ...]
    unit: MassUnit

    def first(self) -> float | None:
        return self.bar or min(self.plates, default=None)

    def below(self, load_kg: float) -> float | None:
        first = self.first()
        if first is None or load_kg < first - _SLACK:
            return None
        wanted = from_kg((load_kg - self.bar) / self.sides, self.unit) * _PARTS + _TYPED
        sums = _plate_sums(self._sizes()) & ((1 << (math.floor(wanted) + 1)) - 1)
        return self._total(sums.bit_length() - 1)

    def above(self, load_kg: float) -> float | None:
        if load_kg < (self.first() or 0.0) - _SLACK:
            return self.first()
        had = math.floor(from_kg((load_kg - self.bar) / self.sides, self.unit) * _PARTS + _TYPED)
        further = _plate_sums(self._sizes()) >> (had + 1)
        return self._total(had + (further & -further).bit_length()) if further else None

    def plates_for(self, load_kg: float) -> tuple[float, ...]:
        """Plates on one side, heaviest first; the load must be one that `below` gives."""
        rest = round(from_kg((load_kg - self.bar) / self.sides, self.unit) * _PARTS)
        sums, chosen = _plate_sums(self._sizes()), []
        for size in sorted(self._sizes(), reverse=True):
            while rest >= size and sums >> (rest - size) & 1:
                chosen.append(size)
                rest -= size
        return tuple(round(to_kg(size / _PARTS, self.unit), 4) for size in chosen)

    def _sizes(self) -> tuple[int, ...]:
        return _plate_sizes(self.plates, self.unit)

    def _total(self, side: int) -> float:
        return round(self.bar + self.sides * to_kg(side / _PARTS, self.unit), 4)


@dataclass(frozen=True, slots=True)
class _Help:
    """A counterweight: negative loads in steps of the stack, up to no help at all."""

    step: float

    def first(self) -> float | None:
        return None

    def below(self, load_kg: float) -> float | None:
        return round(math.floor(load_kg / self.step + _SLACK) * self.step, 4)

    def above(self, load_kg: float) -> float | None:
        following = round((math.floor(load_kg / self.step + _SLACK) + 1) * self.step, 4)
        return following if following <= 0 else None


def reachable(load_kg: float, exercise: Exercise, athlete: Athlete) -> float | None:
    """The highest load not above `load_kg` that the athlete's equipment can make.

    None when it lies below the lightest one, or when the exercise has no steps in kilograms (see `has_steps`).
    """
    return max(
        (load for ladder in _ladders(exercise, athlete, load_kg) if (load := ladder.below(load_kg)) is not None),
        default=None,
    )


def next_step(load_kg: float, exercise: Exercise, athlete: Athlete) -> float | None:
    """The lowest load above `load_kg` that the athlete's equipment can make; None when there is none.

    For assistance this is the next lesser help, at the end of which stands no help at all. Where several kinds of
    weight could be used, steps are taken in the first that has one: plates before dumbbells before kettlebells.
    """
    for ladder in _ladders(exercise, athlete, load_kg):
        load = ladder.above(load_kg)
        if load is not None:
            return load
    return None


def plates_per_side(load_kg: float, exercise: Exercise, athlete: Athlete) -> tuple[float, ...]:
    """The plates on each side of the bar (or on the belt) in kilograms, heaviest first; empty without plates."""
    for ladder in _ladders(exercise, athlete, load_kg):
        if isinstance(ladder, _Plates) and _same(ladder.below(load_kg), load_kg):
            return ladder.plates_for(load_kg)
    return ()


def _same(made_kg: float | None, load_kg: float) -> bool:
    return made_kg is not None and abs(made_kg - load_kg) <= _SAME_KG


def lightest(exercise: Exercise, athlete: Athlete) -> float | None:
    """The lightest load the exercise can be done with: the empty bar, the first plate of the stack, nothing
    added to body weight. None for bands, help and exercises without a load."""
    firsts = [ladder.first() for ladder in _ladders(exercise, athlete, 0.0)]
    return min((load for load in firsts if load is not None), default=None)


def has_steps(exercise: Exercise, athlete: Athlete, load_kg: float = 0.0) -> bool:
    """True if loads of this exercise can be told in kilograms and checked; bands and their help cannot."""
    return bool(_ladders(exercise, athlete, load_kg))


def _ladders(exercise: Exercise, athlete: Athlete, load_kg: float) -> tuple[_Ladder, ...]:
    if exercise.loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS) and (
        load_kg < 0 or exercise.loading is Loading.BODYWEIGHT_MINUS
    ):
        by_machine = "assisted-pull-up-machine" in athlete.equipment and not _needs(exercise, "bands")
        return (_Help(athlete.steps.stack_step_kg),) if by_machine else ()
    if exercise.loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_SHARE):
        return (_Listed((0.0,)), *_held(athlete, exercise))
    if exercise.loading is Loading.DISTANCE:
        return _in_hand(exercise, athlete)
    if exercise.loading is Loading.EXTERNAL and exercise.external_kind is not None:
        return _external(exercise.external_kind, exercise, athlete)
    return ()


def _external(kind: ExternalKind, exercise: Exercise, athlete: Athlete) -> tuple[_Ladder, ...]:
    steps = athlete.steps
    match kind:
        case ExternalKind.BARBELL:
            return (_plates(athlete, steps.bar_kg, 2),)
        case ExternalKind.TRAP_BAR:
            return (_plates(athlete, steps.trap_bar_kg, 2),)
        case ExternalKind.PLATES:
            return (_plates(athlete, 0.0, 1),)
        case ExternalKind.STACK:
            return (_Even(steps.stack_step_kg, steps.stack_step_kg),)
        case ExternalKind.DUMBBELL | ExternalKind.KETTLEBELL:
            usual = _dumbbells(athlete) if kind is ExternalKind.DUMBBELL else _kettlebells(athlete)
            return _in_hand(exercise, athlete) or (usual,)
        case ExternalKind.BAND:
            return ()


def _in_hand(exercise: Exercise, athlete: Athlete) -> tuple[_Ladder, ...]:
    """What the exercise can be done with in the hands, as far as the athlete has it."""
    made = {
        "dumbbells": _dumbbells(athlete),
        "kettlebells": _kettlebells(athlete),
        "farmers-handles": _plates(athlete, 0.0, 1),
        "trap-bar": _plates(athlete, athlete.steps.trap_bar_kg, 2),
    }
    return tuple(ladder for item, ladder in made.items() if item in athlete.equipment and _needs(exercise, item))


def _held(athlete: Athlete, exercise: Exercise) -> Iterable[_Ladder]:
    """What can be added to body weight: plates on a belt or held, dumbbells, kettlebells."""
    hung = exercise.loading is Loading.BODYWEIGHT_PLUS
    owners = frozenset({"dip-belt"}) if hung else PLATE_OWNERS
    if athlete.equipment & owners:
        yield _plates(athlete, 0.0, 1)
    if "dumbbells" in athlete.equipment:
        yield _dumbbells(athlete)
    if "kettlebells" in athlete.equipment:
        yield _kettlebells(athlete)


def _plates(athlete: Athlete, bar_kg: float, sides: int) -> _Ladder:
    return _Plates(bar_kg, sides, athlete.steps.plates_kg, athlete.units)


def _dumbbells(athlete: Athlete) -> _Ladder:
    steps = athlete.steps
    return _Even(steps.dumbbell_min_kg, steps.dumbbell_step_kg, steps.dumbbell_max_kg)


def _kettlebells(athlete: Athlete) -> _Ladder:
    return _Listed(athlete.steps.kettlebells_kg)


def _needs(exercise: Exercise, item: str) -> bool:
    return any(item in option for option in exercise.equipment)


@lru_cache(maxsize=64)
def _plate_sizes(plates_kg: tuple[float, ...], unit: MassUnit) -> tuple[int, ...]:
    """Plate sizes in hundredths of a unit, in which they are whole numbers."""
    return tuple(round(from_kg(plate, unit) * _PARTS) for plate in plates_kg)


@lru_cache(maxsize=64)
def _plate_sums(sizes: tuple[int, ...]) -> int:
    """All sums of plates as set bits: bit n stands for n hundredths of a unit."""
    most = round(from_kg(HEAVIEST_KG, MassUnit.LB)) * _PARTS
    sums = 1
    for size in sizes:
        shift = size
        while 0 < shift <= most:
            sums |= sums << shift
            shift *= 2
        sums &= (1 << (most + 1)) - 1
    return sums
