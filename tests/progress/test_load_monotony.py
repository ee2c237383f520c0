"""How even a week is, and weeks that leap ahead."""

from __future__ import annotations

import pytest

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.progress.load_monotony import jump_of, monotony_of, week_loads
from dorsi.progress.training import training_of
from tests.journal.making import a_journal, a_session, day, straight


def test_monotony_is_mean_over_standard_deviation() -> None:
    assert monotony_of([1, 3, 1, 3]) == pytest.approx(2.0)
    assert monotony_of([7, 0, 0, 0, 0, 0, 0]) == pytest.approx(1 / 6**0.5)


@pytest.mark.parametrize("days", [[0.0] * 7, [5.0] * 7, [0.1] * 7])
def test_seven_equal_days_have_no_monotony(days: list[float]) -> None:
    assert monotony_of(days) is None


@pytest.mark.parametrize(
    ("weeks", "jump"),
    [
        ([100], None),
        ([100, 150], None),
        ([100, 160], 1.6),
        ([0, 160], None),
        ([100, 100, 100, 100, 160], 1.6),
        ([100, 100, 100, 50, 100], None),
        ([100, 100, 100, 0, 100], None),
        ([0, 0, 0, 50, 100], 2.0),
        ([500, 100, 100, 100, 100, 160], 1.6),
    ],
)
def test_a_jump_passes_the_week_before_and_what_was_usual(weeks: list[float], jump: float | None) -> None:
    assert jump_of(weeks) == jump


def test_weeks_hold_what_was_moved_and_the_current_one_is_not_judged_early(atlas: Atlas) -> None:
    sessions = [a_session(number, straight(4, "barbell-row", 60, 10)) for number in (0, 3, 7)]
    for today, judged in ((10, False), (13, True)):
        training = training_of(a_journal(*sessions), Athlete(), atlas, day(today))
        first, second = week_loads(training)
        assert (first.monday, first.volume_kg, first.work_sets) == (day(0), 4800, 8)
        assert (second.monday, second.volume_kg, second.work_sets) == (day(7), 2400, 4)
        assert first.monotony is not None
        assert (second.monotony is not None) is judged
