"""YAML for the screen: keys in the accent colour, comments quiet. Enough for reading, and quick to load."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.text import Text

from dorsi.cli.console import ACCENT, QUIET

_KEY = re.compile(r"(?:^|(?<=[{,\s]))[a-z_]+(?=:(?:\s|$))|(?<=\s)\d[\d, -]*(?=:\s)")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")


def coloured(text: str) -> Iterator[Text]:
    """The lines with their colours."""
    for line in text.splitlines():
        shown = Text(line)
        comment = _COMMENT.search(line)
        code = line[: comment.start()] if comment else line
        for match in _KEY.finditer(code):
            shown.stylize(ACCENT, *match.span())
        if comment:
            shown.stylize(QUIET, *comment.span())
        yield shown
