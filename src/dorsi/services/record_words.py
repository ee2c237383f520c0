"""How records read in a sentence."""

from __future__ import annotations

from dorsi.progress.records import Record, RecordKind
from dorsi.units import MassUnit, mass, number


def record_words(record: Record, units: MassUnit, *, added: bool) -> str:
    """'heaviest so far, 62.5 kg (before: 60 kg)'. `added` says that the load comes on top of the body."""
    if record.kind is RecordKind.FIRST_PULL_UP:
        return "your first full pull-up without help"
    if record.kind is RecordKind.REPS:
        at = f" at {_signed(record.load_kg, units, added=added)}" if record.load_kg else ""
        return f"most reps{at}, {number(record.value)}{_before(record, '')}"
    if record.kind is RecordKind.HEAVIEST:
        load = _signed(record.value, units, added=added)
        before = "" if record.previous is None else f" (before: {_signed(record.previous, units, added=added)})"
        return f"heaviest so far, {load}{before}"
    if record.kind is RecordKind.ESTIMATED_MAX:
        body = " with the body" if added else ""
        before = "" if record.previous is None else f" (before: {mass(round(record.previous, 1), units)})"
        return f"best estimated maximum, {mass(round(record.value, 1), units)}{body}{before}"
    said = "longest" if record.kind is RecordKind.LONGEST else "farthest"
    return f"{said} so far, {number(record.value)} {record.kind.unit}{_before(record, record.kind.unit)}"


def _before(record: Record, unit: str) -> str:
    return "" if record.previous is None else f" (before: {number(record.previous)}{f' {unit}' if unit else ''})"


def _signed(load_kg: float | None, units: MassUnit, *, added: bool) -> str:
    value = load_kg or 0.0
    if not added:
        return mass(value, units)
    return f"{mass(-value, units)} of help" if value < 0 else f"+{mass(value, units)}" if value else "body weight"
