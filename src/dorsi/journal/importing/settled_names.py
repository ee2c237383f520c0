"""Which exercise each name of a foreign log means; a name that nobody knows becomes an exercise of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Loading
from dorsi.errors import UnknownName
from dorsi.journal.identity import content_id
from dorsi.journal.importing.foreign import ForeignSet
from dorsi.journal.model import CUSTOM, CustomExercise, Journal, LoadMode
from dorsi.journal.names import assisted_by_name, match_name, normal_name
from dorsi.journal.other_lifts import OtherLift, other_lifts

OWN = ""
"""As an answer: the name is an exercise of its own."""
_SLUG_CHARACTERS = 60
_NOT_SLUG = re.compile(r"[\W_]+")


class By(StrEnum):
    """How a name came to its exercise."""

    ATHLETE = "athlete"
    MATCH = "match"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledName:
    """One name of the file, the exercise it means and how sure that is (score 0-1).

    `nearest` names exercises of ours that come close, best first; `loading` and `mode` are None where unknown.
    """

    theirs: str
    exercise: str
    ours: str
    by: By
    score: float
    sets: int
    nearest: tuple[str, ...] = ()
    loading: Loading | None = None
    assisted: bool = False

    @property
    def mode(self) -> LoadMode:
        """What a positive number means where the file does not say."""
        if self.assisted or self.loading is Loading.BODYWEIGHT_MINUS:
            return LoadMode.ASSISTED
        if self.loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT, Loading.BODYWEIGHT_SHARE):
            return LoadMode.ADDED
        return LoadMode.TOTAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All names of a file settled, the exercises made for unknown ones, and what the athlete decided just now."""

    settled: Mapping[str, SettledName]
    made: tuple[CustomExercise, ...]
    decided: Mapping[str, str]


def settle_names(
    sets: Mapping[str, list[ForeignSet]], answers: Mapping[str, str], journal: Journal, atlas: Atlas
) -> Names:
    """Settles every name; `sets` holds the sets of each, `answers` the athlete's word (`OWN` for an own exercise).

    Raises UnknownName for an answer that is no exercise.
    """
    known = _Exercises(atlas, journal)
    answered = {normal_name(name): exercise for name, exercise in answers.items()}
    for exercise in filter(None, answered.values()):
        known.require(exercise)
    custom = {name: exercise for name, exercise in journal.names.items() if known.has(exercise)}
    custom |= {name: exercise for name, exercise in answered.items() if exercise}
    settled: dict[str, SettledName] = {}
    for theirs in sorted(sets):
        own = answered.get(normal_name(theirs)) == OWN
        found = match_name(theirs, {} if own else custom)
        assisted = assisted_by_name(theirs)
        if found.exercise is not None and known.has(found.exercise) and not own:
            exercise = found.exercise
            by = By.ATHLETE if normal_name(theirs) in custom else By.MATCH
        else:
            exercise, by = known.own(theirs, sets[theirs], assisted=assisted), By.OWN
        settled[theirs] = SettledName(
            theirs=theirs,
            exercise=exercise,
            ours=known.name(exercise),
            by=by,
            score=found.score,
            sets=len(sets[theirs]),
            nearest=found.nearest,
            loading=known.loading(exercise),
            assisted=assisted,
        )
    decided = {name: exercise or _own_of(name, settled) for name, exercise in answered.items()}
    return Names(
        settled=settled,
        made=tuple(known.made.values()),
        decided={name: e for name, e in decided.items() if e and journal.names.get(name) != e},
    )


def _own_of(name: str, settled: Mapping[str, SettledName]) -> str:
    return next((entry.exercise for entry in settled.values() if normal_name(entry.theirs) == name), "")


class _Exercises:
    """Every exercise there is by id, with those made on the way."""

    def __init__(self, atlas: Atlas, journal: Journal) -> None:
        self._atlas = atlas.exercises
        self._others = other_lifts()
        self._own = dict(journal.exercises)
        self._own_by_name = {normal_name(exercise.name): exercise.id for exercise in journal.exercises.values()}
        self.made: dict[str, CustomExercise] = {}

    def has(self, exercise_id: str) -> bool:
        return exercise_id in self._atlas or exercise_id in self._others or exercise_id in self._own

    def require(self, exercise_id: str) -> None:
        if not self.has(exercise_id):
            raise UnknownName("exercise", exercise_id, (*self._atlas, *self._others, *self._own))

    def name(self, exercise_id: str) -> str:
        return self._entry(exercise_id).name

    def loading(self, exercise_id: str) -> Loading | None:
        return self._entry(exercise_id).loading

    def _entry(self, exercise_id: str) -> Exercise | OtherLift | CustomExercise:
        return self._atlas.get(exercise_id) or self._others.get(exercise_id) or self._own[exercise_id]

    def own(self, theirs: str, sets: Iterable[ForeignSet], *, assisted: bool) -> str:
        """The athlete's own exercise of that name, made if there is none yet."""
        wanted = normal_name(theirs) or theirs
        if wanted in self._own_by_name:
            return self._own_by_name[wanted]
        exercise_id = f"{CUSTOM}{slug(theirs)}"
        if exercise_id in self.made:
            exercise_id = f"{CUSTOM}{slug(theirs, apart=True)}"
        if exercise_id in self._own:
            return exercise_id
        exercise = CustomExercise(id=exercise_id, name=theirs, loading=certain_loading(sets, assisted=assisted))
        self._own[exercise_id] = self.made[exercise_id] = exercise
        self._own_by_name[wanted] = exercise_id
        return exercise_id


def slug(name: str, *, apart: bool = False) -> str:
    """The name in lower case without accents, words joined by hyphens; letters of every script stay.

    A mark made from the whole name follows where it is too long, holds no letter, or must be told `apart`.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = _NOT_SLUG.sub("-", unicodedata.normalize("NFC", plain)).strip("-")
    if words and len(words) <= _SLUG_CHARACTERS and not apart:
        return words
    return f"{words[:_SLUG_CHARACTERS]}-{content_id('exercise', name.casefold())[:8]}".lstrip("-")


def certain_loading(sets: Iterable[ForeignSet], *, assisted: bool) -> Loading | None:
    """What the loads of an unknown exercise mean, where its sets leave no doubt; else None."""
    entries = list(sets)
    modes = {entry.mode for entry in entries if entry.load}
    if assisted or modes == {LoadMode.ASSISTED} or any((entry.load or 0.0) < 0 for entry in entries):
        return Loading.BODYWEIGHT_MINUS
    if modes == {LoadMode.ADDED}:
        return Loading.BODYWEIGHT_PLUS
    if modes or any(entry.reps for entry in entries):
        return None
    if entries and all(entry.metres for entry in entries):
        return Loading.DISTANCE
    return Loading.TIME if entries and all(entry.seconds for entry in entries) else None
