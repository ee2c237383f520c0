"""Deloads: the programme's own, called by falling lifts, called after eight weeks; and what counts in them."""

from __future__ import annotations

from typing import Any

import pytest

from dorsi.journal.model import LoggedSession
from tests.coach.making import (
    BEGINNER,
    ROW,
    as_planned,
    coached,
    done,
    known,
    lead,
    load_of,
    programme,
    session_rules,
    topped,
    work,
)
from tests.journal.making import a_session, day, straight

TWO_LIFTS = ("barbell-row 4 x 6-10 @ RIR 1", "pulldown-medium 3 x 6-12 @ RIR 1")
OWN_DELOAD: dict[str, Any] = {
    "exercise": "barbell-row",
    "sets": {"1, 3-4": "4 x 6-10 @ RIR 2", "2": "2 x 6-10 @ RIR 4"},
}


def both(number: int, row: int, pulldown: int) -> LoggedSession:
    """A session of both lifts: the reps of all sets, one left each time."""
    return a_session(
        number, straight(4, "barbell-row", 60, row, rir=1), straight(3, "pulldown-medium", 50, pulldown, rir=1)
    )


FALLING = (both(0, 10, 10), both(3, 7, 7), both(6, 7, 7))
"""Eight instead of eleven to failure: about 8 % less in both, twice running. Called on day 6, until day 13."""


def test_the_programmes_own_deload_week_is_easy_on_purpose() -> None:
    """92.5 % of 60 kg are 55.5 kg; the sets are those the programme names for the week."""
    text = programme(OWN_DELOAD, weeks=4, deload_weeks="2")
    session = coached(text, as_planned(topped(0, 60), "only"))
    assert session.ref.week == 2
    assert session_rules(session) == ("DEL102",)
    assert load_of(session) == 55
    assert [planned.reserve for planned in lead(session).sets] == [(4, 4)] * 2


def test_a_deload_week_without_sets_of_its_own_halves_them() -> None:
    text = programme("barbell-row 4 x 6-10 @ RIR 2", weeks=4, deload_weeks="2")
    assert len(lead(coached(text, as_planned(topped(0, 60), "only"))).sets) == 2


def test_two_lifts_that_fall_twice_running_call_a_deload() -> None:
    """Half of four sets, half of three rounded down, 92.5 % of 60 and 50 kg on a bar and a stack."""
    session = coached(programme(*TWO_LIFTS), *FALLING, on=9)
    assert session_rules(session) == ("DEL101",)
    row, pulldown = work(session)
    assert [planned.load_kg for planned in row.sets] == [55] * 2
    assert [planned.load_kg for planned in pulldown.sets] == [45]
    assert row.sets[0].reserve == pulldown.sets[0].reserve == (4, 4)


def test_one_falling_lift_is_no_reason_for_a_deload() -> None:
    assert known(programme(*TWO_LIFTS), both(0, 10, 10), both(3, 7, 10), both(6, 7, 10)).deload_from is None


def test_lifts_that_fall_once_are_no_reason_for_a_deload() -> None:
    assert known(programme(*TWO_LIFTS), both(0, 10, 10), both(3, 7, 7), both(6, 10, 10)).deload_from is None


def test_the_same_work_for_clearly_more_effort_twice_running_calls_a_deload_too() -> None:
    tired = [
        a_session(number, straight(4, "barbell-row", 60, 8, rir=left), straight(3, "pulldown-medium", 50, 8, rir=left))
        for number, left in ((0, 4), (3, 2.5), (6, 1))
    ]
    state = known(programme(*TWO_LIFTS), *tired)
    assert (state.deload_from, state.deload_rule) == (day(6), "DEL101")


def test_a_called_deload_is_over_after_a_week() -> None:
    text = programme(*TWO_LIFTS)
    eased = both(9, 8, 8)
    assert "DEL101" in session_rules(coached(text, *FALLING, eased, on=13))
    assert "DEL101" not in session_rules(coached(text, *FALLING, eased, on=14))


@pytest.mark.parametrize("reps", [1, 30])
def test_nothing_is_counted_in_a_deload(reps: int) -> None:
    """Whatever comes of an easy day: the load after it is that of the day before."""
    text = programme(ROW, weeks=4, deload_weeks="2")
    before = as_planned(topped(0, 60), "only", week=1)
    easy = as_planned(done(4, "barbell-row", 55, reps, reps), "only", week=2)
    assert load_of(coached(text, before, easy)) == 62.5
    after = known(text, before, easy).lifts["barbell-row"]
    assert (after.idle, after.falls, after.best_load_kg) == (0, 0, 60)


def weekly(count: int) -> list[LoggedSession]:
    """A session in each week, with a kilogram or two more each time."""
    return [topped(7 * week, 40 + 2.5 * week) for week in range(count)]


def test_eight_weeks_without_a_lighter_one_call_a_deload() -> None:
    text = programme(ROW)
    assert known(text, *weekly(8)).deload_from is None
    state = known(text, *weekly(9))
    assert (state.deload_from, state.deload_rule) == (day(56), "DEL103")
    assert session_rules(coached(text, *weekly(9))) == ("DEL103",)


def test_beginners_are_spared_the_deload_after_eight_weeks() -> None:
    assert known(programme(ROW, athlete=BEGINNER), *weekly(10)).deload_from is None


def test_a_programme_with_deloads_of_its_own_gets_none_for_its_length() -> None:
    text = programme(ROW, weeks=12, deload_weeks="12")
    assert known(text, *weekly(10)).deload_from is None


def test_a_break_is_a_lighter_time_too() -> None:
    """Eight weeks since the start, but only four since the layoff."""
    early = [topped(7 * week, 60) for week in range(4)]
    later = [topped(40 + 7 * week, 60) for week in range(4)]
    assert known(programme(ROW), *early, *later).deload_rule != "DEL103"
