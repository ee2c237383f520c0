"""A process that writes into a journal until it is killed, for tests of what survives.

`python -m tests.store.writer FOLDER` imports everything once and then, for each line on standard input, forks a
child that opens the journal and appends sets without end. The child writes a line for each append that returned; this
process writes `pid N` when it starts one and `dead` when it is gone. With a second argument the process writes so many
appends itself and stops.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connections

from dorsi.bootstrap import open_journal, system_chance, system_clock
from dorsi.journal.events import Body, Event, SessionLogged, SetLogged
from dorsi.journal.identity import RANDOM_BYTES, timed_id
from dorsi.journal.model import LoggedSession, LoggedSet
from dorsi.settings import Settings

SETS_IN_A_SESSION = 5


def say(line: str) -> None:
    """Writes a line at once; a line this short goes into a pipe whole."""
    os.write(1, f"{line}\n".encode())


def appends(settings: Settings) -> Iterator[list[Event]]:
    """What a lifter's app appends: a session with its first set, then set by set."""
    clock, chance = system_clock(settings), system_chance()

    def event(body: Body) -> Event:
        now = clock.now()
        return Event(id=timed_id(now, chance.bytes(RANDOM_BYTES)), at=now, body=body)

    while True:
        session_id = timed_id(clock.now(), chance.bytes(RANDOM_BYTES))
        header = event(SessionLogged(session=LoggedSession(id=session_id, on=clock.today())))
        for number in range(SETS_IN_A_SESSION):
            entry = LoggedSet(id=f"{session_id}/{number}", exercise="deadlift", reps=number + 1)
            logged = event(SetLogged(session_id=session_id, entry=entry))
            yield [header, logged] if number == 0 else [logged]


def write(settings: Settings, count: int | None = None) -> None:
    """Appends and says so, `count` times or without end."""
    journal = open_journal(settings)
    for number, events in enumerate(appends(settings), start=1):
        journal.append(events)
        say(" ".join(event.id for event in events))
        if number == count:
            return


def _warm_up() -> None:
    """Imports all that a writer needs, by writing somewhere else; forks must not inherit an open database."""
    with TemporaryDirectory() as folder:
        elsewhere = Settings(data_dir=Path(folder))
        open_journal(elsewhere).append(next(appends(elsewhere)))
        connections.close_all()


def serve(settings: Settings) -> None:
    """Forks a writer for each line that comes in and waits for its end."""
    _warm_up()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            write(settings)
        say(f"pid {child}")
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    where = Settings(data_dir=Path(sys.argv[1]))
    if len(sys.argv) > 2:
        write(where, int(sys.argv[2]))
    else:
        serve(where)
