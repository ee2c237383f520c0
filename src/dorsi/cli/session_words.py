"""The planned and done sets of a session in a lifter's words, in the athlete's unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Laterality, Loading
from dorsi.cli.console import TIED
from dorsi.coach.model import PlannedItem, PlannedSet
from dorsi.coach.wording import load_words
from dorsi.journal.model import LoadMode, LoggedSet
from dorsi.program.model import Role
from dorsi.program.notation import span_text
from dorsi.units import duration, from_kg, number

TO_FIND = "load to be found"
FIND_IT = "Start light and add from set to set until the range leaves the reserve asked for; that load is yours."
"""How a load is found that nobody knows yet."""
_PLATES_AT = {Loading.BODYWEIGHT_PLUS: "on the belt", Loading.BODYWEIGHT_SHARE: "held"}
_HAS_LOAD = (Loading.EXTERNAL, Loading.BODYWEIGHT_MINUS, Loading.DISTANCE)


def work_words(item: PlannedItem, athlete: Athlete) -> Iterator[str]:
    """One phrase for each run of equal sets: '4 x 5-8 at 107.5 kg, 2-3 in reserve'."""
    for _, run in groupby(item.sets, key=_alike):
        sets = list(run)
        words = amount_words(sets[0])
        if len(sets) > 1 or not sets[0].to_max:
            words = f"{len(sets)} x {words}"
        if item.exercise.laterality is not Laterality.BILATERAL:
            words += " each side"
        load = _load(sets[0], item.exercise, athlete)
        if load == TO_FIND:
            words += f", {load}"
        elif load:
            words += f" with {load}" if load.endswith("of help") else f" at {load}"
        if sets[0].reserve is not None and not sets[0].to_max:
            words += f", {span_text(sets[0].reserve)} in reserve"
        yield words


def aim_words(sets: Sequence[PlannedSet]) -> str:
    """'6 in each set', '8, 7, 8, 8', '35 s in each set'; empty where no set has an aim, or only what is asked."""
    if all(one.aim is None or (one.aim, one.aim) in (one.reps, one.seconds, one.metres) for one in sets):
        return ""
    unit = " s" if sets[0].seconds is not None else " m" if sets[0].metres is not None else ""
    aims = [one.aim for one in sets if one.aim is not None]
    if not aims:
        return ""
    if len(aims) == len(sets) and len(set(aims)) == 1:
        return f"{aims[0]}{unit}" + (" in each set" if len(aims) > 1 else "")
    return ", ".join("-" if one.aim is None else str(one.aim) for one in sets) + unit


def warm_up_words(item: PlannedItem, athlete: Athlete) -> str:
    """'8 x 47.5 kg (10 + 2.5 + 1.25 a side), 5 x 67.5 kg (20 + 2.5)', '5 min', '10, light'."""
    parts = []
    first = True
    for _, run in groupby(item.sets, key=_alike):
        sets = list(run)
        one = sets[0]
        load = _load(one, item.exercise, athlete)
        words = amount_words(one) if len(sets) == 1 else f"{len(sets)} x {amount_words(one)}"
        if one.light:
            words += ", light"
        elif load and load not in (TO_FIND, "body weight"):
            words += f" x {load}"
        if one.plates_kg:
            plates = plates_words(one.plates_kg, item.exercise, athlete) if first else _sum(one.plates_kg, athlete)
            words += f" ({plates})"
            first = False
        parts.append(words)
    return ", ".join(parts)


def has_load_to_find(item: PlannedItem) -> bool:
    """True if nobody knows a load for the exercise yet and nothing says how to find one."""
    told = item.note or item.decisions
    return (
        not told
        and any(one.load_kg is None and not one.light for one in item.sets)
        and (item.exercise.loading in _HAS_LOAD and item.role in (Role.WORK, Role.TEST))
    )


def amount_words(one: PlannedSet) -> str:
    """'5-8', '30-45 s', '40 m', 'as many as you can'."""
    if one.to_max:
        return "as many as you can"
    if one.seconds is not None:
        low, high = one.seconds
        return duration(low) if low == high else f"{low}-{high} s"
    if one.metres is not None:
        return f"{span_text(one.metres)} m"
    return span_text(one.reps) if one.reps is not None else "1"


def plates_words(plates_kg: Iterable[float], exercise: Exercise, athlete: Athlete) -> str:
    """'25 + 15 + 2.5 a side', '10 on the belt', in the athlete's unit."""
    place = _PLATES_AT.get(exercise.loading, "a side")
    return f"{_sum(plates_kg, athlete)} {place}"


def _sum(plates_kg: Iterable[float], athlete: Athlete) -> str:
    return " + ".join(number(round(from_kg(plate, athlete.units), 2)) for plate in plates_kg)


def tied(text: str) -> str:
    """The text with its figures kept on one line: '4 x 5-8' and '60 kg' never break inside."""
    return _FIGURES.sub(TIED, text)


def done_words(entry: LoggedSet, expected_kg: float | None) -> str:
    """'6', '6 (2 left)', '5 at 105 kg': the load only where it is not the planned one."""
    if entry.reps is not None:
        words = str(entry.reps)
    elif entry.seconds is not None:
        words = duration(entry.seconds)
    else:
        words = f"{number(entry.metres or 0.0)} m"
    load = entry.load
    if load is not None and (expected_kg is None or abs(load.signed_kg - expected_kg) > _SAME_KG):
        sign = {LoadMode.TOTAL: "", LoadMode.ADDED: "+", LoadMode.ASSISTED: "-"}[load.mode]
        words += f" at {sign}{number(load.value)} {load.unit.value}"
    if entry.reserve is not None:
        words += f" ({number(entry.reserve)} left)"
    return words


_SAME_KG = 0.05
_FIGURES = re.compile(r"(?<=[\dx+]) (?=[\dx+])|(?<=\d) (?=kg|lb|s\b|m\b|min)|(?<=\bat) (?=\d)|(?<=\ba) (?=side)")


def _load(one: PlannedSet, exercise: Exercise, athlete: Athlete) -> str:
    if one.load_kg is None:
        return TO_FIND if exercise.loading in _HAS_LOAD and one.role in (Role.WORK, Role.TEST) else ""
    if not one.load_kg and exercise.loading in (Loading.EXTERNAL, Loading.DISTANCE):
        return ""
    return load_words(one.load_kg, exercise, athlete)


def _alike(one: PlannedSet) -> tuple[object, ...]:
    return one.reps, one.to_max, one.seconds, one.metres, one.reserve, one.load_kg, one.light, one.plates_kg
