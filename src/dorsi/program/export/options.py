"""What an export may be told besides the programme itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

DEFAULT_START_TIME = time(18, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """Options of all formats; a format reads those it needs.

    `today` is stamped into the file as its date of making, so that equal input gives equal bytes.
    Only the calendar reads the rest. `start` is the Monday of week 1 and `start_time` the local time of day. With
    `days`, the day of each session by week and id, it holds these alone, all day long, and asks for neither; `run`
    tells one run through a programme from another.
    """

    today: date
    start: date | None = None
    start_time: time = DEFAULT_START_TIME
    days: Mapping[tuple[int, str], date] | None = None
    run: str = ""
