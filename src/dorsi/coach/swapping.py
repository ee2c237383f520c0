"""What else could be done in a place of the next session, best first, with the load to start from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise
from dorsi.coach.adopted import adopted
from dorsi.coach.inference import inferred_load
from dorsi.coach.lifts import exercise_of
from dorsi.coach.model import NextSession, PlannedItem
from dorsi.coach.present import athlete_now
from dorsi.coach.state import CoachState
from dorsi.coach.variation import unlikeness
from dorsi.coach.wording import exposure_words, load_words
from dorsi.errors import UnknownName
from dorsi.planner.prescribe import planned_load
from dorsi.program.model import Role
from dorsi.rules import standards
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Severity
from dorsi.rules.reps.slots import WEIGHTED_PULL_UP
from dorsi.rules.selection.similarity import similarity

MOST = 8
"""How many alternatives are shown at the most."""
SAME_ENOUGH = 0.5
"""Difference in muscle spread up to which an exercise counts as doing the same job (heuristic)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """An exercise that could take the place, the load to start from in words, and what would change."""

    exercise: Exercise
    load_kg: float | None
    load: str
    says: str


def alternatives(session: NextSession, slot: str, state: CoachState, today: date) -> tuple[Alternative, ...]:
    """Exercises for a place of the session ("3", "2b" or an exercise id), those done before first, then the most alike.

    Raises UnknownName for a place that the session does not have.
    """
    item = work_at(session, slot)
    assert state.adoption is not None, "a next session comes from a programme taken up"
    plan = adopted(state.adoption.id, state.adoption.text, session.ref.cycle)
    athlete = athlete_now(plan.athlete, state, today, plan.atlas)
    others = [other.exercise for other in session.items if other.role is Role.WORK and other is not item]
    done = {exercise_of(key) for key in state.lifts}
    found = sorted(
        (exercise for exercise in plan.atlas.exercises.values() if _could(exercise, item.exercise, others, athlete)),
        key=lambda e: (e.id not in done, unlikeness(e, item.exercise), e.family != item.exercise.family, e.id),
    )
    options = (_alternative(e, item, state, athlete, plan.atlas) for e in found)
    return tuple(islice((o for o in options if not _is_too_heavy(o)), MOST))


def work_at(session: NextSession, slot: str) -> PlannedItem:
    """The work at a place of the session; raises UnknownName, naming the places there are."""
    item = session.item(slot)
    if item is None or item.role is not Role.WORK:
        places = [name for i in session.items if i.role is Role.WORK for name in (i.slot, i.exercise.id)]
        hint = f"The next session has {', '.join(i.exercise.id for i in session.items if i.role is Role.WORK)}."
        raise UnknownName("exercise in the next session", slot, places, hint=hint)
    return item


def _could(exercise: Exercise, old: Exercise, others: list[Exercise], athlete: Athlete) -> bool:
    return (
        exercise.id != old.id
        and exercise.pattern is old.pattern
        and exercise.is_work
        and suits(exercise, athlete)
        and all(exercise.id != o.id and similarity(exercise, o) is not Severity.WARNING for o in others)
    )


def _is_too_heavy(option: Alternative) -> bool:
    """True for pull-ups with weight where the pull-up itself is not there yet."""
    return option.exercise.id == WEIGHTED_PULL_UP and option.load_kg is not None and option.load_kg <= 0


def _alternative(
    exercise: Exercise, item: PlannedItem, state: CoachState, athlete: Athlete, atlas: Atlas
) -> Alternative:
    low, high = standards.rep_range(exercise, athlete)
    own = next((lift for key, lift in state.lifts.items() if exercise_of(key) == exercise.id), None)
    if own is not None and own.last is not None:
        load: float | None = own.last.load_kg
        words = f"your last: {exposure_words(own.last, exercise, athlete)}"
    elif (known := planned_load(exercise, athlete)) is not None:
        load, words = known, f"{load_words(known, exercise, athlete)}, from your known set"
    elif (found := inferred_load(exercise, athlete, atlas, low + (high - low) / 3, 2.0)) is not None:
        source = atlas.exercises[found.source].spoken
        load, words = found.load_kg, f"{load_words(found.load_kg, exercise, athlete)}, inferred from your {source}"
    else:
        load, words = None, "a load to be found"
    far = unlikeness(exercise, item.exercise)
    says = "trains the same muscles" if far <= SAME_ENOUGH else _shift(exercise, item.exercise, atlas)
    return Alternative(exercise=exercise, load_kg=load, load=words, says=says)


def _shift(new: Exercise, old: Exercise, atlas: Atlas) -> str:
    """Where the work moves to and from, by the largest differences; muscles shown under one name count as one."""
    after, before = _shares(new, atlas), _shares(old, atlas)
    change = {name: round(after[name] - before[name], 6) for name in after}
    counted = {muscle.shown_as.lower() for muscle in atlas.muscles.values() if muscle.volume_group is not None}
    more = min(change, key=lambda name: (-change[name], name not in counted, name))
    less = min(change, key=lambda name: (change[name], name not in counted, name))
    words = []
    if change[more] > 0:
        words.append(f"more {more}")
    if change[less] < 0:
        words.append(f"less {less}")
    return ", ".join(words) or "trains the same muscles in other shares"


def _shares(exercise: Exercise, atlas: Atlas) -> dict[str, float]:
    """What an exercise does for the muscles shown under each name, on average."""
    shares: dict[str, list[float]] = {}
    for muscle in atlas.muscles.values():
        shares.setdefault(muscle.shown_as.lower(), []).append(exercise.muscles.get(muscle.id, 0.0))
    return {name: sum(own) / len(own) for name, own in shares.items()}
