"""Body mass as a trend, shoulders against waist."""

from __future__ import annotations

import pytest

from dorsi.journal.model import MeasureKind, Measurement, MeasureUnit
from dorsi.progress.body import body_of
from tests.journal.making import a_measure, day


def mass(*pairs: tuple[int, float]) -> list[Measurement]:
    return [a_measure(number, MeasureKind.BODY_MASS, kg) for number, kg in pairs]


def test_the_average_runs_over_the_seven_days_that_end_with_the_day() -> None:
    points = body_of(mass((0, 80.0), (3, 82.0), (6, 84.0), (7, 86.0)), day(7)).mass
    assert [point.average_kg for point in points] == [80.0, 81.0, 82.0, 84.0]
    assert [point.mass_kg for point in points] == [80.0, 82.0, 84.0, 86.0]


def test_several_weighings_of_a_day_are_one() -> None:
    (point,) = body_of(mass((0, 80.0), (0, 81.0)), day(0)).mass
    assert (point.on, point.mass_kg) == (day(0), 80.5)


def test_order_of_entry_does_not_matter_and_later_days_are_not_looked_at() -> None:
    entries = mass((5, 81.0), (0, 80.0), (9, 99.0))
    assert [point.on for point in body_of(entries, day(8)).mass] == [day(0), day(5)]


@pytest.mark.parametrize(
    ("pairs", "today", "change"),
    [
        ([(n, 80.0 + 0.1 * n) for n in range(20)], 20, 0.7),
        ([(0, 80.0), (7, 79.0)], 7, -1.0),
        ([(0, 80.0), (6, 79.0)], 6, None),
        ([(0, 80.0)], 7, None),
        ([], 7, None),
        ([(0, 80.0), (7, 79.0)], 40, None),
        ([(0, 60.0), (30, 80.0), (44, 82.0)], 44, 1.0),
    ],
    ids=["steady", "down", "too short", "one", "none", "long ago", "old ones left out"],
)
def test_change_a_week_is_the_slope_of_the_last_four_weeks(
    pairs: list[tuple[int, float]], today: int, change: float | None
) -> None:
    found = body_of(mass(*pairs), day(today)).change_kg_per_week
    assert found == (change if change is None else pytest.approx(change))


def test_pounds_and_inches_are_turned() -> None:
    entries = [
        a_measure(0, MeasureKind.BODY_MASS, 200.0, MeasureUnit.LB),
        a_measure(0, MeasureKind.SHOULDERS, 50.0, MeasureUnit.INCH),
        a_measure(0, MeasureKind.WAIST, 80.0),
    ]
    found = body_of(entries, day(0))
    assert found.mass[0].mass_kg == pytest.approx(90.718, abs=0.001)
    assert found.taper[0].ratio == pytest.approx(127 / 80)


def test_a_ratio_needs_both_girths_within_a_month() -> None:
    entries = [
        a_measure(0, MeasureKind.SHOULDERS, 120.0),
        a_measure(20, MeasureKind.WAIST, 80.0),
        a_measure(32, MeasureKind.WAIST, 78.0),
        a_measure(40, MeasureKind.SHOULDERS, 121.0),
    ]
    taper = body_of(entries, day(60)).taper
    assert [(point.on, point.shoulders_cm, point.waist_cm) for point in taper] == [
        (day(20), 120.0, 80.0),
        (day(40), 121.0, 78.0),
    ]
