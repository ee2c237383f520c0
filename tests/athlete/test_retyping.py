"""Answers turned back into what a person types."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dorsi.athlete.answers import DumbbellRange, Equipment
from dorsi.athlete.intake import Intake, intake_from_mapping, read_intake
from dorsi.athlete.level import level_of
from dorsi.athlete.model import Goal
from dorsi.athlete.questions import QUESTIONS, document_of, progress
from dorsi.athlete.retyping import typed_answers

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "athletes").glob("*.toml"))


def read_back(intake: Intake) -> Intake:
    answered = progress(typed_answers(intake))
    assert answered.question is None, f"{answered.question.id} is open"
    return intake_from_mapping(document_of(answered.answers), "typed")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_reads_back_as_it_was(file: Path) -> None:
    intake = read_intake(file.read_text(), file.name)
    again = read_back(intake)
    # Both are asked of some people only: what a file says beyond that is not carried over, and changes no plan.
    expected = replace(intake, pace=again.pace, clinician_ok=again.clinician_ok)
    assert again == expected
    assert level_of(again) is level_of(intake)


def test_every_size_of_the_equipment_is_kept() -> None:
    gear = Equipment(
        preset="full-gym", add=("trap-bar", "kettlebells"), bar=15, trap_bar=30, plates=(20.0, 10.0, 2.5),
        dumbbells=DumbbellRange(from_=4, to=24, step=2), stack_step=7.5, kettlebells=(12.0, 16.0),
    )  # fmt: skip
    intake = Intake(age=30, body_mass=80, training_age_months=3, equipment=gear)
    assert read_back(intake).equipment == gear


def test_the_goals_of_a_file_are_kept_where_the_questionnaire_would_suggest_others() -> None:
    intake = Intake(age=30, body_mass=80, training_age_months=3)
    assert read_back(intake).goal == intake.goal == Goal()


def test_every_question_has_its_text() -> None:
    texts = typed_answers(Intake(age=30, body_mass=80, training_age_months=3))
    assert list(texts) == [question.id for question in QUESTIONS]
    assert texts["screening.yes.emergency"] == "no"
    assert texts["known_set"] == ""
    assert texts["days"] == "mon thu"
