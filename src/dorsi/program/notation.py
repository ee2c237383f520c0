"""The set notation: '4 x 6-12 @ RIR 2', 'max, 10, 8, 8', '3 x 30 s', '4 x 20 m @ 24 kg'.

Grammar (spaces are free, 'x' may be a multiplication sign):

    line     = group { ";" group }
    group    = [ count "x" ] amount { "," amount } [ "light" ] { "@" detail { "," detail } }
    count    = N | N-M
    amount   = "max" | N | N-M | N+  [ "s" | "min" | "m" ]
    detail   = "RIR" N[-M] | "RPE" N | P[-Q]% | N kg | N lb | "bw" [ (+|-) N [kg|lb] ]

In a warm-up, percentages are of the work load; elsewhere of the one-repetition maximum.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from dorsi.program.model import Load, LoadKind, SetTarget
from dorsi.units import MassUnit, number, to_kg

MAX_LENGTH = 500
MAX_SETS = 20
MAX_REPS = 100
MAX_SECONDS = 7200
MAX_METRES = 2000
MAX_LOAD_KG = 1000.0

_GROUP = re.compile(r"\s*(?:(\d{1,4})\s*(?:[-–]\s*(\d{1,4}))?\s*[x×*]\s*)?(.*?)\s*(\blight)?\s*$", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?:(?P<max>max|amrap)|(?P<low>\d{1,6})\s*(?:[-–]\s*(?P<high>\d{1,6})|(?P<plus>\+))?)"
    r"\s*(?P<unit>sec|s|min|m)?(?:\s*(?:each|per side|/side))?$",
    re.IGNORECASE,
)
_EFFORT = re.compile(r"(rir|rpe)\s*(\d{1,3}(?:\.\d{1,3})?)\s*(?:[-–]\s*(\d{1,3}(?:\.\d{1,3})?))?$", re.IGNORECASE)
_PERCENT = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*(?:[-–]\s*(\d{1,4}(?:\.\d{1,3})?))?\s*%$")
_MASS = re.compile(r"(\d{1,6}(?:[.,]\d{1,4})?)\s*(kg|lbs?)$", re.IGNORECASE)
_BODYWEIGHT = re.compile(r"bw\s*(?:([+-])\s*(\d{1,6}(?:\.\d{1,4})?)\s*(kg|lbs?)?)?$", re.IGNORECASE)

EXPECTED = "something like '4 x 6-12 @ RIR 2', 'max, 10, 8, 8', '3 x 30 s' or '4 x 5 @ 60 kg'"


class NotationError(ValueError):
    """A line that is not set notation; `offset` counts characters from the line's start."""

    def __init__(self, message: str, offset: int, remedy: str = f"Expected {EXPECTED}.") -> None:
        self.message, self.offset, self.remedy = message, offset, remedy
        super().__init__(message)


@lru_cache(maxsize=4096)
def parse_sets(line: str) -> tuple[SetTarget, ...]:
    """The set targets a line of notation stands for. Raises NotationError with the offset of the fault."""
    if not line.strip():
        raise NotationError("there are no sets here", 0)
    if "\n" in line.strip() or len(line) > MAX_LENGTH:
        raise NotationError("is more than one line of sets", 0, "Write it on one line, with ';' between the parts.")
    targets: list[SetTarget] = []
    offset = 0
    for group in line.split(";"):
        targets += _parse_group(group, offset)
        offset += len(group) + 1
    return tuple(targets)


