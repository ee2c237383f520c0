"""Days as people type them: '2026-11-27', 'today', 'tomorrow', '+2d', 'fri'; and as Dorsi says them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dorsi.athlete.model import Weekday
from dorsi.errors import UsageError

FORMS = "YYYY-MM-DD, +2d, fri, today or tomorrow"
"""The ways to write a day, for messages and help."""
_IN_DAYS = re.compile(r"\+(\d{1,3})(d|days?)?$")


def day_of(text: str, today: date) -> date:
    """The day meant; a weekday is the next one of its name, today included. Raises UsageError."""
    wanted = text.strip().lower()
    if wanted in ("today", "tomorrow"):
        return today + timedelta(days=wanted == "tomorrow")
    if counted := _IN_DAYS.match(wanted):
        return today + timedelta(days=int(counted[1]))
    for weekday in Weekday:
        if len(wanted) >= 3 and weekday.label.lower().startswith(wanted):
            return today + timedelta(days=(weekday.number - today.weekday()) % 7)
    try:
        return date.fromisoformat(wanted)
    except ValueError:
        raise UsageError(f"'{text}' is no day. Write {FORMS}.") from None


def told(day: date, today: date) -> str:
    """'today, Monday 23 November', 'Friday 27 November', '3 January 2027'; the year only where it is another."""
    name = f"{Weekday(_SHORT[day.weekday()]).label} {day.day} {day:%B}"
    if day.year != today.year:
        name += f" {day.year}"
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - today).days)
    return f"{near}, {name}" if near else name


def on_day(day: date, today: date) -> str:
    """'today, Monday 23 November', 'on Friday 27 November': as `told`, for the middle of a sentence."""
    words = told(day, today)
    return words if "," in words else f"on {words}"


def short(day: date) -> str:
    """'Mon 23 Nov'."""
    return f"{_SHORT[day.weekday()].capitalize()} {day.day} {day:%b}"


def span(first: date, last: date) -> str:
    """'Mon 2 Mar 2026 to Thu 5 Mar 2026', or the one day."""
    return f"{short(first)} {first.year}" + ("" if first == last else f" to {short(last)} {last.year}")


_SHORT = tuple(weekday.value for weekday in Weekday)
