"""System loads as a lifter reads them: without the body where the body is lifted."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.journal.model import LoadMode, LoggedLoad
from dorsi.units import MassUnit, from_kg, number


def max_text(system_kg: float, body_kg: float, athlete: Athlete) -> str:
    """'152 kg', 'body + 34 kg', 'body - 10 kg': a whole number, because no estimate is better than that."""
    if not body_kg:
        return f"{whole(system_kg, athlete.units)} {athlete.units.value}"
    added = whole(system_kg - body_kg, athlete.units)
    return f"body {'-' if added < 0 else '+'} {abs(added)} {athlete.units.value}"


def span_kg_text(low_kg: float, high_kg: float, body_kg: float, athlete: Athlete) -> str:
    """'147-157 kg', 'body + 28 to 40 kg'."""
    low, high = (whole(value - body_kg, athlete.units) for value in (low_kg, high_kg))
    unit = athlete.units.value
    if not body_kg:
        return f"{low}-{high} {unit}"
    if low < 0:
        return f"body {_signed(low)} to {_signed(high)} {unit}"
    return f"body + {low} to {high} {unit}"


def added_text(system_kg: float, body_kg: float, athlete: Athlete) -> str:
    """'152 kg', '+34 kg', '-10 kg': as `max_text`, for narrow columns."""
    sign = "+" if body_kg and system_kg >= body_kg else ""
    return f"{sign}{whole(system_kg - body_kg, athlete.units)} {athlete.units.value}"


def added_span_text(low_kg: float, high_kg: float, body_kg: float, athlete: Athlete) -> str:
    """'147-157 kg', '+28 to +40 kg': as `span_kg_text`, for narrow columns."""
    if not body_kg:
        return span_kg_text(low_kg, high_kg, body_kg, athlete)
    low, high = (whole(value - body_kg, athlete.units) for value in (low_kg, high_kg))
    return f"{low:+d} to {high:+d} {athlete.units.value}"


def whole(mass_kg: float, unit: MassUnit) -> int:
    """The mass in the unit, rounded to a whole number."""
    return round(from_kg(mass_kg, unit))


def tenths(mass_kg: float, unit: MassUnit) -> str:
    """'81.4 kg', '150 lb': to a tenth of the unit it is shown in."""
    return f"{number(round(from_kg(mass_kg, unit), 1))} {unit.value}"


def typed_text(load: LoggedLoad | None) -> str:
    """'62.5 kg', '+10 lb', 'body weight', '' where there is none: a load as it was typed."""
    if load is None:
        return ""
    return str(load) if load.value or load.mode is LoadMode.TOTAL else "body weight"


def _signed(value: int) -> str:
    return f"{'-' if value < 0 else '+'} {abs(value)}"
