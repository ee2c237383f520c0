"""The questionnaire of one person: kept answers and what they lead to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dorsi.athlete.intake import Intake, read_intake
from dorsi.athlete.questions import Question
from dorsi.athlete.retyping import typed_answers
from dorsi.errors import Room, TrainingRefused, WishesClash
from dorsi.program.writing import write_program
from dorsi.services.planning import plan_from_intake
from dorsi.services.questioning import ANSWERS, PLAN, Proposal, Questionnaire

EXAMPLES = Path(__file__).parents[2] / "examples" / "athletes"


class Drawer:
    """Drafts in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}

    def get(self, kind: str) -> dict[str, Any]:
        return self.kept.get(kind, {})

    def keep(self, kind: str, document: dict[str, Any]) -> None:
        self.kept[kind] = document

    def drop(self, kind: str) -> None:
        self.kept.pop(kind, None)


def intake(name: str) -> Intake:
    return read_intake((EXAMPLES / f"{name}.toml").read_text("utf-8"), name)


def begun(name: str, **changed: str) -> tuple[Questionnaire, Drawer]:
    drawer = Drawer()
    questionnaire = Questionnaire(drawer)
    questionnaire.put(typed_answers(intake(name)) | {key.replace("__", "."): text for key, text in changed.items()})
    return questionnaire, drawer


def test_answers_are_there_again_next_time() -> None:
    questionnaire, drawer = begun("newcomer")
    assert Questionnaire(drawer).texts == questionnaire.texts


def test_what_is_open_comes_before_any_plan() -> None:
    questionnaire, _ = begun("newcomer", minutes="soon")
    found = questionnaire.outcome()
    assert isinstance(found, Question)
    assert found.id == "minutes"


def test_the_same_answers_are_planned_once() -> None:
    questionnaire, drawer = begun("newcomer")
    first = questionnaire.outcome()
    assert isinstance(first, Proposal)
    drawer.kept[PLAN]["text"] = first.text.replace("name: ", "name: kept ", 1)
    again = Questionnaire(drawer).outcome()
    assert isinstance(again, Proposal)
    assert "kept" in again.checked.program.name
    questionnaire.put({"minutes": "75"})
    changed = questionnaire.outcome()
    assert isinstance(changed, Proposal)
    assert "kept" not in changed.checked.program.name


def test_contradicting_answers_are_asked_again() -> None:
    questionnaire, _ = begun("newcomer", days="mon", sessions_per_week="3")
    found = questionnaire.outcome()
    assert isinstance(found, Question)
    assert found.id == "sessions_per_week"
    assert "3 sessions need as many days" in questionnaire.contradictions()["sessions_per_week"]


def test_answers_not_given_yet_contradict_nothing() -> None:
    questionnaire = Questionnaire(Drawer())
    assert questionnaire.contradictions({"name": "Mara", "age": "16"}) == {}


def test_an_emergency_counts_before_the_rest_is_answered() -> None:
    questionnaire, drawer = begun("newcomer", screening__yes__emergency="chest-pressure")
    del questionnaire.texts["discomfort"]
    with pytest.raises(TrainingRefused):
        questionnaire.outcome()
    assert drawer.kept[ANSWERS]["referred"] is True


def test_after_a_referral_what_led_there_is_forgotten_and_the_rest_is_kept() -> None:
    questionnaire, drawer = begun("see-a-doctor")
    with pytest.raises(TrainingRefused):
        questionnaire.outcome()
    later = Questionnaire(drawer)
    assert later.referred
    later.ask_health_again()
    assert not any(key.startswith("screening.") for key in later.texts)
    assert later.texts["days"]
    assert later.texts["age"]
    assert not Questionnaire(drawer).referred


def test_after_a_referral_someone_under_age_gives_the_age_anew() -> None:
    questionnaire, drawer = begun("newcomer", age="12")
    with pytest.raises(TrainingRefused):
        questionnaire.outcome()
    later = Questionnaire(drawer)
    later.ask_health_again()
    assert "age" not in later.texts


def test_answers_of_a_programme_can_be_taken_up() -> None:
    text = write_program(plan_from_intake(intake("intermediate")).program)
    drawer = Drawer()
    Questionnaire(drawer).take_up(text)
    assert Questionnaire(drawer).intake() == intake("intermediate")


def test_what_was_dropped_is_gone() -> None:
    questionnaire, drawer = begun("newcomer")
    questionnaire.outcome()
    questionnaire.drop()
    assert drawer.kept == {}


@pytest.mark.parametrize(
    ("room", "question", "text"),
    [
        (Room(minutes=75), "minutes", "75"),
        (Room(day="fri"), "days", "mon wed fri"),
        (Room(any_count=True), "sessions_per_week", ""),
        (Room(allow=("deadlift",)), "never", "plank"),
        (Room(add=("rings",)), "equipment.add", "bands, rings"),
        (Room(add=("barbell",)), "equipment.remove", "trap-bar"),
    ],
)
def test_a_remedy_changes_the_answer_it_is_about(room: Room, question: str, text: str) -> None:
    questionnaire, _ = begun(
        "newcomer",
        days="mon wed",
        sessions_per_week="2",
        never="deadlift, plank",
        equipment__preset="full-gym",
        equipment__add="bands",
        equipment__remove="barbell, trap-bar",
    )
    before = dict(questionnaire.texts)
    questionnaire.make(room)
    assert questionnaire.texts[question] == text
    others = {"equipment.add", "equipment.remove"} if room.add else {question}
    assert {key for key in before if before[key] != questionnaire.texts[key]} <= others


def test_each_remedy_of_the_example_clash_that_can_be_tapped_makes_room() -> None:
    questionnaire, drawer = begun("clash")
    with pytest.raises(WishesClash) as caught:
        questionnaire.outcome()
    tapped = [room for room in caught.value.rooms if room != Room()]
    assert tapped
    for room in tapped:
        trial = Questionnaire(drawer)
        trial.put(typed_answers(intake("clash")))
        trial.make(room)
        assert isinstance(trial.outcome(), Proposal), room
