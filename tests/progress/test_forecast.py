from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random

import pytest

from dorsi.progress.follow import followed, history_of
from dorsi.progress.forecast import Forecast, forecast_best
from dorsi.progress.history import SESSIONS_KEPT, History
from dorsi.progress.series import Exposure, StrengthSet, epley_kg, session_best
from tests.progress.training import START, exposure, weekly


def next_best(exposures: Sequence[Exposure], days_later: int = 7, context: str = "") -> Forecast:
    found = forecast_best(history_of(exposures), exposures[-1].on + timedelta(days=days_later), context)
    assert found is not None
    return found


def test_nothing_is_foretold_without_a_session() -> None:
    assert forecast_best(History(), START) is None


def test_an_even_series_goes_on() -> None:
    found = next_best(weekly([100.0] * 12))
    assert found.mean_kg == pytest.approx(epley_kg(100.0, 5))
    assert found.low_kg < found.mean_kg < found.high_kg


def test_a_bad_day_is_partly_made_up() -> None:
    found = next_best(weekly([*[100.0] * 8, 90.0]))
    assert epley_kg(93.0, 5) < found.mean_kg < epley_kg(99.0, 5)


def test_a_rise_mostly_stays() -> None:
    found = next_best(weekly([*[100.0] * 8, 104.0]))
    assert found.mean_kg > epley_kg(102.0, 5)


def test_a_break_costs_strength_and_a_week_does_not() -> None:
    sessions = weekly([100.0] * 10)
    usual = next_best(sessions, 7).mean_kg
    assert next_best(sessions, 35).mean_kg == pytest.approx(0.95 * usual, rel=0.02)
    assert next_best(sessions, 100).mean_kg < next_best(sessions, 35).mean_kg


def test_a_lift_seldom_trained_is_not_on_a_break_at_its_usual_gap() -> None:
    sessions = [exposure(28 * place, (100.0, 5)) for place in range(10)]
    assert next_best(sessions, 28).mean_kg == pytest.approx(epley_kg(100.0, 5))


def test_heavy_and_light_in_turn_are_learned_without_titles() -> None:
    sessions = weekly([100.0, 80.0] * 8)
    assert next_best(sessions).mean_kg > epley_kg(95.0, 5)
    assert next_best([*sessions, exposure(112, (100.0, 5))]).mean_kg < epley_kg(87.0, 5)


def test_the_title_tells_what_is_intended_where_turns_do_not() -> None:
    random = Random(1)
    heavy = [random.random() < 0.5 for _ in range(24)]
    sessions = [
        exposure(4 * place, (100.0 if hard else 80.0, 5), context="heavy" if hard else "light")
        for place, hard in enumerate(heavy)
    ]
    assert next_best(sessions, 4, "heavy").mean_kg > next_best(sessions, 4, "light").mean_kg + epley_kg(8.0, 5)


def test_a_single_slip_is_not_repeated() -> None:
    found = next_best(weekly([*[100.0] * 10, 10.0, *[100.0] * 4]))
    assert found.mean_kg == pytest.approx(epley_kg(100.0, 5), rel=0.02)


def test_bands_hold_about_four_in_five_sessions() -> None:
    random = Random(7)
    inside = []
    for _ in range(12):
        history, spread = History(), random.choice((0.01, 0.03, 0.06))
        for place in range(50):
            session = exposure(4 * place, (100.0 * random.gauss(1.0, spread), 5))
            found = forecast_best(history, session.on)
            best = session_best(session)
            if place > 8 and found and best:
                inside.append(found.low_kg <= epley_kg(session.sets[0].load_kg, 5) <= found.high_kg)
            history = followed(history, session)
    assert 0.75 < sum(inside) / len(inside) < 0.87


def test_sessions_without_a_telling_set_change_nothing() -> None:
    history = history_of(weekly([100.0] * 3))
    silent = Exposure(
        on=START + timedelta(days=30),
        sets=(StrengthSet(load_kg=60.0, reps=20), StrengthSet(load_kg=0.0, reps=8)),
    )
    assert followed(history, silent) is history


def test_a_history_keeps_a_bounded_number_of_sessions() -> None:
    assert len(history_of(weekly([100.0] * (SESSIONS_KEPT + 9))).sessions) == SESSIONS_KEPT


def test_the_best_set_is_the_highest_epley_and_of_equals_the_heavier() -> None:
    best = session_best(exposure(0, (100.0, 3), (90.0, 8), (60.0, 25)))
    assert best is not None
    assert best.reps == 8
    equal = session_best(exposure(0, (100.0, 6), (90.0, 10)))
    assert equal is not None
    assert equal.reps == 6
