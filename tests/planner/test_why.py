"""Every place of a programme can be asked about, and the answer reads like a coach's."""

from __future__ import annotations

from functools import cache

import pytest

from dorsi.atlas.load import load_atlas
from dorsi.errors import UnknownName
from dorsi.planner.why import Explanation, explain, places
from dorsi.program.evaluate import Entry, evaluate
from dorsi.program.model import Role
from dorsi.program.templates import load_template, template_ids, template_text
from dorsi.rules.registry import rule_by_code
from dorsi.services.explaining import explain_text
from tests.planner.plans import plan, plan_text

PREPARATION = (Role.WARMUP, Role.CARDIO, Role.STRETCH)


def place_of(name: str, exercise: str, role: Role = Role.WORK) -> str:
    """The first place of the plan where the exercise stands in that role."""
    entry = next(
        e for w in plan(name).view.weeks for s in w.sessions for e in s.entries
        if e.exercise.id == exercise and e.role is role
    )  # fmt: skip
    return f"{entry.session.id}/{entry.block_index + 1}"


def first_of(name: str, role: Role) -> Entry:
    return next(e for w in plan(name).view.weeks for s in w.sessions for e in s.entries if e.role is role)


@cache
def why(name: str, place: str) -> Explanation:
    """The answer for a place of an example athlete's plan, asked of the file with the answers in it."""
    return explain_text(plan_text(name), f"{name}.yaml", place)


def reads_well(explanation: Explanation) -> None:
    assert explanation.sentences
    for sentence in (*explanation.sentences, *([explanation.alternative] if explanation.alternative else [])):
        assert sentence == sentence.strip()
        assert sentence.endswith((".", ")")), sentence
        assert sentence[0].isupper() or sentence[0].isdigit(), sentence
        assert ".." not in sentence
        assert "None" not in sentence
    for note in explanation.rules:
        rule = rule_by_code(note.code)
        assert note.sentence.endswith(".")
        assert (note.name, note.grade, note.claims, note.references) == (
            rule.name, rule.confidence, rule.claims, rule.references,
        )  # fmt: skip
    assert len({note.code for note in explanation.rules}) == len(explanation.rules)


def test_the_main_lift_is_explained_by_the_athletes_own_set() -> None:
    answer = why("strength", place_of("strength", "deadlift"))
    reads_well(answer)
    text = " ".join(answer.sentences)
    assert "main lift" in answer.sentences[0]
    assert "180 kg for 5 with 1 left" in text
    assert "one-rep maximum" in text
    assert "put strength first" in text
    assert answer.title == "Deadlift, conventional"
    assert "kg" in answer.prescription
    assert {"REP102", "ORD101", "VOL104"} <= {note.code for note in answer.rules}


def test_the_deload_is_named_in_the_prescription() -> None:
    answer = why("strength", place_of("strength", "deadlift"))
    assert "deload" not in answer.prescription
    second = next(e for e in plan("strength").view.by_week[8].work if e.exercise.id == "deadlift")
    again = why("strength", f"{second.session.id}/{second.block_index + 1}")
    assert "deload, week 8: 2 x " in again.prescription


def test_the_best_alternative_to_a_main_lift_is_named_and_priced() -> None:
    answer = why("strength", place_of("strength", "deadlift"))
    assert answer.alternative is not None
    assert "rap-bar deadlift" in answer.alternative
    assert "points)" in answer.alternative


def test_an_accessory_without_a_known_set_says_how_to_find_its_load() -> None:
    session = plan("newcomer").first_week.sessions[1]
    accessory = next(e for e in session.work if e.role is Role.WORK and not e.targets[0].load)
    answer = why("newcomer", f"{accessory.session.id}/{accessory.block_index + 1}")
    reads_well(answer)
    assert "maximum near" not in " ".join(answer.sentences)
    assert answer.alternative is not None


def test_a_newcomer_is_told_why_there_are_no_pull_up_sets() -> None:
    main = next(e for e in plan("newcomer").first_week.sessions[0].work if e.role is Role.WORK)
    answer = why("newcomer", f"{main.session.id}/{main.block_index + 1}")
    reads_well(answer)
    assert any("(GAT101)" in sentence and "0 so far" in sentence for sentence in answer.sentences)


@pytest.mark.parametrize("role", PREPARATION)
def test_preparation_is_explained_without_counting_as_training(role: Role) -> None:
    entry = first_of("newcomer", role)
    answer = why("newcomer", f"{entry.session.id}/{entry.block_index + 1}")
    reads_well(answer)
    assert answer.alternative is None
    assert not any("fractional sets" in sentence for sentence in answer.sentences)


def test_the_pull_up_attempt_is_explained_by_what_she_can_do() -> None:
    answer = why("newcomer", place_of("newcomer", "pull-up-medium", Role.TEST))
    reads_well(answer)
    assert answer.sentences[0].startswith("You cannot do one yet.")
    assert [note.code for note in answer.rules] == ["GAT102"]


def test_age_and_treated_pressure_are_given_as_reasons() -> None:
    main = plan("older-sore-back").first_week.sessions[0].work[0]
    answer = why("older-sore-back", f"{main.session.id}/{main.block_index + 1}")
    reads_well(answer)
    text = " ".join(answer.sentences)
    assert "at 67" in text
    assert "health answers" in text


@pytest.mark.parametrize("place", ["uper/1", "upper/99", "upper", "", "upper/0", "upper/1b", "../x", "lower/1/2"])
def test_an_unknown_place_is_refused_with_the_sessions_there_are(place: str) -> None:
    with pytest.raises(UnknownName) as caught:
        why("newcomer", place)
    assert "upper, lower" in str(caught.value)


def test_a_place_is_found_whatever_the_case_and_blanks() -> None:
    assert why("newcomer", " UPPER/1 ").title == why("newcomer", "upper/1").title


@pytest.mark.parametrize("template", template_ids())
def test_every_place_of_every_template_is_explained_without_an_athlete(template: str) -> None:
    atlas = load_atlas()
    program = load_template(template, atlas)
    for place in places(evaluate(program, atlas)):
        answer = explain(program, None, place, atlas)
        reads_well(answer)
        assert answer.alternative is None
        assert not any("you do" in sentence.lower() for sentence in answer.sentences)


def test_members_of_a_superset_are_asked_for_by_letter() -> None:
    text = template_text("guide-d-eight-weeks")
    first, second = (explain_text(text, "d.yaml", f"first/4{letter}") for letter in "ab")
    names = load_atlas().exercises
    assert (first.title, second.title) == (names["pulldown-wide"].name, names["seated-row-narrow"].name)
    assert explain_text(text, "d.yaml", "first/4").title == first.title
    with pytest.raises(UnknownName):
        explain_text(text, "d.yaml", "first/4c")


def test_an_athlete_who_did_not_get_this_plan_still_gets_reasons() -> None:
    atlas = load_atlas()
    program = load_template("guide-b-formula", atlas)
    answer = explain(program, plan("strength").athlete, "formula/1", atlas)
    reads_well(answer)
    assert answer.alternative is None
