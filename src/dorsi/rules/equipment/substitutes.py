"""Finds another exercise for one that cannot stay, and writes the change down as a fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, ExternalKind, Loading
from dorsi.program.evaluate import Entry
from dorsi.program.model import LoadKind, Role, SetTarget
from dorsi.program.notation import format_sets
from dorsi.rules.base import Case
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Edit, Fix, RemoveAt, SetValue
from dorsi.rules.standards import rep_range, rir_floor

LEARNING_STEPS = frozenset({"pull-up-eccentric"})
"""Exercises that lead up to others and stand in for none."""
_IN_KILOGRAMS = (LoadKind.MASS, LoadKind.BODYWEIGHT)
_WEIGHED = (*_IN_KILOGRAMS, LoadKind.PERCENT)


def stand_in(entry: Entry, case: Case, first: Iterable[str | None] = ()) -> Exercise | None:
    """What can be done instead: of `first`, then of the same pattern, easier and kindred exercises before others.

    Nothing is offered that stands in the session already, in the same role, or has reasons against it itself.
    Beyond `first` nothing is offered that asks for more than the old exercise. Where nobody is named, the
    level is taken as the case's and the equipment as that of the old exercise.
    """
    there = {i.exercise for block in entry.session.blocks for i in block.items if i.role is entry.role}
    for exercise in _candidates(entry.exercise, case.atlas, first):
        if exercise.id not in there and _possible(exercise, entry.exercise, case):
            return exercise
    return None


def _possible(exercise: Exercise, old: Exercise, case: Case) -> bool:
    if case.athlete is not None:
        return suits(exercise, case.athlete)
    at_hand = {item for option in old.equipment for item in option}
    return (
        not exercise.off_by_default
        and exercise.min_level.rank <= case.level.rank
        and any(at_hand.issuperset(option) for option in exercise.equipment)
    )


def _candidates(old: Exercise, atlas: Atlas, first: Iterable[str | None]) -> Iterator[Exercise]:
    yield from (atlas.exercise(name) for name in first if name is not None)
    alike = [
        exercise
        for exercise in atlas.exercises.values()
        if exercise.pattern is old.pattern and exercise.is_work is old.is_work and not _asks_more(exercise, old)
    ]
    yield from sorted(
        alike,
        key=lambda e: (
            e.external_kind is ExternalKind.BAND,
            e.id not in old.easier,
            e.family != old.family,
            _distance(e, old),
            e.id,
        ),
    )
    yield from (atlas.exercise(name) for name in old.easier)


def _asks_more(exercise: Exercise, old: Exercise) -> bool:
    """True for steps up a ladder, full pull-ups in place of anything lighter, and more load on the spine."""
    return (
        exercise.id in LEARNING_STEPS
        or (exercise.id in old.harder and exercise.skill.rank > old.skill.rank)
        or exercise.axial.rank > max(old.axial.rank, Amount.LOW.rank)
        or (exercise.loading is Loading.BODYWEIGHT_PLUS and old.loading is not Loading.BODYWEIGHT_PLUS)
    )


def _distance(one: Exercise, other: Exercise) -> float:
    """How differently two exercises spread the work over the muscles."""
    muscles = {*one.muscles, *other.muscles}
    return sum(abs(one.muscles.get(m, 0.0) - other.muscles.get(m, 0.0)) for m in muscles)


def swap(entry: Entry, other: Exercise, case: Case) -> Fix | None:
    """Puts `other` in the entry's place; None where the sets would have to be thought over by a person.

    A load, a tempo and repetitions belong to the old exercise: they go where they do not fit the new one.
    """
    prescription = entry.prescription
    methods = (case.atlas.methods[name] for name in prescription.methods)
    for method in methods:
        if other.pattern in method.never_with or (method.only_patterns and other.pattern not in method.only_patterns):
            return None
    edits: list[Edit] = [SetValue(path=(*entry.path, role_key(entry.role)), value=other.id)]
    every_target = [target for week in prescription.sets for target in week.targets]
    if not all(_fits(target, other, entry.role, case.athlete) for target in every_target):
        if len(prescription.sets) > 1 or entry.role is not Role.WORK:
            return None
        edits.append(SetValue(path=(*entry.path, "sets"), value=_rewritten(every_target, other, case.athlete)))
    if prescription.tempo is not None:
        edits.append(RemoveAt(path=(*entry.path, "tempo")))
    if prescription.straps and not other.muscles.get("forearm"):
        edits.append(RemoveAt(path=(*entry.path, "straps")))
    return Fix(says=f"Replace {entry.exercise.short} by {other.short}.", edits=tuple(edits))


def role_key(role: Role) -> str:
    """The key under which a prescription of that role names its exercise."""
    return "exercise" if role is Role.WORK else role.value


def _fits(target: SetTarget, other: Exercise, role: Role, athlete: Athlete | None) -> bool:
    if target.load is not None and target.load.kind in (_WEIGHED if role is Role.WORK else _IN_KILOGRAMS):
        return False
    unit_fits = (target.seconds is not None, target.metres is not None) == (
        other.loading is Loading.TIME,
        other.loading is Loading.DISTANCE,
    )
    if role is not Role.WORK or not unit_fits:
        return unit_fits
    asked = target.reps or target.seconds or target.metres
    low, high = rep_range(other, athlete)
    return asked is None or (asked[0] <= high and asked[1] >= low)


def _rewritten(targets: list[SetTarget], other: Exercise, athlete: Athlete | None) -> str:
    """As many sets as before, in the other exercise's own range."""
    count = (sum(t.sets[0] for t in targets), sum(t.sets[1] for t in targets))
    target = SetTarget(sets=count)
    amount = rep_range(other, athlete)
    if other.loading is Loading.TIME:
        return format_sets((replace(target, seconds=amount),))
    if other.loading is Loading.DISTANCE:
        return format_sets((replace(target, metres=amount),))
    floor = float(rir_floor(other, athlete))
    stated = [t.rir for t in targets if t.rir is not None]
    rir = (max(floor, stated[0][0]), max(floor, stated[0][1])) if stated else None
    return format_sets((replace(target, reps=amount, rir=rir),))
