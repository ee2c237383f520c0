"""What the welcome shows."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.services.questioning import Questionnaire
from dorsi.web.pages.question_parts import PARTS, part_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomePage:
    """`begun` is how far the questionnaire is, in percent; 0 where nothing was answered yet."""

    begun: int

    @classmethod
    def from_answers(cls, questionnaire: Questionnaire) -> WelcomePage:
        """The page for someone with these answers so far."""
        if not questionnaire.texts:
            return cls(begun=0)
        question = questionnaire.progress().question
        done = len(PARTS) if question is None else PARTS.index(part_of(question.id))
        return cls(begun=max(1, round(100 * done / len(PARTS))))
