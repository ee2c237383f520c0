"""Sets are mended whatever a phone's clock said when they were logged."""

from __future__ import annotations

from datetime import timedelta

from dorsi.journal.events import Event, SessionLogged, SetLogged
from dorsi.services.amending import Amending, Amounts
from tests.journal.making import MONDAY, a_session, a_set
from tests.services.fakes import CountingChance, HandClock, MemoryJournal


def test_a_set_logged_by_a_clock_that_was_ahead_can_be_mended() -> None:
    store, clock = MemoryJournal(), HandClock(MONDAY)
    ahead = clock.now() + timedelta(hours=3)
    session, entry = a_session(0), a_set("deadlift", 60, 8)
    store.append([
        Event(id="begun", at=ahead, body=SessionLogged(session=session)),
        Event(id="done", at=ahead, body=SetLogged(session_id=session.id, entry=entry)),
    ])  # fmt: skip
    amending = Amending(store, clock, CountingChance())
    amending.amend(session.id, entry.id, Amounts(load=60, reps=9))
    assert amending.find(session.id, entry.id)[1].reps == 9
