"""Loads of body-weight lifts that include the body, where a file does not say: told from how large they always are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dorsi.atlas.model import Loading
from dorsi.journal.importing.foreign import ForeignSet, Guess
from dorsi.journal.importing.settled_names import SettledName
from dorsi.journal.model import LoadMode, SetKind
from dorsi.units import MassUnit, number, to_kg

OPTION = "body"
_LEAST_KG = 45.0
"""Heuristic: somebody who always adds this much would warm up with less or note sets without any load."""
_LEAST_SETS = 5
_WIDEST = 2.0
_BODY_LIFTS = (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT)


def load_modes(
    names: Mapping[str, SettledName],
    sets: Mapping[str, list[ForeignSet]],
    unit: MassUnit,
    body_counted: bool | None,
) -> tuple[Mapping[str, LoadMode], tuple[Guess, ...]]:
    """What a positive number means for each name, and what of that was guessed.

    `body_counted` is the athlete's word on body-weight lifts: True for all of it, False for what is added.
    """
    modes = {theirs: name.mode for theirs, name in names.items()}
    guesses: list[Guess] = []
    for theirs, name in names.items():
        if name.loading not in _BODY_LIFTS or name.assisted or body_counted is False:
            continue
        loads = [to_kg(e.load, e.unit or unit) for e in sets[theirs] if e.load and e.kind is not SetKind.WARM_UP]
        if body_counted or (len(loads) == len(_worked(sets[theirs])) and _includes_body(loads)):
            modes[theirs] = LoadMode.TOTAL
        if body_counted is None and modes[theirs] is LoadMode.TOTAL:
            guesses.append(
                Guess(
                    what=f"loads of '{theirs}' include the body",
                    evidence=f"none is below {number(min(loads))} kg in {len(loads)} sets",
                    option=OPTION,
                )
            )
    return modes, tuple(guesses)


def _worked(sets: Iterable[ForeignSet]) -> list[ForeignSet]:
    return [entry for entry in sets if entry.kind is not SetKind.WARM_UP]


def _includes_body(loads: list[float]) -> bool:
    return len(loads) >= _LEAST_SETS and min(loads) >= _LEAST_KG and max(loads) <= _WIDEST * min(loads)
