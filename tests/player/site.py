"""Dorsi's own server as a process, to be stopped and started while a browser looks at it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_RUN = "from dorsi.cli.main import run; raise SystemExit(run())"
_JOURNAL = "dorsi.sqlite3"
_PATIENCE_S = 60


def prepared(folder: Path, plan: Path, athlete: Path) -> Path:
    """The file of a journal with the programme taken up."""
    dorsi("start", str(plan), "--athlete", str(athlete), "--data", str(folder))
    settle(folder / _JOURNAL)
    return folder / _JOURNAL


def settle(journal: Path) -> None:
    """Brings what was written beside a journal into its file."""
    with closing(sqlite3.connect(journal)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def dorsi(*words: str) -> str:
    """What a command prints."""
    command = [sys.executable, "-c", _RUN, *words]
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Site:
    """The server of one data folder; it keeps its address when it is stopped and started."""

    folder: Path
    port: int = field(default_factory=_free_port)
    options: tuple[str, ...] = ()
    """Further words of `dorsi serve`, such as --accounts."""
    _process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://localhost:{self.port}"

    def start_with(self, journal: Path) -> None:
        """Answers with what is in that journal, whatever was logged before."""
        own = self.folder / _JOURNAL
        if own.exists():
            _refill(own, journal)
        else:
            shutil.copyfile(journal, own)
        self.start()

    def start(self) -> None:
        """Starts it, if it does not run, and waits until it answers."""
        if self._process is not None:
            return
        command = [sys.executable, "-c", _RUN, "serve", "--data", str(self.folder), "--port", str(self.port)]
        command += self.options
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, env=_environment(), stdout=log, stderr=log, start_new_session=True
            )
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end and self._process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/api/v1/health", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise AssertionError((self.folder / "server.log").read_text())

    def stop(self) -> None:
        """Ends it with its workers, without a farewell; the browser meets a closed door."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def get(self, path: str) -> Any:
        """A document of the API."""
        with urllib.request.urlopen(f"{self.address}/api/v1/{path}", timeout=20) as answer:
            return json.load(answer)

    def sessions(self) -> list[dict[str, Any]]:
        """Every session of the journal, newest first."""
        found: list[dict[str, Any]] = self.get("sessions")["sessions"]
        return found

    def notes(self, kind: str) -> list[dict[str, Any]]:
        """The events of one kind that the journal holds, such as "hurt", in their order."""
        with closing(sqlite3.connect(self.folder / _JOURNAL)) as journal:
            rows = journal.execute("SELECT body FROM event WHERE kind = ? ORDER BY at", (kind,)).fetchall()
        return [json.loads(row[0]) for row in rows]


def _refill(own: Path, template: Path) -> None:
    """Puts the rows of another journal in the place of a journal's, while a server may have it open."""
    with closing(sqlite3.connect(own, timeout=20)) as journal:
        journal.execute("ATTACH ? AS template", (str(template),))
        tables = [row[0] for row in journal.execute("SELECT name FROM template.sqlite_master WHERE type = 'table'")]
        tables = [name for name in tables if not name.startswith(("sqlite_", "django_"))]
        journal.execute("PRAGMA foreign_keys = OFF")
        with journal:
            for name in tables:
                journal.execute(f"DELETE FROM main.{name}")
                journal.execute(f"INSERT INTO main.{name} SELECT * FROM template.{name}")


def _environment() -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("DORSI_", "DJANGO_"))}
    return {**kept, "DORSI_CONFIG": os.devnull, "DORSI_TIME_ZONE": "UTC"}
