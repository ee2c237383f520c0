"""Numbers, durations and units are read as they were meant, or not at all."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.journal.importing.values import (
    Numbers,
    is_blank,
    mass_unit,
    metres_in,
    number_and_unit,
    seconds_of,
)
from dorsi.units import MassUnit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60", 60.0),
        ("62.5", 62.5),
        ("32,5", 32.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("27.215519999999998", 27.215519999999998),
        ("-20", -20.0),
        ("−20", -20.0),
        ("+35", 35.0),
        ("1 250,5", 1250.5),
        ("1\u202f250", 1250.0),
        ("1'250.5", 1250.5),
        ("1,234,567", 1234567.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("0,125", 0.125),
        ("0", 0.0),
    ],
)
def test_numbers_that_mean_one_thing_are_read_so_in_any_file(text: str, value: float) -> None:
    assert Numbers(decimal_signs=".").read(text) == value
    assert Numbers(decimal_signs=",").read(text) == value


@pytest.mark.parametrize("text", ["", "-", "nan", "inf", "1e999", "12 reps", "1_000", "5x5", "..", "1,2,3.4.5"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert Numbers(decimal_signs=".").read(text) is None


def test_the_file_decides_about_numbers_that_could_mean_two_things() -> None:
    assert Numbers.of(["32,5", "1,250"]).read("1,250") == 1.25
    assert Numbers.of(["32.5", "1,250"]).read("1,250") == 1250.0
    assert Numbers.of(["32,5"]).read("1.250") == 1250.0
    assert Numbers.of(["32.5"]).read("1.250") == 1.25


def test_a_file_may_use_both_signs_for_decimals() -> None:
    numbers = Numbers.of(["32,5", "61.23492"])
    assert (numbers.read("61.235"), numbers.read("61,235")) == (61.235, 61.235)


def test_the_delimiter_decides_where_no_number_does() -> None:
    assert Numbers.of(["60"], delimiter=";").read("1,250") == 1.25
    assert Numbers.of(["60"], delimiter=",").read("1,250") == 1250.0


@given(st.floats(min_value=0, max_value=3000).map(lambda value: round(value, 2)))
def test_a_number_is_read_back_with_either_sign(value: float) -> None:
    assert Numbers.of(["1.5"]).read(str(value)) == value
    assert Numbers.of(["1,5"], delimiter=";").read(str(value).replace(".", ",")) == value


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1h 43m", 6180.0),
        ("2h", 7200.0),
        ("59m", 3540.0),
        ("38min", 2280.0),
        ("264h 1m", 950460.0),
        ("1h 2m 3s", 3723.0),
        ("45s", 45.0),
        ("1:02:03", 3723.0),
        ("0:01:00", 60.0),
        ("1:30", 90.0),
        ("1:02 hr", 3720.0),
        ("1:02:03.5", 3723.0),
        ("2176", 2176.0),
        ("120.0", 120.0),
        ("90,5", 90.5),
        ("1 hour, 5 minutes", 3900.0),
        ("0", 0.0),
    ],
)
def test_durations_are_seconds(text: str, seconds: float) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "long", "5 kg", "1h x", "1:xx", "nan", "1:2:3:4", "9" * 5000 + ":00"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert seconds_of(text) is None


@given(st.text(max_size=20))
def test_no_text_makes_a_reader_fail(text: str) -> None:
    value, seconds = Numbers.of([text]).read(text), seconds_of(text)
    assert value is None or math.isfinite(value)
    assert seconds is None or math.isfinite(seconds)
    assert len("".join(number_and_unit(text))) <= len(text) + 5


def test_a_number_and_its_unit_are_taken_apart() -> None:
    assert number_and_unit("2,5 kg") == ("2,5", "kg")
    assert number_and_unit("8 Wiederholungen") == ("8", "wiederholungen")
    assert number_and_unit("+35lbs") == ("+35", "lbs")
    assert number_and_unit("BW") == ("", "bw")


def test_blank_is_not_zero() -> None:
    assert all(is_blank(text) for text in ("", " ", "-", "NaN", "null"))
    assert not is_blank("0")


def test_units_are_known_by_their_names() -> None:
    assert [mass_unit(text) for text in ("kgs", "LBS", "lb.", "stone")] == [MassUnit.KG, MassUnit.LB, MassUnit.LB, None]
    assert [metres_in(text) for text in ("km", "mi.", "meters", "ft", "laps")] == [1000.0, 1609.344, 1.0, 0.3048, None]
