"""How logged sets read: one at a time in words, several of an exercise in a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dorsi.journal.model import LoadMode, LoggedLoad, LoggedSet, MeasureKind, Measurement, SetKind
from dorsi.units import duration, number

_MEASURES = {MeasureKind.BODY_MASS: "body mass", MeasureKind.BODY_FAT: "body fat"}


def set_words(entry: LoggedSet) -> str:
    """'8 reps at +10 kg, 2 in reserve', 'warm-up, 45 s', '7 reps, test'."""
    words = _amount_words(entry)
    if entry.load is not None:
        words += f" {_load_words(entry.load)}"
    parts = [words]
    if entry.rir is not None:
        parts.append(f"{number(entry.rir)} in reserve")
    if entry.rpe is not None:
        parts.append(f"RPE {number(entry.rpe)}")
    parts += [_kind_words(entry.kind)] if entry.kind is not SetKind.WORK else []
    parts += [entry.side.value] if entry.side is not None else []
    parts += ["straps"] if entry.straps else []
    if entry.discomfort is not None:
        where = f" {entry.discomfort.place.replace('-', ' ')}" if entry.discomfort.place else ""
        parts.append(f"discomfort {entry.discomfort.score}{where}")
    return ", ".join(parts)


def sets_line(sets: Sequence[LoggedSet]) -> str:
    """'140 kg x 5, 5, 4  RIR 1; drop 100 kg x 8': sets of one exercise as they are scribbled down."""
    parts: list[str] = []
    for entry, alike in groupby(sets, key=_alike):
        words = _alike_words(list(alike))
        again = f"{_kind_words(SetKind.WARM_UP)} "
        if entry[0] is SetKind.WARM_UP and parts and parts[-1].startswith(again):
            parts[-1] += f", {words.removeprefix(again)}"
        else:
            parts.append(words)
    return "; ".join(parts)


def measurement_words(measured: Measurement) -> str:
    """'body mass 81.4 kg', 'waist 84 cm'."""
    return f"{_MEASURES.get(measured.kind, measured.kind.value)} {number(measured.value)} {measured.unit.value}"


def _amount_words(entry: LoggedSet) -> str:
    parts = []
    if entry.reps is not None:
        parts.append(f"{entry.reps} rep{'s' * (entry.reps != 1)}")
    if entry.seconds is not None:
        parts.append(duration(entry.seconds))
    if entry.metres is not None:
        parts.append(f"{number(entry.metres)} m")
    return ", ".join(parts) or "a set"


def _load_words(load: LoggedLoad) -> str:
    if load.mode is LoadMode.ADDED and not load.value:
        return "at body weight"
    return f"with {str(load).removeprefix('-')} of help" if load.mode is LoadMode.ASSISTED else f"at {load}"


def _kind_words(kind: SetKind) -> str:
    return {SetKind.FAILURE: "to failure", SetKind.DROP: "drop set"}.get(kind, kind.value)


def _alike(entry: LoggedSet) -> tuple[object, ...]:
    return entry.kind, entry.load, entry.side, entry.straps


def _alike_words(sets: Sequence[LoggedSet]) -> str:
    one = sets[0]
    words = [] if one.kind is SetKind.WORK else [_kind_words(one.kind)]
    words += [one.side.value] if one.side is not None else []
    amounts = ", ".join(map(_short_amount, sets))
    load = "" if one.load is None or (not one.load.value and one.load.mode is LoadMode.ADDED) else f"{one.load} x "
    words.append(f"{load}{amounts}")
    words += ["straps"] if one.straps else []
    line = " ".join(words)
    line += _efforts(sets)
    pains = [entry.discomfort for entry in sets if entry.discomfort is not None]
    if pains:
        worst = max(pains, key=lambda pain: pain.score)
        line += f"  discomfort {worst.score} {worst.place.replace('-', ' ')}".rstrip()
    return line


def _short_amount(entry: LoggedSet) -> str:
    if entry.reps is not None:
        return str(entry.reps)
    if entry.seconds is not None:
        return duration(entry.seconds)
    return f"{number(entry.metres)} m" if entry.metres is not None else "?"


def _efforts(sets: Sequence[LoggedSet]) -> str:
    """'  RIR 2', '  RIR 3, 2, 1'; a dash stands for a set that says nothing."""
    words = []
    for name in ("rir", "rpe"):
        values: list[float | None] = [getattr(entry, name) for entry in sets]
        if any(value is not None for value in values):
            told = ["-" if value is None else number(value) for value in values]
            words.append(f"  {name.upper()} {told[0] if len(set(told)) == 1 else ', '.join(told)}")
    return "".join(words)
