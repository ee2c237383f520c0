"""A gym for tests: a journal in a folder of its own, days that can be chosen, commands run inside the process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest

from dorsi import bootstrap
from dorsi.bootstrap import open_journal
from dorsi.cli.main import run
from dorsi.journal.events import Body, Event, Noted, SessionLogged
from dorsi.journal.model import LoggedSession, LoggedSet, Measurement, PlanRef
from dorsi.settings import Settings
from dorsi.store.connection import configure
from tests.journal.making import a_set

configure()

from django.db import connections  # noqa: E402 - Django's databases can be reached only once it is configured

ROOT = Path(__file__).resolve().parents[3]
ATHLETE = ROOT / "examples/athletes/intermediate.toml"
MONDAY = date(2026, 8, 31)
"""The first day of the programme."""
PROGRAMME = """\
dorsi: program/1
name: Two days
weeks: 4
deload_weeks: 4
sessions:
  - id: lower
    name: Lower back
    day: mon
    blocks:
      - warmup: deadlift
        sets: 1 x 5 light
      - exercise: deadlift
        sets: {1-3: '3 x 5-8 @ 120 kg, RIR 2', 4: 2 x 5-8 @ RIR 4}
        tempo: 2-1-X-0
        rest: 3 min
      - superset:
          - {exercise: barbell-row, sets: 3 x 6-12 @ RIR 2}
          - {exercise: face-pull, sets: 3 x 12-20}
        rest: 90 s
  - id: upper
    name: Upper back
    day: thu
    blocks:
      - exercise: pulldown-medium
        sets: 3 x 8-12 @ 50 kg, RIR 2
      - exercise: seated-row-narrow
        sets: 3 x 8-12 @ 45 kg, RIR 2
"""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command answered."""

    code: int
    out: str
    err: str


class Gym:
    """A journal, a clock that stands still, and a terminal."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.day = folder, MONDAY
        self._environment, self._capsys, self._count = monkeypatch, capsys, count(1)
        monkeypatch.setattr(bootstrap, "system_clock", lambda settings: self)
        monkeypatch.setattr(bootstrap, "system_chance", lambda: self)

    def now(self) -> datetime:
        return datetime.combine(self.day, time(18), UTC)

    def today(self) -> date:
        return self.day

    def bytes(self, length: int) -> bytes:
        return next(self._count).to_bytes(length, "big")

    def dorsi(self, *arguments: object, width: int = 80) -> Done:
        """Runs a command line."""
        own = {
            "COLUMNS": str(width), "NO_COLOR": "1", "TERM": "dumb", "XDG_CONFIG_HOME": str(self.folder),
            "DORSI_DATA_DIR": str(self.folder / "data"),
        }  # fmt: skip
        self._capsys.readouterr()
        with self._environment.context() as environment:
            for name in [*filter(lambda name: name.startswith("DORSI_"), os.environ), "FORCE_COLOR"]:
                environment.delenv(name, raising=False)
            for name, value in own.items():
                environment.setenv(name, value)
            code = run([str(argument) for argument in arguments])
        shown = self._capsys.readouterr()
        return Done(code, shown.out, shown.err)

    def start(self) -> None:
        """Takes up the programme on its first day."""
        file = self.folder / "two-days.yaml"
        file.write_text(PROGRAMME, "utf-8")
        assert self.dorsi("start", file, "-a", ATHLETE).code == 0

    def log(self, day: int, session: str, week: int, *sets: LoggedSet, finished: bool = True) -> None:
        """Keeps a session of the programme on a day counted from the first Monday."""
        store = open_journal(Settings(data_dir=self.folder / "data"))
        program = store.journal().adoptions[-1].id
        ref = PlanRef(program=program, session=session, week=week)
        logged = LoggedSession(
            id=f"session-{day:03}", on=MONDAY + timedelta(days=day), title=session, sets=sets, plan=ref,
            finished=finished,
        )  # fmt: skip
        self._keep(SessionLogged(session=logged))

    def note(self, day: int, *sets: LoggedSet) -> None:
        """Keeps a session beside any programme."""
        logged = LoggedSession(id=f"beside-{day:03}", on=MONDAY + timedelta(days=day), sets=sets, finished=True)
        self._keep(SessionLogged(session=logged))

    def measure(self, *measurements: Measurement) -> None:
        for each in measurements:
            self._keep(Noted(thing=each))

    def _keep(self, body: Body) -> None:
        store = open_journal(Settings(data_dir=self.folder / "data"))
        store.append([Event(id=f"event-{next(self._count):06}", at=self.now(), body=body)])

    def train(self, weeks: int) -> None:
        """Three weeks of the programme, gaining a rep a week in the deadlift, then the first day after them."""
        for week in range(weeks):
            reps = (6 + week, 6 + week, 5 + week)
            lower = [a_set("deadlift", 120, each, id=f"d{week}{n}", rir=2.0) for n, each in enumerate(reps)]
            lower += [a_set("barbell-row", 60, 9 + week, id=f"r{week}{n}", rir=2.0) for n in range(3)]
            lower += [a_set("face-pull", 20, 15, id=f"f{week}{n}") for n in range(3)]
            upper = [a_set("pulldown-medium", 50, 10, id=f"p{week}{n}", rir=1.0) for n in range(3)]
            upper += [a_set("seated-row-narrow", 45, 10, id=f"n{week}{n}", rir=1.0) for n in range(3)]
            self.log(7 * week, "lower", week + 1, *lower)
            self.log(7 * week + 3, "upper", week + 1, *upper)
        self.day = MONDAY + timedelta(days=7 * weeks)


@pytest.fixture
def gym(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Gym]:
    """An empty gym; what it opened is closed behind the test."""
    yield Gym(tmp_path, monkeypatch, capsys)
    for alias in list(connections.settings):
        if alias != "default":
            connections[alias].close()


@pytest.fixture
def trained(gym: Gym) -> Gym:
    """Two weeks into the programme, on the Monday of the third."""
    gym.start()
    gym.train(2)
    return gym
