"""A calendar file (RFC 5545): one event for each session of each week, in floating local time, or all day long.

Sessions without a weekday are spread over the week: `days_between` full days apart where the programme
says so and the week has room, otherwise evenly. Written by hand: the few properties an event needs do not
earn a library with a time zone database behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from dorsi.athlete.model import Weekday
from dorsi.errors import UsageError
from dorsi.program.evaluate import ProgramView
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.table import SessionTable, TableRow, every_week

MAX_OCTETS = 75
"""Longest content line without its line break (RFC 5545, 3.1)."""
DAYS_A_WEEK = 7
_EVENLY = {
    1: (0,),
    2: (0, 3),
    3: (0, 2, 4),
    4: (0, 1, 3, 4),
    5: (0, 1, 3, 4, 5),
    6: (0, 1, 2, 3, 4, 5),
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def to_ics(view: ProgramView, options: ExportOptions) -> str:
    """The programme as an iCalendar text. Without `options.days` it raises UsageError unless `options.start` is a
    Monday."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dorsi//Training programme//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(view.program.name)}",
    ]
    lines += _from_monday(view, options) if options.days is None else _on_days(view, options.days, options)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines)


def _from_monday(view: ProgramView, options: ExportOptions) -> Iterator[str]:
    """Every session of every week, one after the other where two share a day."""
    monday = _monday(options.start)
    for number, week in every_week(view):
        first = monday + timedelta(weeks=number - 1)
        free_from: dict[date, datetime] = {}
        for session, day in zip(week.sessions, session_days(week.sessions, view.program.days_between), strict=True):
            on = first + timedelta(days=day)
            begins = free_from.get(on, datetime.combine(on, options.start_time))
            free_from[on] = begins + timedelta(minutes=session.minutes)
            ends = begins + timedelta(minutes=session.minutes)
            times = (f"DTSTART:{begins:%Y%m%dT%H%M%S}", f"DTEND:{ends:%Y%m%dT%H%M%S}")
            yield from _event(view.program.name, number, week.is_deload, session, times, options)


def _on_days(view: ProgramView, days: Mapping[tuple[int, str], date], options: ExportOptions) -> Iterator[str]:
    """The sessions that have a day, which leave it free for whatever else it holds."""
    for number, week in every_week(view):
        for session in week.sessions:
            if (on := days.get((number, session.id))) is None:
                continue
            times = (
                f"DTSTART;VALUE=DATE:{on:%Y%m%d}",
                f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}",
                "TRANSP:TRANSPARENT",
            )
            yield from _event(view.program.name, number, week.is_deload, session, times, options)


def _monday(start: date | None) -> date:
    if start is None:
        raise UsageError("A calendar needs a start. Name the Monday on which week 1 begins.")
    if start.weekday():
        before = start - timedelta(days=start.weekday())
        after = before + timedelta(days=DAYS_A_WEEK)
        raise UsageError(
            f"A calendar starts on a Monday, and {start} is a {tuple(Weekday)[start.weekday()].label}. "
            f"Choose {before} or {after}."
        )
    return start


def session_days(sessions: Sequence[SessionTable], days_between: int | None) -> tuple[int, ...]:
    """The day of each session, 0 for Monday; stated weekdays stay, the others are spread around them."""
    fixed = [None if s.day is None else s.day.number for s in sessions]
    if all(day is None for day in fixed):
        return _spread(len(sessions), days_between)
    taken = [day for day in fixed if day is not None]
    days = []
    for day in fixed:
        if day is None:
            day = max(range(DAYS_A_WEEK), key=lambda d: (min(_gap(d, other) for other in taken), -d))
            taken.append(day)
        days.append(day)
    return tuple(days)


def _spread(count: int, days_between: int | None) -> tuple[int, ...]:
    if days_between is not None and (count - 1) * (days_between + 1) < DAYS_A_WEEK:
        return tuple(position * (days_between + 1) for position in range(count))
    return _EVENLY.get(count) or tuple(position * DAYS_A_WEEK // count for position in range(count))


def _gap(one: int, other: int) -> int:
    """Days from one weekday to the other, the shorter way round the week."""
    apart = abs(one - other)
    return min(apart, DAYS_A_WEEK - apart)


def _event(
    name: str, week: int, is_deload: bool, session: SessionTable, times: Sequence[str], options: ExportOptions
) -> Iterator[str]:
    deload = ", deload" if is_deload else ""
    exercises = (_exercise(row) for row in session.rows)
    length = f"About {session.minutes} min" if options.days is not None else ""
    description = "\n".join([name, *filter(None, (length, session.theme, session.note)), *exercises])
    yield "BEGIN:VEVENT"
    identity = "\n".join([name, str(week), session.id, *filter(None, (options.run,))])
    yield f"UID:{uuid5(NAMESPACE_URL, identity)}"
    yield f"DTSTAMP:{options.today:%Y%m%d}T000000Z"
    yield from times
    yield f"SUMMARY:{escaped(f'{session.title} (week {week}{deload})')}"
    yield f"DESCRIPTION:{escaped(description)}"
    yield "END:VEVENT"


def _exercise(row: TableRow) -> str:
    rest = f", rest {row.rest}" if row.rest_s is not None else ""
    tempo = f", tempo {row.tempo}" if row.tempo else ""
    note = f" ({row.note})" if row.note else ""
    return f"{row.order}. {row.exercise}: {row.prescription}{rest}{tempo}{note}"


def escaped(text: str) -> str:
    """Text as a TEXT value: backslash, semicolon, comma and line break escaped, control characters left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    text = text.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return _CONTROL.sub("", text)


def folded(line: str) -> str:
    """The content line with CRLF, broken so that no part exceeds 75 octets and no character is cut in two."""
    parts: list[str] = []
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > MAX_OCTETS:
            parts.append(part)
            part, size = " ", 1
        part, size = part + character, size + octets
    return "\r\n".join([*parts, part]) + "\r\n"
