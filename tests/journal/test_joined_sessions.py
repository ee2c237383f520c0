"""A planned session that two devices began without a network: nothing that one of them said is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

from dorsi.journal.events import Event, SessionLogged
from dorsi.journal.folding import journal_of
from dorsi.journal.model import LoggedSession, PlanRef

BEGAN = datetime(2026, 3, 30, 17, tzinfo=UTC)
PLAN = PlanRef(program="p", cycle=1, week=1, session="upper")
PHONE = LoggedSession(id="s", on=date(2026, 3, 30), started_at=BEGAN, plan=PLAN, finished=False)
TABLET = replace(PHONE, started_at=BEGAN + timedelta(minutes=20))


def told(*headers: LoggedSession) -> list[Event]:
    """An event for each, a minute apart, in that order."""
    return [
        Event(id=f"e{n}", at=BEGAN + timedelta(minutes=n), body=SessionLogged(session=header))
        for n, header in enumerate(headers)
    ]


def test_what_one_device_said_outlasts_what_another_began_later() -> None:
    done = replace(PHONE, finished=True, note="felt easy", duration_s=3000, run_notes=((0, "belt"),))
    for events in permutations(told(PHONE, done, replace(TABLET, note="left side tight"))):
        (session,) = journal_of(events).sessions
        assert session.finished
        assert session.started_at == BEGAN
        assert session.note == "felt easy\nleft side tight"
        assert (session.run_notes, session.duration_s) == (((0, "belt"),), 3000)


def test_one_device_may_take_back_what_it_said() -> None:
    (session,) = journal_of(told(replace(PHONE, note="wrong", finished=True), PHONE)).sessions
    assert (session.note, session.finished) == ("", False)


def test_a_session_without_a_plan_is_what_was_said_last() -> None:
    free, later = replace(PHONE, plan=None, note="first"), replace(TABLET, plan=None, note="second")
    (session,) = journal_of(told(free, later)).sessions
    assert (session.note, session.started_at) == ("second", TABLET.started_at)