def _parse_group(group: str, offset: int) -> list[SetTarget]:
    head, *details = group.split("@")
    rir: tuple[float, float] | None = None
    load: Load | None = None
    at = offset + len(head) + 1
    for detail in details:
        for part in re.split(r",(?!\d)", detail):
            effort, found_load = _parse_detail(part.strip(), at + len(part) - len(part.lstrip()))
            rir, load = effort or rir, found_load or load
            at += len(part) + 1
    match = _GROUP.match(head)
    assert match is not None, "the group pattern matches any text"
    low, high, amounts, light = match.groups()
    if light:
        load = load or Load(kind=LoadKind.LIGHT)
    parts = amounts.split(",")
    if low and len(parts) > 1:
        raise NotationError(
            "a set count and a list of sets do not go together",
            offset,
            f"Write either '{low} x {parts[0].strip()}' or '{amounts}'.",
        )
    count = (1, 1) if not low else (int(low), int(high or low))
    _check_range(count, MAX_SETS, "sets", offset)
    at = offset + match.start(3)
    found: list[SetTarget] = []
    for part in parts:
        found.append(_parse_amount(part.strip(), count, rir, load, at + len(part) - len(part.lstrip())))
        at += len(part) + 1
    return _merged(found)


def _parse_amount(
    text: str, count: tuple[int, int], rir: tuple[float, float] | None, load: Load | None, offset: int
) -> SetTarget:
    match = _AMOUNT.match(text)
    if match is None:
        raise NotationError(f"'{text}' is not a number of reps" if text else "the number of reps is missing", offset)
    unit = (match["unit"] or "").lower()
    if match["max"]:
        if unit == "m":
            raise NotationError("'max' goes with reps or seconds, not metres", offset)
        return SetTarget(sets=count, to_max=True, rir=rir, load=load)
    span = (int(match["low"]), int(match["high"] or match["low"]))
    if unit in {"s", "sec", "min"}:
        seconds = (span[0] * 60, span[1] * 60) if unit == "min" else span
        _check_range(seconds, MAX_SECONDS, "seconds", offset)
        return SetTarget(sets=count, seconds=seconds, rir=rir, load=load)
    if unit == "m":
        _check_range(span, MAX_METRES, "metres", offset)
        return SetTarget(sets=count, metres=span, rir=rir, load=load)
    _check_range(span, MAX_REPS, "reps", offset)
    return SetTarget(sets=count, reps=span, to_max=bool(match["plus"]), rir=rir, load=load)


def _parse_detail(text: str, offset: int) -> tuple[tuple[float, float] | None, Load | None]:
    if match := _EFFORT.match(text):
        low, high = float(match[2]), float(match[3] or match[2])
        if match[1].lower() == "rpe":
            low, high = 10 - high, 10 - low
        if low > high or low < 0 or high > 10:
            raise NotationError(f"'{text}' is outside 0 to 10, or runs backwards", offset, "Write 'RIR 1-3'.")
        return (low, high), None
    if match := _PERCENT.match(text):
        share = (float(match[1]), float(match[2] or match[1]))
        if not 1 <= share[0] <= share[1] <= 110:
            raise NotationError(f"'{text}' is not between 1% and 110%", offset, "Write '@ 80%' or '@ 75-80%'.")
        return None, Load(kind=LoadKind.PERCENT, percent=share)
    if match := _MASS.match(text):
        return None, _mass(LoadKind.MASS, float(match[1].replace(",", ".")), match[2], offset)
    if match := _BODYWEIGHT.match(text):
        added = float(match[2] or 0) * (-1 if match[1] == "-" else 1)
        return None, _mass(LoadKind.BODYWEIGHT, added, match[3] or "kg", offset)
    if text.lower() == "light":
        return None, Load(kind=LoadKind.LIGHT)
    raise NotationError(
        f"'{text}' is neither an effort nor a load" if text else "nothing follows the '@'",
        offset,
        "Expected 'RIR 2', 'RPE 8', '80%', '60 kg', '135 lb', 'bw+10' or 'bw-20'.",
    )


def _mass(kind: LoadKind, value: float, unit_text: str, offset: int) -> Load:
    unit = MassUnit.LB if unit_text.lower().startswith("lb") else MassUnit.KG
    kg = to_kg(value, unit)
    if abs(kg) > MAX_LOAD_KG:
        raise NotationError(f"{number(value)} {unit.value} is more than anyone lifts", offset, "Check the load.")
    return Load(kind=kind, kg=kg, typed=value, unit=unit)


