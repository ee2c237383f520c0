from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.progress.formula import share_of_max
from dorsi.progress.series import Exposure, StrengthSet, part
from dorsi.progress.strength import Estimate, StrengthState, estimate, update
from tests.progress.training import START, exposure, weekly


def after(exposures: Iterable[Exposure], state: StrengthState | None = None) -> StrengthState:
    state = state or StrengthState()
    for each in exposures:
        state = update(state, each)
    return state


def on_day(state: StrengthState, days_later: int = 0) -> Estimate:
    found = estimate(state, START + timedelta(days=state.day - START.toordinal() + days_later))
    assert found is not None
    return found


def width(found: Estimate) -> float:
    return found.high_kg / found.low_kg


def test_nothing_is_known_before_the_first_session() -> None:
    assert estimate(StrengthState(), START) is None


def test_the_first_session_is_taken_at_its_word_but_not_for_sure() -> None:
    found = on_day(after([exposure(0, (100.0, 5))]))
    assert found.mean_kg == pytest.approx(100.0 / share_of_max(5))
    assert found.low_kg < 0.95 * found.mean_kg


def test_sessions_that_agree_narrow_the_band() -> None:
    sessions = weekly([100.0] * 12)
    assert width(on_day(after(sessions))) < width(on_day(after(sessions[:1])))


def test_steady_growth_is_followed_within_two_percent() -> None:
    found = on_day(after(weekly([100.0 + week for week in range(30)])))
    assert found.mean_kg == pytest.approx(129.0 / share_of_max(5), rel=0.02)


def test_one_slip_of_the_pen_hardly_moves_the_level() -> None:
    steady = after(weekly([100.0] * 12))
    slipped = update(steady, exposure(84, (1000.0, 5)))
    assert on_day(slipped).mean_kg < 1.05 * on_day(steady).mean_kg


def test_a_second_odd_session_the_same_way_is_believed() -> None:
    state = after([*weekly([100.0] * 12), exposure(84, (160.0, 5)), exposure(91, (160.0, 5))])
    assert on_day(state).mean_kg == pytest.approx(160.0 / share_of_max(5), rel=0.05)


def test_odd_sessions_of_opposite_kinds_are_not_believed() -> None:
    state = after([*weekly([100.0] * 12), exposure(84, (200.0, 5)), exposure(91, (40.0, 5))])
    assert on_day(state).mean_kg == pytest.approx(100.0 / share_of_max(5), rel=0.1)


def test_a_session_below_the_level_says_less_than_one_above_it() -> None:
    steady = after(weekly([100.0] * 12))
    level = on_day(steady).mean_kg
    better = on_day(update(steady, exposure(84, (104.0, 5)))).mean_kg / level
    worse = on_day(update(steady, exposure(84, (100.0 / 1.04, 5)))).mean_kg / level
    assert better - 1.0 > 1.5 * (1.0 - worse)


def test_a_break_lowers_what_is_expected_and_how_surely() -> None:
    state = after(weekly([100.0] * 12))
    now, week, month, season = (on_day(state, days) for days in (0, 7, 30, 120))
    assert week.mean_kg == pytest.approx(now.mean_kg, rel=0.005)
    assert season.mean_kg < month.mean_kg < 0.98 * week.mean_kg
    assert width(month) > width(week) > width(now)


def test_what_a_break_took_comes_back_fast() -> None:
    steady = after(weekly([100.0] * 12))
    back = update(steady, exposure(77 + 60, (94.0, 5)))
    assert back.lost > 0.0
    assert on_day(back, 7).mean_kg > on_day(back).mean_kg * 1.01


def test_a_lift_trained_every_three_weeks_is_not_on_a_break_after_three_weeks() -> None:
    state = after([exposure(21 * place, (100.0, 5)) for place in range(15)])
    assert on_day(state, 21).mean_kg == pytest.approx(on_day(state).mean_kg, rel=0.01)


def test_how_reps_bend_from_the_formula_is_learned() -> None:
    """An athlete who loses half as much again with each rep, heavy and light in turn."""
    random = Random(3)
    bent = []
    for place in range(40):
        reps = (3, 10)[place % 2]
        load_kg = 120.0 * share_of_max(reps) ** 1.5 * (1.0 + random.uniform(-0.005, 0.005))
        bent.append(exposure(4 * place, (load_kg, reps)))
    straight = [
        exposure(4 * place, (120.0 * share_of_max((3, 10)[place % 2]), (3, 10)[place % 2])) for place in range(40)
    ]
    assert after(bent).bend > 0.2
    assert abs(after(straight).bend) < 0.05
    assert on_day(after(bent)).mean_kg == pytest.approx(120.0, rel=0.06)


def test_a_known_truth_is_found_better_than_by_the_last_session() -> None:
    random = Random(5)
    truth, state, of_filter, of_last, last_kg = 100.0, StrengthState(), [], [], 100.0
    for place in range(200):
        reps, left = random.randint(3, 8), random.choice((0, 0, 1, 3))
        load_kg = truth * share_of_max(reps + left) * random.uniform(0.97, 1.03)
        if place > 10:
            of_filter.append(abs(on_day(state, 4).mean_kg / truth - 1.0))
            of_last.append(abs(last_kg / truth - 1.0))
        state = update(state, exposure(4 * place, (load_kg, reps)))
        last_kg = load_kg / share_of_max(reps)
        truth *= 1.001
    assert sum(of_filter) < 0.9 * sum(of_last)


def test_warm_ups_easy_sets_and_missing_loads_are_not_read() -> None:
    steady = after(weekly([100.0] * 3))
    silent = (
        StrengthSet(load_kg=200.0, reps=5, warm_up=True),
        StrengthSet(load_kg=60.0, reps=5, reserve=6.0),
        StrengthSet(load_kg=0.0, reps=8),
        StrengthSet(load_kg=50.0, reps=20),
    )
    assert update(steady, Exposure(on=START + timedelta(days=30), sets=silent)) is steady


def test_strapped_sets_belong_to_a_series_of_their_own() -> None:
    strapped = StrengthSet(load_kg=180.0, reps=5, straps=True)
    bare = StrengthSet(load_kg=140.0, reps=5)
    session = Exposure(on=START, sets=(bare, strapped))
    assert on_day(after([session])).mean_kg == pytest.approx(140.0 / share_of_max(5))
    assert on_day(after([session], StrengthState(straps=True))).mean_kg == pytest.approx(180.0 / share_of_max(5))
    assert part(session, straps=True).sets == (strapped,)


def test_the_state_survives_json() -> None:
    state = after(weekly([100.0, 102.5, 105.0]))
    back = StrengthState(**json.loads(json.dumps(asdict(state))))
    assert back == state
    assert update(back, exposure(28, (107.5, 5))) == update(state, exposure(28, (107.5, 5)))


@given(st.lists(st.tuples(st.integers(0, 200), st.floats(0.5, 2000.0), st.integers(1, 12)), min_size=1, max_size=40))
def test_any_log_leaves_an_estimate_inside_its_own_band(log: list[tuple[int, float, int]]) -> None:
    day, state = 0, StrengthState()
    for gap, load_kg, reps in log:
        day += gap
        state = update(state, exposure(day, (load_kg, reps)))
        found = on_day(state, 5)
        assert 0.0 < found.low_kg < found.mean_kg < found.high_kg
    assert replace(state) == state
