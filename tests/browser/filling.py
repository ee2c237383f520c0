"""A journal as somebody has it after a season, with a session for today: `python -m tests.browser.filling FOLDER`.

It also has what the samples of addresses speak of, so that every page has something to show.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from dorsi.athlete.intake import intake_document, read_intake
from dorsi.bootstrap import open_journal, system_settings
from dorsi.journal.events import Body, Event, Noted, SessionLogged, SetLogged
from dorsi.journal.identity import timed_id
from dorsi.journal.model import LoggedSession, MeasureKind, Measurement, MeasureUnit
from dorsi.program.writing import write_program
from dorsi.services.planning import plan_from_text
from tests.journal.making import a_set
from tests.laws.lives import Character, Life
from tests.planner.plans import athlete_text
from tests.server.samples import SESSION, SET

WEEKS = 12
_ATHLETE = "intermediate"
_DAYS = 'days = ["mon", "tue", "thu", "fri"]'
_GAPS = (0, 3)
_KIND, _UNIT = MeasureKind, MeasureUnit
_BODY = (
    (_KIND.BODY_MASS, (80.4, 80.9, 81.5, 82.0), _UNIT.KG),
    (_KIND.WAIST, (85.0, 84.5, 84.0, 83.5), _UNIT.CM),
    (_KIND.SHOULDERS, (119.0, 119.5, 120.5, 121.0), _UNIT.CM),
)


def fill(folder: Path, today: date) -> None:
    """Writes the journal into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = count()
    events = [_event(body, on, next(numbers)) for on, body in _season(today)]
    open_journal(system_settings({"data_dir": str(folder)})).append(events)


def _season(today: date) -> Iterator[tuple[date, Body]]:
    steady = Character(seed=3, typos=0.0, misses=0.04)
    life = Life(text=_program(today), character=steady, weeks=WEEKS, first_day=today - timedelta(weeks=WEEKS))
    for _ in life.moments():
        pass
    for adoption in life.journal.adoptions:
        yield adoption.on, Noted(thing=adoption)
    for hurt in life.journal.hurts:
        yield hurt.on, Noted(thing=hurt)
    for session in (*_sample(today), *(each for each in life.sessions if each.on < today)):
        yield session.on, SessionLogged(session=replace(session, sets=()))
        for one in session.sets:
            yield session.on, SetLogged(session_id=session.id, entry=one)
    for kind, values, unit in _BODY:
        for back, value in enumerate(reversed(values)):
            on = today - timedelta(weeks=3 * back, days=2)
            yield on, Noted(thing=Measurement(id=f"{kind}-{back}", on=on, kind=kind, value=value, unit=unit))


def _sample(today: date) -> Iterator[LoggedSession]:
    """The session that the sample addresses name."""
    sets = (a_set("deadlift", 130, 5, id=SET, rir=2.0), a_set("deadlift", 130, 5, id=f"{SET}-2", rir=1.0))
    yield LoggedSession(id=SESSION, on=today - timedelta(weeks=WEEKS, days=3), title="Test day", sets=sets)


def _program(today: date) -> str:
    """The example athlete's plan, on days of which today is one."""
    names = sorted((today.weekday() + gap) % 7 for gap in _GAPS)
    days = ", ".join(f'"{("mon", "tue", "wed", "thu", "fri", "sat", "sun")[each]}"' for each in names)
    text = athlete_text(_ATHLETE)
    assert _DAYS in text
    text = text.replace(_DAYS, f"days = [{days}]")
    planned = plan_from_text(text, _ATHLETE)
    return write_program(replace(planned.program, athlete=intake_document(read_intake(text, _ATHLETE))))


def _event(body: Body, on: date, number: int) -> Event:
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC) + timedelta(seconds=number % 3000)
    return Event(id=timed_id(at, number.to_bytes(10, "big")), at=at, body=body)


if __name__ == "__main__":
    fill(Path(sys.argv[1]), datetime.now(UTC).date())
