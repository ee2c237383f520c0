"""The journal in its database: commands as whole processes on ten years, and one more set."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from bench.clocks import Figure, clock, dorsi, figure, process
from bench.histories import KINDS, history
from dorsi.bootstrap import open_journal
from dorsi.journal.events import Body, Event, Noted, SessionLogged, SetLogged
from dorsi.journal.model import Journal
from dorsi.services.ports import JournalStore
from dorsi.settings import Settings

RUNS = 9


def figures() -> Iterator[Figure]:
    """What commands cost on a journal that ends today, because they look at the clock."""
    events = entered(history(10, date.today()))  # noqa: DTZ011 - the athlete's day, as the command takes it
    with tempfile.TemporaryDirectory() as folder:
        store = open_journal(Settings(data_dir=Path(folder)))
        yield figure(f"append {len(events):,} events at once", [clock(lambda: store.append(events))], "s")
        for command, budget in (("today", 0.35), ("next", None), ("history", None), ("progress", None)):
            what = f"dorsi {command} on 10 years, whole process"
            yield figure(what, process([command, "--data", folder], RUNS), "s", budget)
        yield figure("dorsi today after a word on the first day", list(_cold(folder, store, events[0])), "s")
        yield figure("append one set to 10 years", list(_appends(store, events[-1])), "ms")


def entered(journal: Journal) -> tuple[Event, ...]:
    """The journal as it would have been entered: set by set, each session begun first."""
    bodies: list[tuple[date, Body]] = []
    for name in KINDS:
        for thing in getattr(journal, name):
            if name != "sessions":
                bodies.append((thing.on, Noted(thing=thing)))
                continue
            bodies.append((thing.on, SessionLogged(session=replace(thing, sets=()))))
            bodies += [(thing.on, SetLogged(session_id=thing.id, entry=entry)) for entry in thing.sets]
    bodies.sort(key=lambda pair: pair[0])
    return tuple(
        Event(id=f"event-{number:08}", at=_instant(day, number), body=body) for number, (day, body) in enumerate(bodies)
    )


def _instant(day: date, number: int) -> datetime:
    """Entries of a day follow each other by milliseconds."""
    return datetime.combine(day, time(18), UTC) + timedelta(milliseconds=number)


def _cold(folder: str, store: JournalStore, first: Event) -> Iterator[float]:
    """The same note on the first day again and again, which lets no snapshot stand."""
    for number in range(5):
        store.append([replace(first, id=f"again-{number}")])
        yield clock(lambda: dorsi(["today", "--data", folder]))


def _appends(store: JournalStore, last: Event) -> Iterator[float]:
    """One more set for the last session, each kept durably."""
    assert isinstance(last.body, SetLogged)
    for number in range(30):
        entry = replace(last.body.entry, id=f"one-more-{number}")
        at = last.at + timedelta(minutes=number + 1)
        event = Event(id=f"one-more-{number}", at=at, body=replace(last.body, entry=entry))
        yield clock(partial(store.append, [event]))
