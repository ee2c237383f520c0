"""A lift's maximum over time: what is shown, what is foretold, what stays apart."""

from __future__ import annotations

from datetime import date

import pytest

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.journal.model import LoggedSession
from dorsi.progress.training import training_of
from dorsi.services.trends import FEWEST_FORETOLD, Planned, Trend, trends_of
from tests.journal.making import a_journal, a_session, a_set, day

ATHLETE = Athlete(body_mass_kg=80)


def trends(
    exercise: str, *sessions: LoggedSession, light: frozenset[str] = frozenset(), planned: Planned | None = None
) -> tuple[Trend, ...]:
    training = training_of(a_journal(*sessions), ATHLETE, load_atlas(), day(60))
    return trends_of(training, training.by_lift[exercise], light, planned)


def deadlifts(count: int, load: float = 100, **fields: object) -> list[LoggedSession]:
    return [a_session(7 * n, a_set("deadlift", load + 2.5 * n, 5, **fields)) for n in range(count)]


def test_the_forecast_is_of_the_series_that_is_shown() -> None:
    (trend,) = trends("deadlift", *deadlifts(8))
    assert [point.load_kg for point in trend.points][:2] == [100, 102.5]
    assert trend.ahead is not None
    best = trend.ahead.best
    assert best.low_kg < best.mean_kg < best.high_kg
    assert best.mean_kg == pytest.approx(trend.points[-1].max_kg, rel=0.03)
    assert trend.change is not None
    assert trend.change.percent > 5


def test_reps_in_reserve_count_in_both() -> None:
    (bare,), (held,) = trends("deadlift", *deadlifts(8)), trends("deadlift", *deadlifts(8, rir=3.0))
    assert held.points[-1].max_kg > bare.points[-1].max_kg * 1.05
    assert bare.ahead is not None
    assert held.ahead is not None
    assert held.ahead.best.mean_kg > bare.ahead.best.mean_kg * 1.05


def test_nothing_is_foretold_from_too_few_sessions() -> None:
    assert trends("deadlift", *deadlifts(FEWEST_FORETOLD - 1))[0].ahead is None
    assert trends("deadlift", *deadlifts(FEWEST_FORETOLD))[0].ahead is not None


def test_a_deload_is_shown_and_changes_no_forecast() -> None:
    before = deadlifts(6)
    easy = a_session(42, a_set("deadlift", 60, 5), id="easy")
    (with_it,) = trends("deadlift", *before, easy, light=frozenset({"easy"}))
    (without,) = trends("deadlift", *before)
    assert [point.deload for point in with_it.points] == [False] * 6 + [True]
    assert with_it.points[-1].level_kg is None
    assert with_it.ahead is not None
    assert without.ahead is not None
    assert with_it.ahead.best == without.ahead.best


def test_strapped_sets_are_a_trend_of_their_own() -> None:
    sessions = [a_session(7 * n, a_set("deadlift", 100, 5), a_set("deadlift", 140, 5, straps=True)) for n in range(4)]
    bare, strapped = trends("deadlift", *sessions)
    assert (bare.straps, strapped.straps) == (False, True)
    assert bare.points[-1].max_kg < strapped.points[-1].max_kg


def test_a_planned_load_gets_its_reps() -> None:
    planned = Planned(on=date(2026, 5, 4), load_kg=115.0, straps=False, eased=False)
    (trend,) = trends("deadlift", *deadlifts(8), planned=planned)
    assert trend.ahead is not None
    assert (trend.ahead.on, trend.ahead.planned) == (planned.on, True)
    assert trend.ahead.reps is not None
    assert trend.ahead.reps.mean == 5


def test_a_planned_deload_is_not_foretold() -> None:
    planned = Planned(on=day(63), load_kg=80.0, straps=False, eased=True)
    (trend,) = trends("deadlift", *deadlifts(8), planned=planned)
    assert (trend.ahead, trend.deload_ahead) == (None, True)


def test_where_the_body_is_lifted_it_is_part_of_the_maximum() -> None:
    (trend,) = trends("pull-up-weighted", *(a_session(7 * n, a_set("pull-up-weighted", "+10", 5)) for n in range(4)))
    assert trend.body_kg == 80
    assert trend.points[0].max_kg > 90


def test_a_lift_that_points_to_no_maximum_has_no_trend() -> None:
    assert trends("plank", a_session(0, a_set("plank", None, None, seconds=60.0))) == ()
