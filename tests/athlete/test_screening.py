"""Screening: every question leads where it must, and nobody talks their way past a warning sign."""

from __future__ import annotations

from typing import Any

import pytest

from dorsi.athlete.intake import Intake, intake_from_mapping
from dorsi.athlete.screening import refuse_child, refuse_emergency, screen
from dorsi.athlete.screening_questions import QUESTIONS, HealthQuestion, Kind, questions_of
from dorsi.atlas.vocabulary import CONDITION_TAGS
from dorsi.errors import TrainingRefused


def intake(**answers: Any) -> Intake:
    return intake_from_mapping({"age": 30, "body_mass": 75, "training_age_months": 24, **answers}, "me.toml")


def refused(**answers: Any) -> TrainingRefused:
    with pytest.raises(TrainingRefused) as caught:
        screen(intake(**answers))
    return caught.value


def test_a_healthy_adult_has_no_tags_and_no_notes() -> None:
    screening = screen(intake())
    assert screening.tags == frozenset()
    assert screening.notes == ()


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.id)
def test_each_question_is_complete(question: HealthQuestion) -> None:
    assert question.prompt
    assert not question.prompt.endswith((".", "?"))
    assert question.says.endswith(".")
    assert set(question.tags) <= set(CONDITION_TAGS)
    assert bool(question.note) == (question.kind is Kind.CLEARANCE)
    if question.kind in (Kind.EMERGENCY, Kind.URGENT):
        assert not question.tags


@pytest.mark.parametrize("question", questions_of(Kind.EMERGENCY), ids=lambda question: question.id)
def test_an_emergency_sign_cannot_be_overruled(question: HealthQuestion) -> None:
    error = refused(screening={"yes": [question.id]}, clinician_ok=True, guardian_consent=True)
    assert "emergency care now" in error.headline
    assert error.reasons == (question.says,)
    with pytest.raises(TrainingRefused):
        refuse_emergency((question.id,))


@pytest.mark.parametrize("question", questions_of(Kind.URGENT), ids=lambda question: question.id)
def test_an_urgent_sign_cannot_be_overruled(question: HealthQuestion) -> None:
    error = refused(screening={"yes": [question.id]}, clinician_ok=True)
    assert "See a clinician" in error.headline
    assert error.reasons == (question.says,)
    refuse_emergency((question.id,))


@pytest.mark.parametrize("question", questions_of(Kind.CLEARANCE), ids=lambda question: question.id)
def test_clearance_asks_for_a_clinician_and_then_binds_the_plan(question: HealthQuestion) -> None:
    error = refused(screening={"yes": [question.id]})
    assert error.reasons == (question.says,)
    assert "clinician_ok" in error.advice
    screening = screen(intake(screening={"yes": [question.id]}, clinician_ok=True))
    assert set(question.tags) <= screening.tags
    assert question.note in screening.notes


@pytest.mark.parametrize("question", questions_of(Kind.ADAPT), ids=lambda question: question.id)
def test_an_adapting_answer_only_binds_the_plan(question: HealthQuestion) -> None:
    screening = screen(intake(screening={"yes": [question.id]}))
    assert screening.tags == set(question.tags)
    assert screening.notes == (question.says,)


def test_an_emergency_is_said_before_anything_milder() -> None:
    error = refused(age=9, screening={"yes": ["pregnant", "night-pain", "dark-urine"]})
    assert error.reasons == (QUESTIONS["dark-urine"].says,)


def test_all_reasons_of_one_kind_are_given() -> None:
    error = refused(screening={"yes": ["biceps-pop", "night-pain"], "systolic": 185, "diastolic": 100})
    assert len(error.reasons) == 3
    assert "185/100" in error.reasons[2]


@pytest.mark.parametrize(("systolic", "diastolic"), [(180, 80), (150, 110), (230, 130)])
def test_very_high_blood_pressure_is_refused_whatever_a_clinician_said(systolic: int, diastolic: int) -> None:
    figures = {"systolic": systolic, "diastolic": diastolic, "yes": ["pressure-treated"]}
    assert "See a clinician" in refused(screening=figures, clinician_ok=True).headline


