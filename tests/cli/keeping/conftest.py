"""A notebook for tests: the gym of the coach's tests with a clock that ticks, and what is typed."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import connections

from tests.cli.coaching.conftest import Done, Gym


class Notebook(Gym):
    """A journal, a clock that moves on by a minute whenever it is asked, and a terminal or a pipe."""

    _asked = 0
    typed = ""
    in_terminal = False

    def now(self) -> datetime:
        self._asked += 1
        return datetime.combine(self.day, time(18), UTC) + timedelta(seconds=self._asked)

    def bytes(self, length: int) -> bytes:
        return sha256(str(next(self._count)).encode()).digest()[:length]

    def dorsi(self, *arguments: object, width: int = 80) -> Done:
        stdin = io.TextIOWrapper(io.BytesIO(self.typed.encode()), encoding="utf-8")
        self.typed = ""
        stdin.isatty = lambda: self.in_terminal  # type: ignore[method-assign]
        with self._environment.context() as patch:
            patch.setattr(sys, "stdin", stdin)
            return super().dorsi(*arguments, width=width)

    def does(self, *arguments: object) -> str:
        """What a command says that must succeed."""
        done = self.dorsi(*arguments)
        assert (done.code, done.err) == (0, "")
        return done.out

    def fails(self, *arguments: object) -> str:
        """What a command says that must fail in plain words."""
        done = self.dorsi(*arguments)
        assert done.code != 0
        assert "Traceback" not in done.err
        assert "inside Dorsi" not in done.err
        return done.err


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Notebook]:
    """An empty notebook; what it opened is closed behind the test."""
    monkeypatch.chdir(tmp_path)
    yield Notebook(tmp_path, monkeypatch, capsys)
    for alias in list(connections.settings):
        if alias != "default":
            connections[alias].close()
