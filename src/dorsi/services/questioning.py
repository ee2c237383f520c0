"""The questionnaire of one person: answers kept as they are given, and what they lead to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, Protocol

from dorsi.athlete.answers import Equipment, Intake
from dorsi.athlete.intake import intake_from_mapping
from dorsi.athlete.questions import (
    QUESTIONS,
    SIGNS,
    Progress,
    Question,
    Step,
    Wrong,
    check_answer,
    document_of,
    progress,
)
from dorsi.athlete.retyping import typed_answers
from dorsi.athlete.screened import items_of
from dorsi.athlete.screening import ADULT_AGE, refuse_child, refuse_emergency
from dorsi.athlete.screening_questions import Kind
from dorsi.atlas.equipment import PRESETS
from dorsi.atlas.load import load_atlas
from dorsi.errors import InvalidFile, Room, TrainingRefused
from dorsi.program.reading import read_program
from dorsi.program.writing import write_program
from dorsi.services.checking import Checked, check_text
from dorsi.services.planning import plan_from_intake

ANSWERS, PLAN = "answers", "plan"
"""The kinds of draft in which answers and the plan made of them are kept."""
FILE = "your plan"
"""What the plan is called in messages about its text."""
_ASKED_AGAIN = ("age", "guardian_consent")
"""Beside the health questions, what is asked anew after a referral of someone who is not known to be of age."""


class Drafts(Protocol):
    """Where what was begun is kept: a document of each kind."""

    def get(self, kind: str) -> dict[str, Any]:
        """The draft of that kind; empty where there is none."""

    def keep(self, kind: str, document: dict[str, Any]) -> None:
        """Puts a draft in the place of the one of that kind."""

    def drop(self, kind: str) -> None:
        """Takes the draft of that kind away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The plan that the answers lead to: its file's text and the rules' word on it."""

    text: str
    checked: Checked


class Questionnaire:
    """Answers so far, as typed, by question id. Whatever changes them is kept at once."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        kept = drafts.get(ANSWERS)
        self.texts: dict[str, str] = {str(key): str(text) for key, text in kept.get("texts", {}).items()}
        self.referred = bool(kept.get("referred"))
        """Whether the answers led to a referral; then what led there is due to be asked again."""

    def put(self, texts: Mapping[str, str], *, referred: bool = False) -> None:
        """Adds answers, in the place of those to the same questions."""
        self.texts |= texts
        self._keep(referred)

    def take_up(self, program: str) -> None:
        """Begins with the answers that a programme's text carries, to change some of them. Raises InvalidFile."""
        found = read_program(program, FILE, load_atlas())
        intake = intake_from_mapping(found.athlete or {}, FILE, under="athlete")
        self.texts = typed_answers(intake)
        self._keep(referred=False)

    def ask_health_again(self) -> None:
        """Forgets what led to a referral, so that it has to be answered anew."""
        again = {q.id for q in QUESTIONS if q.step is Step.HEALTH}
        if self.checked(self.texts).get("age", 0) < ADULT_AGE:
            again |= set(_ASKED_AGAIN)
        self.texts = {key: text for key, text in self.texts.items() if key not in again}
        self._keep(referred=False)

    def make(self, room: Room) -> None:
        """Changes the answers as a remedy for clashing wishes asks."""
        self.put(_with(room, self.texts))

    def drop(self) -> None:
        """Forgets answers and plan, which an adopted programme carries from now on."""
        self._drafts.drop(ANSWERS)
        self._drafts.drop(PLAN)

    @staticmethod
    def checked(texts: Mapping[str, str]) -> dict[str, Any]:
        """The answers among typed ones that hold, whether or not others are still open."""
        answers: dict[str, Any] = {}
        for question in QUESTIONS:
            if question.id in texts and question.applies(answers):
                value = check_answer(question, texts[question.id], answers)
                if not isinstance(value, Wrong):
                    answers[question.id] = value
        return answers

    def progress(self, more: Mapping[str, str] | None = None) -> Progress:
        """Checked answers so far, with `more` of them, and the next question that is open."""
        return progress({**self.texts, **(more or {})})

    def contradictions(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """What cannot stand beside other answers, by question id; what is not answered yet does not count."""
        texts = {**self.texts, **(more or {})}
        try:
            intake_from_mapping(document_of(self.checked(texts)), FILE)
        except InvalidFile as error:
            found = ((_question_at(problem.where), problem.message) for problem in error.problems)
            return {key: message for key, message in found if key in texts}
        return {}

    def intake(self) -> Intake | Question:
        """All answers checked, or the first question that is open or contradicts another.

        Raises TrainingRefused as soon as an answer settles that there will be no plan.
        """
        state = self.progress()
        if "age" in state.answers:
            refuse_child(state.answers["age"])
        refuse_emergency(tuple(state.answers.get(f"{SIGNS}{Kind.EMERGENCY.value}", ())))
        if state.question is not None:
            return state.question
        if wrong := self.contradictions():
            return next(question for question in QUESTIONS if question.id in wrong)
        return intake_from_mapping(document_of(state.answers), FILE)

    def outcome(self) -> Proposal | Question:
        """The plan, or the question that stands before it; the plan is worked out once for the same answers.

        Raises TrainingRefused, WishesClash.
        """
        try:
            intake = self.intake()
            if isinstance(intake, Question):
                return intake
            text = self._text(intake)
            return Proposal(text=text, checked=_checked(text))
        except TrainingRefused:
            self._keep(referred=True)
            raise

    def _text(self, intake: Intake) -> str:
        mark = sha256(json.dumps(self.texts, sort_keys=True).encode()).hexdigest()
        kept = self._drafts.get(PLAN)
        if kept.get("answers") == mark:
            return str(kept["text"])
        text = write_program(plan_from_intake(intake).program)
        self._drafts.keep(PLAN, {"answers": mark, "text": text})
        return text

    def _keep(self, referred: bool) -> None:
        self.referred = referred
        self._drafts.keep(ANSWERS, {"texts": self.texts, "referred": referred})


@lru_cache(maxsize=16)
def _checked(text: str) -> Checked:
    """The check of a plan's text, which is looked at several times before it is started."""
    return check_text(text, FILE)


def _question_at(where: str) -> str:
    """The id of the question whose answer a path in the athlete file belongs to."""
    path = where.partition("[")[0]
    if path == "goal":
        return "goal.width"
    return next((q.id for q in QUESTIONS if path == q.id or path.startswith(f"{q.id}.")), path)


def _with(room: Room, texts: Mapping[str, str]) -> dict[str, str]:
    """The answers that change, as typed."""
    changed: dict[str, str] = {}
    if room.minutes is not None:
        changed["minutes"] = str(room.minutes)
    if room.day:
        changed["days"] = f"{texts.get('days', '')} {room.day}"
    if room.any_count:
        changed["sessions_per_week"] = ""
    if room.allow:
        never = _listed(texts, "never")
        changed["never"] = ", ".join(name for name in never if name not in room.allow)
    if room.add:
        preset = texts.get("equipment.preset", "")
        add, remove = _listed(texts, "equipment.add"), _listed(texts, "equipment.remove")
        remove = [item for name in remove for item in sorted(items_of(Equipment(preset="none", add=(name,))))]
        lacking = [item for item in room.add if item not in PRESETS.get(preset, ())]
        changed["equipment.remove"] = ", ".join(item for item in remove if item not in room.add)
        changed["equipment.add"] = ", ".join(dict.fromkeys((*add, *lacking)))
    return changed


def _listed(texts: Mapping[str, str], question_id: str) -> list[str]:
    question = next(each for each in QUESTIONS if each.id == question_id)
    found = check_answer(question, texts.get(question_id, ""))
    return list(found) if isinstance(found, list) else []
