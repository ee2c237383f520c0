"""Dates and times as other apps write them; whether the day or the month comes first is settled per file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise

from dorsi.journal.importing.foreign import Guess

_LONGEST = 80
"""No date is longer than this; prose is not searched for one."""
_YEARS = range(1950, 2101)
_TIME = re.compile(
    r"(?<!\d)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?\s?m\.?(?![a-z]))?"
    r"\s*(z|utc|gmt)?\s*([+-]\d{2}:?\d{2})?(?!\d)\s*$"
)
_HOUR_ONLY = re.compile(r"(?<!\d)(\d{1,2})\s*([ap])\.?\s?m\.?\s*$")
_HALF_DAY = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar ene enero gen gennaio janeiro janv janvier",
            "feb february februar febrero febbraio fev fevereiro fév févr février",
            "mar march mär märz mrz marzo março mars",
            "apr april abr abril aprile avr avril",
            "may mai mayo mag maggio maio",
            "jun june juni junio giu giugno junho juin",
            "jul july juli julio lug luglio julho juil juillet",
            "aug august ago agosto août aoû",
            "sep sept september septiembre set settembre setembro septembre",
            "oct october okt oktober octubre ott ottobre out outubro octobre",
            "nov november noviembre novembre novembro",
            "dec december dez dezember dic diciembre dicembre dezembro déc décembre",
        ),
        start=1,
    )
    for name in names.split()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day and, where the text has a time of day, the moment: aware if a zone was given, naive if not."""

    on: date
    at: datetime | None = None


class Dates:
    """Reads the dates of one file. `guesses` says what was taken for granted about the order of day and month."""

    def __init__(self, *, day_first: bool, guesses: tuple[Guess, ...] = ()) -> None:
        self.day_first = day_first
        self.guesses = guesses
        self._known: dict[str, When | None] = {}

    @classmethod
    def of(cls, cells: Iterable[str], *, day_first: bool | None = None) -> Dates:
        """Settles the order from the cells in the order of their rows, unless `day_first` says it.

        Numbers that can be no month decide; else the order under which the rows stay sorted; else it is guessed.
        """
        if day_first is not None:
            return cls(day_first=day_first)
        distinct = dict.fromkeys(cells)
        pairs = [pair for cell in distinct if (pair := _doubtful(cell))]
        if not pairs:
            return cls(day_first=True)
        day_leads = sum(first > 12 for _, first, _ in pairs)
        month_leads = sum(second > 12 for _, _, second in pairs)
        if day_leads != month_leads:
            return cls(day_first=day_leads > month_leads)
        as_days = _disorder([(year, second, first) for year, first, second in pairs])
        as_months = _disorder(pairs)
        if as_days != as_months:
            return cls(day_first=as_days < as_months, guesses=(_guess(as_days < as_months, "the rows stay in order"),))
        if any(_HALF_DAY.search(cell) for cell in distinct):
            return cls(day_first=False, guesses=(_guess(False, "times are written with am and pm"),))
        return cls(day_first=True, guesses=(_guess(True, "nothing in the file decides it"),))

    def read(self, text: str) -> When | None:
        """The day and moment in the text; None if it is blank or no date of the years 1950 to 2100."""
        try:
            return self._known[text]
        except KeyError:
            when = self._known[text] = _when(text, self.day_first)
            return when


def _guess(day_first: bool, evidence: str) -> Guess:
    order = "day before month" if day_first else "month before day"
    return Guess(what=f"dates are written {order}", evidence=evidence, option="dates")


def _doubtful(text: str) -> tuple[int, int, int] | None:
    """Year and the two other numbers of a date such as 3/4/2024, where either could be the month."""
    day = text.split(",")[0].split(" ")[0].split("T")[0]
    if "/" not in day and "-" not in day:
        return None
    numbers = re.split(r"[/-]", day)
    if len(numbers) != 3 or len(numbers[0]) > 2 or not all(n.isascii() and n.isdigit() for n in numbers):
        return None
    first, second, year = (int(n) for n in numbers)
    return year, first, second


def _disorder(days: Sequence[tuple[int, int, int]]) -> int:
    """How many neighbours break the better of the two orders, oldest or newest first."""
    neighbours = list(pairwise(days))
    return min(sum(a > b for a, b in neighbours), sum(a < b for a, b in neighbours))


def _when(text: str, day_first: bool) -> When | None:
    plain = " ".join(text.split()) if len(text) <= _LONGEST else ""
    if len(plain) >= 10 and plain[4] == "-" and plain[7] == "-":
        when = _iso(plain)
        if when is not None:
            return when
    if plain.isascii() and plain.isdigit() and len(plain) in (10, 13):
        stamp = int(plain) / (1000 if len(plain) == 13 else 1)
        return _bounded(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=stamp))
    plain = plain.casefold()
    found = _TIME.search(plain)
    if found and (_NUMBERS.search(plain[: found.start()])):
        on = _day(plain[: found.start()], day_first)
        at = _time(found)
    elif hour := _HOUR_ONLY.search(plain):
        on, at = _day(plain[: hour.start()], day_first), _clock(int(hour[1]), 0, 0, hour[2])
    else:
        on, at = _day(plain, day_first), None
    if on is None:
        return None
    return When(on=on, at=None if at is None else datetime.combine(on, at, at.tzinfo))


def _iso(plain: str) -> When | None:
    if len(plain) == 10:
        try:
            on = date.fromisoformat(plain)
        except ValueError:
            return None
        return When(on=on) if on.year in _YEARS else None
    try:
        moment = datetime.fromisoformat(plain.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except ValueError:
        return None
    return _bounded(moment)


def _bounded(moment: datetime) -> When | None:
    return When(on=moment.date(), at=moment) if moment.year in _YEARS else None


def _time(found: re.Match[str]) -> time | None:
    clock = _clock(int(found[1]), int(found[2]), int(found[3] or 0), found[4])
    if clock is None:
        return None
    if offset := found[6]:
        hours, minutes = int(offset[1:3]), int(offset[-2:])
        if hours > 14 or minutes > 59:
            return clock
        shift = timedelta(hours=hours, minutes=minutes)
        return clock.replace(tzinfo=timezone(-shift if offset[0] == "-" else shift))
    return clock.replace(tzinfo=UTC) if found[5] else clock


def _clock(hour: int, minute: int, second: int, half: str | None) -> time | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _day(text: str, day_first: bool) -> date | None:
    numbers = _NUMBERS.findall(text)
    if any(len(number) > 4 for number in numbers):
        return None
    months = [_MONTHS[word] for word in _WORDS.findall(text) if word in _MONTHS]
    if months:
        month = months[-1]  # a weekday before it may be called like a month: "mar." is martes and marzo
        if len(numbers) != 2:
            return None
        day, year = sorted(numbers, key=len) if max(map(len, numbers)) == 4 else numbers
        return _date(year, month, day)
    if len(numbers) != 3:
        return None
    first, second, third = numbers
    if len(first) == 4:
        return _date(first, int(second), third)
    leads = day_first or "." in text
    if int(first) > 12:
        leads = True
    elif int(second) > 12:
        leads = False
    return _date(third, int(second), first) if leads else _date(third, int(first), second)


def _date(year_text: str, month: int, day_text: str) -> date | None:
    year, day = int(year_text), int(day_text)
    if len(year_text) <= 2:
        year += 2000
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
