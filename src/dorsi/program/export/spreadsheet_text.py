"""Keeps text in spreadsheets text: a name such as '=cmd()' must never run as a formula."""

from __future__ import annotations

_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
MAX_CELL_CHARACTERS = 32_767
"""What a spreadsheet cell holds at most (a limit of the xlsx format)."""


def guarded(text: str) -> str:
    """`text` with an apostrophe before anything a spreadsheet opening a CSV would take for a formula."""
    return f"'{text}" if text[:1] in _FORMULA_STARTS and text else text


def fitted(text: str) -> str:
    """`text` cut to what a cell holds, marked with '...' where it was."""
    return text if len(text) <= MAX_CELL_CHARACTERS else text[: MAX_CELL_CHARACTERS - 3] + "..."
