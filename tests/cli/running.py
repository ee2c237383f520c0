"""Runs `dorsi` as a user would: in a process of its own, 80 columns wide, without colour."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

START = [sys.executable, "-c", "import sys; from dorsi.cli.main import run; sys.exit(run())"]


def environment(**changed: str) -> dict[str, str]:
    """The environment of a run: a narrow window, no colour, UTF-8."""
    kept = {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "DORSI_DEBUG", "TERM")}
    return {**kept, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "TERM": "dumb", **changed}


def dorsi(
    *arguments: str | Path, typed: str | bytes = b"", cwd: Path | None = None, **changed: str
) -> subprocess.CompletedProcess[str]:
    """What `dorsi` answers to those arguments."""
    done = subprocess.run(
        [*START, *map(str, arguments)],
        input=typed.encode() if isinstance(typed, str) else typed,
        capture_output=True,
        cwd=cwd,
        env=environment(**changed),
        check=False,
        timeout=120,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
