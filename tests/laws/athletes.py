"""Random athletes for the planner's laws: any answers a person could give, contradictory ones included.

Hypothesis draws a number and the athlete is made from it, so that athletes differ in everything at once;
drawn field by field, most of them would be near copies of each other.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from dorsi.athlete.model import (
    Athlete,
    Discomfort,
    Goal,
    KnownSet,
    LoadSteps,
    OtherMuscle,
    OtherTraining,
    Regularity,
    Sex,
    Weekday,
)
from dorsi.atlas.equipment import EQUIPMENT, PRESETS
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Level, Loading
from dorsi.atlas.vocabulary import CONDITION_TAGS, REGIONS
from dorsi.units import MassUnit

_ATLAS = load_atlas()
_EXERCISES = tuple(_ATLAS.exercises)
_LOADABLE = tuple(e.id for e in _ATLAS.exercises.values() if e.loading in (Loading.EXTERNAL, Loading.BODYWEIGHT_PLUS))
_DAYS = tuple(Weekday)


def athletes() -> st.SearchStrategy[Athlete]:
    """Any athlete that screening would let through."""
    return st.integers(0, 2**64 - 1).map(lambda number: random_athlete(Random(number)))


def random_athlete(rng: Random) -> Athlete:
    """One athlete made from a source of chance."""
    days = tuple(sorted(rng.sample(_DAYS, rng.randint(1, 7)), key=lambda d: d.number))
    age = rng.choice((rng.randint(13, 17), rng.randint(18, 64), rng.randint(18, 64), rng.randint(65, 90)))
    level = rng.choice(tuple(Level))
    tags = set(rng.sample(sorted(CONDITION_TAGS), rng.choice((0, 0, 0, 1, 2)))) - {"under-18"}
    if age < 18:
        tags.add("under-18")
        level = min(level, Level.INTERMEDIATE, key=lambda x: x.rank)
    named = rng.sample(_EXERCISES, 9)
    liked, disliked, never = named[: rng.randint(0, 3)], named[3 : rng.randint(3, 6)], named[6 : rng.randint(6, 9)]
    return Athlete(
        name="Any",
        sex=rng.choice(tuple(Sex)),
        age=age,
        body_mass_kg=rng.choice((48.0, 62.5, 80.0, 120.0)),
        units=rng.choice(tuple(MassUnit)),
        level=level,
        training_age_months=rng.choice((0, 2, 12, 60)),
        regularity=rng.choice(tuple(Regularity)),
        goal=Goal(
            width=rng.randint(0, 5),
            thickness=rng.randint(0, 5),
            lower_back=rng.randint(0, 5),
            balance=rng.randint(0, 5),
            strength=rng.randint(0, 5),
        ),
        days=days,
        minutes=rng.randint(20, 120),
        sessions_per_week=rng.choice((None, None, rng.randint(1, min(4, len(days))))),
        weeks=rng.randint(4, 8),
        other_training=tuple(_other(rng) for _ in range(rng.randint(0, 4))),
        equipment=_equipment(rng),
        steps=_steps(rng),
        max_pull_ups=rng.choice((None, 0, rng.randint(1, 7), rng.randint(8, 25))),
        known_sets=tuple(_known(rng) for _ in range(rng.choice((0, 0, 1, 4)))),
        discomforts=tuple(_sore(rng) for _ in range(rng.choice((0, 0, 1, 3)))),
        tags=frozenset(tags),
        trunk_ready=rng.random() < 0.5,
        powerlifter=rng.random() < 0.2,
        straps=rng.random() < 0.3,
        behind_the_head=rng.random() < 0.2,
        liked=tuple(liked),
        disliked=tuple(disliked),
        never=tuple(never),
    )


def _equipment(rng: Random) -> frozenset[str]:
    """A preset with items come and gone, or any odd collection."""
    items = sorted(EQUIPMENT)
    if rng.random() < 0.2:
        return frozenset(rng.sample(items, rng.randint(0, len(items))))
    preset = set(PRESETS[rng.choice(sorted(PRESETS))])
    return frozenset((preset | set(rng.sample(items, rng.randint(0, 4)))) - set(rng.sample(items, rng.randint(0, 6))))


def _steps(rng: Random) -> LoadSteps:
    return LoadSteps(
        bar_kg=rng.choice((10.0, 15.0, 20.0)),
        plates_kg=rng.choice(((25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25), (10.0, 5.0, 2.5), (20.0, 10.0, 5.0))),
        dumbbell_max_kg=rng.choice((10.0, 24.0, 50.0)),
        dumbbell_step_kg=rng.choice((1.0, 2.0, 2.5)),
        stack_step_kg=rng.choice((2.5, 5.0, 7.0)),
    )


def _known(rng: Random) -> KnownSet:
    load, reps = round(rng.uniform(0, 200), 1), rng.randint(1, 15)
    return KnownSet(exercise=rng.choice(_LOADABLE), load_kg=load, reps=reps, rir=float(rng.randint(0, 3)))


def _sore(rng: Random) -> Discomfort:
    place = rng.choice((*sorted(REGIONS), rng.choice(_EXERCISES)))
    return Discomfort(place=place, score=rng.randint(0, 7))


def _other(rng: Random) -> OtherTraining:
    return OtherTraining(day=rng.choice(_DAYS), trains=tuple(rng.sample(tuple(OtherMuscle), rng.randint(1, 3))))
