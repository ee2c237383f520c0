"""Lifts that logs hold besides the back exercises: what they train and whether they tire the lower back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import tomli

from dorsi.athlete.model import OtherMuscle
from dorsi.atlas.model import Loading
from dorsi.errors import AtlasBroken
from dorsi.structure import Report, structure

OTHER = "other:"
"""Ids of these lifts begin with this."""

_FILE = "other-lifts.toml"
_DATA = files("dorsi.journal") / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLift:
    """One lift outside the atlas; `trains` is empty for cardio."""

    id: str
    name: str
    trains: tuple[OtherMuscle, ...]
    loading: Loading
    heavy_hinge_or_squat: bool = False


@cache
def other_lifts() -> Mapping[str, OtherLift]:
    """The lifts by id, in the order of the file; raises AtlasBroken naming every offending row."""
    return read_other_lifts((_DATA / _FILE).read_text("utf-8"))


def read_other_lifts(text: str) -> Mapping[str, OtherLift]:
    """The lifts of a TOML text by id; raises AtlasBroken naming every offending row."""
    problems: list[str] = []
    found: dict[str, OtherLift] = {}
    for number, row in enumerate(tomli.loads(text).get("lift", []), start=1):
        where = f"{_FILE} {row.get('id', f'row {number}')}"
        lift = structure(row, OtherLift, _into(problems, where))
        if lift is None:
            continue
        if not lift.id.startswith(OTHER):
            problems.append(f"{where}: the id must begin with '{OTHER}'")
        if lift.id in found:
            problems.append(f"{where}: stands there twice")
        found[lift.id] = lift
    if problems:
        raise AtlasBroken(problems)
    return MappingProxyType(found)


def _into(problems: list[str], where: str) -> Report:
    return lambda path, message: problems.append(f"{where}: {path} {message}")
