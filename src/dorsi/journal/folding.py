"""From events to the journal as it stands: a pure fold that gives the same answer in whatever order events arrive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dorsi.journal.events import (
    Event,
    ImportUndone,
    NameSettled,
    Noted,
    SessionDeleted,
    SessionLogged,
    SetDeleted,
    SetLogged,
    Withdrawn,
)
from dorsi.journal.model import (
    Adoption,
    Answer,
    Clearance,
    CustomExercise,
    Hurt,
    Journal,
    LoggedSession,
    LoggedSet,
    Measurement,
    Move,
    Skip,
    Swap,
)

T = TypeVar("T")


def journal_of(events: Iterable[Event]) -> Journal:
    """The journal that these events amount to."""
    ordered = sorted(events, key=lambda event: event.key)
    live = standing(ordered)
    by_session: dict[str, list[Event]] = {}
    beside: list[Event] = []
    for event in live:
        session_id = event.session_id
        if session_id:
            by_session.setdefault(session_id, []).append(event)
        else:
            beside.append(event)
    sessions = [session for own in by_session.values() if (session := session_of(own)) is not None]
    return with_notes(sorted(sessions, key=lambda session: session.order), beside)


def standing(ordered: Sequence[Event]) -> list[Event]:
    """The events, in order, without those of imports that were undone later on."""
    undone: dict[str, Event] = {event.body.batch: event for event in ordered if isinstance(event.body, ImportUndone)}
    return [event for event in ordered if not (event.batch and event.batch in undone)] if undone else list(ordered)


def session_of(ordered: Iterable[Event]) -> LoggedSession | None:
    """The session that its own events, in order, amount to; None once it was deleted or where no header came.

    Sets that arrive before their session's header wait for it. A deleted set stays deleted, and so does a session.
    """
    header: LoggedSession | None = None
    sets: dict[str, LoggedSet] = {}
    gone: set[str] = set()
    for event in ordered:
        body = event.body
        if isinstance(body, SetLogged):
            sets[body.entry.id] = body.entry
        elif isinstance(body, SessionLogged):
            header = body.session if header is None else replace(body.session, sets=())
            sets.update((entry.id, entry) for entry in body.session.sets)
        elif isinstance(body, SetDeleted):
            gone.add(body.set_id)
        elif isinstance(body, SessionDeleted):
            return None
    if header is None:
        return None
    kept = tuple(entry for entry in sets.values() if entry.id not in gone)
    return header if kept == header.sets else replace(header, sets=kept)


def with_notes(sessions: Iterable[LoggedSession], ordered: Iterable[Event]) -> Journal:
    """A journal of these sessions (in order) and of the events beside sessions, in order."""
    things: dict[str, Any] = {}
    names: dict[str, str] = {}
    for event in ordered:
        body = event.body
        if isinstance(body, Noted):
            things[body.thing.id] = body.thing
        elif isinstance(body, Withdrawn):
            things.pop(body.id, None)
        elif isinstance(body, NameSettled):
            names[body.name] = body.exercise
    return Journal(
        sessions=tuple(sessions),
        measurements=_of(things, Measurement),
        adoptions=_of(things, Adoption),
        moves=_of(things, Move),
        skips=_of(things, Skip),
        swaps=_of(things, Swap),
        hurts=_of(things, Hurt),
        clearances=_of(things, Clearance),
        answers=_of(things, Answer),
        exercises={thing.id: thing for thing in things.values() if isinstance(thing, CustomExercise)},
        names=names,
    )


def _of(things: dict[str, Any], kind: type[T]) -> tuple[T, ...]:
    """Things of one kind by day; those of one day as they were entered."""
    found: list[Any] = [thing for thing in things.values() if type(thing) is kind]
    return tuple(sorted(found, key=lambda thing: thing.on))
