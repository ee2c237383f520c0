"""Body mass and girths as people type them: '81.4kg', '179,5 lb', '84', '33in'."""

from __future__ import annotations

import re
from datetime import date

from dorsi.errors import UsageError
from dorsi.journal.importing.oddities import BODY_MASS_KG
from dorsi.journal.model import MeasureKind, Measurement, MeasureUnit
from dorsi.units import MassUnit, number

GIRTHS_CM = {MeasureKind.WAIST: (45.0, 200.0), MeasureKind.SHOULDERS: (75.0, 190.0), MeasureKind.CHEST: (60.0, 190.0)}
"""What a grown person's girths lie between, with room; anything else is a slip or another unit (heuristic)."""
_ANY_GIRTH_CM = (15.0, 250.0)
_FORM = re.compile(r"\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*(kg|kgs|lb|lbs|cm|in|inch|inches|\")?\s*$", re.IGNORECASE)
_UNITS = {
    "kg": MeasureUnit.KG,
    "kgs": MeasureUnit.KG,
    "lb": MeasureUnit.LB,
    "lbs": MeasureUnit.LB,
    "cm": MeasureUnit.CM,
    "in": MeasureUnit.INCH,
    "inch": MeasureUnit.INCH,
    "inches": MeasureUnit.INCH,
    '"': MeasureUnit.INCH,
}


def read_measurement(kind: MeasureKind, text: str, *, on: date, units: MassUnit, thing_id: str) -> Measurement:
    """The measurement in a text; without a unit it is in kilograms or centimetres, for a user of pounds in pounds or
    inches. Raises UsageError with what was expected."""
    found = _FORM.match(text)
    heavy = kind is MeasureKind.BODY_MASS
    pounds = units is MassUnit.LB
    example = ("180lb" if pounds else "81.4kg") if heavy else ("33in" if pounds else "84cm")
    name = "body mass" if heavy else f"{kind.value} girth"
    if found is None:
        raise UsageError(f"'{text}' is no {name}. Write a number with its unit, such as {example}.")
    usual = (MeasureUnit.LB if pounds else MeasureUnit.KG) if heavy else MeasureUnit.INCH if pounds else MeasureUnit.CM
    unit = _UNITS[found[2].lower()] if found[2] else usual
    if heavy is not (unit in (MeasureUnit.KG, MeasureUnit.LB)):
        raise UsageError(f"'{text}' is no {name}: {unit.value} measures something else. Write it like {example}.")
    made = Measurement(id=thing_id, on=on, kind=kind, value=float(found[1].replace(",", ".")), unit=unit)
    low, high = BODY_MASS_KG if heavy else GIRTHS_CM.get(kind, _ANY_GIRTH_CM)
    if not low <= made.base <= high:
        raise UsageError(
            f"{number(made.value)} {unit.value} cannot be a {name}. Check the number and its unit, such as {example}."
        )
    return made
