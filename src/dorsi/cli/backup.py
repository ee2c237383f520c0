"""`dorsi backup` and `dorsi restore`: the whole journal in one file, and back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from dorsi.cli.console import ACCENT, QUIET, STRONG, counted, say, terminal
from dorsi.cli.days import span
from dorsi.cli.files import STDIN, refuse_overwrite, shown_name
from dorsi.cli.foreign_file import read_bytes
from dorsi.cli.import_questions import agreed
from dorsi.cli.journal_access import DataFolder, Desk, desk
from dorsi.errors import FileUnwritable, UsageError
from dorsi.journal.events import Event
from dorsi.journal.folding import journal_of


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to, such as journal.dorsi.")],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    data: DataFolder = None,
) -> None:
    """Write everything you ever entered to one file. It proves itself whole when it is read."""
    refuse_overwrite(file, force, STDIN)
    at = desk(data)
    count = _store_backup().write_backup(at.store, file, at.clock.now())
    console = terminal()
    say(console, Text.assemble("Written to ", (str(file), STRONG), f": {counted(count, 'entry', 'entries')}."))
    say(console, f"Only you may read it. 'dorsi restore {file}' brings it back, here or elsewhere.", style=QUIET)


def restore(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file that 'dorsi backup' wrote.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")] = False,
    data: DataFolder = None,
) -> None:
    """Put a backup in the place of the journal. What is there now is backed up beside it first."""
    content = read_bytes(file)
    at = desk(data)
    events: tuple[Event, ...] = _store_backup().read_backup(content, shown_name(file))
    present = tuple(at.store.events())
    console = terminal()
    say(console, f"The backup holds {_described(events)}.")
    say(console, f"Your journal now holds {_described(present)}.")
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError("Restoring replaces the journal. Add --yes to do it without being asked.")
        if not agreed(console, "Replace your journal with the backup?"):
            say(console, "Nothing was changed.")
            return
    # One transaction, so that a set logged meanwhile is either kept aside too or comes after.
    with at.store.at_once():
        kept = _kept(at) if any(True for _ in at.store.events()) else None
        at.store.replace_all(events)
    say(console, Text(f"Restored: {counted(len(events), 'entry', 'entries')}.", f"{STRONG} {ACCENT}"))
    if kept is not None:
        say(console, f"What was there before is kept in {kept}; 'dorsi restore' reads it too.", style=QUIET)


def _store_backup() -> Any:
    """The store's module; it can be imported only once the journal is open, which configures the database."""
    return import_module("dorsi.store.backup")


def _described(events: Sequence[Event]) -> str:
    if not events:
        return "nothing"
    sessions = journal_of(events).sessions
    entries = counted(len(events), "entry", "entries")
    if not sessions:
        return entries
    return f"{entries} and {counted(len(sessions), 'session')}, {span(sessions[0].on, sessions[-1].on)}"


def _kept(at: Desk) -> Path:
    """The file in which the present journal is kept, in the data folder."""
    folder = at.settings.data_dir
    name = f"before-restore-{at.clock.now():%Y%m%d-%H%M%S}"
    path = next(path for n in count(1) if not (path := folder / f"{name}{f'-{n}' if n > 1 else ''}.dorsi").exists())
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnwritable(str(path), (error.strerror or "the system refused").lower()) from error
    _store_backup().write_backup(at.store, path, at.clock.now())
    return path
