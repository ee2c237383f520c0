"""`dorsi swap`, `move`, `skip`, `hurts`: what the athlete decides, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from dorsi.cli import hurts
from dorsi.cli.days import day_of, told
from dorsi.errors import UsageError
from dorsi.services.coaching import warning_signs
from tests.cli.coaching.conftest import MONDAY, Gym

Golden = Callable[[str, str], None]


def test_no_alternative_gives_a_muscle_more_and_less_at_once(trained: Gym) -> None:
    shown = " ".join(trained.dorsi("swap", "face-pull", width=110).out.split())
    changes = re.findall(r"more ([a-z -]+), less ([a-z -]+?)(?= [a-z]+-|$| ')", shown)
    assert changes
    assert all(more != less for more, less in changes)


def test_alternatives_come_with_a_load_and_what_changes(trained: Gym, golden: Golden) -> None:
    golden("swap-list", trained.dorsi("swap", "barbell-row").out)


def test_a_swap_takes_the_place(trained: Gym) -> None:
    done = trained.dorsi("swap", "3a", "chest-supported-row")
    assert done.code == 0
    assert "From now on" in done.out
    assert "Chest-supported row  instead of barbell row" in trained.dorsi("today").out


def test_a_swap_for_once_says_for_which_day(trained: Gym) -> None:
    assert "Monday 14 September" in trained.dorsi("swap", "3a", "chest-supported-row", "--once").out


@pytest.mark.parametrize("arguments", [("99",), ("3a", "no-such-row")])
def test_a_swap_that_makes_no_sense_is_refused(trained: Gym, arguments: tuple[str, ...]) -> None:
    before = trained.dorsi("today").out
    done = trained.dorsi("swap", *arguments)
    assert done.code == 64
    assert "Traceback" not in done.err
    assert trained.dorsi("today").out == before


def test_a_moved_session_is_due_on_its_new_day(trained: Gym) -> None:
    assert "Wednesday 16 September" in trained.dorsi("move", "+2d").out
    assert "Wednesday 16 September" in trained.dorsi("today").out


@pytest.mark.parametrize("day", ["2020-01-01", "+90d", "soon"])
def test_a_session_cannot_be_moved_just_anywhere(trained: Gym, day: str) -> None:
    assert trained.dorsi("move", day).code == 64
    assert "Deadlift" in trained.dorsi("today").out


def test_a_skipped_session_gives_way_to_the_next(trained: Gym) -> None:
    assert "Left out: Lower back, week 3" in trained.dorsi("skip").out
    assert "Upper back" in trained.dorsi("next").out


def test_discomfort_changes_the_session_and_says_how(trained: Gym, golden: Golden) -> None:
    golden("hurts", trained.dorsi("hurts", "lower-back", 6, "--no-signs").out)


def test_a_second_report_tells_only_what_it_adds(trained: Gym) -> None:
    first = trained.dorsi("hurts", "lower-back", 6, "--no-signs").out
    assert "What changes in the next session" in first
    second = trained.dorsi("hurts", "wrist", 3, "--no-signs").out
    assert "Discomfort 3 of 10 (wrist)" in second
    assert "6 of 10" not in second


def test_an_unknown_warning_sign_is_answered_with_those_there_are(trained: Gym) -> None:
    done = trained.dorsi("hurts", "lower-back", 6, "--sign", "numb")
    assert done.code == 64
    assert "They are: bladder-or-bowel, numb-between-legs" in done.err


def test_a_swap_takes_an_exercise_by_any_of_its_names(trained: Gym) -> None:
    assert "T-bar row instead of" in trained.dorsi("swap", "barbell-row", "T bar rows").out


def test_a_little_discomfort_changes_nothing(trained: Gym) -> None:
    before = trained.dorsi("today").out
    assert "the plan stays as it is" in trained.dorsi("hurts", "elbow", 1).out
    assert trained.dorsi("today").out == before


def test_a_warning_sign_ends_training_until_it_is_cleared(trained: Gym, golden: Golden) -> None:
    done = trained.dorsi("hurts", "lower-back", 7, "--sign", "numb-between-legs")
    assert done.code == 3
    golden("hurts-red-flag", done.err)
    assert trained.dorsi("today").code == 3
    trained.day += timedelta(days=1)
    assert trained.dorsi("hurts", "--cleared").code == 0
    assert trained.dorsi("today").code == 0


def test_a_warning_sign_needs_no_programme(gym: Gym) -> None:
    assert gym.dorsi("hurts", "lower-back", 7, "--sign", "numb-between-legs").code == 3


@pytest.mark.parametrize(
    "arguments",
    [(), ("lower-back",), ("toe", 4), ("knee", 11), ("knee", 4, "--sign", "nonsense"), ("knee", "--cleared")],
)
def test_a_report_that_makes_no_sense_is_refused(trained: Gym, arguments: tuple[object, ...]) -> None:
    done = trained.dorsi("hurts", *arguments)
    assert done.code == 64
    assert "Traceback" not in done.err


def test_days_are_read_as_people_type_them() -> None:
    assert [day_of(text, MONDAY).day for text in ("mon", "tuesday", "+2d", "tomorrow", "2026-09-05")] == [
        31, 1, 2, 1, 5,
    ]  # fmt: skip
    with pytest.raises(UsageError, match="no day"):
        day_of("2026-02-30", MONDAY)
    assert told(day_of("+130d", MONDAY), MONDAY) == "Friday 8 January 2027"


def test_signs_are_chosen_by_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    console = hurts.terminal()
    typed = iter(["99", "x", "2, 1 2"])
    monkeypatch.setattr(console, "input", lambda prompt: next(typed))
    signs = [question.id for question in warning_signs()]
    assert hurts._ask(console) == (signs[1], signs[0])
