"""A real `dorsi serve` on two years of training, asked over HTTP, with what it costs read off the operating system."""

from __future__ import annotations

import http.client
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.clocks import ENVIRONMENT
from bench.histories import history
from bench.keeping import entered
from dorsi.bootstrap import open_journal
from dorsi.journal.model import Journal
from dorsi.settings import JOURNAL_FILE, Settings

SETS = 5000
_YEARS = 3
_HOST = "localhost"
_CSRF = "dorsi_csrf="
_PATIENCE_S = 30.0
_SETTLED_S = 0.003
"""Waited before a process's accounts are read: its threads then sleep, and all that they did is in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: the status, the body as sent, its size with the headers in bytes, and the seconds it took."""

    status: int
    body: bytes
    size: int
    seconds: float

    @property
    def document(self) -> Any:
        """The body as JSON; the answer must not be compressed."""
        return json.loads(self.body)


class Server:
    """The app as its own process, with one connection that is kept."""

    def __init__(self, folder: Path, process: subprocess.Popen[str], port: int) -> None:
        self.folder, self.port = folder, port
        self._process = process
        self._cookie = ""
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_S)

    @property
    def address(self) -> str:
        """Where browsers find it."""
        return f"http://{_HOST}:{self.port}"

    def ask(self, path: str, method: str = "GET", body: object = None, *, packed: bool = True) -> Answer:
        """One request, as a browser sends it; `packed` asks for a compressed answer."""
        headers = {"Host": f"{_HOST}:{self.port}"}
        sent = None
        if self._cookie:
            headers |= {"Cookie": self._cookie, "X-CSRFToken": self._cookie.partition("=")[2]}
        if packed:
            headers["Accept-Encoding"] = "gzip"
        if body is not None:
            headers["Content-Type"] = "application/json"
            sent = json.dumps(body)
        start = time.perf_counter()
        self._connection.request(method, path, sent, headers)
        response = self._connection.getresponse()
        content = response.read()
        cookie = response.getheader("Set-Cookie") or ""
        if cookie.startswith(_CSRF):
            self._cookie = cookie.partition(";")[0]
        seconds = time.perf_counter() - start
        size = len(content) + sum(len(name) + len(value) + 4 for name, value in response.getheaders())
        return Answer(status=response.status, body=content, size=size, seconds=seconds)

    def cpu_s(self) -> float:
        """Seconds that its processes have computed so far, to the microsecond."""
        time.sleep(_SETTLED_S)
        tasks = (task for pid in self._pids() for task in Path(f"/proc/{pid}/task").iterdir())
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def memory_mb(self) -> float:
        """What all its processes take; pages that they share count once."""
        return sum(_proportional_kb(pid) for pid in self._pids()) / 1024

    def stop(self) -> None:
        """Ends it as Ctrl+C does."""
        self._connection.close()
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(_PATIENCE_S)

    def _pids(self) -> list[int]:
        return list(_family(self._process.pid))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _family(int(child))


def _proportional_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """The app on a data folder, from its start until the block is left."""
    server = started(folder)
    try:
        yield server
    finally:
        server.stop()


def started(folder: Path) -> Server:
    """The app, started and answering."""
    command = [str(Path(sys.executable).parent / "dorsi"), "serve", "--data", str(folder), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**ENVIRONMENT, "PYTHONUNBUFFERED": "1"})
    assert process.stdout is not None, "it is a pipe"
    for line in process.stdout:
        if "://" in line:
            return Server(folder, process, int(line.rpartition(":")[2].strip(" /\n")))
    raise SystemExit("The app did not start.")


@contextmanager
def data_folder() -> Iterator[Path]:
    """A data folder with 5,000 logged sets, a copy that may be written to."""
    with TemporaryDirectory(prefix="dorsi-bench-") as folder:
        shutil.copyfile(_filled() / JOURNAL_FILE, Path(folder) / JOURNAL_FILE)
        yield Path(folder)


@cache
def _filled() -> Path:
    """The folder that others are copied from; it goes with the process."""
    folder = Path(_OWN.name)
    open_journal(Settings(data_dir=folder)).append(entered(latest(history(_YEARS, _today()), SETS)))
    _checkpoint(folder / JOURNAL_FILE)
    return folder


_OWN = TemporaryDirectory(prefix="dorsi-bench-")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the athlete's day, as the app takes it


def latest(journal: Journal, sets: int) -> Journal:
    """The journal without its first sessions, so that about so many sets are left."""
    kept, count = [], 0
    for session in reversed(journal.sessions):
        count += len(session.sets)
        kept.append(session)
        if count >= sets:
            break
    return replace(journal, sessions=tuple(reversed(kept)))


def _checkpoint(file: Path) -> None:
    """Puts what was written beside the file into it."""
    command = f"import sqlite3; sqlite3.connect({str(file)!r}).execute('PRAGMA wal_checkpoint(TRUNCATE)')"
    subprocess.run([sys.executable, "-c", command], check=True)
