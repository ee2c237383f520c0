"""Kilograms and pounds, minutes and seconds: the one place where units are turned and rounded.

Inside Dorsi all masses are kilograms, lengths centimetres, times seconds. Pounds exist at the edges.
"""

from __future__ import annotations

import math
from enum import StrEnum

KG_PER_LB = 0.45359237
"""Kilograms in one international avoirdupois pound (exact, by definition of 1959)."""


class MassUnit(StrEnum):
    """The unit a person types and reads loads in."""

    KG = "kg"
    LB = "lb"


def to_kg(value: float, unit: MassUnit) -> float:
    """`value` in kilograms, unrounded."""
    return value * KG_PER_LB if unit is MassUnit.LB else value


def from_kg(mass_kg: float, unit: MassUnit) -> float:
    """`mass_kg` in `unit`, unrounded."""
    return mass_kg / KG_PER_LB if unit is MassUnit.LB else mass_kg


def round_down_to_step(load: float, step: float, start: float = 0.0) -> float:
    """The highest reachable load not above `load` on the ladder start, start+step, start+2*step...

    Loads are always rounded down: a planned load must never be heavier than the one meant.
    Anything below `start` gives `start`. Raises ValueError unless `step` is positive.
    """
    if step <= 0:
        raise ValueError("a load step must be positive")
    if load <= start:
        return start
    return round(start + math.floor((load - start) / step + 1e-9) * step, 4)


def number(value: float) -> str:
    """A number as people write it: no trailing zeros, at most two decimals (60, 62.5, 1.25)."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def mass(mass_kg: float, unit: MassUnit) -> str:
    """A load for the screen, in the athlete's unit: '62.5 kg', '137.8 lb'."""
    value = from_kg(mass_kg, unit)
    return f"{number(round(value, 1) if unit is MassUnit.LB else value)} {unit.value}"


def duration(seconds: float) -> str:
    """A time for the screen: '45 s', '90 s', '2 min', '2 min 30 s'."""
    whole = round(seconds)
    if whole < 120 and whole % 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"
