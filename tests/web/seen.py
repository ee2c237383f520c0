"""What a reader of a page sees or hears: its texts, and the attributes that browsers show or read out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_UNSEEN = ("script", "style", "svg-use")
_OWN = ("code", "pre", "kbd", "samp", "textarea", "cite")
"""Elements that hold what is not prose in any language: code, files, what was typed."""
_VOID = (
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "use",
    "path", "rect", "circle", "line", "polyline", "polygon",
)  # fmt: skip
_SPOKEN = ("alt", "title", "aria-label", "placeholder", "aria-description", "aria-valuetext", "summary", "label")
_WORD = re.compile(r"[A-Za-z]{2,}")
_CITED = re.compile(
    r"(?:[A-Z][\w’'-]+(?: [a-z]{2,3})? )*(?:et al\.(?: \d{4})?|(?:[A-Z][\w’'-]+|of|Medicine) \d{4})|\b[A-Z]{3}\d{3}\b"
)
"""Works by author and year, and rules by their codes."""


class Seen(HTMLParser):
    """Gathers texts with the path of the element that holds them. `lang` on an element says whose language it is in:
    what is marked as English is meant to be."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str, bool]] = []
        self.texts: list[tuple[str, str]] = []

    @classmethod
    def on(cls, page: str) -> list[tuple[str, str]]:
        """All texts of the page, each with where it stands."""
        reader = cls()
        reader.feed(page)
        return reader.texts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        own = (tag != "html" and "lang" in found) or tag in _OWN or found.get("translate") == "no"
        label = f"{tag}.{'.'.join((found.get('class') or '').split())}"
        hidden = tag in _UNSEEN or bool(self._open and self._open[-1][2]) or own
        for name in _SPOKEN:
            if not hidden and found.get(name):
                self.texts.append((f"{self._path(label)}[{name}]", found[name] or ""))
        if tag == "input" and found.get("type") in ("submit", "button") and found.get("value"):
            self.texts.append((self._path(label), found["value"] or ""))
        if tag not in _VOID:
            self._open.append((tag, label, hidden))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        if data.strip() and not (self._open and self._open[-1][2]):
            self.texts.append((self._path(), " ".join(data.split())))

    def _path(self, more: str = "") -> str:
        return " > ".join([label for _tag, label, _hidden in self._open][-3:] + ([more] if more else []))


def bare_words(page: str, known: frozenset[str], own: tuple[str, ...]) -> Iterator[str]:
    """Texts with words in plain letters, none of which is a known name or a text of the athlete's."""
    for where, text in Seen.on(page):
        left = _CITED.sub(" ", text)
        for mine in own:
            left = left.replace(mine, " ")
        found = [word for word in _WORD.findall(left) if word not in known]
        if found:
            yield f"{where}: {text[:160]} ({' '.join(found[:8])})"
