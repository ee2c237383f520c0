"""Undo: takes back what was entered last and still holds; what was taken back is never brought up again."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.errors import UsageError
from dorsi.journal.events import (
    TICK,
    Body,
    Event,
    Imported,
    ImportUndone,
    Noted,
    SessionDeleted,
    SessionLogged,
    SetDeleted,
    SetLogged,
    Withdrawn,
)
from dorsi.journal.identity import RANDOM_BYTES, timed_id
from dorsi.journal.model import LoggedSession, LoggedSet
from dorsi.services.ports import Chance, Clock, JournalStore


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What was taken back: the entries in their order, and for corrected or deleted sets the set that holds again.

    `session` is the session that the entries belong to as it stands now; None if it is gone or there is none.
    """

    events: tuple[Event, ...]
    again: tuple[LoggedSet, ...] = ()
    session: LoggedSession | None = None

    @property
    def imported(self) -> Imported | None:
        """The import that was taken back, if it was one."""
        return next((event.body for event in self.events if isinstance(event.body, Imported)), None)


def take_back(store: JournalStore, clock: Clock, chance: Chance, only: str = "") -> TakenBack:
    """Takes back the last entry: all that came with it in one batch, or a single note or set that came alone.

    Raises UsageError where nothing is left to take back, or where the last entry is not the event named with `only`.
    """
    with store.at_once():
        last = store.last_event()
        if last is None:
            raise UsageError("There is nothing to take back: the journal is empty.")
        if only and last.id != only:
            raise UsageError("Something else was entered since, so this was not taken back.")
        events: tuple[Event, ...] = (last,)
        if last.batch:
            events = tuple(event for event in store.events() if event.batch == last.batch)
        touched = next((event.session_id for event in events if event.session_id), "")
        before = store.session(touched) if touched else None
        # A withdrawal holds only after what it withdraws, which may come from a phone whose clock is ahead.
        at = max(clock.now(), last.at + TICK)
        store.append([Event(id=timed_id(at, chance.bytes(RANDOM_BYTES)), at=at, body=_against(last))])
        after = store.session(touched) if touched else None
    return TakenBack(events=events, again=_again(before, after), session=after)


def _against(last: Event) -> Body:
    """The event that takes another back."""
    body = last.body
    if last.batch:
        return ImportUndone(batch=last.batch)
    match body:
        case SetLogged():
            return SetDeleted(session_id=body.session_id, set_id=body.entry.id)
        case SessionLogged():
            return SessionDeleted(session_id=body.session.id)
        case Noted():
            return Withdrawn(id=body.thing.id)
        case _:
            raise UsageError("What was entered last cannot be taken back.")


def _again(before: LoggedSession | None, after: LoggedSession | None) -> tuple[LoggedSet, ...]:
    """Sets that hold again as they did before: deleted ones, and earlier versions of corrected ones."""
    if after is None:
        return ()
    then = {entry.id: entry for entry in before.sets} if before is not None else {}
    return tuple(entry for entry in after.sets if then.get(entry.id) != entry)
