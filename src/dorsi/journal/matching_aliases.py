"""The names that exercises go by elsewhere (`data/aliases.toml`), ready for comparing."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import tomli

from dorsi.journal.matching_spelling import normal_name
from dorsi.journal.matching_words import DATA, Kind, Words, load_words

_BRACKETS = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One way to name an exercise: meanings that must be there, and meanings that may be."""

    exercise: str
    needed: frozenset[str]
    optional: frozenset[str] = frozenset()


class Aliases:
    """The aliases by whole name and by movement; `problems` names what contradicts itself."""

    def __init__(self, text: str, words: Words) -> None:
        self.words = words
        self.whole: dict[str, str] = {}
        self.by_movements: dict[frozenset[str], list[Alias]] = defaultdict(list)
        self.by_meaning: dict[str, list[Alias]] = defaultdict(list)
        self.problems: list[str] = []
        self._read: dict[str, frozenset[str]] = {}
        for group in tomli.loads(text).values():
            for exercise, names in group.items():
                for name in names:
                    self._add(exercise, name)

    def movements(self, meanings: frozenset[str]) -> frozenset[str]:
        """Those of the meanings that are movements."""
        kinds = self.words.kinds
        return frozenset(m for m in meanings if kinds[m] is Kind.MOVEMENT)

    def _add(self, exercise: str, name: str) -> None:
        if name.startswith("="):
            known = self.whole.setdefault(normal_name(name), exercise)
            if known != exercise:
                self.problems.append(f"'{name}' names {known} and {exercise}")
            return
        needed = self._meanings(_BRACKETS.sub(" ", name), exercise)
        optional = frozenset[str]().union(*(self._meanings(part, exercise) for part in _BRACKETS.findall(name)))
        alias = Alias(exercise=exercise, needed=needed, optional=optional - needed)
        self.by_movements[self.movements(needed)].append(alias)
        for meaning in needed:
            self.by_meaning[meaning].append(alias)

    def _meanings(self, text: str, exercise: str) -> frozenset[str]:
        found = self._read.get(text)
        if found is None:
            literal = [word for word in text.split() if "-" in word and word in self.words.kinds]
            spoken = " ".join(word for word in text.split() if word not in literal)
            reading = self.words.read(spoken)
            if reading.unknown or reading.guessed:
                self.problems.append(f"{exercise}: '{text}' holds unknown words {reading.unknown}")
            found = reading.meanings | frozenset(literal)
            self._read[text] = found
        return found


@cache
def load_aliases() -> Aliases:
    """The one alias table of this process."""
    return Aliases((DATA / "aliases.toml").read_text("utf-8"), load_words())
