"""The questionnaire as data: five steps of plain questions, each with the reason for asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dorsi.athlete.answer_reading import check_answer, choices_of, units_of
from dorsi.athlete.question import AnswerKind, Answers, Choice, Question, Step, Wrong
from dorsi.athlete.questions_gym_health import GYM, HEALTH
from dorsi.athlete.questions_so_far import SIGNS, listed
from dorsi.athlete.questions_training import TRAINING, WEEK, YOU

__all__ = [
    "QUESTIONS",
    "SIGNS",
    "AnswerKind",
    "Answers",
    "Choice",
    "Progress",
    "Question",
    "Step",
    "Wrong",
    "check_answer",
    "choices_of",
    "document_of",
    "progress",
    "units_of",
]

QUESTIONS: tuple[Question, ...] = (*YOU, *TRAINING, *WEEK, *GYM, *HEALTH)


@dataclass(frozen=True, slots=True)
class Progress:
    """Checked answers so far, and the next question; None when all are answered."""

    answers: dict[str, Any]
    question: Question | None


def progress(texts: Mapping[str, str]) -> Progress:
    """How far typed answers (by question id) get through the questionnaire.

    Answers are checked anew and stop at the first that is missing or no longer fits, so that a kept
    draft can be trusted however old it is. Questions that do not apply are passed over.
    """
    answers: dict[str, Any] = {}
    for question in QUESTIONS:
        if not question.applies(answers):
            continue
        value = check_answer(question, texts[question.id], answers) if question.id in texts else Wrong("")
        if isinstance(value, Wrong):
            return Progress(answers, question)
        answers[question.id] = value
    return Progress(answers, None)


def document_of(answers: Answers) -> dict[str, Any]:
    """Checked answers as the mapping of an athlete file; skipped ones are left out."""
    document: dict[str, Any] = {}
    signs: list[str] = []
    for path, value in answers.items():
        if path.startswith(SIGNS):
            signs += listed(value)
        elif value is not None:
            _put(document, path, value)
    if signs:
        _put(document, SIGNS.rstrip("."), signs)
    return document


def _put(document: dict[str, Any], path: str, value: object) -> None:
    *tables, key = path.split(".")
    for table in tables:
        document = document.setdefault(table, {})
    document[key] = value
