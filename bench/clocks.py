"""How things are measured: calls and whole processes, by their median and their best, and peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ATHLETES = ROOT / "examples" / "athletes"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Processes are measured as users start them: Python keeps its compiled modules."""
_SCALES = {"s": 1.0, "ms": 1e3, "MB": 1.0, "kB": 1e-3}
"""What seconds, megabytes and bytes are multiplied by; other units are counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One result: median and best in `unit`, and the budget, None where there is none."""

    what: str
    median: float
    best: float
    unit: str
    budget: float | None = None

    @property
    def ratio(self) -> float | None:
        """The median as a share of the budget."""
        return None if self.budget is None else self.median / self.budget


def figure(what: str, measured: Sequence[float], unit: str, budget: float | None = None) -> Figure:
    """The result of several measurements, in seconds, megabytes, bytes or counts each; the budget is in `unit`."""
    scale = _SCALES.get(unit, 1.0)
    return Figure(
        what=what, median=statistics.median(measured) * scale, best=min(measured) * scale, unit=unit, budget=budget
    )


def clock(call: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def warm(call: Callable[[], object], times: int, before: int = 3) -> list[float]:
    """Seconds of so many calls, after some to warm up."""
    for _ in range(before):
        call()
    return [clock(call) for _ in range(times)]


def dorsi(arguments: Sequence[str]) -> None:
    """Runs the command line once."""
    command = [str(Path(sys.executable).parent / "dorsi"), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)


def process(arguments: Sequence[str], times: int = 5) -> list[float]:
    """Seconds of the command line as a whole process, after one to warm the disk."""
    return warm(lambda: dorsi(arguments), times, before=1)


def peak_megabytes(command: Sequence[str]) -> float:
    """Peak resident memory of a command, from the operating system's accounts of a fresh process."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], check=True, capture_output=True, text=True, env=ENVIRONMENT, cwd=ROOT
    )
    return int(done.stdout) / 1024
