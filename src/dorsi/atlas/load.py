"""Reads the atlas' TOML files into frozen objects and cross-checks them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import TypeVar

import tomli

from dorsi.atlas.consistency import exercise_problems, knowledge_problems, muscle_problems
from dorsi.atlas.equipment import EQUIPMENT
from dorsi.atlas.model import Bone, Claim, Exercise, Method, Muscle, Reference, VolumeGroup
from dorsi.errors import AtlasBroken, UnknownName
from dorsi.structure import structure

T = TypeVar("T")
_DATA = files("dorsi.atlas") / "data"


class Atlas:
    """What Dorsi knows of the back. Tables are read when first asked for and cached.

    Exercises and muscles are cross-checked as soon as they are read; claims, references, methods
    and bones when one of them is first asked for. Raises AtlasBroken naming every offending row.
    """

    @cached_property
    def muscles(self) -> Mapping[str, Muscle]:
        """Muscles by id, in the order of the file."""
        return _table("muscles.toml", "muscle", Muscle, "id")

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """Exercises by id, sorted by id."""
        folder = _DATA / "exercises"
        problems: list[str] = []
        found: dict[str, Exercise] = {}
        for entry in sorted(folder.iterdir(), key=lambda item: item.name):
            if not entry.name.endswith(".toml"):
                continue
            name = f"exercises/{entry.name}"
            exercise = structure(tomli.loads(entry.read_text("utf-8")), Exercise, _into(problems, name))
            if exercise is None:
                continue
            if exercise.id != entry.name.removesuffix(".toml"):
                problems.append(f"{name}: id '{exercise.id}' does not match the file's name")
            found[exercise.id] = exercise
        problems += muscle_problems(self.muscles)
        problems += exercise_problems(found, self.muscles, EQUIPMENT)
        _raise(problems)
        return found

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The guides' claims by id (A01 to E12)."""
        return _table("claims.toml", "claim", Claim, "id", rename={"with": "conflicts_with"})

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """Published works by key (Lusk10)."""
        return _table("references.toml", "reference", Reference, "key")

    @cached_property
    def methods(self) -> Mapping[str, Method]:
        """Ways to make or arrange sets, by id."""
        return _table("methods.toml", "method", Method, "id")

    @cached_property
    def bones(self) -> Mapping[str, Bone]:
        """Skeleton units by id."""
        return _table("skeleton.toml", "bone", Bone, "id")

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise of that id; raises UnknownName with the nearest names."""
        try:
            return self.exercises[exercise_id]
        except KeyError:
            raise UnknownName("exercise", exercise_id, self.exercise_names) from None

    @cached_property
    def exercise_names(self) -> Mapping[str, str]:
        """Every name an exercise goes by (id, other names, hyphenated) mapped to its id."""
        names: dict[str, str] = {}
        for exercise in self.exercises.values():
            for name in (exercise.short, exercise.name, *exercise.also):
                names.setdefault(name.lower().replace(" ", "-"), exercise.id)
        names.update({exercise_id: exercise_id for exercise_id in self.exercises})
        return names

    @cached_property
    def group_muscles(self) -> Mapping[VolumeGroup, tuple[str, ...]]:
        """Which muscles are counted together for weekly volume."""
        return {group: tuple(m.id for m in self.muscles.values() if m.volume_group is group) for group in VolumeGroup}

    def problems(self) -> tuple[str, ...]:
        """Every contradiction between the tables; empty when the atlas is sound."""
        return tuple(
            knowledge_problems(
                exercises=self.exercises,
                muscles=self.muscles,
                claims=self.claims,
                references=self.references,
                methods=self.methods,
                bones=self.bones,
            )
        )


@cache
def load_atlas() -> Atlas:
    """The one atlas of this process."""
    return Atlas()


def _table(
    file: str, key: str, cls: type[T], id_field: str, rename: Mapping[str, str] | None = None
) -> Mapping[str, T]:
    rows = tomli.loads((_DATA / file).read_text("utf-8")).get(key, [])
    problems: list[str] = []
    table: dict[str, T] = {}
    for row in rows:
        name = str(row.get(id_field, "?"))
        renamed = {(rename or {}).get(field, field): value for field, value in row.items()}
        made = structure(renamed, cls, _into(problems, f"{file} {name}"))
        if made is None:
            continue
        if name in table:
            problems.append(f"{file} {name}: stands there twice")
        table[name] = made
    _raise(problems)
    return table


def _into(problems: list[str], file: str):  # type: ignore[no-untyped-def]
    return lambda path, message: problems.append(f"{file}: {path} {message}")


def _raise(problems: Iterable[str]) -> None:
    found = tuple(problems)
    if found:
        raise AtlasBroken(found)
