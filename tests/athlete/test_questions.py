"""The questionnaire: its data, and how typed answers are read."""

from __future__ import annotations

from typing import Any

import pytest

from dorsi.athlete.intake import intake_from_mapping
from dorsi.athlete.questions import (
    QUESTIONS,
    AnswerKind,
    Question,
    Step,
    Wrong,
    check_answer,
    choices_of,
    document_of,
    progress,
)
from dorsi.athlete.screening_questions import QUESTIONS as HEALTH_QUESTIONS

BY_ID = {question.id: question for question in QUESTIONS}


def read(question_id: str, text: str, **answers: Any) -> Any:
    return check_answer(BY_ID[question_id], text, answers)


def test_questions_come_step_by_step_with_distinct_ids() -> None:
    steps = [question.step for question in QUESTIONS]
    assert steps == sorted(steps, key=list(Step).index)
    assert len(BY_ID) == len(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_each_question_says_why_and_has_a_default_that_fits(question: Question) -> None:
    assert question.prompt
    assert question.why.endswith(".")
    assert (question.limits is not None) == (question.low is not None)
    empty = check_answer(question, "")
    if question.optional:
        assert empty is None
    else:
        assert isinstance(empty, Wrong) != bool(question.default)


def test_every_health_question_is_asked() -> None:
    asked = {choice.value for question in QUESTIONS if question.kind is AnswerKind.SIGNS for choice in question.choices}
    assert asked == set(HEALTH_QUESTIONS)


def test_men_are_not_asked_about_pregnancy() -> None:
    signs = BY_ID["screening.yes.clearance"]
    assert "pregnant" in {choice.value for choice in choices_of(signs, {"sex": "unstated"})}
    assert "pregnant" not in {choice.value for choice in choices_of(signs, {"sex": "male"})}


@pytest.mark.parametrize(
    ("question_id", "text", "value"),
    [
        ("age", "30", 30),
        ("age", "30 years", 30),
        ("body_mass", "82,5 kg", 82.5),
        ("sex", "F", "female"),
        ("sex", "2", "male"),
        ("sex", "", "unstated"),
        ("straps", "Y", True),
        ("straps", "", False),
        ("trunk_ready", "skip", None),
        ("trunk_ready", "no", False),
        ("discomfort", "no", None),
        ("days", "Thursday, mon", ["mon", "thu"]),
        ("days", "1 4", ["mon", "thu"]),
        ("max_pull_ups", "none", None),
        ("equipment.preset", "home", "home-dumbbells"),
        ("equipment.add", "rings, Trap bar; pulley", ["rings", "trap-bar", "pulley"]),
        ("equipment.plates", "20, 10 5kg; 2.5", [20, 10, 5, 2.5]),
        ("equipment.dumbbells", "4 to 24 by 2", {"from": 4, "to": 24, "step": 2}),
        ("equipment.dumbbells", "2.5-25, step 2.5", {"from": 2.5, "to": 25, "step": 2.5}),
        ("liked", "Chin-up, pull-up-wide, chin-up", ["chin-up", "pull-up-wide"]),
        (
            "known_set",
            "deadlift 120x5 @2; pull up assisted -20 kg x 8 rir 1.5; chin-up 0 x 8",
            [
                {"exercise": "deadlift", "load": 120, "reps": 5, "rir": 2},
                {"exercise": "pull-up-assisted", "load": -20, "reps": 8, "rir": 1.5},
                {"exercise": "chin-up", "load": 0, "reps": 8, "rir": 1},
            ],
        ),
        (
            "other_training",
            "tue chest and arms; Wednesday: legs",
            [{"day": "tue", "trains": ["chest", "arms"]}, {"day": "wed", "trains": ["legs"]}],
        ),
        (
            "discomfort",
            "lower back 4, shoulder: 2/10; deadlift 3",
            [
                {"place": "lower-back", "score": 4},
                {"place": "shoulder", "score": 2},
                {"place": "deadlift", "score": 3},
            ],
        ),
        ("screening.yes.emergency", "no", []),
        ("screening.yes.emergency", "9 1", ["bladder-or-bowel", "dark-urine"]),
    ],
)
def test_answers_are_read_as_people_type_them(question_id: str, text: str, value: Any) -> None:
    assert read(question_id, text) == value


@pytest.mark.parametrize(
    ("question_id", "text", "words"),
    [
        ("age", "", "needs an answer"),
        ("age", "thirty", "not a number"),
        ("age", "30.5", "whole number"),
        ("age", "200", "between 5 and 110"),
        ("body_mass", "82 stone", "not the unit here"),
        ("body_mass", "2000", "kg, found 2000"),
        ("name", "x" * 61, "under 60"),
        ("units", "stones", "choose from"),
        ("units", "3", "choose 1 to 2"),
        ("straps", "maybe", "yes or no"),
        ("days", "mon, funday", "did you mean"),
        ("days", "t", "choose from"),
        ("equipment.preset", "home-dumbells-x", "'home-dumbbells'"),
        ("equipment.add", "pullley", "'pulley'"),
        ("equipment.plates", "20 x", "not a number"),
        ("equipment.dumbbells", "4 to 24", "4 to 24 by 2"),
        ("equipment.dumbbells", "24 to 4 by 2", "lightest comes first"),
        ("equipment.dumbbells", "4 to 24 by 90", "step:"),
        ("liked", "deadlit", "'deadlift'"),
        ("known_set", "deadlift heavy", "type it like"),
        ("known_set", "deadlit 100 x 5", "'deadlift'"),
        ("known_set", "deadlift 9000 x 5", "deadlift 9000 x 5: It must be"),
        ("other_training", "tue", "does not say what"),
        ("other_training", "tue neck", "not one of"),
        ("discomfort", "shoulder", "place and score"),
        ("discomfort", "sholder 3", "'shoulder'"),
        ("discomfort", "shoulder 13", "between 0 and 10"),
        ("screening.yes.urgent", "yes", "the numbers"),
        ("screening.yes.urgent", "77", "the numbers"),
    ],
)
def test_a_wrong_answer_is_told_why(question_id: str, text: str, words: str) -> None:
    got = read(question_id, text)
    assert isinstance(got, Wrong)
    assert words in got.message


def test_masses_are_checked_in_the_athletes_unit() -> None:
    assert read("body_mass", "350 lb", units="lb") == 350
    assert "lb" in read("body_mass", "900", units="lb").message


def all_defaults() -> dict[str, str]:
    """Typed answers that take defaults and skips wherever there are any."""
    texts = {question.id: "" for question in QUESTIONS}
    return texts | {
        "age": "30",
        "body_mass": "75",
        "training_age_months": "12",
        "weeks_off": "3",
        "guardian_consent": "yes",
        "clinician_ok": "yes",
        "screening.diastolic": "80",
        **{question.id: "no" for question in QUESTIONS if question.kind is AnswerKind.SIGNS},
    }


def test_answers_make_an_intake() -> None:
    state = progress(all_defaults() | {"screening.yes.adapt": "1", "screening.yes.clearance": "1"})
    assert state.question is None
    assert "weeks_off" not in state.answers
    assert "guardian_consent" not in state.answers
    intake = intake_from_mapping(document_of(state.answers), "answers")
    assert intake.screening.yes == ("heart-disease", "pressure-treated")
    assert intake.clinician_ok
    assert intake.goal.width == 3


def test_questions_follow_from_answers() -> None:
    asked = set(progress(all_defaults()).answers)
    assert not asked & {"guardian_consent", "weeks_off", "clinician_ok", "screening.pregnancy_weeks"}
    assert {"equipment.bar", "equipment.dumbbells", "equipment.stack_step", "equipment.kettlebells"} <= asked
    bare = set(progress(all_defaults() | {"equipment.preset": "none", "age": "16", "regularity": "returning"}).answers)
    assert not bare & {"equipment.bar", "equipment.dumbbells", "equipment.stack_step", "equipment.kettlebells"}
    assert {"guardian_consent", "weeks_off"} <= bare
    high = progress(all_defaults() | {"screening.systolic": "165", "screening.yes.clearance": "7 8"}).answers
    assert {"clinician_ok", "screening.pregnancy_weeks", "screening.weeks_postpartum"} <= set(high)


def test_progress_stops_at_the_first_answer_that_no_longer_fits() -> None:
    state = progress(all_defaults() | {"minutes": "5"})
    assert state.question is BY_ID["minutes"]
    assert "weeks" not in state.answers
