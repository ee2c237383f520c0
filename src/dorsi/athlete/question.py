"""The shape of one question of the questionnaire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dorsi.athlete.ranges import Range

Answers = Mapping[str, object]
"""Checked answers by question id; None where one was skipped."""


class Step(StrEnum):
    """The five steps, in order."""

    YOU = "You"
    TRAINING = "Your training"
    WEEK = "Your week"
    GYM = "Your gym"
    HEALTH = "Your health"


class AnswerKind(StrEnum):
    """What sort of answer is wanted, and so how it is typed and read."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "yes or no"
    CHOICE = "one of"
    SEVERAL = "several of"
    SIGNS = "health signs"
    MASSES = "masses"
    EXERCISES = "exercises"
    EQUIPMENT = "equipment"
    DUMBBELLS = "dumbbell range"
    KNOWN_SETS = "known sets"
    OTHER_TRAINING = "other training"
    DISCOMFORTS = "discomforts"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that may be chosen, and how it reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `id` is the key in the athlete file ('goal.width'); health signs end in their kind.

    `default` is a typed answer, taken when nothing is typed; an `optional` question can be skipped.
    `ask_if` looks at the answers so far; without it the question is always asked.
    """

    id: str
    step: Step
    prompt: str
    why: str
    kind: AnswerKind
    default: str = ""
    choices: tuple[Choice, ...] = ()
    limits: Range | None = None
    optional: bool = False
    ask_if: Callable[[Answers], bool] | None = None

    @property
    def low(self) -> float | None:
        """The lowest number possible; kilograms where `unit` is 'mass'."""
        return self.limits.low if self.limits else None

    @property
    def high(self) -> float | None:
        """The highest number possible; kilograms where `unit` is 'mass'."""
        return self.limits.high if self.limits else None

    @property
    def unit(self) -> str:
        """The unit of the answer; 'mass' means the unit the athlete chose."""
        return self.limits.unit if self.limits else ""

    def applies(self, answers: Answers) -> bool:
        """True if the question makes sense after these answers."""
        return self.ask_if is None or self.ask_if(answers)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a typed answer cannot be taken, as a sentence for the person who typed it."""

    message: str
