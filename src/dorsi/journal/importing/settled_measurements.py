"""Body measurements of a foreign log with their units settled and ids made from content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dorsi.journal.identity import content_id
from dorsi.journal.importing.foreign import ForeignMeasurement, Guess
from dorsi.journal.importing.unit_evidence import measure_unit
from dorsi.journal.model import MeasureKind, Measurement, MeasureUnit
from dorsi.units import MassUnit, number


def settle_measurements(
    found: Sequence[ForeignMeasurement], loads: MassUnit | None, chosen: MassUnit | None
) -> tuple[tuple[Measurement, ...], tuple[Guess, ...]]:
    """The measurements, and the units that were guessed; `loads` is the unit of the file's loads, if it has any.

    One day's same value of a kind has the same id whichever app it comes from.
    """
    units: dict[MeasureKind, MeasureUnit] = {}
    guesses: list[Guess] = []
    bare: dict[MeasureKind, list[float]] = {}
    for entry in found:
        if entry.unit is None:
            bare.setdefault(entry.kind, []).append(entry.value)
    for kind, values in bare.items():
        if chosen is not None and kind is MeasureKind.BODY_MASS:
            units[kind] = MeasureUnit(chosen.value)
            continue
        units[kind], guess = measure_unit(kind, values, loads)
        guesses += [guess] if guess else []
    seen: Counter[tuple[str, ...]] = Counter()
    made: list[Measurement] = []
    for entry in found:
        content = ("measurement", entry.on.isoformat(), entry.kind.value, number(entry.value))
        seen[content] += 1
        again = (str(seen[content]),) if seen[content] > 1 else ()
        unit = entry.unit or units[entry.kind]
        made.append(
            Measurement(id=content_id(*content, *again), on=entry.on, kind=entry.kind, value=entry.value, unit=unit)
        )
    return tuple(made), tuple(guesses)
