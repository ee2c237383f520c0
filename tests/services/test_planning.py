"""From the text of an athlete file to a plan."""

from __future__ import annotations

import pytest

from dorsi.athlete.intake import intake_from_mapping, read_athlete, read_intake
from dorsi.errors import InvalidFile, TrainingRefused, WishesClash
from dorsi.services.checking import check_text
from dorsi.services.planning import plan_from_intake, plan_from_text, what_if
from tests.planner.plans import athlete_text, plan, plan_text


def test_the_answers_are_embedded_and_give_the_same_athlete_back() -> None:
    program = plan("intermediate").program
    assert program.athlete is not None
    intake = intake_from_mapping(dict(program.athlete), "embedded")
    assert intake == read_intake(athlete_text("intermediate"), "intermediate.toml")
    assert plan("intermediate").athlete == read_athlete(athlete_text("intermediate"), "intermediate.toml")


def test_the_plan_says_why_in_sentences() -> None:
    reasons = plan("intermediate").program.reasons
    assert len(reasons) >= 3
    assert all(reason.endswith((".", "!", "?")) for reason in reasons)
    assert any("deload" in reason for reason in reasons)


def test_a_plan_is_named_for_its_athlete() -> None:
    assert plan("newcomer").program.name == "Back plan for Mira"
    assert "Mira" in plan_text("newcomer").splitlines()[1]


def test_unreadable_answers_are_problems_with_their_place() -> None:
    with pytest.raises(InvalidFile, match=r"broken\.toml"):
        plan_from_text("dorsi = 'athlete/1'\nage = ", "broken.toml")
    with pytest.raises(InvalidFile, match="minutes"):
        plan_from_text(athlete_text("newcomer").replace("minutes = 45", "minutes = 9"), "newcomer.toml")


@pytest.mark.parametrize(("name", "error"), [("clash", WishesClash), ("see-a-doctor", TrainingRefused)])
def test_what_cannot_be_planned_is_refused(name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        plan_from_intake(read_intake(athlete_text(name), f"{name}.toml"))


def test_a_changed_plan_passes_the_checks_of_its_own_athlete() -> None:
    difference = what_if(athlete_text("newcomer"), "newcomer.toml", minutes=60, add=["rings"])
    assert difference.says == "60 minutes instead of 45; with gymnastic rings"
    assert "rings" in difference.after.athlete.equipment
    assert difference.after.athlete.minutes == 60
    assert difference.before.program == plan("newcomer").program


def test_equipment_taken_away_is_not_used() -> None:
    difference = what_if(athlete_text("newcomer"), "newcomer.toml", without=["pulley", "machines"])
    stations = {"pulldown-station", "low-row-station", "cable-column", "row-machine", "assisted-pull-up-machine"}
    athlete = difference.after.athlete
    assert not athlete.equipment & stations
    for week in difference.after.view.weeks:
        for session in week.sessions:
            assert all(athlete.owns(entry.exercise.equipment) for entry in session.entries)


def test_a_plan_file_draws_no_error_when_checked_again() -> None:
    assert [f.code for f in check_text(plan_text("shoulder"), "plan.yaml").findings if f.severity == "error"] == []
