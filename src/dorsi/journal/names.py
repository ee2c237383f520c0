"""Finds which exercise another app's name means; a name that could mean something else stays unmatched.

A wrong match corrupts a log without anyone noticing, so a name is matched only if it says all that one of the
exercise's own names says (`data/aliases.toml`) and nothing that is not among them: another implement, grip or body
part makes it another exercise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dorsi.journal.matching_aliases import Alias, Aliases, load_aliases
from dorsi.journal.matching_spelling import normal_name
from dorsi.journal.matching_words import Kind, Reading, load_words, weight
from dorsi.journal.other_lifts import OTHER

__all__ = ["NameMatch", "assisted_by_name", "match_name", "normal_name"]

THRESHOLD = 0.85
"""Names that score less are left to the athlete. A heuristic, set on the labelled names of the tests."""

_PER_UNKNOWN_WORD = 0.1
_PER_MENDED_SLIP = 0.05
_WORDS_THAT_BEAR_AN_UNKNOWN = 2
_NEAREST = 3
_NEAR = 0.45
_NO_DECISIONS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """What a name means: an exercise id, or None below the threshold. `score` is 0-1.

    `nearest` holds up to three ids, best first, to offer where the match is none or wrong.
    """

    exercise: str | None
    score: float
    nearest: tuple[str, ...]


def match_name(name: str, custom: Mapping[str, str] = _NO_DECISIONS) -> NameMatch:
    """The exercise that `name` means: an atlas id or one of `other_lifts`.

    `custom` holds the athlete's own decisions, normal name to id; they win over everything.
    """
    normal = normal_name(name)
    decided = custom.get(normal)
    if decided is not None:
        return NameMatch(exercise=decided, score=1.0, nearest=(decided,))
    return _match(normal)


def assisted_by_name(name: str) -> bool:
    """True if the name says that a machine or band takes off body weight, so its load is help."""
    meanings = load_words().read(name).meanings
    return "assisted" in meanings or ("band" in meanings and bool(meanings & {"pull-up", "chin-up"}))


@lru_cache(maxsize=4096)
def _match(normal: str) -> NameMatch:
    aliases = load_aliases()
    whole = aliases.whole.get(normal) or aliases.whole.get(_singular(normal))
    reading = aliases.words.read(normal)
    near = _nearest(reading, aliases)
    if whole is not None:
        return NameMatch(exercise=whole, score=1.0, nearest=_first(whole, near))
    fits = [
        alias for alias in aliases.by_movements.get(aliases.movements(reading.meanings), ()) if _fits(alias, reading)
    ]
    score = round(1.0 - _PER_UNKNOWN_WORD * len(reading.unknown) - _PER_MENDED_SLIP * reading.guessed, 3)
    if fits and score >= THRESHOLD:
        said = max(len(alias.needed) for alias in fits)
        meant = {alias.exercise for alias in fits if len(alias.needed) == said}
        if len(meant) == 1:
            (exercise,) = meant
            return NameMatch(exercise=exercise, score=score, nearest=_first(exercise, near))
        near = [*((1.0, exercise) for exercise in sorted(meant)), *(n for n in near if n[1] not in meant)]
    ids = tuple(exercise for _, exercise in near[:_NEAREST])
    return NameMatch(exercise=None, score=round(min(near[0][0], THRESHOLD - 0.01), 3) if near else 0.0, nearest=ids)


def _fits(alias: Alias, reading: Reading) -> bool:
    """True if the name says what the alias needs and nothing beyond it.

    Unknown words are borne only for a lift outside the atlas, behind a movement that two words or more describe ("Leg
    Press Annexe"): before it, and behind movements with many variants, they usually make another exercise ("Jefferson
    curl").
    """
    if not alias.needed <= reading.meanings <= alias.needed | alias.optional | load_words().free:
        return False
    if not reading.unknown:
        return True
    if not alias.exercise.startswith(OTHER):
        return False
    described = reading.spelled >= _WORDS_THAT_BEAR_AN_UNKNOWN
    return reading.trailing and described and not reading.meanings & load_words().varied


def _nearest(reading: Reading, aliases: Aliases) -> list[tuple[float, str]]:
    """Exercises whose names share most with the reading, best first, with their likeness 0-1."""
    kinds = aliases.words.kinds
    said = reading.meanings
    ruling = [m for m in said if kinds[m] is Kind.MOVEMENT] or [m for m in said if kinds[m] is Kind.BODY]
    best: dict[str, float] = {}
    weight_said = sum(weight(kinds[m]) for m in said) + len(reading.unknown)
    for alias in {id(a): a for m in ruling for a in aliases.by_meaning.get(m, ())}.values():
        shared = said & (alias.needed | alias.optional)
        of_alias = sum(weight(kinds[m]) for m in alias.needed | shared)
        likeness = 2 * sum(weight(kinds[m]) for m in shared) / (weight_said + of_alias)
        if likeness > best.get(alias.exercise, _NEAR):
            best[alias.exercise] = likeness
    return sorted(((likeness, exercise) for exercise, likeness in best.items()), key=lambda n: (-n[0], n[1]))[:8]


def _first(exercise: str, near: list[tuple[float, str]]) -> tuple[str, ...]:
    return (exercise, *(other for _, other in near if other != exercise))[:_NEAREST]


def _singular(normal: str) -> str:
    return normal[:-1] if normal.endswith("s") else f"{normal}s"
