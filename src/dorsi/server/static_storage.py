"""How static files are kept: under names that carry a digest of their content, and compressed beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

_SCRIPTS = "web/js/"
_COMMENTS = re.compile(r"^[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.MULTILINE)
"""Comments that have their lines to themselves: for readers and editors, and a third of what scripts weigh."""


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it ships no types
    """Scripts import each other by the same names, so that a browser may keep every file for good."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[Any]:
        """Django calls this when all files are there and have their plain names."""
        scripts = [name for name in paths if name.startswith(_SCRIPTS)]
        for name in scripts:
            _lighten(Path(self.path(name)))
        here = {name: (self, name) for name in scripts}
        yield from super().post_process({**paths, **here}, *args, **options)


def _lighten(script: Path) -> None:
    text = script.read_text("utf-8")
    bare = _COMMENTS.sub("", text)
    if bare != text:
        script.write_text(bare, "utf-8")