def _check_range(span: tuple[int, int], most: int, what: str, offset: int) -> None:
    if span[0] > span[1]:
        raise NotationError(
            f"the range of {what} runs backwards ({span[0]}-{span[1]})", offset, f"Write {span[1]}-{span[0]}."
        )
    if span[0] < 1 or span[1] > most:
        raise NotationError(f"{what} must lie between 1 and {most}", offset, "Check the number.")


def _merged(found: list[SetTarget]) -> list[SetTarget]:
    """Neighbouring equal single sets as one target: '10, 10, 8' becomes 2 x 10 and 1 x 8."""
    merged: list[SetTarget] = []
    for target in found:
        last = merged[-1] if merged else None
        if last is not None and last.sets[0] == last.sets[1] and _same_work(last, target):
            total = last.sets[0] + target.sets[0]
            merged[-1] = SetTarget(
                sets=(total, total), reps=last.reps, to_max=last.to_max, seconds=last.seconds,
                metres=last.metres, rir=last.rir, load=last.load,
            )  # fmt: skip
        else:
            merged.append(target)
    return merged


def _same_work(one: SetTarget, other: SetTarget) -> bool:
    return (one.reps, one.to_max, one.seconds, one.metres, one.rir, one.load) == (
        other.reps, other.to_max, other.seconds, other.metres, other.rir, other.load,
    )  # fmt: skip


def format_sets(targets: tuple[SetTarget, ...]) -> str:
    """The notation of the targets; `parse_sets` reads it back to equal values."""
    details = {(t.rir, t.load) for t in targets}
    if len(targets) > 1 and len(details) == 1 and all(t.sets[0] == t.sets[1] for t in targets):
        head = ", ".join(amount_text(t) for t in targets for _ in range(t.sets[0]))
        if not any(_same_work(one, other) for one, other in pairwise(targets)):
            return head + _detail_text(targets[0])
    return "; ".join(_group_text(t) for t in targets)


def _group_text(target: SetTarget) -> str:
    return f"{span_text(target.sets)} x {amount_text(target)}{_detail_text(target)}"


def amount_text(target: SetTarget) -> str:
    """How much one set is: '6-12', 'max', '8+', '30 s', '20 m'."""
    if target.seconds is not None:
        low, high = target.seconds
        if low % 60 == 0 and high % 60 == 0:
            return f"{span_text((low // 60, high // 60))} min"
        return f"{span_text(target.seconds)} s"
    if target.metres is not None:
        return f"{span_text(target.metres)} m"
    if target.reps is None:
        return "max"
    return span_text(target.reps) + ("+" if target.to_max else "")


def span_text(span: tuple[float, float]) -> str:
    """A range as written: '6-12', or '10' when both ends agree."""
    low, high = number(span[0]), number(span[1])
    return low if low == high else f"{low}-{high}"


def load_text(load: Load) -> str:
    """A load as written: '60 kg', 'bw+10', '80%', 'light'."""
    if load.kind is LoadKind.LIGHT:
        return "light"
    if load.kind is LoadKind.PERCENT:
        assert load.percent is not None
        return f"{span_text(load.percent)}%"
    value = load.typed if load.typed is not None else load.kg
    if load.kind is LoadKind.MASS:
        return f"{number(value)} {load.unit.value}"
    if not value:
        return "bw"
    return f"bw{'+' if value > 0 else '-'}{number(abs(value))}{' lb' if load.unit is MassUnit.LB else ''}"


def _detail_text(target: SetTarget) -> str:
    parts = []
    suffix = ""
    if target.load is not None:
        if target.load.kind is LoadKind.LIGHT:
            suffix = " light"
        else:
            parts.append(load_text(target.load))
    if target.rir is not None:
        parts.append(f"RIR {span_text(target.rir)}")
    return suffix + (f" @ {', '.join(parts)}" if parts else "")
