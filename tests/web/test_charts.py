"""The geometry of charts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.rules.bounds import Band
from dorsi.web.charts.bars import BarChart, Week
from dorsi.web.charts.frame import BOTTOM, LEFT, RIGHT, TOP
from dorsi.web.charts.heat import HeatMap
from dorsi.web.charts.line import Belt, Course, Dot, LineChart
from dorsi.web.charts.scale import day_ticks, place, round_ends, round_step, ticks
from dorsi.web.charts.spark import HEIGHT, Spark

FIRST = date(2026, 3, 2)


def later(days: int) -> date:
    return FIRST + timedelta(days=days)


@pytest.mark.parametrize(("span", "step"), [(100, 20), (7, 2), (0.4, 0.1), (12, 2.5), (38, 10)])
def test_steps_are_round_numbers(span: float, step: float) -> None:
    assert round_step(span, 5) == pytest.approx(step)


@given(st.lists(st.floats(-500, 500), min_size=1, max_size=20))
def test_the_axis_holds_every_value_and_its_ends_are_ticks(values: list[float]) -> None:
    low, high, step = round_ends(values, 5)
    assert low <= min(values) + 1e-6
    assert max(values) <= high + 1e-6
    marked = ticks(low, high, step)
    assert marked[0] == pytest.approx(low, abs=1e-5)
    assert marked[-1] == pytest.approx(high, abs=1e-5)
    assert 2 <= len(marked) <= 8


def test_a_days_form_does_not_fill_the_height() -> None:
    low, high, _ = round_ends([100.0, 100.5], 5)
    assert high - low >= 6


def test_coordinates_need_no_language() -> None:
    assert [place(value) for value in (3.0, 3.14159, -0.01, -2.5)] == ["3", "3.1", "0", "-2.5"]


def test_a_year_is_marked_by_months_and_a_month_by_weeks() -> None:
    assert all(day.day == 1 for day in day_ticks(FIRST, later(365), 6))
    assert len(day_ticks(FIRST, later(365), 6)) <= 7
    assert all(day.weekday() == 0 for day in day_ticks(FIRST, later(28), 6))


@given(st.integers(0, 6000), st.integers(0, 400))
def test_days_are_never_crowded(length: int, shift: int) -> None:
    first = later(shift)
    found = day_ticks(first, first + timedelta(days=length), 6)
    assert len(found) <= 8
    assert all(first <= day <= first + timedelta(days=length) for day in found)


def test_a_line_chart_puts_later_to_the_right_and_more_further_up() -> None:
    dots = [Dot(on=later(0), value=100, says="a"), Dot(on=later(70), value=120, says="b", kind="record")]
    chart = LineChart.of("label", dots, [Course(values=[(dot.on, dot.value) for dot in dots])])
    assert chart is not None
    first, second = chart.marks
    assert float(first.x) < float(second.x)
    assert float(first.y) > float(second.y)
    assert second.kind == "record"
    assert float(second.radius) > float(first.radius)
    assert chart.lines[0].points == f"{first.x},{first.y} {second.x},{second.y}"


def test_everything_stays_inside_the_plot() -> None:
    dots = [Dot(on=later(9 * n), value=80 + n % 4, says="") for n in range(30)]
    belt = Belt(values=[(dot.on, dot.value - 9, dot.value + 9) for dot in dots])
    chart = LineChart.of("label", dots, belts=[belt])
    assert chart is not None
    assert all(LEFT <= float(mark.x) <= RIGHT and TOP <= float(mark.y) <= BOTTOM for mark in chart.marks)
    corners = [float(number) for number in chart.areas[0].path.strip("MZ").replace("L", " ").split()]
    assert all(TOP <= y <= BOTTOM for y in corners[1::2])


def test_one_day_alone_is_drawn_and_nothing_is_not() -> None:
    assert LineChart.of("label", []) is None
    assert LineChart.of("label", [Dot(on=FIRST, value=0, says="")]) is not None


def test_the_present_is_marked_only_inside() -> None:
    dots = [Dot(on=later(n), value=n, says="") for n in (0, 10)]
    inside, outside = LineChart.of("", dots, today=later(5)), LineChart.of("", dots, today=later(20))
    assert inside is not None
    assert outside is not None
    assert inside.today
    assert not outside.today


def test_bars_stand_on_the_axis_and_the_band_lies_where_its_values_are() -> None:
    weeks = [Week(monday=later(7 * n), value=value, says="") for n, value in enumerate((0.0, 8.0, 16.0))]
    chart = BarChart.of("label", weeks, Band(8, 10, 16, 20))
    assert chart is not None
    assert all(float(bar.y) + float(bar.height) == pytest.approx(BOTTOM, abs=0.2) for bar in chart.bars)
    assert chart.bars[0].height == "0"
    assert chart.band is not None
    assert chart.band[0] == chart.bars[2].y
    assert float(chart.cap) < float(chart.band[0])
    assert BarChart.of("label", []) is None


def test_a_heat_map_has_a_cell_for_every_day_up_to_today() -> None:
    today = later(2)
    heat = HeatMap.of("label", {later(0): 5.0, later(1): 20.0}, 4, today)
    cells = {part.kind: part.path.count("M") for part in heat.cells}
    assert cells == {"": 22, "1": 1, "4": 1}
    assert heat.today in heat.cells[0].path


def test_small_lines_keep_trifles_small() -> None:
    spark = Spark.of([100.0, 100.4], 0.15)
    assert spark is not None
    heights = [float(point.split(",")[1]) for point in spark.points.split()]
    assert abs(heights[0] - heights[1]) < HEIGHT / 10
    assert Spark.of([1.0], 0.1) is None
