"""`dorsi progress`: the overview, one exercise, one muscle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from dorsi.cli.sparkline import Dot, Expected, chart, sparkline
from dorsi.journal.model import LoggedLoad, MeasureKind, MeasureUnit
from dorsi.units import MassUnit
from tests.cli.coaching.conftest import MONDAY, Gym
from tests.journal.making import a_measure, a_set

Golden = Callable[[str, str], None]


@pytest.fixture
def months(gym: Gym) -> Gym:
    """Four weeks of the programme, the last a deload, and a body that was measured."""
    gym.start()
    gym.train(3)
    gym.log(21, "lower", 4, a_set("deadlift", 110, 6, id="e0", rir=4.0), a_set("barbell-row", 55, 8, id="e1", rir=4.0))
    days = (MONDAY - a_measure(0, MeasureKind.WAIST, 85).on).days
    gym.measure(
        *(a_measure(days + 7 * week, MeasureKind.BODY_MASS, 84 - 0.3 * week) for week in range(4)),
        a_measure(days, MeasureKind.WAIST, 85), a_measure(days, MeasureKind.SHOULDERS, 120),
        a_measure(days + 21, MeasureKind.SHOULDERS, 121),
    )  # fmt: skip
    gym.day = MONDAY + timedelta(days=25)
    return gym


def test_the_overview(months: Gym, golden: Golden) -> None:
    done = months.dorsi("progress")
    assert (done.code, done.err) == (0, "")
    golden("progress", done.out)


def test_an_exercise(months: Gym, golden: Golden) -> None:
    golden("progress-deadlift", months.dorsi("progress", "Deadlift").out)


def test_a_muscle(months: Gym, golden: Golden) -> None:
    golden("progress-lats", months.dorsi("progress", "lats").out)


def test_lifts_that_the_coach_leaves_alone_are_told_in_a_line_each(gym: Gym) -> None:
    for number in range(6):
        sets = (a_set("deadlift", 120, 5, id=f"a{number}"), a_set("barbell-row", 60, 8, id=f"b{number}"))
        gym.note(3 * number, *sets)
    gym.day = MONDAY + timedelta(days=16)
    shown = gym.dorsi("progress").out
    assert shown.count("no gain since") == 2
    assert shown.count("No programme is under way, so the coach changes nothing.") == 1


def test_sets_without_weight_are_told_from_those_with_it(gym: Gym) -> None:
    gym.note(0, a_set("pull-up-medium", "+10", 5, id="a"), a_set("pull-up-medium", None, 8, id="b"))
    assert "+10 kg x 5; body weight x 8" in gym.dorsi("progress", "pull-up-medium").out


def test_a_body_mass_in_pounds_is_shown_as_it_was_typed(gym: Gym) -> None:
    pounds = [replace(a_set("deadlift", 140, 5, id="p"), load=LoggedLoad(value=315, unit=MassUnit.LB))]
    gym.note(0, *pounds)
    mass = replace(a_measure(0, MeasureKind.BODY_MASS, 150, MeasureUnit.LB), on=MONDAY)
    gym.measure(mass)
    assert "Body mass 150 lb" in gym.dorsi("progress").out


def test_a_lift_that_tells_nothing_of_strength_has_no_curve(months: Gym) -> None:
    months.log(24, "upper", 4, a_set("plank", None, None, id="plank", seconds=60.0))
    shown = months.dorsi("progress", "plank").out
    assert "no curve" in shown
    assert "1 min" in shown


@pytest.mark.parametrize(
    ("name", "says"), [("pull-up", "not logged"), ("xyzzy", "knows no muscle"), ("serratus", "not counted apart")]
)
def test_what_is_not_there_is_said_plainly(months: Gym, name: str, says: str) -> None:
    done = months.dorsi("progress", *name.split())
    assert done.code == 64
    assert says in done.err


def test_an_empty_journal_has_nothing_to_show(gym: Gym) -> None:
    done = gym.dorsi("progress")
    assert done.code == 64
    assert "Nothing is logged yet" in done.err


def test_a_line_of_blocks_rises_with_its_values() -> None:
    assert sparkline([1, 2, 3], drawing=True) == "▁▅█"
    assert sparkline([1, 1], drawing=True) == "▄▄"
    assert sparkline([], drawing=True) == ""
    assert set(sparkline([100, 101], drawing=True, least_span=0.5)) <= set("▄▅")
    assert sparkline([1, 2, 3], drawing=False).isascii()


def test_a_chart_puts_days_at_their_distance() -> None:
    dots = [Dot(on=MONDAY + timedelta(days=day), value=value) for day, value in ((0, 100.0), (1, 90.0), (10, 110.0))]
    expected = Expected(on=MONDAY + timedelta(days=20), value=110, low=105, high=115)
    lines = [line.plain for line in chart(dots, expected, width=30, height=6, drawing=False)]
    found = {(line.index("*"), number) for number, line in enumerate(lines) if "*" in line}
    columns = sorted(column for column, _ in found)
    assert columns[1] - columns[0] < columns[2] - columns[1]
    assert any("+" in line for line in lines)
    assert max(map(len, lines)) <= 30
