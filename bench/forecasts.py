"""The strength forecasts on other people's logs: a folder named by BENCH_LOGS, nothing without it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.clocks import ENVIRONMENT, Figure, clock, figure

VARIABLE = "BENCH_LOGS"


def figures() -> Iterator[Figure]:
    """How long walking forward through all logs takes; the figures themselves are printed as the command does."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        return
    command = [str(Path(sys.executable).parent / "dorsi"), "bench", "forecast", folder]
    seconds = clock(lambda: subprocess.run(command, check=True, env=ENVIRONMENT))
    yield figure("forecasts on the logs of a folder, whole process", [seconds], "s")
