"""`dorsi atlas`: looking things up by any name they go by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from dorsi.atlas.equipment import EQUIPMENT, GROUPS
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.atlas.model import Pattern, VolumeGroup
from dorsi.cli import atlas_cards, atlas_lists
from dorsi.cli.atlas_exercise import render_exercise
from dorsi.cli.console import Terminal, terminal
from dorsi.errors import UnknownName, UsageError

_Render = Callable[[], None]


def atlas(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="A muscle, exercise, method, claim (A07), reference, or a list to show."),
    ] = None,
    pattern: Annotated[
        str, typer.Option("--pattern", metavar="PATTERN", help="List exercises of one movement pattern.")
    ] = "",
    equipment: Annotated[
        str, typer.Option("--equipment", metavar="ITEM,...", help="List exercises that need no more than this.")
    ] = "",
) -> None:
    """Look up muscles, exercises, methods, and what the guides claim.

    Lists: exercises, muscles, methods, claims, bones, references.
    """
    console, known = terminal(), load_atlas()
    wanted = " ".join(name or []).strip()
    if (pattern or equipment) and wanted not in ("", "exercises"):
        raise UsageError("--pattern and --equipment narrow the list of exercises; leave the name out.")
    if pattern or equipment or wanted == "exercises":
        atlas_lists.render_exercises(console, known, _pattern(pattern), _items(equipment))
    elif not wanted:
        atlas_lists.render_overview(console, known)
    elif wanted in atlas_lists.LISTS:
        atlas_lists.LISTS[wanted](console, known)
    else:
        _found(wanted, console, known)()


def _pattern(text: str) -> Pattern | None:
    if not text:
        return None
    wanted = _key(text)
    if wanted not in [pattern.value for pattern in Pattern]:
        raise UnknownName("movement pattern", text, list(Pattern), hint=f"There are {', '.join(Pattern)}.")
    return Pattern(wanted)


def _items(text: str) -> frozenset[str] | None:
    """The equipment named, groups spelled out; None where none was asked about."""
    if not text.strip():
        return None
    items: set[str] = set()
    for item in text.replace(",", " ").lower().split():
        if item in ("none", "nothing"):
            continue
        if item not in EQUIPMENT and item not in GROUPS:
            raise UnknownName("equipment", item, [*EQUIPMENT, *GROUPS])
        items.update(GROUPS.get(item, (item,)))
    return frozenset(items)


def _found(name: str, console: Terminal, known: Atlas) -> _Render:
    """What prints the card of that name. Raises UnknownName with the nearest names."""
    key = _key(name)
    for find in (_group, _muscle, _exercise, _method, _claim, _bone, _reference):
        render = find(key, console, known)
        if render is not None:
            return render
    raise UnknownName("muscle, exercise, method, claim or reference", name, _names(known), hint="See 'dorsi atlas'.")


def _key(name: str) -> str:
    return "-".join(name.lower().replace("_", " ").replace("-", " ").replace(",", " ").split())


def _keyed(names: Mapping[str, str]) -> dict[str, str]:
    return {_key(name): target for name, target in names.items()}


def _group(key: str, console: Terminal, known: Atlas) -> _Render | None:
    for group in VolumeGroup:
        if key in (group.value, _key(group.label)):
            return lambda: atlas_cards.render_group(console, group, known)
    return None


def _muscle(key: str, console: Terminal, known: Atlas) -> _Render | None:
    names = {m.shown_as: m.id for m in reversed(tuple(known.muscles.values()))}
    names |= {n: m.id for m in known.muscles.values() for n in (m.latin, m.name, m.id)}
    found = _keyed(names).get(key)
    return None if found is None else lambda: atlas_cards.render_muscle(console, known.muscles[found], known)


def _exercise(key: str, console: Terminal, known: Atlas) -> _Render | None:
    found = _keyed(known.exercise_names).get(key)
    return None if found is None else lambda: render_exercise(console, known.exercises[found], known)


def _method(key: str, console: Terminal, known: Atlas) -> _Render | None:
    found = _keyed({n: m.id for m in known.methods.values() for n in (m.name, m.id)}).get(key)
    return None if found is None else lambda: atlas_cards.render_method(console, known.methods[found], known)


def _claim(key: str, console: Terminal, known: Atlas) -> _Render | None:
    claim = known.claims.get(key.upper())
    return None if claim is None else lambda: atlas_cards.render_claim(console, claim, known)


def _bone(key: str, console: Terminal, known: Atlas) -> _Render | None:
    found = _keyed({n: b.id for b in known.bones.values() for n in (b.name, b.id)}).get(key)
    return None if found is None else lambda: atlas_cards.render_bone(console, known.bones[found], known)


def _reference(key: str, console: Terminal, known: Atlas) -> _Render | None:
    found = _keyed({reference: reference for reference in known.references}).get(key)
    return None if found is None else lambda: atlas_cards.render_reference(console, known.references[found], known)


def _names(known: Atlas) -> list[str]:
    """Every name something can be looked up by."""
    return [
        *atlas_lists.LISTS, "exercises", *(group.value for group in VolumeGroup), *known.muscles,
        *known.exercise_names, *known.methods, *known.claims, *known.bones, *known.references,
    ]  # fmt: skip
