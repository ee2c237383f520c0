"""Days gone by as people type them: '2026-11-20', 'yesterday', '-2d', 'mon' for the last Monday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dorsi.athlete.model import Weekday
from dorsi.errors import UsageError

FORMS = "YYYY-MM-DD, yesterday, -2d or mon"
"""The ways to write a day gone by, for messages and help."""
_BACK = re.compile(r"-(\d{1,4})(d|days?)?$")


def past_day(text: str, today: date) -> date:
    """The day meant; a weekday is the last one of its name, today included. Raises UsageError."""
    wanted = text.strip().lower()
    if wanted in ("today", "yesterday"):
        return today - timedelta(days=wanted == "yesterday")
    if back := _BACK.match(wanted):
        return today - timedelta(days=int(back[1]))
    for weekday in Weekday:
        if len(wanted) >= 3 and weekday.label.lower().startswith(wanted):
            return today - timedelta(days=(today.weekday() - weekday.number) % 7)
    try:
        return date.fromisoformat(wanted)
    except ValueError:
        raise UsageError(f"'{text}' is no day. Write {FORMS}.") from None
