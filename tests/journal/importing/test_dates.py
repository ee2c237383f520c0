"""Dates in every form that exports have, with the order of day and month settled per file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.journal.importing.dates import Dates

LATE_MAY = datetime(2024, 5, 28, 7, 32)  # noqa: DTZ001 (a wall clock without a zone is what is meant)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-28 07:32:00",
        "2024-05-28 07:32",
        "2024-05-28T07:32:00",
        "2024-05-28 7:32:00\u202fAM",
        "2024-05-28 7:32:00 am",
        "28 May 2024, 07:32",
        "28 may 2024, 7:32 a. m.",
        "28 mai 2024, 07:32",
        "28. Mai 2024 07:32",
        "28 de maio de 2024 07:32",
        "May 28, 2024, 7:32 AM",
        "Tuesday, May 28, 2024 at 7:32 AM",
        "mar. 28 may 2024 07:32",
        "28.05.2024 07:32",
        "28.05.2024, 07:32:00",
        "2024/05/28 07:32",
        "2024.05.28 07:32",
        "28/05/2024 07:32",
        "5/28/24 7:32 AM",
        "28-05-2024 07:32",
    ],
)
def test_a_local_time_is_read_in_every_form(text: str) -> None:
    when = Dates.of([text]).read(text)
    assert when is not None
    assert (when.on, when.at) == (date(2024, 5, 28), LATE_MAY)


@pytest.mark.parametrize(
    "text", ["2024-05-28", "28.05.2024", "2024/05/28", "28 May 2024", "May 28, 2024", "28.05.24", "2024.05.28"]
)
def test_a_day_without_a_time_has_no_moment(text: str) -> None:
    when = Dates.of([text]).read(text)
    assert when is not None
    assert (when.on, when.at) == (date(2024, 5, 28), None)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-02-23T10:13:53Z", datetime(2025, 2, 23, 10, 13, 53, tzinfo=UTC)),
        ("2024-02-01 06:00:00 +0000", datetime(2024, 2, 1, 6, tzinfo=UTC)),
        ("2024-02-01 06:00:00 +0100", datetime(2024, 2, 1, 6, tzinfo=timezone(timedelta(hours=1)))),
        ("1 Feb 2024 06:00 -05:00", datetime(2024, 2, 1, 6, tzinfo=timezone(-timedelta(hours=5)))),
        ("1706767200", datetime(2024, 2, 1, 6, tzinfo=UTC)),
        ("1706767200000", datetime(2024, 2, 1, 6, tzinfo=UTC)),
    ],
)
def test_a_zone_is_kept(text: str, moment: datetime) -> None:
    when = Dates.of([text]).read(text)
    assert when is not None
    assert when.at == moment
    assert when.at.tzinfo is not None


@pytest.mark.parametrize("text", ["", "yesterday", "2024-13-01", "2024-02-30", "0001-01-01", "99/99/2024", "12", "1:2"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert Dates.of([text]).read(text) is None


def _day(dates: Dates, text: str) -> date:
    when = dates.read(text)
    assert when is not None
    return when.on


def test_noon_and_midnight_of_a_twelve_hour_clock() -> None:
    dates = Dates.of([])
    hours = [dates.read(f"2024-05-28 12:30 {half}") for half in ("AM", "PM")]
    assert [when.at.hour for when in hours if when and when.at] == [0, 12]


def test_a_number_that_is_no_month_settles_the_order_for_the_whole_file() -> None:
    month_first = Dates.of(["03/04/2024", "03/28/2024"])
    assert _day(month_first, "03/04/2024") == date(2024, 3, 4)
    assert month_first.guesses == ()
    assert _day(Dates.of(["03/04/2024", "28/03/2024"]), "03/04/2024") == date(2024, 4, 3)


def test_the_order_of_the_rows_settles_it_otherwise_and_is_said() -> None:
    month_first = Dates.of(["1/9/2024", "1/12/2024", "2/1/2024", "2/5/2024", "3/2/2024"])
    assert _day(month_first, "1/9/2024") == date(2024, 1, 9)
    assert [guess.option for guess in month_first.guesses] == ["dates"]
    newest_first = Dates.of(["5/2/2024", "1/2/2024", "9/1/2024"])
    assert _day(newest_first, "5/2/2024") == date(2024, 2, 5)


def test_a_twelve_hour_clock_speaks_for_the_month_first() -> None:
    dates = Dates.of(["3/4/2024 5:45 PM"])
    assert _day(dates, "3/4/2024 5:45 PM") == date(2024, 3, 4)


def test_without_any_evidence_the_day_comes_first_and_that_is_said() -> None:
    dates = Dates.of(["3/4/2024"])
    assert _day(dates, "3/4/2024") == date(2024, 4, 3)
    assert "nothing" in dates.guesses[0].evidence


def test_a_person_can_say_the_order() -> None:
    assert _day(Dates.of(["3/4/2024"], day_first=False), "3/4/2024") == date(2024, 3, 4)


@given(st.text(alphabet="0123456789/.-: ,TZ+aApPmMJun", max_size=24))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    when = Dates.of([text]).read(text)
    assert when is None or 1950 <= when.on.year <= 2100


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2100, 12, 31)))  # noqa: DTZ001
def test_a_moment_written_in_iso_form_is_read_back(moment: datetime) -> None:
    when = Dates.of([]).read(moment.isoformat(sep=" "))
    assert when is not None
    assert when.at == moment
