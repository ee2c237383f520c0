"""Runs the measurements and prints each beside its budget. `python -m bench coach keeping` runs these parts only."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import app, browser, coaching, forecasts, importing, keeping, looking_back, planning
from bench.clocks import Figure

PARTS: dict[str, Callable[[], Iterable[Figure]]] = {
    "planning": planning.figures,
    "coaching": coaching.figures,
    "looking-back": looking_back.figures,
    "keeping": keeping.figures,
    "importing": importing.figures,
    "forecasts": forecasts.figures,
    "app": app.figures,
    "browser": browser.figures,
}
ON_ALL_CORES = ("browser",)
"""Parts of several processes that belong on several cores; the others are held to one."""


def main() -> None:
    """Measures and prints the table."""
    wanted = sys.argv[1:] or list(PARTS)
    unknown = sorted(set(wanted) - set(PARTS))
    if unknown:
        raise SystemExit(f"No such part: {', '.join(unknown)}. There are: {', '.join(PARTS)}.")
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_setaffinity") else set()
    table = Table(title=f"Dorsi on one core of {machine()}{busy()}", title_justify="left")
    for column in ("what", "budget", "median", "best", "of budget"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for part in wanted:
        if cores:
            os.sched_setaffinity(0, cores if part in ON_ALL_CORES else {min(cores)})
        for each in PARTS[part]():
            table.add_row(*cells(each))
    Console().print(table)


def machine() -> str:
    """The processor's name, as the system tells it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return f"{line.split(':', 1)[1].strip()}, Python {platform.python_version()}"
    return f"{platform.machine()}, Python {platform.python_version()}"


def busy() -> str:
    """What else the machine has to do, where the system tells: beside others, only the best of the runs says much."""
    return f", load average {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""


def cells(each: Figure) -> tuple[str, str, str, str, str]:
    """A result as a row of the table."""
    budget = "" if each.budget is None else f"<= {each.budget:g} {each.unit}"
    ratio = "" if each.ratio is None else f"{each.ratio:.0%}"
    return each.what, budget, f"{each.median:.3g} {each.unit}", f"{each.best:.3g} {each.unit}", ratio


if __name__ == "__main__":
    main()
