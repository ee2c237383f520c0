"""How other apps say what a set holds: names, effort and starting times in the way they all share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.model import LoadMode, LoggedSession, LoggedSet
from dorsi.journal.names import assisted_by_name

UNTITLED = "Workout"
_LEAST_RPE = 6.0
_ASSISTED = " (Assisted)"


def exercise_name(entry: LoggedSet, options: LogOptions) -> str:
    """The exercise's name; both apps tell assistance by its name alone, so that is added where it is missing."""
    name = options.name_elsewhere(entry)
    assisted = entry.load is not None and entry.load.mode is LoadMode.ASSISTED
    return f"{name}{_ASSISTED}" if assisted and not assisted_by_name(name) else name


def rpe_of(entry: LoggedSet) -> float | None:
    """Effort as RPE, from reps in reserve where those were typed; None below 6, which neither app knows.

    Source: Zourdos16.
    """
    rpe = entry.rpe if entry.rpe is not None else None if entry.rir is None else 10.0 - entry.rir
    return rpe if rpe is not None and _LEAST_RPE <= rpe <= 10.0 else None


def with_starts(sessions: Iterable[LoggedSession], options: LogOptions) -> Iterator[tuple[LoggedSession, datetime]]:
    """Each session with its start by the clock on the wall, to the minute.

    Other apps know a session by start and title, so one that has both in common with another begins a minute later.
    """
    taken: set[tuple[datetime, str]] = set()
    for session in sessions:
        start = options.began(session).replace(second=0, microsecond=0)
        while (start, session.title) in taken:
            start += timedelta(minutes=1)
        taken.add((start, session.title))
        yield session, start
