"""What a screen of the questionnaire sent, as the questionnaire reads it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from dorsi.athlete.model import OtherMuscle, Weekday
from dorsi.athlete.questions import AnswerKind, Question, Wrong, check_answer
from dorsi.athlete.retyping import NO
from dorsi.atlas.equipment import EQUIPMENT, PRESETS
from dorsi.languages import said
from dorsi.services.questioning import Questionnaire
from dorsi.web.forms.sending import count_in
from dorsi.web.pages.question_parts import BY_ID, FOLLOWS, Part

NONE = "none"
"""The value of the card 'None of these' under a list of health signs."""
MOST_ROWS = 20
TASTES = ("liked", "disliked", "never")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A screen as filled in: typed answers and what is wrong with them, by question id.

    `open` are questions that apply now and were not on the screen that was sent.
    """

    texts: Mapping[str, str]
    wrong: Mapping[str, str]
    open: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """True if the next screen can follow."""
        return not (self.wrong or self.open)


def asked(part: Part, questionnaire: Questionnaire, texts: Mapping[str, str]) -> tuple[Question, ...]:
    """The questions of a screen that apply after the answers so far and these of the screen itself."""
    # Without the screen's own old answers: they would decide what has just been changed.
    before = {key: text for key, text in questionnaire.texts.items() if key not in part.ids}
    answers = Questionnaire.checked(before)
    found = []
    for question in (BY_ID[question_id] for question_id in part.ids):
        undecided = any(each not in answers for each in FOLLOWS.get(question.id, ()))
        if undecided or not question.applies(answers):
            continue
        found.append(question)
        text = texts.get(question.id, question.default)
        if not isinstance(value := check_answer(question, text, answers), Wrong):
            answers[question.id] = value
    return tuple(found)


def filled(part: Part, questionnaire: Questionnaire, data: QueryDict) -> Filled:
    """What a screen sent, checked."""
    shown = [each for each in data.getlist("asked") if each in part.ids]
    texts = {question_id: typed(BY_ID[question_id], data) for question_id in shown}
    now = asked(part, questionnaire, texts)
    answers = Questionnaire.checked({**questionnaire.texts, **texts})
    wrong: dict[str, str] = {}
    for question in now:
        if question.id in texts and (message := _mistake(question, texts[question.id], data, answers)):
            wrong[question.id] = message
    if not wrong:
        contradicted = questionnaire.contradictions(texts)
        wrong = {key: message for key, message in contradicted.items() if key in shown}
    missing = tuple(question.id for question in now if question.id not in shown)
    if "equipment.preset" in shown and data.get("gear-of") != data.get("equipment.preset"):
        missing += ("equipment.add",)
    return Filled(texts=texts, wrong=wrong, open=missing)


def typed(question: Question, data: QueryDict) -> str:
    """The answer to one question, as a person would have typed it into a terminal."""
    if question.id in TASTES:
        rows = _rows(data, "taste", "exercise", "how")
        return ", ".join(row["exercise"] for row in rows if row["exercise"] and row["how"] == question.id)
    writer = _BY_ID.get(question.id) or _BY_KIND.get(question.kind)
    return writer(question, data) if writer else data.get(question.id, "").strip()


def _mistake(question: Question, text: str, data: QueryDict, answers: Mapping[str, Any]) -> str:
    """What is wrong with an answer; empty if nothing is."""
    if question.kind is AnswerKind.SEVERAL and not text:
        return _("Choose at least one.")
    if question.kind is AnswerKind.SIGNS:
        chosen = data.getlist(question.id)
        if not chosen:
            return _("Tick what applies, or 'None of these'.")
        if NONE in chosen and len(chosen) > 1:
            return _("'None of these' stands beside others. Keep one or the other.")
    if question.kind is AnswerKind.KNOWN_SETS:
        for row in _rows(data, question.id, "exercise", "load", "reps", "rir"):
            if not row["exercise"] and (row["load"] or row["reps"]):
                return _("Choose the exercise of each set.")
            if row["exercise"] and not (row["load"] and row["reps"]):
                return _("Give load and reps of each set; 0 is body weight alone.")
            if row["reps"] and count_in(row["reps"]) is None:
                return _("Reps are a whole number, such as 8.")
    if question.kind is AnswerKind.DISCOMFORTS:
        for row in _rows(data, question.id, "place", "score"):
            if row["place"] and not row["score"]:
                return _("Say from 0 to 10 how much each place aches.")
            if row["score"] and not row["place"]:
                return _("Choose the place that aches.")
    if question.kind is AnswerKind.DUMBBELLS and text.count(" ") and "?" in text:
        return _("Give all three, or none.")
    value = check_answer(question, text, answers)
    return said(value.message) if isinstance(value, Wrong) else ""


