from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

import pytest

from dorsi.progress.follow import history_of
from dorsi.progress.forecast import forecast_best
from dorsi.progress.series import Exposure, epley_kg
from dorsi.progress.walk_forward import FIRST_PREDICTED, LEAST_SESSIONS, OURS, Score, WalkForward, walk_forward
from tests.progress.training import exposure, weekly


def score(scores: Sequence[Score], method: str) -> Score:
    return next(each for each in scores if each.method == method)


def everywhere(result: WalkForward, method: str = OURS) -> float:
    value = score(result.best, method).everywhere
    assert value is not None
    return value


def uneven(sessions: int, seed: int = 2) -> list[Exposure]:
    random = Random(seed)
    return [exposure(4 * place, (100.0 * random.gauss(1.0, 0.04), random.randint(4, 7))) for place in range(sessions)]


def test_short_series_do_not_count() -> None:
    result = walk_forward({"short": weekly([100.0] * (LEAST_SESSIONS - 1))})
    assert result.series == 0
    assert result.best == ()
    assert result.best_coverage is None


def test_predictions_start_with_the_ninth_session() -> None:
    assert walk_forward({"row": weekly([100.0] * 25)}).points == 25 - FIRST_PREDICTED == 17


def test_an_even_series_is_foretold_without_error() -> None:
    result = walk_forward({"row": weekly([100.0] * 25)})
    assert everywhere(result) == pytest.approx(0.0, abs=1e-9)
    assert score(result.reps, OURS).everywhere == 0.0
    assert result.best_coverage == result.reps_coverage == 1.0


def test_simple_rules_stand_beside_ours() -> None:
    result = walk_forward({"row": weekly([100.0 + 2.0 * week for week in range(25)])})
    assert [each.method for each in result.best] == [OURS, "last value", "smoothed", "trend", "median of 3"]
    assert everywhere(result, "trend") == pytest.approx(0.0, abs=0.2)
    assert everywhere(result, "smoothed") > everywhere(result, "median of 3") > everywhere(result, "last value") > 0.0


def test_nothing_is_known_of_the_session_to_be_foretold() -> None:
    """One session more adds its own error and leaves all the others as they were."""
    sessions = uneven(30)
    absurd = exposure(200, (130.0, 6))
    fewer, more = walk_forward({"row": sessions}), walk_forward({"row": [*sessions, absurd]})
    expected = forecast_best(history_of(sessions), absurd.on)
    assert expected is not None
    error = 100.0 * abs(expected.mean_kg / epley_kg(130.0, 6) - 1.0)
    assert more.points * everywhere(more) - fewer.points * everywhere(fewer) == pytest.approx(error)


def test_every_series_weighs_the_same_however_long() -> None:
    long, short = uneven(90, seed=3), uneven(21, seed=4)
    both = walk_forward({"long": long, "short": short})
    alone = [everywhere(walk_forward({"one": series})) for series in (long, short)]
    assert everywhere(both) == pytest.approx(sum(alone) / 2)


def test_jumps_and_the_sessions_after_them_are_not_calm() -> None:
    result = walk_forward({"row": weekly([*[100.0] * 15, 200.0, *[100.0] * 10])})
    assert result.points - result.calm_points == 4
    assert score(result.best, "last value").calm == pytest.approx(0.0)
    assert everywhere(result, "last value") > 5.0


def test_the_bias_after_breaks_is_told_for_both_kinds() -> None:
    """Every sixth session follows a month off and is 5 % worse; the one after has caught up."""
    sessions, day = [], 0
    for place in range(60):
        off = place % 6 == 5
        day += 35 if off else 4
        sessions.append(exposure(day, (95.0 if off else 100.0, 5)))
    month, season = (each for each in walk_forward({"row": sessions}).breaks if each.calm_only)
    assert (month.from_days, month.to_days, month.points) == (21, 60, 9)
    assert month.last_value_percent == pytest.approx(100.0 / 0.95 - 100.0)
    assert month.forecast_percent is not None
    assert abs(month.forecast_percent) < 2.0
    assert (season.points, season.forecast_percent) == (0, None)


def test_the_last_set_near_the_weight_is_the_last_one_logged() -> None:
    sessions = [exposure(4 * place, (100.0, 8), (100.0, 6)) for place in range(22)]
    result = walk_forward({"row": sessions})
    assert score(result.reps, "last set near the weight").everywhere == 2.0
    assert score(result.reps, OURS).everywhere == 0.0


def test_longer_sets_count_only_where_asked_for() -> None:
    sessions = weekly([40.0] * 25, reps=15)
    assert walk_forward({"row": sessions}).series == 0
    assert walk_forward({"row": sessions}, most_reps=50).series == 1


def test_ours_beats_every_simple_rule_where_days_alternate() -> None:
    sessions = [exposure(3 * place, (100.0 if place % 2 else 85.0, 5)) for place in range(40)]
    result = walk_forward({"row": sessions})
    assert everywhere(result) < 0.5 * min(
        everywhere(result, each.method) for each in result.best if each.method != OURS
    )
    assert math.isfinite(everywhere(result))
