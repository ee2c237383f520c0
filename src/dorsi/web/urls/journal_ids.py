"""Ids of the journal in addresses. Files may bring any, such as '2026/11/20', and addresses are cut at strokes."""

from __future__ import annotations

_DOTS = "."
"""Browsers take a part of dots alone for a way through folders."""


class JournalId:
    """Writes '/' as '~1' and '~' as '~0' (RFC 6901, section 3), and puts '~' before what is empty or dots alone."""

    regex = "[^/]+"

    def to_url(self, value: str) -> str:
        """The id as it stands in an address."""
        return value.replace("~", "~0").replace("/", "~1") if value.strip(_DOTS) else f"~{value}"

    def to_python(self, text: str) -> str:
        """The id that an address holds."""
        if text.startswith("~") and not text[1:].strip(_DOTS):
            return text[1:]
        return text.replace("~1", "/").replace("~0", "~")
