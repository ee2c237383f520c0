"""Random athletes for the planner's laws: any answers a person could give, contradictory ones included."""

from __future__ import annotations

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

weekdays = st.sampled_from(tuple(Weekday))
equipment = st.one_of(
    st.sampled_from(sorted(PRESETS)).map(lambda name: frozenset(PRESETS[name])),
    st.frozensets(st.sampled_from(sorted(EQUIPMENT)), max_size=len(EQUIPMENT)),
)
goals = st.builds(
    Goal,
    width=st.integers(0, 5),
    thickness=st.integers(0, 5),
    lower_back=st.integers(0, 5),
    balance=st.integers(0, 5),
    strength=st.integers(0, 5),
)
steps = st.builds(
    LoadSteps,
    bar_kg=st.sampled_from((10.0, 15.0, 20.0)),
    plates_kg=st.sampled_from(((25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25), (10.0, 5.0, 2.5), (20.0, 10.0, 5.0))),
    dumbbell_max_kg=st.sampled_from((10.0, 24.0, 50.0)),
    dumbbell_step_kg=st.sampled_from((1.0, 2.0, 2.5)),
    stack_step_kg=st.sampled_from((2.5, 5.0, 7.0)),
)
discomforts = st.lists(
    st.builds(Discomfort, place=st.sampled_from((*sorted(REGIONS), *_EXERCISES)), score=st.integers(0, 7)), max_size=3
).map(tuple)
known_sets = st.lists(
    st.builds(
        KnownSet,
        exercise=st.sampled_from(_LOADABLE),
        load_kg=st.floats(0, 200).map(lambda x: round(x, 1)),
        reps=st.integers(1, 15),
        rir=st.sampled_from((0.0, 1.0, 2.0, 3.0)),
    ),
    max_size=4,
).map(tuple)
others = st.lists(
    st.builds(
        OtherTraining,
        day=weekdays,
        trains=st.lists(st.sampled_from(tuple(OtherMuscle)), min_size=1, max_size=3).map(tuple),
    ),
    max_size=4,
).map(tuple)


@st.composite
def athletes(draw: st.DrawFn) -> Athlete:
    """Any athlete that screening would let through."""
    days = tuple(sorted(draw(st.sets(weekdays, min_size=1)), key=lambda d: d.number))
    age = draw(st.integers(13, 90))
    level = draw(st.sampled_from(tuple(Level)))
    tags = set(draw(st.frozensets(st.sampled_from(sorted(CONDITION_TAGS)), max_size=2)))
    sore = draw(discomforts)
    tags -= {"under-18"}
    if age < 18:
        tags.add("under-18")
        level = min(level, Level.INTERMEDIATE, key=lambda x: x.rank)
    bans = draw(st.lists(st.sampled_from(_EXERCISES), max_size=6, unique=True))
    disliked = draw(st.lists(st.sampled_from(_EXERCISES), max_size=3, unique=True))
    liked = draw(st.lists(st.sampled_from(_EXERCISES), max_size=3, unique=True))
    return Athlete(
        name="Any",
        sex=draw(st.sampled_from(tuple(Sex))),
        age=age,
        body_mass_kg=draw(st.sampled_from((48.0, 62.5, 80.0, 120.0))),
        units=draw(st.sampled_from(tuple(MassUnit))),
        level=level,
        training_age_months=draw(st.sampled_from((0, 2, 12, 60))),
        regularity=draw(st.sampled_from(tuple(Regularity))),
        goal=draw(goals),
        days=days,
        minutes=draw(st.integers(20, 120)),
        sessions_per_week=draw(st.one_of(st.none(), st.integers(1, min(4, len(days))))),
        weeks=draw(st.integers(4, 8)),
        other_training=draw(others),
        equipment=draw(equipment),
        steps=draw(steps),
        max_pull_ups=draw(st.one_of(st.none(), st.integers(0, 25))),
        known_sets=draw(known_sets),
        discomforts=sore,
        tags=frozenset(tags),
        trunk_ready=draw(st.booleans()),
        powerlifter=draw(st.booleans()),
        straps=draw(st.booleans()),
        behind_the_head=draw(st.booleans()),
        liked=tuple(liked),
        disliked=tuple(d for d in disliked if d not in liked),
        never=tuple(b for b in bans if b not in liked),
    )
