"""Small journals for tests, written in a line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from dorsi.journal.model import (
    Journal,
    LoadMode,
    LoggedLoad,
    LoggedSession,
    LoggedSet,
    MeasureKind,
    Measurement,
    MeasureUnit,
)

MONDAY = date(2026, 3, 2)
"""The first day of the example journals."""
_ids = count(1)


def day(number: int) -> date:
    """The day so many days after `MONDAY`."""
    return MONDAY + timedelta(days=number)


def a_load(text: str | float | None) -> LoggedLoad | None:
    """A load in kilograms as people write it: 60 is all of it, '+10' added, '-20' help."""
    if text is None:
        return None
    if isinstance(text, str) and text[0] in "+-":
        mode = LoadMode.ADDED if text[0] == "+" else LoadMode.ASSISTED
        return LoggedLoad(value=float(text[1:]), mode=mode)
    return LoggedLoad(value=float(text))


def a_set(exercise: str, load: str | float | None = None, reps: int | None = None, **fields: Any) -> LoggedSet:
    """One work set; `fields` are those of LoggedSet, the id is made up where none is given."""
    made_up = {"id": f"set-{next(_ids)}", **fields}
    return LoggedSet(exercise=exercise, load=a_load(load), reps=reps, **made_up)


def a_session(number: int, *sets: LoggedSet | Iterable[LoggedSet], **fields: Any) -> LoggedSession:
    """A session on day `number`; sets may be given one by one or as lists of them."""
    flat = [one for given in sets for one in ([given] if isinstance(given, LoggedSet) else given)]
    return LoggedSession(**{"id": f"session-{number}", "on": day(number), "sets": tuple(flat), **fields})


def straight(sets: int, exercise: str, load: str | float | None, reps: int, **fields: Any) -> list[LoggedSet]:
    """So many equal sets."""
    one = a_set(exercise, load, reps, **fields)
    return [replace(one, id=f"{one.id}-{number}") for number in range(sets)]


def a_journal(*sessions: LoggedSession, **fields: Any) -> Journal:
    """A journal of these sessions, in order of time."""
    return Journal(sessions=tuple(sorted(sessions, key=lambda session: session.order)), **fields)


def a_measure(number: int, kind: MeasureKind, value: float, unit: MeasureUnit | None = None) -> Measurement:
    """A measurement on day `number`, in kilograms for body mass and centimetres for girths if no unit is named."""
    usual = MeasureUnit.KG if kind is MeasureKind.BODY_MASS else MeasureUnit.CM
    return Measurement(id=f"{kind}-{number}", on=day(number), kind=kind, value=value, unit=unit or usual)
