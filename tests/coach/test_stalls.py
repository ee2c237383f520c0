"""A lift that does not move: rebuild, another variant, another dose; and hard days in a row."""

from __future__ import annotations

import pytest

from dorsi.coach.lifts import exercise_of
from dorsi.coach.state import StallStep
from dorsi.journal.model import LoggedSession
from tests.coach.making import ROW, aims, coached, done, known, lead, load_of, programme, rules, same, session_rules
from tests.journal.making import a_session, straight

STUCK = same("barbell-row", 60, 8, 0, 3, 6, 9)
"""A first session and three more like it: the fourth is the third without gain."""
STUCK_AGAIN = same("barbell-row", 52.5, 8, 12, 15, 18, 21)
LONELY = {
    "equipment": {"preset": "none", "add": ["barbell"]},
    "never": ["barbell-row-wide", "barbell-row-underhand", "t-bar-row", "dead-row"],
}
"""Somebody with nothing but a bar, who does no other row with it."""


def test_two_sessions_without_gain_change_nothing() -> None:
    assert rules(lead(coached(programme(ROW), *STUCK[:3]))) == ("PRG102",)


def test_the_third_session_without_gain_takes_a_tenth_off() -> None:
    """90 % of 60 kg are 54 kg, and the bar makes 52.5 kg of it."""
    item = lead(coached(programme(ROW), *STUCK))
    assert item.sets[0].load_kg == 52.5
    assert rules(item) == ("STL101",)
    assert item.decisions[0].by_kg == -7.5
    assert len(item.decisions[0].evidence) == 3


@pytest.mark.parametrize(
    "gain",
    [
        pytest.param({"reps": (9, 8, 8), "rir": 2}, id="one rep more"),
        pytest.param({"reps": (8, 8, 8), "rir": 3}, id="more in reserve"),
    ],
)
def test_any_gain_starts_the_count_anew(gain: dict[str, object]) -> None:
    reps, rir = gain["reps"], gain["rir"]
    assert isinstance(reps, tuple)
    better = done(6, "barbell-row", 60, *reps, rir=rir)
    again = [done(number, "barbell-row", 60, *reps, rir=rir) for number in (9, 12)]
    assert "STL101" not in rules(lead(coached(programme(ROW), *STUCK[:2], better, *again)))


def test_a_load_that_was_raised_is_a_gain_even_with_fewer_reps() -> None:
    raised = [done(number, "barbell-row", 62.5, 7, 7, 7, rir=2) for number in (6, 9)]
    assert "STL101" not in rules(lead(coached(programme(ROW), *STUCK[:2], *raised)))


def test_a_step_that_was_earned_is_taken_although_the_session_was_no_gain() -> None:
    """Six, six, five with three left was a little more than three sixes with two left; those reach the top."""
    best = done(0, "barbell-row", 60, 6, 6, 5, rir=3)
    between = same("barbell-row", 60, 5, 3, 6)
    earned = done(9, "barbell-row", 60, 6, 6, 6, rir=2)
    item = lead(coached(programme("barbell-row 3 x 4-6 @ RIR 2"), best, *between, earned))
    assert rules(item) == ("PRG101",)
    assert item.sets[0].load_kg == 62.5


def test_a_second_stall_gives_the_place_to_a_kindred_lift() -> None:
    session = coached(programme(ROW), *STUCK, *STUCK_AGAIN)
    item = lead(session)
    assert item.planned == "barbell-row"
    assert item.exercise.pattern.value == "horizontal-pull"
    assert rules(item)[0] == "STL102"


def test_the_lift_comes_back_with_the_next_cycle() -> None:
    """A cycle of nine weeks with one session each: the ninth session is the last of it."""
    text = programme(ROW, weeks=9)
    before = known(text, *STUCK, *STUCK_AGAIN, on=45)
    assert before.lifts["barbell-row"].step is StallStep.SWAP
    last = a_session(46, straight(3, "barbell-row", 50, 8))
    session = coached(text, *STUCK, *STUCK_AGAIN, last)
    assert session.ref.cycle == 2
    assert lead(session).exercise.id == "barbell-row"


