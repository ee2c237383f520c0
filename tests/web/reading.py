"""Reads a form as a browser does: what it would send if nothing were touched."""

from __future__ import annotations

from html.parser import HTMLParser

_TICKED = ("checkbox", "radio")
_NOT_SENT = ("submit", "button", "file", "image", "reset")


class FormReader(HTMLParser):
    """Gathers the inputs of the form with an id."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self._form, self._inside = form_id, False
        self._select = ""
        self._chosen: list[str] = []
        self._first: str | None = None
        self.sent: dict[str, list[str]] = {}

    @classmethod
    def read(cls, page: str, form_id: str) -> dict[str, list[str]]:
        """What the form would send, by name."""
        reader = cls(form_id)
        reader.feed(page)
        assert reader.sent, f"no form '{form_id}' on the page"
        return reader.sent

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "form":
            self._inside = found.get("id") == self._form
        if not self._inside:
            return
        if tag == "select":
            self._select, self._chosen, self._first = found.get("name") or "", [], None
        elif tag == "option" and self._select:
            value = found.get("value") or ""
            self._first = value if self._first is None else self._first
            if "selected" in found:
                self._chosen.append(value)
        elif tag == "input":
            kind, name = found.get("type") or "text", found.get("name") or ""
            if name and kind not in _NOT_SENT and (kind not in _TICKED or "checked" in found):
                self.sent.setdefault(name, []).append(found.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        if tag == "select" and self._select:
            self.sent[self._select] = self._chosen or [self._first or ""]
            self._select = ""
