"""A moment from a day in one column and a time of day in another."""

from __future__ import annotations

from datetime import datetime

from dorsi.journal.importing.dates import Dates, When

_ANY_DAY = "2000-01-01"


def moment(dates: Dates, day: str, clock: str) -> When | None:
    """The day with its time, or the day alone where the time is blank or makes no sense; None without a day.

    Both are read apart, since a log has few different days and times but many pairs of them.
    """
    when = dates.read(day)
    if when is None or not clock:
        return when
    time = dates.read(f"{_ANY_DAY} {clock}")
    if time is None or time.at is None:
        return when
    return When(on=when.on, at=datetime.combine(when.on, time.at.timetz()))