def test_where_no_variant_fits_the_sets_get_lighter_and_longer() -> None:
    """90 % of 52.5 kg are 47.25 kg, and the bar makes 45 kg of it; four reps more than ten."""
    item = lead(coached(programme(ROW, athlete=LONELY), *STUCK, *STUCK_AGAIN))
    assert rules(item) == ("STL103",)
    assert item.sets[0].load_kg == 45
    assert item.sets[0].reps == (6, 14)


def test_where_that_does_not_help_either_one_set_goes() -> None:
    again = same("barbell-row", 45, 8, 24, 27, 30, 33)
    item = lead(coached(programme(ROW, athlete=LONELY), *STUCK, *STUCK_AGAIN, *again))
    assert rules(item)[-1] == "STL103"
    assert (len(item.sets), item.decisions[-1].by_sets) == (2, -1)


def test_a_new_best_forgets_what_was_tried_against_the_stall() -> None:
    """Ten at 60 kg is more than the eight that stalled."""
    better = a_session(12, straight(3, "barbell-row", 60, 10, rir=2))
    assert known(programme(ROW), *STUCK, better).lifts["barbell-row"].step is StallStep.NONE


def test_a_lift_that_stalls_at_body_weight_does_a_few_reps_less() -> None:
    text = programme("pull-up-medium 3 x 5-8 @ RIR 1", athlete={"max_pull_ups": 9})
    stuck = [done(number, "pull-up-medium", None, 6, 6, 6, rir=1) for number in (0, 3, 6, 9)]
    item = lead(coached(text, *stuck))
    assert rules(item) == ("STL101",)
    assert item.decisions[0].by_kg == 0
    assert max(aim or 0 for aim in aims(item)) < 6 + 1


def hard(number: int, *reserves: float) -> LoggedSession:
    """Rows with these reserves, one set each."""
    return a_session(number, *(straight(1, "barbell-row", 60, 8, rir=left) for left in reserves))


@pytest.mark.parametrize(
    ("reserves", "asked"),
    [((0, 0, 0, 0), 2), ((0, 0, 1, 1), 2), ((0, 1, 1, 1), 1), ((1, 1, 1, 1), 1)],
)
def test_a_day_with_half_of_the_sets_at_the_limit_is_followed_by_an_easier_one(
    reserves: tuple[float, ...], asked: float
) -> None:
    session = coached(programme("barbell-row 4 x 6-10 @ RIR 1"), hard(0, *reserves))
    assert lead(session).sets[0].reserve == (asked, asked)
    assert ("EFF101" in session_rules(session)) == (asked == 2)


def test_one_easier_day_is_enough() -> None:
    session = coached(programme("barbell-row 4 x 6-10 @ RIR 1"), hard(0, 0, 0, 0, 0), hard(3, 2, 2, 2, 2))
    assert "EFF101" not in session_rules(session)


def strapped(number: int, load: float, reps: int, *, straps: bool) -> LoggedSession:
    """Deadlifts with or without straps."""
    return a_session(number, straight(3, "deadlift", load, reps, rir=2, straps=straps))


@pytest.mark.parametrize(("straps", "load"), [(True, 162.5), (False, 142.5)])
def test_sets_with_straps_are_a_series_of_their_own(straps: bool, load: float) -> None:
    block = {"exercise": "deadlift", "sets": "3 x 5-8 @ RIR 2", "straps": straps}
    logged = [strapped(0, 140, 8, straps=False), strapped(3, 160, 8, straps=True)]
    session = coached(programme(block), *logged)
    assert load_of(session) == load
    assert ("EFF102" in rules(lead(session))) == straps
    assert sorted(known(programme(block), *logged).lifts) == ["deadlift", "deadlift|straps"]
    assert {exercise_of(key) for key in known(programme(block), *logged).lifts} == {"deadlift"}
