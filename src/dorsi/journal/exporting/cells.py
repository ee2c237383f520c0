"""Values as cells of a table: numbers without loss, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

from datetime import UTC, datetime

from dorsi.program.export.spreadsheet_text import guarded

_MARK = "'"


def number_cell(value: float | None) -> str:
    """The shortest text that reads back as the same number; empty for None."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(float(value))


def text_cell(text: str) -> str:
    """Text with an apostrophe in front where it needs one.

    Text that begins with an apostrophe gets another, so that taking one off always gives what was typed.
    """
    return f"{_MARK}{text}" if text.startswith(_MARK) else guarded(text)


def instant_cell(at: datetime | None) -> str:
    """An instant in UTC, ISO 8601; empty for None."""
    return "" if at is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")
