"""Which exercise a typed name means, with the names of the athlete's own and what is planned for the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, ExternalKind, Loading
from dorsi.errors import nearest
from dorsi.journal.model import CustomExercise, Journal, LoadMode
from dorsi.journal.names import match_name, normal_name
from dorsi.journal.other_lifts import other_lifts

_BODY = (Loading.BODYWEIGHT, Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_SHARE)
_PLAIN_PULL_UP, _WEIGHTED_PULL_UP = "pull-up-medium", "pull-up-weighted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """An exercise found by a name; `guess` says so where the name alone did not settle it."""

    id: str
    name: str
    loading: Loading | None
    banded: bool = False
    guess: bool = False

    @property
    def mode(self) -> LoadMode:
        """What a load without a sign means."""
        if self.loading is Loading.BODYWEIGHT_MINUS:
            return LoadMode.ASSISTED
        return LoadMode.ADDED if self.loading in _BODY else LoadMode.TOTAL

    @property
    def is_loaded(self) -> bool:
        """True if a set of it without a load says little."""
        return self.loading in (Loading.EXTERNAL, Loading.DISTANCE, Loading.BODYWEIGHT_MINUS) and not self.banded


class Names:
    """All names there are: the atlas's, those of other lifts, the athlete's own; `planned` are favoured in doubt."""

    def __init__(self, atlas: Atlas, journal: Journal, planned: Sequence[Exercise] = ()) -> None:
        self._atlas, self._own, self._decided = atlas, journal.exercises, journal.names
        self._planned = list(dict.fromkeys(exercise.id for exercise in planned))
        self._own_by_name = {normal_name(own.name): own.id for own in journal.exercises.values()}

    @property
    def numbered(self) -> tuple[str, ...]:
        """Names with a figure in them, which a line must not take for sets."""
        names = [*self._atlas.exercise_names, *(own.name for own in self._own.values())]
        names += [lift.name for lift in other_lifts().values()]
        return tuple(name for name in names if any(letter.isdigit() for letter in name))

    def find(self, name: str, *, added: bool = False) -> Called | None:
        """The exercise of that name; None if there is none. `added` says that the set had a load added to the body."""
        normal = normal_name(name)
        plain = "-".join(name.lower().replace("-", " ").split())
        found = self._own_by_name.get(normal) or (name if name in self._own or name in other_lifts() else None)
        found = found or self._decided.get(normal) or self._atlas.exercise_names.get(plain)
        found = found or match_name(name, self._decided).exercise
        if found is not None and self._known(found):
            weighted = _WEIGHTED_PULL_UP in self._planned and _PLAIN_PULL_UP not in self._planned
            return self.called(_WEIGHTED_PULL_UP if added and weighted and found == _PLAIN_PULL_UP else found)
        words = set(normal.split())
        fitting = [each for each in self._planned if words and words <= self._words(each)]
        lifts = [each for each in fitting if self._atlas.exercises[each].is_work] or fitting
        return self.called(lifts[0], guess=True) if len(lifts) == 1 else None

    def near(self, name: str) -> tuple[str, ...]:
        """Names of up to three exercises that come close, the planned ones first."""
        words = set(normal_name(name).split())
        planned = [each for each in self._planned if words & self._words(each)]
        found = [*planned, *(each for each in match_name(name, self._decided).nearest if each not in planned)]
        if not found:
            own = {own.name: own.id for own in self._own.values()}
            names = {**self._atlas.exercise_names, **own}
            found = list(dict.fromkeys(names[each] for each in nearest(name, names)))
        return tuple(self.name(exercise) for exercise in found[:3])

    def name(self, exercise_id: str) -> str:
        """What an exercise is called in a line."""
        exercise = self._atlas.exercises.get(exercise_id)
        if exercise is not None:
            return exercise.short
        lift = other_lifts().get(exercise_id)
        if lift is not None:
            return lift.name
        own: CustomExercise | None = self._own.get(exercise_id)
        return own.name if own is not None else exercise_id

    def called(self, exercise_id: str, *, guess: bool = False) -> Called:
        """The exercise of that id."""
        exercise = self._atlas.exercises.get(exercise_id)
        entry = exercise or other_lifts().get(exercise_id) or self._own.get(exercise_id)
        banded = exercise is not None and exercise.external_kind is ExternalKind.BAND
        loading = entry.loading if entry is not None else None
        return Called(id=exercise_id, name=self.name(exercise_id), loading=loading, banded=banded, guess=guess)

    def _known(self, exercise_id: str) -> bool:
        return exercise_id in self._atlas.exercises or exercise_id in other_lifts() or exercise_id in self._own

    def _words(self, exercise_id: str) -> set[str]:
        exercise = self._atlas.exercises[exercise_id]
        spelled = " ".join((exercise.id.replace("-", " "), exercise.short, exercise.name, *exercise.also))
        return set(normal_name(spelled).split())


def names_of(journal: Journal, atlas: Atlas) -> Mapping[str, str]:
    """What every exercise of a journal is called, by id."""
    names = Names(atlas, journal)
    return {entry.exercise: names.name(entry.exercise) for session in journal.sessions for entry in session.sets}