@pytest.mark.parametrize(("systolic", "diastolic"), [(160, 80), (179, 109), (150, 100)])
def test_high_untreated_blood_pressure_needs_a_clinician(systolic: int, diastolic: int) -> None:
    figures = {"systolic": systolic, "diastolic": diastolic}
    assert "Ask your clinician" in refused(screening=figures).headline
    tags = {"hypertension", "hypertension-uncontrolled"}
    assert screen(intake(screening=figures, clinician_ok=True)).tags == tags
    assert screen(intake(screening={**figures, "yes": ["pressure-treated"]})).tags == tags


@pytest.mark.parametrize(("systolic", "tags"), [(139, set()), (140, {"hypertension"}), (159, {"hypertension"})])
def test_raised_blood_pressure_binds_the_plan(systolic: int, tags: set[str]) -> None:
    assert screen(intake(screening={"systolic": systolic, "diastolic": 85})).tags == tags


def test_children_under_thirteen_get_no_plan() -> None:
    assert "under 13" in refused(age=12, guardian_consent=True, clinician_ok=True).headline
    with pytest.raises(TrainingRefused):
        refuse_child(12)
    refuse_child(13)


@pytest.mark.parametrize("age", [13, 17])
def test_the_young_need_a_guardian(age: int) -> None:
    assert "guardian" in refused(age=age).headline
    screening = screen(intake(age=age, guardian_consent=True))
    assert screening.tags == {"under-18"}
    assert "under 18" in screening.notes[0]


def test_eighteen_is_grown_up_and_old_age_alone_is_no_condition() -> None:
    assert screen(intake(age=18)).tags == frozenset()
    assert screen(intake(age=80)).tags == frozenset()


@pytest.mark.parametrize(("weeks", "late"), [(9, False), (10, True), (14, True), (None, True)])
def test_pregnancy_is_late_where_the_plan_reaches_past_the_first_third_or_when_unstated(
    weeks: int | None, late: bool
) -> None:
    health: dict[str, Any] = {"yes": ["pregnant"]} if weeks is None else {"pregnancy_weeks": weeks}
    assert "clinician" in refused(screening=health).headline
    tags = screen(intake(screening=health, clinician_ok=True)).tags
    assert tags == ({"pregnancy", "pregnancy-late"} if late else {"pregnancy"})


def test_the_first_twelve_weeks_after_birth_need_a_clinician() -> None:
    assert refused(screening={"weeks_postpartum": 11})
    assert screen(intake(screening={"weeks_postpartum": 11}, clinician_ok=True)).tags == {"postpartum"}
    assert screen(intake(screening={"weeks_postpartum": 12})).tags == frozenset()


@pytest.mark.parametrize(
    ("answers", "detrained"),
    [
        ({"weeks_off": 3}, False),
        ({"weeks_off": 4}, True),
        ({"training_age_months": 0}, True),
        ({"training_age_months": 1}, False),
    ],
)
def test_first_weeks_and_long_breaks_count_as_detrained(answers: dict[str, int], detrained: bool) -> None:
    screening = screen(intake(**answers))
    assert ("detrained" in screening.tags) is detrained
    assert any("Dark urine" in note for note in screening.notes) is detrained


@pytest.mark.parametrize(
    ("place", "tag"),
    [
        ("shoulder", "overhead-pain"),
        ("lower-back", "lower-back-pain"),
        ("neck", "neck-nerve-signs"),
        ("elbow", "elbow-tendon-pain"),
        ("wrist", "wrist-pain"),
        ("hip", "hip-pain"),
        ("hamstring", "hamstring-pain"),
        ("knee", "knee-pain"),
        ("ribs", "rib-pain"),
    ],
)
def test_discomfort_from_three_up_tags_the_region(place: str, tag: str) -> None:
    assert screen(intake(discomfort=[{"place": place, "score": 2}])).tags == frozenset()
    sore = screen(intake(discomfort=[{"place": place, "score": 3}]))
    assert sore.tags == {tag}
    painful = screen(intake(discomfort=[{"place": place, "score": 5}]))
    assert "physiotherapist" in painful.notes[0]
    assert "physiotherapist" not in sore.notes[0]


def test_discomfort_in_other_places_and_with_exercises_adds_no_tag() -> None:
    sore = [{"place": place, "score": 6} for place in ("upper-back", "abdomen", "deadlift")]
    assert screen(intake(discomfort=sore)).tags == frozenset()
