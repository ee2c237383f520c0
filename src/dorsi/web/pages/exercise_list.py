"""The exercises by movement, narrowed to what somebody has, wants to train, and can do without pain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Pattern
from dorsi.atlas.volume import INDIRECT_FROM
from dorsi.languages import said
from dorsi.rules.equipment.suitability import SOME_STRESS
from dorsi.web.pages.atlas_words import LEVELS, PATTERNS, equipment_words
from dorsi.web.pages.muscle_bars import short_name

_SHOWN_FROM = 0.75
_MOST_MUSCLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What narrows the list. `items` is the equipment at hand (None: any), `item` something that must be used."""

    words: str = ""
    pattern: str = ""
    muscle: str = ""
    items: frozenset[str] | None = None
    item: str = ""
    hurts: str = ""

    def fits(self, exercise: Exercise) -> bool:
        """True if the exercise passes everything but what hurts."""
        return (
            (not self.pattern or exercise.pattern is Pattern(self.pattern))
            and (not self.muscle or exercise.muscles.get(self.muscle, 0.0) >= INDIRECT_FROM)
            and (self.items is None or any(self.items >= set(way) for way in exercise.equipment))
            and (not self.item or any(self.item in way for way in exercise.equipment))
            and _named(exercise, self.words)
        )

    def spares(self, exercise: Exercise) -> bool:
        """True if it neither loads what hurts nor is warned against with that condition."""
        if not self.hurts:
            return True
        warned = any(avoid.tag == self.hurts for avoid in exercise.avoid)
        return not warned and exercise.stress.get(self.hurts, 0) < SOME_STRESS


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseLine:
    """An exercise in the list."""

    id: str
    name: str
    trains: str
    needs: str
    level: str
    off_by_default: bool
    in_plan: bool

    @classmethod
    def from_exercise(cls, exercise: Exercise, atlas: Atlas, planned: frozenset[str]) -> ExerciseLine:
        """An exercise of the atlas."""
        ranked = sorted(exercise.muscles.items(), key=lambda pair: -pair[1])
        names = [said(atlas.muscles[muscle].shown_as) for muscle, share in ranked if share >= _SHOWN_FROM]
        names = list(dict.fromkeys(names)) or [short_name(muscle, atlas) for muscle, _share in ranked]
        return cls(
            id=exercise.id,
            name=said(exercise.name),
            trains=", ".join(names[:_MOST_MUSCLES]),
            needs=equipment_words(exercise)[0],
            level=str(LEVELS[exercise.min_level]) if exercise.min_level.rank else "",
            off_by_default=exercise.off_by_default,
            in_plan=exercise.id in planned,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseGroup:
    """The exercises of one movement."""

    pattern: str
    name: str
    lines: tuple[ExerciseLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisesPage:
    """What the sieve lets through, what it holds back because of what hurts, and of how many."""

    groups: tuple[ExerciseGroup, ...]
    count: int
    spared: tuple[ExerciseLine, ...]
    of: int

    @classmethod
    def from_sieve(cls, sieve: Sieve, atlas: Atlas, planned: Iterable[str] = ()) -> ExercisesPage:
        """The list for a sieve; `planned` are the ids of the programme under way."""
        own = frozenset(planned)
        fitting = [exercise for exercise in atlas.exercises.values() if sieve.fits(exercise)]
        by_pattern: dict[Pattern, list[Exercise]] = {}
        for exercise in fitting:
            if sieve.spares(exercise):
                by_pattern.setdefault(exercise.pattern, []).append(exercise)
        groups = tuple(
            ExerciseGroup(pattern=pattern.value, name=str(name), lines=_lines(by_pattern[pattern], atlas, own))
            for pattern, name in PATTERNS.items()
            if pattern in by_pattern
        )
        spared = [exercise for exercise in fitting if not sieve.spares(exercise)]
        return cls(
            groups=groups, count=len(fitting) - len(spared), spared=_lines(spared, atlas, own), of=len(atlas.exercises)
        )


def _lines(exercises: Iterable[Exercise], atlas: Atlas, planned: frozenset[str]) -> tuple[ExerciseLine, ...]:
    """Those of the plan first, then family by family."""
    ordered = sorted(exercises, key=lambda e: (e.id not in planned, e.off_by_default, e.family, e.min_level.rank, e.id))
    return tuple(ExerciseLine.from_exercise(exercise, atlas, planned) for exercise in ordered)


def _named(exercise: Exercise, words: str) -> bool:
    """True if every word begins a word of one of its names."""
    names: Mapping[str, None] = dict.fromkeys(
        " ".join((said(exercise.name), exercise.short, *exercise.also))
        .lower()
        .replace("-", " ")
        .replace(",", " ")
        .split()
    )
    wanted = words.lower().replace("-", " ").split()
    return all(any(name.startswith(each.removesuffix("s")) for name in names) for each in wanted)
