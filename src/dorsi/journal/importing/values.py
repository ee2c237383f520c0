"""Numbers, durations and units as other apps write them; dates are in `dates`.

Blank is None and differs from zero. What cannot be read is None as well: a caller tells the two apart by
whether the text `is_blank`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from dorsi.units import MassUnit

_BLANK = frozenset({"", "-", "--", "–", "—", "null", "none", "nan", "n/a", "na", "nil"})
_SPACES = str.maketrans({" ": None, "\u00a0": None, "\u202f": None, "\u2009": None, "'": None, "’": None, "−": "-"})
_NUMBER_AND_UNIT = re.compile(r"\s*([+\-−]?[\d.,'’\s]*\d)\s*(.*?)\s*$", re.DOTALL)
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_CLOCK = re.compile(r"(\d{1,9}):(\d{1,2})(?::(\d{1,2}))?(?:[.,]\d+)?\s*([a-z]*)\.?")
_PARTS = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?)\s*([a-z]+)\.?")
_LONGEST = 80
"""No number with its unit is longer than this; prose is not searched for one."""
_SECONDS_IN = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"), 3600.0),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuten"), 60.0),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "sek", "sekunden"), 1.0),
}
_METRES_IN = {
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres", "metro", "metros"), 1.0),
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), 1000.0),
    **dict.fromkeys(("mi", "mile", "miles"), 1609.344),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), 0.9144),
    **dict.fromkeys(("ft", "foot", "feet"), 0.3048),
    **dict.fromkeys(("in", "inch", "inches"), 0.0254),
    **dict.fromkeys(("cm", "centimeter", "centimeters"), 0.01),
}
_MASS_UNITS = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "кг"), MassUnit.KG),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds", "pfund"), MassUnit.LB),
}


def is_blank(text: str) -> bool:
    """True where nothing was entered: no text, a dash, or a program's word for nothing."""
    return not text or text.strip().casefold() in _BLANK


class Numbers:
    """Reads the numbers of one file, whose decimal signs were settled from all of them.

    A number that can mean only one thing ("32,5", "1,234.5") is read so whatever the file does; the file
    decides about those that could mean two ("1,250").
    """

    def __init__(self, *, decimal_signs: str) -> None:
        self.decimal_signs = decimal_signs
        self._known: dict[str, float | None] = {}

    @classmethod
    def of(cls, cells: Iterable[str], *, delimiter: str = ",") -> Numbers:
        """Takes for decimal signs those that some cell leaves no doubt about, which may be both.

        Where no cell says it, a dot is one, and a comma is one in files delimited by semicolons.
        """
        seen = {sign for cell in set(cells) if (sign := _sure_decimal(cell))}
        signs = seen or ({",", "."} if delimiter == ";" else {"."})
        return cls(decimal_signs="".join(sorted(signs)))

    def read(self, text: str) -> float | None:
        """The number in the text; None if it is blank or no finite number."""
        try:
            return self._known[text]
        except KeyError:
            value = self._known[text] = self._value(text)
            return value

    def _value(self, text: str) -> float | None:
        if not text:
            return None
        if "." in self.decimal_signs and _PLAIN.fullmatch(text):
            return _finite(float(text))
        plain = text.translate(_SPACES)
        sign = "," if "," in plain else "."
        decimal = _sure_decimal(text) or (sign if sign in self.decimal_signs else "")
        if decimal == ",":
            plain = plain.replace(".", "").replace(",", ".")
        elif decimal == ".":
            plain = plain.replace(",", "")
        else:
            plain = plain.replace(",", "").replace(".", "")
        if not _PLAIN.fullmatch(plain):
            return None
        return _finite(float(plain))


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _sure_decimal(text: str) -> str | None:
    """The decimal sign of a number that can be read in one way only; None if there is none or it is in doubt."""
    comma, dot = text.rfind(","), text.rfind(".")
    if comma < 0 and dot < 0:
        return None
    if comma >= 0 and dot >= 0:
        return "," if comma > dot else "."
    sign, at = (",", comma) if comma >= 0 else (".", dot)
    other = "." if sign == "," else ","
    if text.count(sign) > 1:
        return other
    whole, part = text[:at].strip().lstrip("+-−"), text[at + 1 :].strip()
    grouped = len(part) == 3 and part.isdigit() and 1 <= len(whole) <= 3 and not whole.startswith("0")
    return None if grouped else sign


def number_and_unit(text: str) -> tuple[str, str]:
    """A cell such as "2,5 kg" as the text of its number and its unit in lower case; ("", text) without number."""
    found = _NUMBER_AND_UNIT.match(text) if len(text) <= _LONGEST else None
    return (found[1].strip(), found[2].casefold().rstrip(".")) if found else ("", text.strip().casefold())


def seconds_of(text: str) -> float | None:
    """A duration in seconds: "1h 43m", "59m", "1:02:03", "1:30" (minutes), "1:02 hr" or bare seconds.

    None if it is blank or no duration.
    """
    plain = text.strip().casefold()
    if not plain or len(plain) > _LONGEST:
        return None
    if _PLAIN.fullmatch(bare := plain.replace(",", ".")):
        return _finite(float(bare))
    if clock := _CLOCK.fullmatch(plain):
        first, second, third, unit = int(clock[1]), int(clock[2]), clock[3], clock[4]
        if unit and unit not in _SECONDS_IN:
            return None
        if third is not None:
            return first * 3600.0 + second * 60.0 + int(third)
        return (first * 60.0 + second) * (60.0 if _SECONDS_IN.get(unit) == 3600.0 else 1.0)
    parts = _PARTS.findall(plain)
    if not parts or _PARTS.sub("", plain).strip(" ,") or any(unit not in _SECONDS_IN for _, unit in parts):
        return None
    return sum(float(value.replace(",", ".")) * _SECONDS_IN[unit] for value, unit in parts)


def mass_unit(text: str) -> MassUnit | None:
    """The unit of mass that the text names, or None."""
    return _MASS_UNITS.get(text.strip().rstrip(".").casefold())


def metres_in(unit: str) -> float | None:
    """How many metres the unit has ("km", "mi.", "meters"), or None if it is no known unit of length."""
    return _METRES_IN.get(unit.strip().rstrip(".").casefold())
