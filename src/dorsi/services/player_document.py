"""All that the gym-floor player needs to train a session without a network, as plain JSON values.

docs/api.md tells its shape. Nothing is left to be decided: loads stand on ladders, what follows from a set and from
discomfort in tables, and other exercises come with their own sets.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from dorsi.athlete.loads import has_steps
from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Exercise, Loading
from dorsi.coach.body import LIGHT_STRESS
from dorsi.coach.model import PlannedItem, PlannedSet
from dorsi.coach.state import CoachState
from dorsi.coach.swapping import Alternative, alternatives
from dorsi.journal.codec import Document, plain, set_document
from dorsi.journal.identity import content_id
from dorsi.program.model import BlockKind, Role
from dorsi.services.coaching import Coaching
from dorsi.services.load_ladder import amber_kg, ladder, load_mode, plates_at
from dorsi.services.ports import JournalStore
from dorsi.services.session_document import session_document, values_of
from dorsi.services.standing_in import started
from dorsi.services.traffic_light import traffic_light
from dorsi.services.training_day import TrainingDay, training_day

FORMAT = "player/1"
"""Names the shape; a change that breaks players gets another number."""
OTHERS = 4
"""So many alternatives come with each exercise."""
_MUCH = 2
"""Stress from which an exercise that spares the place comes along even if others are more alike."""


def player_document(store: JournalStore, coaching: Coaching, *, person: str, zone: str, now: datetime) -> Document:
    """The day's session for the player of `person` (an opaque id), as of `now` (UTC).

    Raises UsageError without a programme, TrainingRefused while a warning sign stands.
    """
    state = coaching.state()
    day = training_day(store, coaching, state)
    pages = _Pages(day, state)
    document = session_document(day)
    return {
        **document,
        "dorsi": FORMAT,
        "athlete": person,
        "session_id": session_id(store, day, person),
        "server_time": now.isoformat().replace("+00:00", "Z"),
        "zone": zone,
        "open": plain(day.open, but="sets") if day.open is not None else None,
        "beside": [set_document(entry) for entry in day.beside],
        "blocks": [
            {"kind": told["kind"], "items": list(map(pages.item, block.items, told["items"]))}
            for block, told in zip(day.session.blocks, document["blocks"], strict=True)
        ],
        "exercises": pages.exercises(),
        "hurts": traffic_light(),
    }


def session_id(store: JournalStore, day: TrainingDay, person: str) -> str:
    """The id under which the planned session is to be logged: the same on every device, until it is finished.

    One that was deleted, finished or begun on another day is not taken up again.
    """
    if day.open is not None:
        return day.open.id
    ref = day.session.ref
    number = 0
    while True:
        candidate = content_id(person, ref.program, str(ref.cycle), str(ref.week), ref.session, str(number))
        there = store.session(candidate)
        if there is None and not store.session_events(candidate):
            return candidate
        if there is not None and not there.finished and there.on == day.today:
            return candidate
        number += 1


class _Pages:
    """The parts of one day's document, with the exercises that they name."""

    def __init__(self, day: TrainingDay, state: CoachState) -> None:
        self._day, self._state, self._athlete = day, state, day.athlete
        self._named: dict[str, None] = {}

    def item(self, item: PlannedItem, known: Document) -> Document:
        """An exercise of the session; `known` is what `session_document` says of it."""
        self._named[item.exercise.id] = None
        turn = next(n for n, block in enumerate(self._day.session.blocks, 1) if item in block.items)
        alone = self._day.session.blocks[turn - 1].kind is BlockKind.SINGLE
        return {
            **known,
            **_told(item.sets, item.exercise.id, self._athlete),
            "done": [set_document(entry) for entry in self._day.done.get(item.slot, ())],
            "superset": None if alone else turn,
            "plates_at": plates_at(item.exercise),
            "first_try": item.first_try,
            "alternatives": [self._alternative(each, item) for each in self._others(item)],
        }

    def exercises(self) -> Document:
        """Every exercise that was named, with how to do it."""
        return {name: _exercise(name, self._athlete) for name in self._named}

    def _others(self, item: PlannedItem) -> Sequence[Alternative]:
        if item.role is not Role.WORK:
            return ()
        found = alternatives(self._day.session, item.slot, self._state, self._day.today)
        chosen = list(found[:OTHERS])
        for region, stress in item.exercise.stress.items():
            if stress >= _MUCH and not any(region in _spares(each.exercise, item.exercise) for each in chosen):
                chosen += [each for each in found[OTHERS:] if region in _spares(each.exercise, item.exercise)][:1]
        return chosen

    def _alternative(self, other: Alternative, item: PlannedItem) -> Document:
        exercise = other.exercise
        self._named[exercise.id] = None
        sets = started(exercise.id, other.load_kg, item.sets, self._athlete)
        return {
            "exercise": exercise.id,
            "load_kg": other.load_kg,
            "load": other.load,
            "says": other.says,
            "spares": _spares(exercise, item.exercise),
            **_told(sets, exercise.id, self._athlete),
            "plates_at": plates_at(exercise),
        }


def _spares(exercise: Exercise, old: Exercise) -> list[str]:
    """Regions that an exercise loads less than the one in the place, and lightly at the most."""
    now = {region: exercise.stress.get(region, 0) for region in old.stress}
    return [region for region, stress in old.stress.items() if now[region] < stress and now[region] <= LIGHT_STRESS]


@lru_cache(maxsize=512)
def _told(sets: tuple[PlannedSet, ...], exercise_id: str, athlete: Athlete) -> Document:
    """Sets, and the ladder with all loads that may come up in them. Kept as `started` is; nobody changes it."""
    exercise = load_atlas().exercises[exercise_id]
    told, loads = [], set()
    for one in sets:
        amber = amber_kg(one.load_kg, exercise, athlete)
        told.append({**values_of(one), "amber_kg": amber})
        follows = [kg for rule in one.contingencies for kg in (rule.next_set_kg, rule.next_time_kg)]
        loads |= {kg for kg in (one.load_kg, amber, *follows) if kg is not None}
    return {"sets": told, "ladder": [values_of(rung) for rung in ladder(exercise, athlete, tuple(loads))]}


@lru_cache(maxsize=512)
def _exercise(exercise_id: str, athlete: Athlete) -> Document:
    exercise = load_atlas().exercises[exercise_id]
    technique = exercise.technique
    told = exercise.loading is Loading.BODYWEIGHT_PLUS or has_steps(exercise, athlete)
    return {
        "name": exercise.name,
        "short": exercise.short,
        "loading": exercise.loading.value,
        "load_mode": load_mode(exercise).value if told else None,
        "laterality": exercise.laterality.value,
        "pair": exercise.is_pair,
        "stress": dict(exercise.stress),
        "card": {
            "summary": exercise.summary,
            "set_up": list(technique.set_up),
            "execution": list(technique.execution),
            "breathing": technique.breathing,
            "cues": list(technique.cues),
            "mistakes": [{"mistake": each.mistake, "remedy": each.remedy} for each in technique.mistakes],
        },
    }