def _rows(data: QueryDict, name: str, *columns: str) -> Iterator[dict[str, str]]:
    for number in range(MOST_ROWS):
        row = {column: data.get(f"{name}-{number}-{column}", "").strip() for column in columns}
        if any(row.values()):
            yield row


def _months(question: Question, data: QueryDict) -> str:
    years, months = (data.get(f"{question.id}-{part}", "").strip() for part in ("years", "months"))
    if not (years or months):
        return ""
    counted = [count_in(part or "0") for part in (years, months)]
    if counted[0] is not None and counted[1] is not None:
        return str(counted[0] * 12 + counted[1])
    return years if counted[0] is None else months


def _several(question: Question, data: QueryDict) -> str:
    return " ".join(data.getlist(question.id))


def _signs(question: Question, data: QueryDict) -> str:
    return " ".join(sign for sign in data.getlist(question.id) if sign != NONE) or NO


def _known_sets(question: Question, data: QueryDict) -> str:
    rows = _rows(data, question.id, "exercise", "load", "reps", "rir")
    lines = (f"{r['exercise']} {r['load']} x {r['reps']} @ {r['rir'] or '1'}" for r in rows if r["exercise"])
    return "; ".join(line.replace(";", " ") for line in lines)


def _dumbbells(question: Question, data: QueryDict) -> str:
    parts = [data.get(f"{question.id}-{part}", "").strip() for part in ("from", "to", "step")]
    if not any(parts):
        return ""
    lightest, heaviest, step = (part or "?" for part in parts)
    return f"{lightest} to {heaviest} by {step}"


def _other_training(question: Question, data: QueryDict) -> str:
    chosen = {muscle: data.getlist(f"{question.id}-{muscle}") for muscle in OtherMuscle}
    rows = ((day, [m.value for m in OtherMuscle if day.value in chosen[m]]) for day in Weekday)
    return "; ".join(f"{day} {' '.join(muscles)}" for day, muscles in rows if muscles)


def _discomforts(question: Question, data: QueryDict) -> str:
    rows = _rows(data, question.id, "place", "score")
    return "; ".join(f"{row['place']} {row['score'] or '0'}" for row in rows if row["place"])


def _gear(data: QueryDict) -> tuple[frozenset[str], frozenset[str]]:
    """What is ticked and what the ticks began with; where another place was chosen, what is usual there."""
    preset = data.get("equipment.preset", "")
    usual = frozenset(PRESETS.get(preset, ()))
    there = frozenset(data.getlist("gear")) & frozenset(EQUIPMENT)
    return (there, usual) if data.get("gear-of") == preset else (usual, usual)


def _added(question: Question, data: QueryDict) -> str:
    there, usual = _gear(data)
    return ", ".join(item for item in EQUIPMENT if item in there - usual)


def _removed(question: Question, data: QueryDict) -> str:
    there, usual = _gear(data)
    return ", ".join(item for item in EQUIPMENT if item in usual - there)


_Writer = Callable[[Question, QueryDict], str]
_BY_KIND: Mapping[AnswerKind, _Writer] = {
    AnswerKind.SEVERAL: _several,
    AnswerKind.SIGNS: _signs,
    AnswerKind.KNOWN_SETS: _known_sets,
    AnswerKind.DUMBBELLS: _dumbbells,
    AnswerKind.OTHER_TRAINING: _other_training,
    AnswerKind.DISCOMFORTS: _discomforts,
}
_BY_ID: Mapping[str, _Writer] = {
    "training_age_months": _months,
    "equipment.add": _added,
    "equipment.remove": _removed,
}
