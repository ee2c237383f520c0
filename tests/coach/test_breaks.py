"""What a break does to the session after it, by its length, and how the way back goes."""

from __future__ import annotations

import pytest

from tests.coach.making import (
    ROW,
    coached,
    done,
    lead,
    load_of,
    programme,
    rules,
    same,
    session_rules,
    topped,
)
from tests.journal.making import a_session, straight

MAX_SETS = "pull-up-medium 3 x max @ RIR 1"


@pytest.mark.parametrize(
    ("days_off", "rule", "load", "sets"),
    [
        (8, "BRK101", 55, 3),  # 92.5 % of 60 kg are 55.5 kg
        (14, "BRK101", 55, 3),
        (15, "BRK102", 50, 2),  # 85 % are 51 kg; two thirds of three sets
        (28, "BRK102", 50, 2),
        (29, "BRK103", 37.5, 2),  # 65 % are 39 kg
        (200, "BRK103", 37.5, 2),
    ],
)
def test_the_longer_the_break_the_lighter_the_return(days_off: int, rule: str, load: float, sets: int) -> None:
    session = coached(programme(ROW), topped(0, 60), on=days_off)
    assert rule in session_rules(session)
    assert load_of(session) == load
    assert len(lead(session).sets) == sets


def test_a_week_without_training_is_no_break() -> None:
    session = coached(programme(ROW), topped(0, 60), on=7)
    assert load_of(session) == 62.5
    assert not any(rule.startswith("BRK10") and rule != "BRK104" for rule in session_rules(session))


def test_the_load_of_a_return_is_a_limit() -> None:
    assert lead(coached(programme(ROW), topped(0, 60), on=10)).cap_kg == 55


def test_the_reserve_stays_as_asked_until_the_break_is_long() -> None:
    text = programme(ROW)
    assert lead(coached(text, topped(0, 60), on=28)).sets[0].reserve == (2, 2)
    assert lead(coached(text, topped(0, 60), on=29)).sets[0].reserve == (3, 3)


def test_no_set_to_the_maximum_for_two_weeks_after_a_long_break() -> None:
    text = programme(MAX_SETS, athlete={"max_pull_ups": 12})
    before, back = done(0, "pull-up-medium", None, 8, 8, 8), done(30, "pull-up-medium", None, 6, 6)
    assert not any(planned.to_max for planned in lead(coached(text, before, on=30)).sets)
    careful = coached(text, before, back, done(37, "pull-up-medium", None, 6, 6), on=43)
    assert not any(planned.to_max for planned in lead(careful).sets)
    assert "BRK103" in session_rules(careful)
    over = coached(text, before, back, done(37, "pull-up-medium", None, 6, 6), on=44)
    assert all(planned.to_max for planned in lead(over).sets)
    assert "BRK103" not in session_rules(over)


def test_two_breaks_in_a_row_do_not_take_twice() -> None:
    """The second return starts from 85 % of the 60 kg that were there before both, not of the 50 kg between."""
    between = a_session(20, straight(2, "barbell-row", 50, 10, rir=2))
    assert load_of(coached(programme(ROW), topped(0, 60), between, on=40)) == 50


def test_the_way_back_goes_in_larger_steps_up_to_the_former_load() -> None:
    """One step from 55 kg would be 57.5 kg; on the way back a tenth is allowed, 60.5 kg, and 60 kg is there."""
    item = lead(coached(programme(ROW), topped(0, 60), topped(10, 55)))
    assert item.sets[0].load_kg == 60
    assert rules(item) == ("PRG110",)


def test_the_first_session_back_counts_neither_as_a_stall_nor_as_a_fall() -> None:
    """Three equal sessions, a break, and the same once more: the fourth would have been a stall."""
    text = programme(ROW)
    three = same("barbell-row", 60, 8, 0, 3, 6)
    assert "STL101" in rules(lead(coached(text, *three, *same("barbell-row", 60, 8, 9))))
    assert "STL101" not in rules(lead(coached(text, *three, *same("barbell-row", 60, 8, 16))))


def test_a_lift_whose_place_others_had_for_weeks_resumes_a_little_lighter() -> None:
    """29 days without rows but with pulldowns: 92.5 % of 60 kg are 55.5 kg."""
    text = programme(ROW, "pulldown-medium 3 x 8-12 @ RIR 2")
    rows = a_session(0, straight(3, "barbell-row", 60, 8, rir=2), straight(3, "pulldown-medium", 50, 10, rir=2))
    pulls = [done(number, "pulldown-medium", 50, 10, 10, 10, rir=2) for number in (7, 14, 21, 26)]
    session = coached(text, rows, *pulls, on=29)
    assert load_of(session) == 55
    assert rules(lead(session)) == ("PRG105",)
