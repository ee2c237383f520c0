"""Reads an exercise's name as a set of meanings, whatever the app and the language it comes from.

The vocabulary is `data/words.toml`. A word that is not in it is tried as a plural, as a German compound and as a
slip of one letter before it counts as unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

import tomli

from dorsi.journal.matching_spelling import is_number, normal_name, normal_words, one_slip, singulars, swapped

DATA = files("dorsi.journal") / "data"

_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_LINKS = ("", "s", "n", "en", "es")
_SHORTEST_SLIP = 6
_SHORTEST_SWAP = 5
_SHORTEST_COMPOUND = 7
_LONGEST_COMPOUND = 40
_SHORTEST_PART = 3
_FORMS_KEPT = 8192


class Kind(StrEnum):
    """What a meaning says of an exercise."""

    MOVEMENT = "movement"
    EQUIPMENT = "equipment"
    GRIP = "grip"
    SIDE = "side"
    POSITION = "position"
    BODY = "body"
    STYLE = "style"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A name as meanings; `unknown` holds the words that have none.

    `trailing` is true if every unknown word stands after the movement; `spelled` counts the words that have a
    meaning, `guessed` the slips that were mended.
    """

    meanings: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    trailing: bool = True
    spelled: int = 0
    guessed: int = 0


@dataclass(slots=True)
class _Node:
    """A step in a spelling of several words: what may follow, and the meaning if it ends here."""

    following: dict[str, _Node] = field(default_factory=dict)
    meaning: str = ""


