"""What a screen of the questionnaire shows: its questions with what was answered, and the way through the steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from dorsi.athlete.questions import AnswerKind, Question, Step, units_of
from dorsi.languages import said
from dorsi.services.questioning import Questionnaire
from dorsi.units import number
from dorsi.web.forms.questions import TASTES, asked
from dorsi.web.pages.question_fields import MAKERS, Group, Option, SoFar
from dorsi.web.pages.question_parts import BY_ID, PARTS, SLUGS, STEP_NAMES, UPDATES, WORDS, Part

_SPARE_ROWS = 2
_MOST_SEGMENTS = 6
_SHAPES: Mapping[str, str] = {
    "training_age_months": "months",
    "weeks_off": "stepper",
    "max_pull_ups": "stepper",
    "minutes": "stepper",
    "equipment.preset": "places",
    "equipment.add": "gear",
    "liked": "tastes",
}
_BY_KIND: Mapping[AnswerKind, str] = {
    AnswerKind.TEXT: "text",
    AnswerKind.WHOLE: "number",
    AnswerKind.NUMBER: "number",
    AnswerKind.YES_NO: "segments",
    AnswerKind.CHOICE: "choices",
    AnswerKind.SEVERAL: "days",
    AnswerKind.SIGNS: "signs",
    AnswerKind.MASSES: "text",
    AnswerKind.DUMBBELLS: "dumbbells",
    AnswerKind.KNOWN_SETS: "sets",
    AnswerKind.OTHER_TRAINING: "other",
    AnswerKind.DISCOMFORTS: "aches",
}
_TOGETHER: Mapping[str, tuple[str, ...]] = {"equipment.add": ("equipment.add", "equipment.remove"), "liked": TASTES}
"""Questions that one set of inputs answers."""
_LIGHT_PLACES = frozenset({"home-dumbbells", "hotel"})
_HIDDEN = frozenset(each for ids in _TOGETHER.values() for each in ids[1:])
_SUFFIXES = {"years": gettext_lazy("years"), "months": gettext_lazy("months"), "weeks": gettext_lazy("weeks"),
             "minutes": gettext_lazy("min")}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question on a screen. `shape` names the inputs it is answered with; `rows` are lines of several inputs.

    `updates` are the slots, as a selector, that its answer changes.
    """

    id: str
    shape: str
    label: str
    help: str
    why: str
    value: str = ""
    suffix: str = ""
    low: str = ""
    high: str = ""
    step: str = "any"
    optional: bool = False
    updates: str = ""
    wrong: str = ""
    options: tuple[Option, ...] = ()
    groups: tuple[Group, ...] = ()
    rows: tuple[Mapping[str, Any], ...] = ()

    @property
    def key(self) -> str:
        """The question's id in the page, which has no dots."""
        return key_of(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The place of a question on a screen, empty while it does not apply; `ids` are all that are answered in it."""

    key: str
    field: Asked | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """A step in the row of steps; `state` is done, here or ahead."""

    name: str
    state: str
    address: tuple[str, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsPage:
    """One screen of the questionnaire. `can_finish` offers to plan at once, where every question has its answer."""

    part: Part
    title: str
    lede: str
    number: int
    count: int
    percent: int
    steps: tuple[StepMark, ...]
    before: tuple[str, int] | None
    slots: tuple[Slot, ...]
    finer: tuple[Slot, ...] = ()
    finer_open: bool = False
    more_to_say: bool = False
    is_last: bool = False
    can_finish: bool = False
    units: str = ""
    wrong: tuple[Asked, ...] = ()

    @classmethod
    def from_answers(
        cls,
        part: Part,
        questionnaire: Questionnaire,
        *,
        texts: Mapping[str, str] | None = None,
        wrong: Mapping[str, str] | None = None,
        more_to_say: bool = False,
        spare_rows: int = _SPARE_ROWS,
    ) -> QuestionsPage:
        """The screen with kept answers, or with those just typed (`texts`) and what is wrong with them."""
        now = {**questionnaire.texts, **(texts or {})}
        answers = Questionnaire.checked(now)
        questions = asked(part, questionnaire, now)
        wrong = wrong or {}
        ids = tuple(question.id for question in questions)
        shown = {
            question.id: _asked(question, now, answers, wrong, spare_rows)
            for question in questions
            if question.id not in _HIDDEN
        }
        slots = [_slot(each, shown.get(each), ids) for each in part.ids if each not in _HIDDEN]
        index = PARTS.index(part)
        hidden = _finer(part, answers)
        finer = [shown[each] for each in part.ids if each in hidden and each in shown]
        return cls(
            part=part,
            title=str(part.title),
            lede=str(part.lede),
            number=index + 1,
            count=len(PARTS),
            percent=round(100 * index / len(PARTS)),
            steps=tuple(_steps(part, questionnaire)),
            before=(PARTS[index - 1].slug, PARTS[index - 1].number) if index else None,
            slots=tuple(slot for slot, each in zip(slots, _own(part), strict=True) if each not in hidden),
            finer=tuple(slot for slot, each in zip(slots, _own(part), strict=True) if each in hidden and slot.field),
            finer_open=any(each.wrong or _is_told(each) for each in finer),
            more_to_say=more_to_say,
            is_last=part is PARTS[-1],
            can_finish=part is not PARTS[-1] and questionnaire.progress().question is None,
            units=units_of(answers).value,
            wrong=tuple(each for each in shown.values() if each.wrong),
        )


def _finer(part: Part, answers: Mapping[str, Any]) -> frozenset[str]:
    """What waits to be asked for. Where dumbbells are the heaviest thing there, their sizes do not: few are as heavy as
    the usual ones that stand in for them."""
    stated = answers.get("equipment.preset") in _LIGHT_PLACES
    return part.finer - {"equipment.dumbbells"} if stated else part.finer


def key_of(question_id: str) -> str:
    """A question's id in the page, which has no dots."""
    return question_id.replace(".", "-")


def _own(part: Part) -> tuple[str, ...]:
    """The questions of a screen that have a place of their own."""
    return tuple(each for each in part.ids if each not in _HIDDEN)


def _slot(question_id: str, shown: Asked | None, ids: tuple[str, ...]) -> Slot:
    together = _TOGETHER.get(question_id, (question_id,))
    return Slot(key=key_of(question_id), field=shown, ids=tuple(each for each in together if each in ids))


def _is_told(entry: Asked) -> bool:
    """True if something other than the default was answered."""
    chosen = any(option.chosen for group in entry.groups for option in group.options)
    return chosen or entry.value not in ("", BY_ID[entry.id].default)


def _steps(part: Part, questionnaire: Questionnaire) -> Iterator[StepMark]:
    state = questionnaire.progress()
    reached = list(Step).index(state.question.step) if state.question else len(Step)
    here = list(Step).index(part.step)
    for index, step in enumerate(Step):
        mark = "here" if index == here else "done" if index < reached else "ahead"
        address = (SLUGS[step], 1) if index <= reached and index != here else None
        yield StepMark(name=str(STEP_NAMES[step]), state=mark, address=address)


def _asked(
    question: Question, texts: Mapping[str, str], answers: Mapping[str, Any], wrong: Mapping[str, str], spare: int
) -> Asked:
    words = WORDS.get(question.id)
    units = units_of(answers)
    low, high, unit = question.limits.in_units(units) if question.limits else (None, None, "")
    text = texts.get(question.id, question.default)
    shape = _shape(question)
    message = wrong.get(question.id, "")
    if question.id == "liked":
        message = next((wrong[each] for each in TASTES if each in wrong), "")
    if question.id == "equipment.add":
        message = message or wrong.get("equipment.remove", "")
    made = (
        MAKERS[shape](question, SoFar(text=text, texts=texts, answers=answers, spare=spare)) if shape in MAKERS else {}
    )
    return Asked(
        id=question.id,
        shape=shape,
        label=str(words.label) if words else said(question.prompt),
        help=str(words.help) if words else "",
        why=said(question.why),
        suffix=str(_SUFFIXES.get(unit, unit)),
        low="" if low is None else number(low),
        high="" if high is None else number(high),
        step="5" if question.id == "minutes" else "1" if question.kind is AnswerKind.WHOLE else "any",
        optional=question.optional,
        updates=",".join(f"#slot-{key_of(each)}" for each in UPDATES.get(question.id, ())),
        wrong=message,
        **{"value": text, **made},
    )


def _shape(question: Question) -> str:
    if question.id in _SHAPES:
        return _SHAPES[question.id]
    limits = question.limits
    if question.kind is AnswerKind.WHOLE and limits and limits.high - limits.low < _MOST_SEGMENTS:
        return "segments"
    if question.kind is AnswerKind.CHOICE and question.id in ("units", "sex"):
        return "segments"
    return _BY_KIND[question.kind]
