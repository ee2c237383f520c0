"""Looks for further problems in a file that already has some, so that one reading reports them all."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dorsi.athlete.answers import Intake
from dorsi.athlete.checks import intake_problems
from dorsi.structure import structure

_STAND_INS: Mapping[str, Any] = {
    "age": 30,
    "body_mass": 75,
    "training_age_months": 12,
    "known_set.exercise": "deadlift",
    "known_set.load": 0,
    "known_set.reps": 5,
    "discomfort.place": "hip",
    "discomfort.score": 0,
    "other_training.day": "mon",
    "other_training.trains": ["legs"],
    "equipment.dumbbells.from_": 1,
    "equipment.dumbbells.to": 100,
    "equipment.dumbbells.step": 1,
}
"""Sound values for keys that must be there, so that the rest of a broken file can be looked at."""


def problems_around(mapping: Mapping[str, Any], broken: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Problems of the sound part of `mapping`: keys at the `broken` paths are left out or stood in for."""
    rest = copy.deepcopy(dict(mapping))
    mended = tuple(path.rstrip("0123456789[]") for path in broken)
    for path in mended:
        _mend(rest, path)
    intake = structure(rest, Intake, lambda path, message: None)
    if intake is None:
        return
    for path, message in intake_problems(intake):
        if not any(path == known or path.startswith((f"{known}.", f"{known}[")) for known in mended):
            yield path, message


def _mend(rest: dict[str, Any], path: str) -> None:
    """Replaces the value at `path` by its stand-in, or removes it."""
    *parents, key = re.findall(r"[^.\[\]]+", path)
    place: Any = rest
    for part in parents:
        place = place[int(part)] if isinstance(place, list) else place.get(part)
        if not isinstance(place, dict | list):
            return
    stand_in = _STAND_INS.get(re.sub(r"\[\d+\]", "", path))
    if stand_in is not None:
        place[key] = stand_in
    elif isinstance(place, dict):
        place.pop(key, None)
