from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dorsi.progress.follow import history_of
from dorsi.progress.history import History
from dorsi.progress.reps_forecast import RepForecast, forecast_reps
from dorsi.progress.series import Exposure
from tests.progress.training import START, exposure, weekly


def next_reps(exposures: Sequence[Exposure], load_kg: float) -> RepForecast:
    found = forecast_reps(history_of(exposures), exposures[-1].on + timedelta(days=7), load_kg)
    assert found is not None
    return found


def test_nothing_is_foretold_without_a_session_or_a_load() -> None:
    assert forecast_reps(History(), START, 100.0) is None
    assert forecast_reps(history_of(weekly([100.0])), START, 0.0) is None


def test_the_same_weight_brings_the_same_reps() -> None:
    assert next_reps(weekly([100.0] * 10, reps=8), 100.0).mean == 8


def test_reps_are_whole_and_inside_their_band() -> None:
    sessions = [exposure(7 * place, (60.0 + place, 6 + place % 4)) for place in range(16)]
    for load_kg in (50.0, 62.0, 75.0, 90.0):
        found = next_reps(sessions, load_kg)
        assert found.mean == int(found.mean)
        assert 1.0 <= found.low <= found.mean <= found.high


def test_heavier_means_fewer_reps_and_lighter_more() -> None:
    sessions = [exposure(4 * place, *(((100.0, 5),), ((80.0, 10),))[place % 2]) for place in range(20)]
    heavy, light = next_reps(sessions, 100.0), next_reps(sessions, 80.0)
    assert heavy.mean == 5
    assert light.mean == 10
    assert next_reps(sessions, 90.0).mean in (6, 7, 8, 9)


def test_a_habit_of_reps_outlives_a_change_of_weight() -> None:
    loads = [100.0 + 2.5 * (place // 2) for place in range(20)]
    assert next_reps(weekly(loads, reps=5), 125.0).mean == 5


def test_reps_follow_double_progression() -> None:
    """Eight, nine, ten reps at each weight, then the next weight starts again at eight."""
    sessions = [exposure(4 * place, (60.0 + 2.5 * (place // 3), 8 + place % 3)) for place in range(24)]
    assert next_reps(sessions, 80.0).mean < 10


def test_more_reps_than_the_limit_are_never_foretold() -> None:
    assert next_reps(weekly([100.0] * 10, reps=12), 60.0).mean <= 12


def test_longer_sets_are_foretold_where_they_are_let_in() -> None:
    history = history_of(weekly([30.0] * 6, reps=20), most_reps=50)
    found = forecast_reps(history, START + timedelta(days=60), 30.0)
    assert found is not None
    assert found.mean == 20
    assert forecast_reps(history_of(weekly([30.0] * 6, reps=20)), START + timedelta(days=60), 30.0) is None
