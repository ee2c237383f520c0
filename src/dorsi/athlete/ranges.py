"""What each number of the questionnaire may be; the file reader and the questions share these limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dorsi.units import MassUnit, from_kg, number


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest and highest possible value; `unit` 'mass' means kilograms here, the athlete's unit on screen."""

    low: float
    high: float
    unit: str = ""

    def problem(self, value: float, units: MassUnit) -> str | None:
        """What is wrong with `value`, or None."""
        low, high, unit = self.in_units(units)
        if low <= value <= high:
            return None
        tail = f" {unit}" if unit else ""
        return f"must be between {number(low)} and {number(high)}{tail}, found {number(value)}"

    def in_units(self, units: MassUnit) -> tuple[float, float, str]:
        """Low, high and the unit to show; pounds are rounded outwards to whole ones."""
        if self.unit != "mass":
            return self.low, self.high, self.unit
        if units is MassUnit.KG:
            return self.low, self.high, "kg"
        return from_kg(self.low, units) // 1, -(-from_kg(self.high, units) // 1), "lb"


RANGES: Mapping[str, Range] = {
    "age": Range(5, 110, "years"),
    "body_mass": Range(25, 300, "mass"),
    "height_cm": Range(100, 250, "cm"),
    "training_age_months": Range(0, 900, "months"),
    "weeks_off": Range(0, 1000, "weeks"),
    "max_pull_ups": Range(0, 100),
    "minutes": Range(20, 180, "minutes"),
    "sessions_per_week": Range(1, 4),
    "weeks": Range(4, 8, "weeks"),
    "goal.width": Range(0, 5),
    "goal.thickness": Range(0, 5),
    "goal.lower_back": Range(0, 5),
    "goal.balance": Range(0, 5),
    "goal.strength": Range(0, 5),
    "equipment.bar": Range(2, 35, "mass"),
    "equipment.trap_bar": Range(5, 50, "mass"),
    "equipment.plates": Range(0.1, 50, "mass"),
    "equipment.dumbbells.from_": Range(0.5, 100, "mass"),
    "equipment.dumbbells.to": Range(0.5, 120, "mass"),
    "equipment.dumbbells.step": Range(0.25, 25, "mass"),
    "equipment.stack_step": Range(0.5, 25, "mass"),
    "equipment.kettlebells": Range(1, 100, "mass"),
    "known_set.load": Range(-200, 600, "mass"),
    "known_set.reps": Range(1, 600),
    "known_set.rir": Range(0, 6),
    "discomfort.score": Range(0, 10),
    "screening.systolic": Range(70, 260, "mmHg"),
    "screening.diastolic": Range(40, 160, "mmHg"),
    "screening.pregnancy_weeks": Range(1, 42, "weeks"),
    "screening.weeks_postpartum": Range(0, 104, "weeks"),
}
"""By path in the athlete file, without list indexes; wide enough for anyone, narrow enough for a slip."""