class Words:
    """The vocabulary; `kinds` says for each meaning what it tells."""

    def __init__(self, text: str) -> None:
        table = tomli.loads(text)
        self.dropped = frozenset(normal_name(word) for word in table["dropped"])
        self.pulled = frozenset(table["bar_is_a_handle_with"])
        self.varied = frozenset(table["varied"]["movements"])
        self.free = frozenset(table["free"])
        self._short = {word: tuple(words.split()) for word, words in table["short"].items()}
        self._alone_moves: Mapping[str, str] = table["movement_if_alone"]
        self._special = {general: frozenset(special) for general, special in table["special"].items()}
        self.kinds: dict[str, Kind] = {}
        self.spellings: dict[str, str] = {}
        self.problems: list[str] = []
        self._start = _Node()
        self._stems: dict[str, str] = {}
        self._words: set[str] = set()
        self._alone: set[str] = set()
        for kind in Kind:
            for meaning, spellings in table[kind.value].items():
                self.kinds[meaning] = kind
                for spelling in spellings:
                    self._learn(spelling, meaning)
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(self._words):
            self._by_letter.setdefault(word[0], []).append(word)
        self._forms = lru_cache(maxsize=_FORMS_KEPT)(self._forms_of)

    def read(self, name: str) -> Reading:
        """The meanings of a name."""
        words: list[str] = []
        guessed = 0
        for word in normal_name(name).split():
            if word in self.dropped:
                continue
            parts, slips = self._parts(word)
            words += parts
            guessed += slips
        meanings: set[str] = set()
        spelled = 0
        unknown: list[tuple[int, str]] = []
        last_movement = -1
        place = 0
        while place < len(words):
            length, meaning = self._longest(words, place)
            if not length:
                if not is_number(words[place]):
                    unknown.append((place, words[place]))
                place += 1
                continue
            if self.kinds[meaning] is not Kind.IGNORED:
                meanings.add(meaning)
                spelled += length
            if self.kinds[meaning] is Kind.MOVEMENT:
                last_movement = place
            place += length
        if last_movement < 0 and not unknown:
            for place, word in enumerate(words):
                if word in self._alone_moves:
                    meanings.add(self._alone_moves[word])
                    last_movement = place
        return Reading(
            meanings=self._settled(meanings),
            spelled=spelled,
            unknown=tuple(word for _, word in unknown),
            trailing=last_movement >= 0 and all(at > last_movement for at, _ in unknown),
            guessed=guessed,
        )

    def _settled(self, meanings: set[str]) -> frozenset[str]:
        """The meanings without a general movement beside a special one, and with "bar" decided."""
        left = {m for m in meanings if not self._special.get(m, frozenset()) & meanings}
        if "bar" in left:
            left.discard("bar")
            if not any(m in self.pulled or self.kinds[m] is Kind.EQUIPMENT for m in left):
                left.add("barbell")
        return frozenset(left)

    def _learn(self, spelling: str, meaning: str) -> None:
        words = [word for word in normal_words(spelling) if word not in self.dropped]
        if not words:
            self.problems.append(f"'{spelling}' ({meaning}) holds nothing but dropped words")
            return
        known = self.spellings.setdefault(" ".join(words), meaning)
        if known != meaning:
            self.problems.append(f"'{spelling}' stands for {known} and for {meaning}")
        node = self._start
        for word in words:
            if word.endswith("*"):
                self._stems[word[:-1]] = word
            else:
                self._words.add(word)
            node = node.following.setdefault(word, _Node())
        node.meaning = node.meaning or meaning
        if len(words) == 1 and self.kinds[meaning] is not Kind.IGNORED and not words[0].endswith("*"):
            self._alone.add(words[0])

    def _longest(self, words: list[str], place: int) -> tuple[int, str]:
        """How many words from `place` on make the longest known spelling, and its meaning."""
        best = (0, "")
        nodes = [self._start]
        for length, word in enumerate(words[place:], start=1):
            nodes = [node.following[form] for node in nodes for form in self._forms(word) if form in node.following]
            if not nodes:
                break
            ended = next((node.meaning for node in nodes if node.meaning), "")
            if ended:
                best = (length, ended)
        return best

    def _forms_of(self, word: str) -> tuple[str, ...]:
        """The ways a word may stand in the vocabulary, best first: itself, its singular, its stems."""
        return tuple(dict.fromkeys(self._all_forms(word)))

    def _all_forms(self, word: str) -> Iterator[str]:
        for spelled in (word, *singulars(word)):
            if spelled in self._words:
                yield spelled
        for length in range(len(word), 1, -1):
            stem = self._stems.get(word[:length])
            if stem:
                yield stem

    def _parts(self, word: str) -> tuple[list[str], int]:
        """The known words that `word` consists of, and how many letters had to be mended."""
        if word in self._short:
            return list(self._short[word]), 0
        if self._forms(word) or is_number(word):
            return [word], 0
        plain = word
        for written, meant in _UMLAUTS:
            plain = plain.replace(written, meant)
        if self._forms(plain):
            return [plain], 0
        for candidate in dict.fromkeys((word, plain)):
            parts = self._split(candidate)
            if parts:
                return parts, 0
        mended = self._mend(word)
        return ([mended], 1) if mended else ([word], 0)

    def _split(self, word: str) -> list[str]:
        """A compound's parts (Langhantelrudern, benchpress), longest first part first; empty when it is none."""
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
            return []
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            first = word[:cut]
            if first not in self._alone:
                continue
            for link in _LINKS:
                rest = word[cut:].removeprefix(link) if word[cut:].startswith(link) else ""
                if len(rest) < _SHORTEST_PART:
                    continue
                if any(form in self._alone or form.endswith("*") for form in self._forms(rest)):
                    return [first, rest]
                further = self._split(rest)
                if further:
                    return [first, *further]
        return []

    def _mend(self, word: str) -> str:
        """The known word that differs by one letter, or by two neighbours swapped."""
        if len(word) < _SHORTEST_SWAP:
            return ""
        for known in self._by_letter.get(word[0], ()):
            if len(word) == len(known) and len(word) >= _SHORTEST_SWAP and swapped(word, known):
                return known
            if len(word) >= _SHORTEST_SLIP and len(known) >= _SHORTEST_SWAP and one_slip(word, known):
                return known
        return ""


@cache
def load_words() -> Words:
    """The one vocabulary of this process."""
    return Words((DATA / "words.toml").read_text("utf-8"))


def weight(kind: Kind) -> float:
    """How much a meaning of that kind counts when names are compared; a heuristic, movement above all."""
    return _WEIGHTS.get(kind, 1.0)


_WEIGHTS: Mapping[Kind, float] = {
    Kind.MOVEMENT: 4.0,
    Kind.BODY: 2.0,
    Kind.EQUIPMENT: 1.5,
    Kind.GRIP: 1.5,
    Kind.SIDE: 1.5,
    Kind.STYLE: 1.5,
    Kind.IGNORED: 0.0,
}
