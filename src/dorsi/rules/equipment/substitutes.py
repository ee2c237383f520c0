"""Finds another exercise for one that cannot stay, and writes the change down as a fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Loading
from dorsi.program.evaluate import Entry
from dorsi.program.model import LoadKind, Role, SetTarget
from dorsi.program.notation import format_sets
from dorsi.rules.base import Case
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Edit, Fix, RemoveAt, SetValue
from dorsi.rules.standards import rep_range, rir_floor

_WEIGHED = (LoadKind.MASS, LoadKind.BODYWEIGHT, LoadKind.PERCENT)


def stand_in(entry: Entry, case: Case, first: Iterable[str | None] = ()) -> Exercise | None:
    """What the athlete can do instead: of `first`, then of the same family, then of the same pattern.

    Nothing that already stands in the session is offered, and nothing that has reasons against it itself.
    """
    athlete = case.athlete
    if athlete is None:
        return None
    there = {item.exercise for block in entry.session.blocks for item in block.items}
    for exercise in _candidates(entry.exercise, case.atlas, first):
        if exercise.id not in there and suits(exercise, athlete):
            return exercise
    return None


def _candidates(old: Exercise, atlas: Atlas, first: Iterable[str | None]) -> Iterator[Exercise]:
    yield from (atlas.exercise(name) for name in first if name is not None)
    alike = [e for e in atlas.exercises.values() if e.pattern is old.pattern and e.is_work is old.is_work]
    yield from sorted(alike, key=lambda e: (e.family != old.family, _distance(e, old), e.id))


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
    if target.load is not None and target.load.kind in _WEIGHED:
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
