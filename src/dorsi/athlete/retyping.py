"""From an athlete's answers back to the questionnaire: each as a person would have typed it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from dorsi.athlete.answers import DumbbellRange, Intake, KnownSet
from dorsi.athlete.model import Discomfort, OtherTraining
from dorsi.athlete.question import AnswerKind, Question
from dorsi.athlete.questions import QUESTIONS
from dorsi.athlete.questions_so_far import SIGNS
from dorsi.athlete.screening_questions import Kind, questions_of
from dorsi.units import number

NO = "no"
"""What is typed where none of a list of health signs applies."""


def typed_answers(intake: Intake) -> dict[str, str]:
    """Typed answers by question id that give the same answers back; empty where a question was skipped."""
    return {question.id: _typed(question, intake) for question in QUESTIONS}


def _typed(question: Question, intake: Intake) -> str:
    if question.id.startswith(SIGNS):
        kind = Kind(question.id.removeprefix(SIGNS))
        return " ".join(sign.id for sign in questions_of(kind) if sign.id in intake.screening.yes) or NO
    value: object = intake
    for name in question.id.split("."):
        value = getattr(value, name)
    if value is None and not question.optional:
        return question.default
    return _text(value, ", " if question.kind in (AnswerKind.EXERCISES, AnswerKind.EQUIPMENT) else " ")


def _text(value: object, between: str = " ") -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else NO
        case int() | float():
            return number(value)
        case StrEnum():
            return value.value
        case DumbbellRange():
            return f"{number(value.from_)} to {number(value.to)} by {number(value.step)}"
        case KnownSet():
            return f"{value.exercise} {number(value.load)} x {value.reps} @ {number(value.rir)}"
        case OtherTraining():
            return f"{value.day} {' '.join(value.trains)}"
        case Discomfort():
            return f"{value.place} {value.score}"
        case tuple():
            return _joined(value, between)
        case _:
            return str(value)


def _joined(values: Iterable[object], between: str) -> str:
    """A list in one line; rows of several words are parted by semicolons."""
    rows = tuple(values)
    composed = any(isinstance(row, KnownSet | OtherTraining | Discomfort) for row in rows)
    return ("; " if composed else between).join(_text(row) for row in rows)
