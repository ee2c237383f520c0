"""Mends single sets of the log by their ids, as a page shows them; all of it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from dorsi.atlas.load import load_atlas
from dorsi.errors import UnknownName
from dorsi.journal.events import TICK, Body, Event, SessionLogged, SetDeleted, SetLogged
from dorsi.journal.identity import RANDOM_BYTES, ordered_ids
from dorsi.journal.model import LoggedLoad, LoggedSession, LoggedSet
from dorsi.services.calling import Names
from dorsi.services.ports import Chance, Clock, JournalStore
from dorsi.units import MassUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What a set amounts to; None stands for what was not said. `load` is the number in the set's own unit."""

    load: float | None = None
    reps: int | None = None
    seconds: float | None = None
    metres: float | None = None
    rir: float | None = None
    note: str = ""


class Amending:
    """One athlete's eraser. `units` are those of loads for sets that had none."""

    def __init__(self, store: JournalStore, clock: Clock, chance: Chance, *, units: MassUnit = MassUnit.KG) -> None:
        self._store, self._clock, self._chance, self._units = store, clock, chance, units

    def find(self, session_id: str, set_id: str) -> tuple[LoggedSession, LoggedSet]:
        """The session and the set. Raises UnknownName where they are not, or no longer."""
        session = self._store.session(session_id)
        entry = next((each for each in session.sets if each.id == set_id), None) if session is not None else None
        if session is None or entry is None:
            raise UnknownName("logged set", set_id, ())
        return session, entry

    def amend(self, session_id: str, set_id: str, amounts: Amounts) -> LoggedSet:
        """Puts these amounts in the place of the set's; answers with the set as it is now."""
        session, before = self.find(session_id, set_id)
        same_effort = amounts.rir == before.reserve
        after = replace(
            before,
            load=self._load(session, before, amounts.load),
            reps=amounts.reps,
            seconds=amounts.seconds,
            metres=amounts.metres,
            rir=before.rir if same_effort else amounts.rir,
            rpe=before.rpe if same_effort else None,
            note=amounts.note,
        )
        if after != before:
            self._append(SetLogged(session_id=session.id, entry=after), at=self._after_all_of(session))
        return after

    def take_out(self, session_id: str, set_id: str) -> LoggedSet:
        """Takes the set out; answers with it."""
        session, before = self.find(session_id, set_id)
        # The session is stated again so that the deletion is an entry like any other, which can be taken back.
        self._append(SessionLogged(session=replace(session, sets=())), SetDeleted(session_id=session.id, set_id=set_id))
        return before

    def _load(self, session: LoggedSession, before: LoggedSet, value: float | None) -> LoggedLoad | None:
        if value is None:
            return None
        if before.load is not None:
            return replace(before.load, value=value)
        mode = Names(load_atlas(), self._store.recent(session.on)).called(before.exercise).mode
        return LoggedLoad(value=value, unit=self._units, mode=mode)

    def _after_all_of(self, session: LoggedSession) -> datetime:
        """Now, or just after the session's last entry where that comes from a phone whose clock is ahead.

        Of two entries about a set the later one holds.
        """
        latest = max((event.at for event in self._store.session_events(session.id)), default=self._clock.now())
        return max(self._clock.now(), latest + TICK)

    def _append(self, *bodies: Body, at: datetime | None = None) -> None:
        at = at or self._clock.now()
        ids = ordered_ids(at, self._chance.bytes(RANDOM_BYTES))
        batch = next(ids)
        self._store.append([Event(id=next(ids), at=at, body=body, batch=batch) for body in bodies])
