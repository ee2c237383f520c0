"""Looks over events that come from elsewhere before they are kept: what no journal of ours would hold is turned away.

The bounds keep slips of programs out, and floods; they are no judgement on training.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from dorsi.atlas.load import load_atlas
from dorsi.errors import DorsiError
from dorsi.journal.events import Event, Noted, SessionDeleted, SessionLogged, SetDeleted, SetLogged
from dorsi.journal.model import CUSTOM, Adoption, Hurt, LoggedSession, LoggedSet, Measurement, Move, Swap
from dorsi.journal.other_lifts import other_lifts
from dorsi.program.reading import read_program
from dorsi.services.checking import embedded_athlete

MOST_SETS = 500
LONGEST_TEXT = 4000
LONGEST_PROGRAM = 400_000
LONGEST_NAME = 200
_EARLIEST = datetime(1950, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=2)
"""How far a clock may be wrong or a time zone ahead."""
_FURTHEST_MOVE_DAYS = 366
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
_BOUNDS = {
    "reps": (0, 1000), "rir": (0, 50), "rpe": (0, 10), "seconds": (0, 86_400), "metres": (0, 100_000),
    "rest_s": (0, 86_400), "run": (0, MOST_SETS), "superset": (0, MOST_SETS), "implements": (1, 2),
}  # fmt: skip
"""What the figures of a set lie between."""
_LARGEST_LOAD = 3000
_LARGEST_MEASURE = 1000
_WORST = 10


def objections(event: Event, today: date) -> tuple[str, ...]:
    """What speaks against keeping the event, each with the field it is about; empty if nothing does."""
    return tuple(_objections(event, today))


def _objections(event: Event, today: date) -> Iterator[str]:
    if not _is_uuid(event.id):
        yield "id: expected a UUID in small letters, such as 0193a1f2-7c3e-7d60-8a4b-1f2e3d4c5b6a"
    latest = datetime(today.year, today.month, today.day, tzinfo=UTC) + _AHEAD
    if not _EARLIEST <= event.at < latest:
        yield f"at: {event.at:%Y-%m-%d} lies in the future or too far back; the clock is wrong"
    if event.on is not None and not _EARLIEST.date() <= event.on <= latest.date():
        yield f"on: {event.on.isoformat()} lies in the future or too far back"
    if event.batch and not _ID.fullmatch(event.batch):
        yield "batch: expected an id of up to 64 letters and digits"
    body = event.body
    match body:
        case SessionLogged():
            yield from _of_session(body.session)
        case SetLogged():
            yield from _of_id("session_id", body.session_id)
            yield from _of_set("set", body.entry)
        case SessionDeleted():
            yield from _of_id("session_id", body.session_id)
        case SetDeleted():
            yield from _of_id("session_id", body.session_id)
            yield from _of_id("set_id", body.set_id)
        case Noted():
            yield from _of_thing(body)
        case _:
            yield from _of_texts("", body)


def _of_session(session: LoggedSession) -> Iterator[str]:
    yield from _of_id("session.id", session.id)
    yield from _of_texts("session.", session)
    if len(session.sets) > MOST_SETS:
        yield f"session.sets: {len(session.sets)} are more than any session has"
        return
    for number, entry in enumerate(session.sets):
        yield from _of_set(f"session.sets[{number}]", entry)


def _of_set(path: str, entry: LoggedSet) -> Iterator[str]:
    yield from _of_id(f"{path}.id", entry.id)
    if not _is_exercise(entry.exercise):
        yield f"{path}.exercise: Dorsi knows no exercise '{entry.exercise[:64]}'"
    for name, (low, high) in _BOUNDS.items():
        value = getattr(entry, name)
        if value is not None and not low <= value <= high:
            yield f"{path}.{name}: expected {low} to {high}, found {value}"
    if entry.load is not None and not 0 <= entry.load.value <= _LARGEST_LOAD:
        yield f"{path}.load: expected 0 to {_LARGEST_LOAD}, found {entry.load.value}"
    if entry.discomfort is not None and not 0 <= entry.discomfort.score <= _WORST:
        yield f"{path}.discomfort.score: expected 0 to {_WORST}, found {entry.discomfort.score}"
    yield from _of_texts(f"{path}.", entry)


def _of_thing(body: Noted) -> Iterator[str]:
    thing = body.thing
    yield from _of_id("thing.id", thing.id)
    match thing:
        case Adoption():
            yield from _of_program(thing.text)
            return
        case Move() if abs((thing.to - thing.on).days) > _FURTHEST_MOVE_DAYS:
            yield "thing.to: more than a year away"
        case Swap():
            for name in ("exercise", "instead"):
                if getattr(thing, name) not in load_atlas().exercises:
                    yield f"thing.{name}: Dorsi knows no exercise '{getattr(thing, name)[:64]}'"
        case Hurt() if not 0 <= thing.score <= _WORST:
            yield f"thing.score: expected 0 to {_WORST}, found {thing.score}"
        case Measurement() if not 0 < thing.value <= _LARGEST_MEASURE:
            yield f"thing.value: expected more than 0 and at most {_LARGEST_MEASURE}, found {thing.value}"
    yield from _of_texts("thing.", thing)


def _of_program(text: str) -> Iterator[str]:
    """A programme that cannot be followed would stand in the way of every page."""
    if len(text) > LONGEST_PROGRAM:
        yield "thing.text: the programme is too long"
        return
    try:
        program = read_program(text, "the programme", load_atlas())
        if embedded_athlete(program, "the programme") is None or not any(program.sessions):
            yield "thing.text: the programme names no athlete or has no sessions"
    except DorsiError as error:
        yield f"thing.text: {error}"


def _of_id(path: str, text: str) -> Iterator[str]:
    if not _ID.fullmatch(text):
        yield f"{path}: expected an id of up to 64 letters and digits"


def _of_texts(path: str, thing: object) -> Iterator[str]:
    """Texts that are longer than a person writes."""
    for name in getattr(thing, "__slots__", ()):
        value = getattr(thing, name)
        most = LONGEST_TEXT if name in ("note", "run_notes") else LONGEST_NAME
        texts = [str(text) for _, text in value] if name == "run_notes" else [value]
        if any(isinstance(text, str) and len(text) > most for text in texts):
            yield f"{path}{name}: longer than {most} characters"


def _is_exercise(name: str) -> bool:
    known = name in load_atlas().exercises or name in other_lifts()
    return known or (name.startswith(CUSTOM) and len(name) <= LONGEST_NAME)


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
