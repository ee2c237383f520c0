"""Everything about an intake that its types cannot say: ranges, known names, answers that contradict."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from dorsi.athlete.answers import FORMAT, Intake
from dorsi.athlete.ranges import RANGES
from dorsi.athlete.screening_questions import QUESTIONS
from dorsi.atlas.equipment import EQUIPMENT, GROUPS, PRESETS
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Loading
from dorsi.atlas.vocabulary import REGIONS
from dorsi.errors import nearest

Found = Iterator[tuple[str, str]]
"""Pairs of a path in the file and what is wrong there."""

ASSISTABLE = {Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS}
"""Exercises whose load may be negative, that is, help."""


def intake_problems(intake: Intake) -> Found:
    """All problems of a well-typed intake, in the order of the file."""
    if intake.dorsi != FORMAT:
        yield "dorsi", f"expected \"{FORMAT}\", found '{intake.dorsi}'"
    yield from _numbers(intake, intake, "")
    if not any(dataclasses.astuple(intake.goal)):
        yield "goal", "needs at least one part above 0"
    yield from _days(intake)
    yield from _equipment(intake)
    yield from _exercises(intake)
    yield from _discomforts(intake)
    yield from _health(intake)


def exercise_problem(name: str) -> str | None:
    """Why `name` is no exercise id, with the nearest one; None if it is."""
    atlas = load_atlas()
    if name in atlas.exercises:
        return None
    guesses = dict.fromkeys(atlas.exercise_names[guess] for guess in nearest(name, atlas.exercise_names))
    return _unknown("exercise", name, list(guesses)[:1])


def _numbers(value: object, intake: Intake, path: str) -> Found:
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _numbers(getattr(value, field.name), intake, f"{path}.{field.name}".lstrip("."))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _numbers(item, intake, f"{path}[{index}]")
    elif (
        isinstance(value, int | float)
        and (allowed := RANGES.get(re.sub(r"\[\d+\]", "", path)))
        and (problem := allowed.problem(value, intake.units))
    ):
        yield path, problem


def _days(intake: Intake) -> Found:
    if not intake.days:
        yield "days", 'name at least one weekday, such as ["mon", "thu"]'
    for index, day in enumerate(intake.days):
        if day in intake.days[:index]:
            yield f"days[{index}]", f"'{day.value}' stands there twice"
    if intake.sessions_per_week and intake.days and intake.sessions_per_week > len(set(intake.days)):
        yield (
            "sessions_per_week",
            f"{intake.sessions_per_week} sessions need as many days, found {len(intake.days)}",
        )
    for index, other in enumerate(intake.other_training):
        if not other.trains:
            yield f"other_training[{index}].trains", 'say what is trained, such as ["legs"]'


def _equipment(intake: Intake) -> Found:
    gear = intake.equipment
    if gear.preset not in PRESETS:
        yield "equipment.preset", _unknown("preset", gear.preset, nearest(gear.preset, PRESETS, 1), PRESETS)
    for key, items in (("add", gear.add), ("remove", gear.remove)):
        for index, item in enumerate(items):
            if problem := equipment_problem(item):
                yield f"equipment.{key}[{index}]", problem
    if gear.plates is not None and not gear.plates:
        yield "equipment.plates", "list at least one plate size, or leave the key out"
    if gear.dumbbells and gear.dumbbells.from_ > gear.dumbbells.to:
        yield "equipment.dumbbells", "'from' is heavier than 'to'"


def equipment_problem(name: str) -> str | None:
    """Why `name` is neither an item nor a group of equipment; None if it is one."""
    known = {*EQUIPMENT, *GROUPS}
    return None if name in known else _unknown("equipment", name, nearest(name, known, 1))


def _exercises(intake: Intake) -> Found:
    lists = {"liked": intake.liked, "disliked": intake.disliked, "never": intake.never}
    seen: dict[str, str] = {}
    for key, names in lists.items():
        for index, name in enumerate(names):
            if problem := exercise_problem(name):
                yield f"{key}[{index}]", problem
            elif seen.setdefault(name, key) != key:
                yield f"{key}[{index}]", f"'{name}' is also in '{seen[name]}'; keep it in one of the two"
    for index, known in enumerate(intake.known_set):
        if problem := exercise_problem(known.exercise):
            yield f"known_set[{index}].exercise", problem
        elif known.load < 0 and load_atlas().exercises[known.exercise].loading not in ASSISTABLE:
            yield f"known_set[{index}].load", f"below 0 means help, which {known.exercise} does not allow"


def _discomforts(intake: Intake) -> Found:
    for index, discomfort in enumerate(intake.discomfort):
        if problem := place_problem(discomfort.place):
            yield f"discomfort[{index}].place", problem


def place_problem(name: str) -> str | None:
    """Why `name` is neither a body region nor an exercise; None if it is one."""
    if name in REGIONS:
        return None
    if guess := nearest(name, REGIONS, 1):
        return _unknown("body region", name, guess)
    if (problem := exercise_problem(name)) is None or "did you mean" in problem:
        return problem
    return _unknown("body region or exercise", name, (), REGIONS)


def _health(intake: Intake) -> Found:
    health = intake.screening
    for index, name in enumerate(health.yes):
        if name not in QUESTIONS:
            yield f"screening.yes[{index}]", _unknown("screening question", name, nearest(name, QUESTIONS, 1))
    if (health.systolic is None) != (health.diastolic is None):
        there, missing = ("systolic", "diastolic") if health.diastolic is None else ("diastolic", "systolic")
        yield f"screening.{there}", f"goes together with screening.{missing}"
    elif health.systolic and health.diastolic and health.diastolic >= health.systolic:
        yield "screening.diastolic", "must be lower than systolic"


def _unknown(kind: str, name: str, guesses: Iterable[str], choices: Iterable[str] = ()) -> str:
    guess = next(iter(guesses), None)
    if guess:
        return f"there is no {kind} '{name}'; did you mean '{guess}'?"
    known = f"; expected one of: {', '.join(choices)}" if choices else ""
    return f"there is no {kind} '{name}'{known}"
