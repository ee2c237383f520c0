"""When no programme exists: the smallest set of the athlete's wishes that clash, and what would help.

Wishes are relaxed and the model is asked again. The set named is of least size: with only those wishes
kept there is still no programme, and no smaller set has that property.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from dorsi.athlete.model import Athlete, Weekday
from dorsi.atlas.equipment import EQUIPMENT, GROUPS, PRESETS
from dorsi.atlas.load import load_atlas
from dorsi.atlas.vocabulary import REGIONS
from dorsi.errors import Room, WishesClash

Feasible = Callable[[Athlete], bool]
Remedy = tuple[str, Room]
"""What would help: in words, and what it asks of the answers."""
GENEROUS_MINUTES = 150
_MOST_ITEMS = 3
_NOT_AILMENTS = frozenset({"under-18", "detrained"})
"""Tags that no treatment lifts: being young, and being new or back."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing the athlete asked for or has to live with: in words, how to drop it, what would help."""

    says: str
    relaxed: Callable[[Athlete], Athlete]
    remedies: Callable[[Athlete, Feasible], Iterator[Remedy]]


def explain_clash(athlete: Athlete, feasible: Feasible) -> WishesClash:
    """The error that names a smallest clashing set of wishes, with remedies that were tried and work."""
    wishes = list(_wishes(athlete))
    for size in range(1, len(wishes) + 1):
        for kept in combinations(wishes, size):
            relaxed = athlete
            for wish in wishes:
                if wish not in kept:
                    relaxed = wish.relaxed(relaxed)
            if not feasible(relaxed):
                remedies = [r for wish in kept for r in wish.remedies(athlete, feasible)]
                return WishesClash(
                    [wish.says for wish in kept], [says for says, _ in remedies], [r for _, r in remedies]
                )
    return WishesClash(["all of your answers together"], [])


def _wishes(athlete: Athlete) -> Iterator[Wish]:
    yield Wish(
        f"sessions of {athlete.minutes} minutes, warm-up and rests included",
        lambda a: replace(a, minutes=GENEROUS_MINUTES),
        _longer,
    )
    days = ", ".join(day.label for day in athlete.days)
    yield Wish(f"training only on {days}", lambda a: replace(a, days=tuple(Weekday)), _more_days)
    if athlete.sessions_per_week is not None:
        count = athlete.sessions_per_week
        yield Wish(
            f"{count} back session{'s' if count > 1 else ''} a week",
            lambda a: replace(a, sessions_per_week=None),
            _other_count,
        )
    if athlete.never:
        names = _exercise_names(athlete.never)
        yield Wish(f"never doing {names}", lambda a: replace(a, never=()), _fewer_bans)
    owned = ", ".join(EQUIPMENT[item] for item in EQUIPMENT if item in athlete.equipment)
    short = owned if len(athlete.equipment) <= 6 else "the equipment you listed"
    yield Wish(
        f"training with {short or 'no equipment at all'}",
        lambda a: replace(a, equipment=a.equipment | frozenset(PRESETS["full-gym"])),
        _more_equipment,
    )
    if athlete.discomforts or athlete.tags - _NOT_AILMENTS:
        sore = [f"{REGIONS.get(d.place, d.place)} {d.score}/10" for d in athlete.discomforts]
        says = f"sparing what hurts ({', '.join(sore)})" if sore else "the limits your health answers set"
        yield Wish(says, _healed, _heal)


def _longer(athlete: Athlete, feasible: Feasible) -> Iterator[Remedy]:
    for minutes in range(athlete.minutes + 5, GENEROUS_MINUTES + 1, 5):
        if feasible(replace(athlete, minutes=minutes)):
            yield f"make the sessions {minutes} minutes long", Room(minutes=minutes)
            return


def _more_days(athlete: Athlete, feasible: Feasible) -> Iterator[Remedy]:
    for day in Weekday:
        if day not in athlete.days and feasible(replace(athlete, days=(*athlete.days, day))):
            yield f"free {day.label} as well", Room(day=day.value)
            return


def _other_count(athlete: Athlete, feasible: Feasible) -> Iterator[Remedy]:
    if feasible(replace(athlete, sessions_per_week=None)):
        yield "leave the number of sessions to the planner", Room(any_count=True)


def _fewer_bans(athlete: Athlete, feasible: Feasible) -> Iterator[Remedy]:
    found = 0
    for exercise in athlete.never:
        rest = tuple(e for e in athlete.never if e != exercise)
        if feasible(replace(athlete, never=rest)):
            yield f"allow {_exercise_names((exercise,))}", Room(allow=(exercise,))
            found += 1
            if found == _MOST_ITEMS:
                return
    if not found and feasible(replace(athlete, never=())):
        yield "allow more than one of the exercises you excluded", Room(allow=athlete.never)


def _more_equipment(athlete: Athlete, feasible: Feasible) -> Iterator[Remedy]:
    found = 0
    for item, name in EQUIPMENT.items():
        if item in GROUPS["cardio"]:
            continue
        if item not in athlete.equipment and feasible(replace(athlete, equipment=athlete.equipment | {item})):
            yield f"add one piece of equipment: {name}", Room(add=(item,))
            found += 1
            if found == _MOST_ITEMS:
                return
    if not found and feasible(replace(athlete, equipment=athlete.equipment | frozenset(PRESETS["full-gym"]))):
        yield "train in a gym with more equipment", Room()


def _heal(athlete: Athlete, feasible: Feasible) -> Iterator[Remedy]:
    if feasible(_healed(athlete)):
        yield (
            "have what hurts looked at by a physiotherapist or doctor, then answer the questions again",
            Room(),
        )


def _healed(athlete: Athlete) -> Athlete:
    return replace(athlete, discomforts=(), tags=athlete.tags & _NOT_AILMENTS)


def _exercise_names(ids: tuple[str, ...]) -> str:
    exercises = load_atlas().exercises
    names = [exercises[e].spoken if e in exercises else e for e in ids]
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")
