"""Kilograms or pounds, where a file does not say: told from which plates and dumbbells the numbers are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from statistics import median

from dorsi.journal.importing.foreign import ForeignLog, Guess
from dorsi.journal.model import MeasureKind, MeasureUnit
from dorsi.units import KG_PER_LB, MassUnit, number

OPTION = "unit"
_BARBELL = re.compile(
    r"barbell|deadlift|\bsquat|bench press|snatch|\bclean|rack pull|pendlay|bent.?over row|\bt.?bar row|good.?morning|"
    r"overhead press|military press|langhantel|kreuzheben|bilanciere|con barra|с?штанг",
    re.IGNORECASE,
)
_NO_BARBELL = re.compile(
    r"dumbbell|machine|smith|cable|kettlebell|goblet|split|hack|trap|hex|band|kurzhantel|manubri|mancuerna|гантел",
    re.IGNORECASE,
)
_POUND_BARS = frozenset({45, 95, 135, 185, 225, 275, 315, 365, 405, 455, 495})
"""The bar of 45 lb alone and with pairs of 25 and 45 lb plates: what pounds lifters load most."""
_LIGHTEST_POUND_BAR = 45.0
_LIGHTEST_KG_BAR = 15.0
_KG_PIECES = frozenset({14, 16, 18, 22, 24, 26, 28, 32, 34, 36, 38, 42, 44, 46, 48})
"""Dumbbells and kettlebells that come in even kilograms; in pounds they come in fives."""
_BARBELL_WEIGHT = 2.0
"""A barbell says more than stacks, which are made in every step: it counts twice."""
_HALF_STEP = 2.5
"""The half of a five: kilogram lifters climb in it, while on a bar it takes pound plates that few gyms have."""
_HEAVY_NUMBER = 240.0
_LIGHT_NUMBER = 110.0
_HEAVIEST_KG_BODY = 140.0
_LONGEST_CM_LIMB = 25.0


def load_unit(log: ForeignLog, chosen: MassUnit | None) -> tuple[MassUnit, tuple[Guess, ...]]:
    """The unit of loads that name none: the athlete's word, else that of the file's other loads, else a guess."""
    named: Counter[MassUnit] = Counter()
    bare: list[tuple[str, float]] = []
    for session in log.sessions:
        for entry in session.sets:
            if entry.load is None:
                continue
            if entry.unit is None:
                bare.append((entry.exercise, abs(entry.load)))
            else:
                named[entry.unit] += 1
    if chosen is not None or not bare:
        return chosen or (named.most_common(1)[0][0] if named else MassUnit.KG), ()
    if not named:
        unit, guess = guessed_unit(bare)
        return unit, (guess,)
    unit = named.most_common(1)[0][0]
    evidence = f"{len(bare)} name no unit, {named[unit]} say {unit.value}"
    return unit, (Guess(what=f"loads without a unit are in {unit.value}", evidence=evidence, option=OPTION),)


def guessed_unit(loads: Iterable[tuple[str, float]]) -> tuple[MassUnit, Guess]:
    """The unit of pairs of exercise and number, and what it was told from.

    Every distinct pair counts once. Evenly matched evidence gives kilograms. All weights are heuristics, tried on
    real logs of either unit; the athlete is asked when it matters.
    """
    pairs = {(exercise, value) for exercise, value in loads if value > 0}
    numbers = sorted(value for _, value in pairs)
    if not numbers:
        return MassUnit.KG, Guess(what="loads are in kg", evidence="the file holds no load", option=OPTION)
    score = _leaning(pairs) + _size(pairs)
    unit = MassUnit.LB if score > 0 else MassUnit.KG
    fives = sum(value % 5 == 0 for value in numbers) / len(numbers)
    evidence = (
        f"loads go from {number(numbers[0])} to {number(numbers[-1])} with a median of {number(median(numbers))}; "
        f"{round(100 * fives)} % of the different ones are multiples of 5"
    )
    return unit, Guess(what=f"loads are in {unit.value}", evidence=evidence, option=OPTION)


def _leaning(pairs: set[tuple[str, float]]) -> float:
    """How much the numbers speak for pounds (positive) or kilograms (negative), -1 to 1."""
    climbing = {exercise for exercise, value in pairs if value % 5 == _HALF_STEP}
    total = said = 0.0
    for exercise, value in pairs:
        is_bar = bool(_BARBELL.search(exercise)) and not _NO_BARBELL.search(exercise)
        weight = _BARBELL_WEIGHT if is_bar else 1.0
        total += weight
        said += weight * (_bar(value, climbs=exercise in climbing) if is_bar else _piece(value))
    return said / total


def _bar(value: float, *, climbs: bool) -> float:
    """A loaded bar: 20 kg and pairs of plates make tens and fives, 45 lb and pairs of 5 lb plates make fives only.

    Where the lift climbs in half steps, its fives say no more than its tens.
    """
    if value % 0.5:
        return _dust(value)
    if value in _POUND_BARS:
        return 1.0
    if _LIGHTEST_KG_BAR <= value < _LIGHTEST_POUND_BAR:
        return -1.0
    if value % 5:
        return -1.0 if value % 5 == _HALF_STEP else -0.7
    return 0.7 if value % 10 == 5 and not climbs else -0.5


def _piece(value: float) -> float:
    """A dumbbell or a stack: fives are a little likelier in pounds."""
    if value % 0.5:
        return _dust(value)
    if value in _KG_PIECES or value % 5 == _HALF_STEP:
        return -0.5
    return 0.2 if value % 5 == 0 else -0.3


def _dust(value: float) -> float:
    """Quarters come from plates of 1.25 kg; other odd numbers were converted from the other unit."""
    if value % 2.5 == 1.25:
        return -1.0
    from_pounds, from_kg = value / KG_PER_LB, value * KG_PER_LB
    if abs(from_pounds - round(from_pounds / 2.5) * 2.5) < 0.02:
        return -1.0
    if abs(from_kg - round(from_kg / 1.25) * 1.25) < 0.02:
        return 1.0
    return 0.0


def _size(pairs: set[tuple[str, float]]) -> float:
    """What the heaviest loads of the lifts say: few people handle 240 kg, few who train for long stay below 50."""
    tops: dict[str, float] = {}
    for exercise, value in pairs:
        tops[exercise] = max(value, tops.get(exercise, 0.0))
    heavy = sorted(tops.values(), reverse=True)[: max(1, len(tops) // 10)]
    typical = median(heavy)
    if typical >= _HEAVY_NUMBER:
        return 0.3
    return -0.2 if typical <= _LIGHT_NUMBER else 0.0


def measure_unit(
    kind: MeasureKind, values: Iterable[float], loads: MassUnit | None
) -> tuple[MeasureUnit, Guess | None]:
    """The unit of measurements of a kind for which the file names none, with the guess where there was one.

    Body mass goes by its size first (a median of 140 is in pounds), then by the unit of the loads.
    """
    if kind is MeasureKind.BODY_FAT:
        return MeasureUnit.PERCENT, None
    middle = median(values)
    if kind is MeasureKind.BODY_MASS:
        pounds = middle > _HEAVIEST_KG_BODY or (loads is MassUnit.LB and middle > _HEAVIEST_KG_BODY / 2)
        unit = MeasureUnit.LB if pounds else MeasureUnit.KG
        what = f"body mass is in {unit.value}"
    else:
        limb = kind in (MeasureKind.ARM, MeasureKind.THIGH, MeasureKind.NECK)
        unit = MeasureUnit.INCH if middle < (_LONGEST_CM_LIMB if limb else 2 * _LONGEST_CM_LIMB) else MeasureUnit.CM
        what = f"{kind.value} is in {unit.value}"
    return unit, Guess(what=what, evidence=f"the median is {number(middle)}", option=OPTION)
