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

    Sets that arrive before their session's header wait for it. A later header takes the place of the one before, but
    those of a planned session that began at other instants come from other devices and are joined. A deleted set stays
    deleted, and so does a session.
    """
    headers: list[LoggedSession] = []
    sets: dict[str, LoggedSet] = {}
    gone: set[str] = set()
    for event in ordered:
        body = event.body
        if isinstance(body, SetLogged):
            sets[body.entry.id] = body.entry
        elif isinstance(body, SessionLogged):
            headers.append(body.session)
            sets.update((entry.id, entry) for entry in body.session.sets)
        elif isinstance(body, SetDeleted):
            gone.add(body.set_id)
        elif isinstance(body, SessionDeleted):
            return None
    if not headers:
        return None
    header = headers[-1] if len(headers) == 1 else _joined(headers)
    kept = tuple(entry for entry in sets.values() if entry.id not in gone)
    return header if kept == header.sets else replace(header, sets=kept)


def _joined(headers: Sequence[LoggedSession]) -> LoggedSession:
    """The last header; of a planned session that several devices began, none knowing of the others, what all of them
    say. It began when the first did, and is finished when any says so.
    """
    last = headers[-1]
    by_device = {header.started_at: header for header in headers}
    if (
        len(by_device) == 1
        or None in by_device
        or last.plan is None
        or {header.plan for header in headers} != {last.plan}
    ):
        return last
    each = sorted(by_device.values(), key=lambda header: header.order)
    return replace(
        each[0],
        note="\n".join(dict.fromkeys(line for header in each for line in header.note.splitlines())),
        run_notes=tuple(dict.fromkeys(pair for header in each for pair in header.run_notes)),
        finished=any(header.finished for header in each),
        duration_s=max((header.duration_s for header in each if header.duration_s is not None), default=None),
    )


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
