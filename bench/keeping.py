"""The journal in its database: commands as whole processes on ten years, and one more set."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.clocks import Figure, clock, figure, process, warm
from bench.histories import history
from dorsi.bootstrap import open_journal
from dorsi.journal.events import Body, Event, Noted, SessionLogged, SetLogged
from dorsi.journal.model import Journal, LoggedSet
from dorsi.services.ports import JournalStore
from dorsi.settings import Settings

RUNS = 9


def figures() -> Iterator[Figure]:
    """What a command costs on a journal that ends today, because commands look at the clock."""
    whole = history(10, date.today())
    events = entered(whole)
    with tempfile.TemporaryDirectory() as folder:
        store = open_journal(Settings(data_dir=Path(folder)))
        seconds = clock(lambda: store.append(events))
        yield figure(f"append {len(events):,} events at once", [seconds], "s")
        yield figure("dorsi today on 10 years, the first time", [cold(folder, store, events[-1]) for _ in range(5)], "s")
        for command, budget in (("today", 0.35), ("next", None), ("history", None), ("progress", None)):
            seconds_each = process([command, "--data", folder], RUNS)
            yield figure(f"dorsi {command} on 10 years, whole process", seconds_each, "s", budget)
        yield figure("append one set to 10 years", appends(store, events[-1]), "ms")


def entered(journal: Journal) -> tuple[Event, ...]:
    """The journal as it would have been entered: set by set, each session begun first."""
    bodies: list[tuple[date, Body]] = []
    for name in ("adoptions", "measurements", "swaps", "hurts", "answers"):
        bodies += [(thing.on, Noted(thing=thing)) for thing in getattr(journal, name)]
    for session in journal.sessions:
        bodies.append((session.on, SessionLogged(session=_begun(session))))
        bodies += [(session.on, SetLogged(session_id=session.id, entry=entry)) for entry in session.sets]
    bodies.sort(key=lambda pair: pair[0])
    return tuple(
        Event(id=f"event-{number:08}", at=_instant(day, number), body=body) for number, (day, body) in enumerate(bodies)
    )
