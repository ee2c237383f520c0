"""Imports of the past: shown by number, and found by it."""

from __future__ import annotations

from rich.text import Text

from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import QUIET, Terminal, counted, say
from dorsi.cli.journal_access import Desk
from dorsi.errors import UsageError
from dorsi.services.importing import imports
from dorsi.services.ports import JournalStore


def render_imports(console: Terminal, at: Desk) -> None:
    """Prints every import there was, oldest first."""
    found = imports(at.store)
    if not found:
        say(console, "Nothing was imported yet. 'dorsi import FILE' brings in a log of another app.")
        return
    rows = []
    for number, record in enumerate(found, 1):
        style = QUIET if record.undone else ""
        brought = f"{counted(record.sessions, 'session')}, {counted(record.sets, 'set')}"
        brought += "; taken back" if record.undone else ""
        cells = (str(number), f"{record.at:%Y-%m-%d}", record.file, brought)
        rows.append(tuple(Text(cell, style) for cell in cells))
    print_columns(console, (Column(right=True), Column(), Column(least=12), Column(least=20)), rows)
    say(console, "'dorsi import --undo N' takes one back.", style=QUIET)


def chosen_import(store: JournalStore, number: str) -> str:
    """The batch of the import with that number; empty for no number. Raises UsageError."""
    if not number:
        return ""
    found = imports(store)
    if not number.isdigit() or not 1 <= int(number) <= len(found):
        raise UsageError(f"There is no import {number}. 'dorsi import --list' shows their numbers.")
    record = found[int(number) - 1]
    if record.undone:
        raise UsageError(f"Import {number} was taken back already.")
    return record.batch
