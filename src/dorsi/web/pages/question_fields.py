"""How each kind of question is answered on a page: what there is to choose, and what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dorsi.athlete.answers import Equipment
from dorsi.athlete.model import OtherMuscle, Weekday
from dorsi.athlete.questions import AnswerKind, Question, Wrong, check_answer, choices_of
from dorsi.athlete.screened import items_of
from dorsi.atlas.equipment import EQUIPMENT, PRESETS
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Exercise, Loading
from dorsi.atlas.vocabulary import REGIONS
from dorsi.languages import said
from dorsi.web.forms.questions import MOST_ROWS, NONE, TASTES
from dorsi.web.forms.sending import count_in
from dorsi.web.pages.atlas_words import PATTERNS
from dorsi.web.pages.question_parts import PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing to choose."""

    value: str
    label: str
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Things to choose under a heading; `name` is what they are sent by, where groups are sent apart."""

    label: str
    options: tuple[Option, ...]
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """What was typed for the question and for all, what of it holds, and how many empty rows to offer."""

    text: str
    texts: Mapping[str, str]
    answers: Mapping[str, Any]
    spare: int


Made = dict[str, Any]
"""Fields of `questions.Asked`."""


def _segments(question: Question, so_far: SoFar) -> Made:
    if question.kind is AnswerKind.YES_NO:
        options = [("yes", _("Yes")), ("no", _("No"))]
        if question.optional:
            options.append(("", _("Not sure")))
    elif question.kind is AnswerKind.CHOICE:
        options = [(choice.value, said(choice.label)) for choice in choices_of(question, so_far.answers)]
    else:
        assert question.limits is not None, "a row of numbers has bounds"
        numbers = range(int(question.limits.low), int(question.limits.high) + 1)
        options = [("", _("Best for me"))] if question.optional else []
        options += [(str(each), str(each)) for each in numbers]
    chosen = check_answer(question, so_far.text, so_far.answers)
    wanted = so_far.text if isinstance(chosen, Wrong) else _retyped(chosen)
    # An optional answer counts as "not sure" once the screen was seen; before that nothing is chosen.
    untouched = question.id not in so_far.texts and not question.default and not question.optional
    return {
        "options": tuple(
            Option(value=value, label=label, chosen=value == wanted and not untouched) for value, label in options
        )
    }


def _choices(question: Question, so_far: SoFar) -> Made:
    chosen = check_answer(question, so_far.text, so_far.answers)
    return {
        "options": tuple(
            Option(value=choice.value, label=capital(said(choice.label)), chosen=choice.value == chosen)
            for choice in choices_of(question, so_far.answers)
        )
    }


def _days(question: Question, so_far: SoFar) -> Made:
    chosen = check_answer(question, so_far.text, so_far.answers) if so_far.text else ()
    chosen = () if isinstance(chosen, Wrong) else chosen
    return {
        "options": tuple(
            Option(value=day.value, label=said(day.label), note=said(day.label)[:3], chosen=day.value in chosen)
            for day in Weekday
        )
    }


def _signs(question: Question, so_far: SoFar) -> Made:
    chosen = so_far.text.split()
    options = [
        Option(value=choice.value, label=said(choice.label), chosen=choice.value in chosen)
        for choice in choices_of(question, so_far.answers)
    ]
    none = question.id in so_far.texts and not any(option.chosen for option in options)
    return {"options": (*options, Option(value=NONE, label=_("None of these"), chosen=none))}


def _places(question: Question, so_far: SoFar) -> Made:
    return {
        "options": tuple(
            Option(
                value=preset, label=str(PLACES[preset][0]), note=str(PLACES[preset][1]), chosen=preset == so_far.text
            )
            for preset in PRESETS
        )
    }


_GEAR: Mapping[Promise, tuple[str, ...]] = {
    gettext_lazy("Hanging"): (
        "pull-up-bar", "parallel-bar", "rings", "low-bar", "dip-belt", "assisted-pull-up-machine", "bands", "box",
    ),
    gettext_lazy("Cables and machines"): (
        "pulldown-station", "low-row-station", "cable-column", "row-machine", "t-bar-chest-supported",
        "rear-delt-machine",
    ),
    gettext_lazy("Free weights"): (
        "barbell", "rack", "trap-bar", "t-bar", "dumbbells", "kettlebells", "farmers-handles",
    ),
    gettext_lazy("Benches"): ("flat-bench", "incline-bench", "back-extension-45", "roman-chair", "reverse-hyper"),
    gettext_lazy("To warm up"): ("rower", "bike", "treadmill"),
}  # fmt: skip


def _gear(question: Question, so_far: SoFar) -> Made:
    preset = str(so_far.answers.get("equipment.preset") or "full-gym")
    there = items_of(
        Equipment(
            preset=preset,
            add=tuple(so_far.answers.get("equipment.add") or ()),
            remove=tuple(so_far.answers.get("equipment.remove") or ()),
        )
    )
    groups = tuple(
        Group(
            label=str(label),
            options=tuple(
                Option(value=item, label=capital(_(EQUIPMENT[item])), chosen=item in there) for item in items
            ),
        )
        for label, items in _GEAR.items()
    )
    return {"groups": groups, "value": preset}


def _months(question: Question, so_far: SoFar) -> Made:
    counted = count_in(so_far.text)
    years, months = divmod(counted, 12) if counted is not None else ("", so_far.text)
    told = {"years": years if years or not months else "", "months": months if months or not years else ""}
    return {"rows": (told if so_far.text else {"years": "", "months": ""},)}


def _dumbbells(question: Question, so_far: SoFar) -> Made:
    words = so_far.text.split()
    parts = words[::2] if len(words) == 5 else ["", "", ""]
    labels = (_("lightest"), _("heaviest"), _("step"))
    return {
        "rows": tuple(
            {"name": name, "label": label, "value": "" if part == "?" else part}
            for name, label, part in zip(("from", "to", "step"), labels, parts, strict=True)
        )
    }


def _known_sets(question: Question, so_far: SoFar) -> Made:
    rows = [_known_set(line) for line in so_far.text.split(";") if line.strip()]
    told = {row["exercise"] for row in rows}
    groups = exercises(lambda exercise: _counts_reps(exercise) or exercise.id in told)
    return {"rows": _with_spare(rows, so_far.spare, "exercise", "load", "reps", "rir"), "groups": groups}


def _counts_reps(exercise: Exercise) -> bool:
    """True for work in reps: what is held, carried or prepares for work says nothing about first loads."""
    return exercise.is_work and exercise.loading not in (Loading.TIME, Loading.DISTANCE)


def _known_set(line: str) -> dict[str, str]:
    """The parts of a line such as 'deadlift 120 x 5 @ 2', as far as they are there."""
    what, _x, rest = line.partition(" x ")
    exercise, _space, load = what.strip().partition(" ")
    reps, _at, rir = rest.partition("@")
    row = {"exercise": exercise, "load": load.strip(), "reps": reps.strip(), "rir": rir.strip()}
    return {**row, "wrong": "" if row["load"] and row["reps"] else "yes"}


def _tastes(question: Question, so_far: SoFar) -> Made:
    rows = [
        {"exercise": name, "how": taste}
        for taste in TASTES
        for name in (so_far.answers.get(taste) or so_far.texts.get(taste, "").split(", "))
        if name
    ]
    hows = (("liked", _("Like")), ("disliked", _("Rather not")), ("never", _("Never")))
    return {
        "rows": _with_spare(rows, so_far.spare, "exercise", "how"),
        "groups": exercises(),
        "options": tuple(Option(value=value, label=label) for value, label in hows),
        "value": ", ".join(so_far.texts.get(taste, "") for taste in TASTES),
    }


def _other(question: Question, so_far: SoFar) -> Made:
    days = {row["day"]: row["trains"] for row in so_far.answers.get("other_training") or ()}
    names = {
        OtherMuscle.LEGS: _("Legs"), OtherMuscle.CHEST: _("Chest"), OtherMuscle.SHOULDERS: _("Shoulders"),
        OtherMuscle.ARMS: _("Arms"), OtherMuscle.REAR_DELTS: _("Rear shoulders"), OtherMuscle.ABS: _("Abs"),
    }  # fmt: skip
    return {
        "groups": tuple(
            Group(
                label=label,
                name=muscle.value,
                options=tuple(
                    Option(
                        value=day.value,
                        label=said(day.label),
                        note=said(day.label)[:2],
                        chosen=muscle.value in days.get(day.value, ()),
                    )
                    for day in Weekday
                ),
            )
            for muscle, label in names.items()
        ),
    }


def _aches(question: Question, so_far: SoFar) -> Made:
    rows = [
        dict(zip(("place", "score"), line.strip().rpartition(" ")[::2], strict=True))
        for line in so_far.text.split(";")
        if line.strip()
    ]
    atlas = load_atlas()
    named = {row["place"] for row in rows} & set(atlas.exercises)
    places = [Option(value=region, label=capital(said(name))) for region, name in REGIONS.items()]
    places += [Option(value=each, label=said(atlas.exercises[each].short)) for each in sorted(named)]
    return {
        "rows": _with_spare(rows, so_far.spare, "place", "score"),
        "options": tuple(places),
    }


def _with_spare(rows: Sequence[Mapping[str, Any]], spare: int, *columns: str) -> tuple[Mapping[str, Any], ...]:
    """The rows and some empty ones after them, as far as there is room."""
    empty = dict.fromkeys(columns, "")
    return (*rows, *([empty] * spare))[: max(len(rows), MOST_ROWS)]


def _retyped(value: object) -> str:
    """A checked answer as the value of the radio button that stands for it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def exercises(offered: Callable[[Exercise], bool] = lambda _exercise: True) -> tuple[Group, ...]:
    """Every exercise, or every one that is offered, under its movement, to choose from."""
    groups: dict[str, list[Option]] = {}
    named = ((said(exercise.name), exercise) for exercise in load_atlas().exercises.values() if offered(exercise))
    for name, exercise in sorted(named, key=lambda pair: pair[0]):
        heading = str(PATTERNS[exercise.pattern])
        groups.setdefault(heading, []).append(Option(value=exercise.id, label=name))
    return tuple(Group(label=label, options=tuple(options)) for label, options in groups.items())


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


Maker = Callable[[Question, SoFar], Made]
MAKERS: Mapping[str, Maker] = {
    "segments": _segments,
    "choices": _choices,
    "days": _days,
    "signs": _signs,
    "places": _places,
    "gear": _gear,
    "months": _months,
    "dumbbells": _dumbbells,
    "sets": _known_sets,
    "tastes": _tastes,
    "other": _other,
    "aches": _aches,
}
