"""Reads typed answers: each kind of question has one reader that returns a value or says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from dorsi.athlete.checks import equipment_problem, exercise_problem, place_problem
from dorsi.athlete.model import OtherMuscle, Weekday
from dorsi.athlete.question import AnswerKind, Answers, Choice, Question, Wrong
from dorsi.athlete.ranges import RANGES, Range
from dorsi.atlas.equipment import EQUIPMENT, GROUPS
from dorsi.atlas.load import load_atlas
from dorsi.atlas.vocabulary import REGIONS
from dorsi.errors import nearest
from dorsi.units import MassUnit

SKIPPED = frozenset({"", "-", "none", "skip", "nothing", "unknown"})
_YES, _NO = frozenset({"y", "yes", "true"}), frozenset({"n", "no", "false"})
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
_SET = re.compile(rf"(.+?)\s+({_NUMBER})\s*(kg|lb)?\s*[x*]\s*(\d+)(?:\s*(?:@|,)?\s*(?:rir)?\s*({_NUMBER}))?")
_BELLS = re.compile(rf"({_NUMBER})\D+?({_NUMBER})\D+?({_NUMBER})\D*")


def check_answer(question: Question, text: str, answers: Answers | None = None) -> Any:
    """The value of a typed answer, in the form the athlete file takes, or a Wrong that says why not.

    Nothing typed means the default; a skipped optional answer is None. `answers` are those given
    so far: they tell the unit of masses and which choices apply.
    """
    so_far = answers or {}
    typed = text.strip() or question.default
    skipped = SKIPPED if question.kind is AnswerKind.YES_NO else SKIPPED | _NO
    if question.optional and typed.lower() in skipped:
        return None
    if not typed:
        return Wrong("This one needs an answer.")
    return _READERS[question.kind](question, typed, so_far)


def units_of(answers: Answers) -> MassUnit:
    """The unit the athlete chose, kilograms until then."""
    return MassUnit(str(answers.get("units") or "kg"))


def choices_of(question: Question, answers: Answers) -> tuple[Choice, ...]:
    """The choices that apply: men are not asked about pregnancy."""
    left_out = {"pregnant", "recent-birth"} if answers.get("sex") == "male" else set()
    return tuple(choice for choice in question.choices if choice.value not in left_out)


def _text(question: Question, typed: str, answers: Answers) -> Any:
    return typed if len(typed) <= 60 else Wrong("Keep it under 60 characters.")


def _number(question: Question, typed: str, answers: Answers) -> Any:
    whole = question.kind is AnswerKind.WHOLE
    return _in_range(typed, question.limits, units_of(answers), whole=whole)


def _in_range(typed: str, limits: Range | None, units: MassUnit, *, whole: bool = False) -> Any:
    unit = limits.in_units(units)[2] if limits else ""
    match = re.fullmatch(rf"({_NUMBER})\s*([a-zA-Z]*)", typed.strip())
    if match is None:
        return Wrong(f"'{typed}' is not a number; type one such as {'30' if whole else '62.5'}.")
    if match[2] and not unit.lower().startswith(match[2].lower()):
        return Wrong(f"'{match[2]}' is not the unit here{f'; it is {unit}' if unit else ''}. Type the number alone.")
    value = float(match[1].replace(",", "."))
    if whole and not value.is_integer():
        return Wrong("Type a whole number.")
    if limits and (problem := limits.problem(value, units)):
        return Wrong(f"It {problem}.")
    return int(value) if whole else value


def _yes_no(question: Question, typed: str, answers: Answers) -> Any:
    word = typed.lower()
    return word in _YES if word in _YES | _NO else Wrong("Answer yes or no.")


def _choice(question: Question, typed: str, answers: Answers) -> Any:
    return _chosen(choices_of(question, answers), typed)


def _several(question: Question, typed: str, answers: Answers) -> Any:
    choices = choices_of(question, answers)
    chosen = [_chosen(choices, part) for part in re.split(r"[,;\s]+", typed) if part]
    wrong = next((item for item in chosen if isinstance(item, Wrong)), None)
    return wrong or [choice.value for choice in choices if choice.value in chosen]


def _signs(question: Question, typed: str, answers: Answers) -> Any:
    if typed.lower() in SKIPPED | _NO:
        return []
    chosen = _several(question, typed, answers)
    if isinstance(chosen, Wrong):
        return Wrong("Type no, or the numbers of those that apply, such as 1 3.")
    return chosen


def _chosen(choices: tuple[Choice, ...], typed: str) -> Any:
    """The value meant by its number, itself, its label or a beginning that fits only one."""
    word = typed.strip().lower()
    if word.isdigit() and 1 <= int(word) <= len(choices):
        return choices[int(word) - 1].value
    names = {name.lower(): choice.value for choice in choices for name in (choice.value, choice.label)}
    if word in names:
        return names[word]
    begun = {value for name, value in names.items() if name.startswith(word)}
    if len(begun) == 1:
        return begun.pop()
    if word.isdigit():
        return Wrong(f"There is no number {word}; choose 1 to {len(choices)}.")
    guess = nearest(word, names, 1)
    hint = f"did you mean '{names[guess[0]]}'?" if guess else f"choose from {', '.join(c.value for c in choices)}."
    return Wrong(f"'{typed}' is not one of the choices; {hint}")


def _masses(question: Question, typed: str, answers: Answers) -> Any:
    parts = [part for part in re.split(r"[,;\s]+", re.sub(r"(kg|lb)\b", " ", typed)) if part]
    values = [_in_range(part, question.limits, units_of(answers)) for part in parts]
    return next((value for value in values if isinstance(value, Wrong)), values)


def _names(known: Mapping[str, str], problem: Callable[[str], str | None]) -> Callable[..., Any]:
    """A reader of names separated by commas: `known` maps what may be typed to ids."""

    def read(question: Question, typed: str, answers: Answers) -> Any:
        found: list[str] = []
        for part in (part.strip() for part in re.split(r"[,;\n]+", typed)):
            name = _id(part, known)
            if wrong := problem(name):
                return Wrong(_sentence(wrong))
            if name not in found:
                found.append(name)
        return found

    return read


def _exercises(question: Question, typed: str, answers: Answers) -> Any:
    return _names(load_atlas().exercise_names, exercise_problem)(question, typed, answers)


def _dumbbells(question: Question, typed: str, answers: Answers) -> Any:
    match = _BELLS.fullmatch(typed.replace("-", " "))
    if match is None:
        return Wrong("Type lightest, heaviest and step, such as '4 to 24 by 2'.")
    bells: dict[str, float] = {}
    for key, part in zip(("from", "to", "step"), match.groups(), strict=True):
        limits = RANGES["equipment.dumbbells." + key.replace("from", "from_")]
        value = _in_range(part, limits, units_of(answers))
        if isinstance(value, Wrong):
            return Wrong(f"{key}: {value.message}")
        bells[key] = value
    return bells if bells["from"] <= bells["to"] else Wrong("The lightest comes first.")


def _known_sets(question: Question, typed: str, answers: Answers) -> Any:
    rows = []
    for part in _rows(typed):
        match = _SET.fullmatch(part)
        if match is None:
            return Wrong(f"'{part}' cannot be read; type it like 'deadlift 120 x 5 @ 2' (two reps left in hand).")
        units = units_of(answers)
        name = _id(match[1], load_atlas().exercise_names)
        load = _in_range(match[2] + (match[3] or ""), RANGES["known_set.load"], units)
        reps = _in_range(match[4], RANGES["known_set.reps"], units, whole=True)
        rir = _in_range(match[5] or "1", RANGES["known_set.rir"], units)
        if wrong := exercise_problem(name):
            return Wrong(_sentence(wrong))
        if wrong_value := next((value for value in (load, reps, rir) if isinstance(value, Wrong)), None):
            return Wrong(f"{part}: {wrong_value.message}")
        rows.append({"exercise": name, "load": load, "reps": reps, "rir": rir})
    return rows


def _other_training(question: Question, typed: str, answers: Answers) -> Any:
    days = tuple(Choice(day.value, day.label) for day in Weekday)
    muscles = tuple(Choice(muscle.value, muscle.value) for muscle in OtherMuscle)
    rows = []
    for part in _rows(typed):
        words = [word for word in re.split(r"[,:\s]+", part) if word not in {"", "and", "+"}]
        chosen = [_chosen(days, words[0]), *(_chosen(muscles, word) for word in words[1:])]
        if wrong := next((item for item in chosen if isinstance(item, Wrong)), None):
            return wrong
        if len(chosen) < 2:
            return Wrong(f"'{part}' does not say what you train; type it like 'tue chest'.")
        rows.append({"day": chosen[0], "trains": list(dict.fromkeys(chosen[1:]))})
    return rows


def _discomforts(question: Question, typed: str, answers: Answers) -> Any:
    rows = []
    for part in (piece for row in _rows(typed) for piece in row.split(",")):
        match = re.fullmatch(r"(.+?)[\s:]+(\d+)(?:\s*/\s*10)?", part.strip())
        if match is None:
            return Wrong(f"'{part.strip()}' cannot be read; type place and score, like 'shoulder 3'.")
        place = _id(match[1], {region: region for region in REGIONS} | dict(load_atlas().exercise_names))
        score = _in_range(match[2], RANGES["discomfort.score"], MassUnit.KG, whole=True)
        if wrong := place_problem(place):
            return Wrong(_sentence(wrong))
        if isinstance(score, Wrong):
            return score
        rows.append({"place": place, "score": score})
    return rows


def _rows(typed: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]+", typed) if part.strip()]


def _id(typed: str, known: Mapping[str, str]) -> str:
    name = re.sub(r"[\s_]+", "-", typed.strip().lower())
    return known.get(name, name)


def _sentence(message: str) -> str:
    text = message[:1].upper() + message[1:]
    return text if text.endswith((".", "?")) else f"{text}."


_EQUIPMENT_NAMES = {name: name for name in (*EQUIPMENT, *GROUPS)} | {
    label.lower().replace(" ", "-"): item for item, label in EQUIPMENT.items()
}

_READERS: Mapping[AnswerKind, Callable[[Question, str, Answers], Any]] = {
    AnswerKind.TEXT: _text,
    AnswerKind.WHOLE: _number,
    AnswerKind.NUMBER: _number,
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.CHOICE: _choice,
    AnswerKind.SEVERAL: _several,
    AnswerKind.SIGNS: _signs,
    AnswerKind.MASSES: _masses,
    AnswerKind.EXERCISES: _exercises,
    AnswerKind.EQUIPMENT: _names(_EQUIPMENT_NAMES, equipment_problem),
    AnswerKind.DUMBBELLS: _dumbbells,
    AnswerKind.KNOWN_SETS: _known_sets,
    AnswerKind.OTHER_TRAINING: _other_training,
    AnswerKind.DISCOMFORTS: _discomforts,
}
