"""Events for tests: short ids, minutes of one day as instants, days counted from 1 March 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

from dorsi.journal.events import Body, Event, SessionLogged, SetLogged
from dorsi.journal.model import LoggedLoad, LoggedSession, LoggedSet

_NUMBERS = count()


def instant(minute: int) -> datetime:
    return datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=minute)


def day(number: int) -> date:
    return date(2026, 3, 1) + timedelta(days=number)


def event(body: Body, *, minute: int | None = None, batch: str = "", id: str = "") -> Event:  # noqa: A002
    number = next(_NUMBERS)
    return Event(
        id=id or f"event-{number:06}", at=instant(number if minute is None else minute), body=body, batch=batch
    )


def a_set(id: str, reps: int = 8, *, exercise: str = "deadlift") -> LoggedSet:  # noqa: A002
    return LoggedSet(id=id, exercise=exercise, load=LoggedLoad(value=62.5), reps=reps)


def a_session(id: str, number: int = 0, *sets: LoggedSet, title: str = "") -> LoggedSession:  # noqa: A002
    return LoggedSession(id=id, on=day(number), sets=sets, title=title)


def session_logged(id: str, number: int = 0, *sets: LoggedSet, batch: str = "") -> Event:  # noqa: A002
    return event(SessionLogged(session=a_session(id, number, *sets)), batch=batch)


def set_logged(session: str, id: str, reps: int = 8) -> Event:  # noqa: A002
    return event(SetLogged(session_id=session, entry=a_set(id, reps)))
