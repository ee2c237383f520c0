"""`dorsi import`: brings another app's log into the journal: look first, keep then, take back at any time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.bootstrap import zone_name
from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, Terminal, counted, say, terminal
from dorsi.cli.files import STDIN, shown_name
from dorsi.cli.foreign_file import read_bytes
from dorsi.cli.import_list import chosen_import, render_imports
from dorsi.cli.import_preview import render_preview
from dorsi.cli.import_questions import Asked, agreed, ask_exercises, ask_unit, guessed_unit
from dorsi.cli.journal_access import DataFolder, Desk, desk
from dorsi.errors import UnknownName, UsageError
from dorsi.journal.importing.settle import Choices
from dorsi.journal.importing.settled_names import OWN
from dorsi.services.calling import Names
from dorsi.services.describing import described
from dorsi.services.importing import Prepared, keep, prepare, read_log, undo_import, unread
from dorsi.store.fitnotes_backup import fitnotes_backup_in
from dorsi.units import MassUnit

_DATES = {"day-first": True, "month-first": False}
_BODY = {"counted": True, "added": False}
_NEW = ("new", "own")


def import_log(
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="An export of another app; '-' reads standard input.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Keep it without asking.")] = False,
    unit: Annotated[str, typer.Option("--unit", metavar="UNIT", help="Unit of loads that name none: kg or lb.")] = "",
    dates: Annotated[
        str, typer.Option("--dates", metavar="ORDER", help="How 3/4/2024 is meant: day-first or month-first.")
    ] = "",
    zone: Annotated[
        str, typer.Option("--zone", metavar="ZONE", help="Time zone of its times of day, such as Europe/Rome.")
    ] = "",
    body: Annotated[
        str,
        typer.Option("--body", metavar="HOW", help="Loads of body-weight lifts: added to the body, or body counted."),
    ] = "",
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="THEIRS=OURS", help="What a name means, or 'new' for one of its own."),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="The format, where Dorsi cannot tell.")] = "",
    undo: Annotated[
        bool, typer.Option("--undo", help="Take an import back: the last, or the number that --list shows.")
    ] = False,
    all_imports: Annotated[bool, typer.Option("--list", help="List the imports of the past.")] = False,
    data: DataFolder = None,
) -> None:
    """Bring in a log that another app exported. You see what it holds before anything is kept."""
    at = desk(data)
    console = terminal()
    if all_imports:
        render_imports(console, at)
    elif undo:
        record = undo_import(at.store, at.clock, at.chance, chosen_import(at.store, file))
        brought = f"{counted(record.sessions, 'session')} with {counted(record.sets, 'set')}"
        say(console, f"Taken back: the import of {record.file}, {brought}. What you logged yourself stays.")
    elif not file:
        raise UsageError(
            "Name the file to bring in: dorsi import strong.csv. 'dorsi import --list' shows past imports."
        )
    else:
        choices = Choices(
            unit=_unit(unit),
            zone=zone,
            home=zone_name(at.settings),
            names=_names(name or [], at),
            body_counted=_choice("--body", body, _BODY),
        )
        _bring_in(console, at, file, form, choices, day_first=_choice("--dates", dates, _DATES), yes=yes)


def _bring_in(
    console: Terminal, at: Desk, file: str, form: str, choices: Choices, *, day_first: bool | None, yes: bool
) -> None:
    content = read_bytes(file)
    shown = shown_name(file) if file == STDIN else Path(file).name
    log = read_log(content, shown, format_name=form, day_first=day_first, backup_reader=fitnotes_backup_in)
    wrong = unread(log, content, shown)
    if wrong is not None:
        raise wrong

    def look(settled: Choices) -> Prepared:
        return prepare(log, content, shown, settled, at.store, at.clock, at.chance)

    ready = look(choices)
    asking = sys.stdin.isatty() and file != STDIN and not yes
    if asking and guessed_unit(ready.preview) is not None:
        choices = replace(choices, unit=ask_unit(console, ready.preview))
        ready = look(choices)
    render_preview(console, ready.preview)
    if not ready.events:
        return
    asked = Asked()
    if asking and ready.preview.unknown:
        asked = ask_exercises(console, ready.preview.unknown, load_atlas())
        if asked.names:
            ready = look(replace(choices, names={**choices.names, **asked.names}))
    if not yes and not asking:
        units = (", and ", ("--unit", STRONG), " with kg or lb, which the file does not say")
        asked_for = units if guessed_unit(ready.preview) is not None else ()
        say(console, Text.assemble("Nothing is kept yet. To keep it, add ", ("--yes", STRONG), *asked_for, "."))
        return
    if not yes and not agreed(console, "Keep it?"):
        say(console, "Nothing was kept.")
        return
    keep(described(ready, asked.descriptions), at.store)
    preview = ready.preview
    brought = (
        f"{counted(preview.new_sessions + preview.extended_sessions, 'session')}, {counted(preview.new_sets, 'set')}"
    )
    say(console, Text(f"Kept: {brought}.", f"{STRONG} {ACCENT}"))
    unit = guessed_unit(preview)
    if unit is not None:
        other = MassUnit.KG if unit is MassUnit.LB else MassUnit.LB
        says = (
            f"The file does not say in which unit its loads are; they were taken for {unit.value}, which is a guess. "
            f"If it is wrong, 'dorsi import --undo', then bring the file in again with --unit {other.value}."
        )
        say(console, says, style=DOUBT)
    say(console, "'dorsi import --undo' takes it all back, 'dorsi history' shows the last sessions.", style=QUIET)


def _unit(text: str) -> MassUnit | None:
    if not text:
        return None
    try:
        return MassUnit(text.strip().lower())
    except ValueError:
        raise UsageError(f"'{text}' is no unit of mass. Write kg or lb.") from None


def _choice(option: str, text: str, known: dict[str, bool]) -> bool | None:
    if not text:
        return None
    wanted = text.strip().lower()
    if wanted not in known:
        raise UsageError(f"{option} is {' or '.join(known)}, not '{text}'.")
    return known[wanted]


def _names(pairs: Sequence[str], at: Desk) -> dict[str, str]:
    """Their names with ids of ours. Raises UsageError for a pair without '=', UnknownName for an exercise."""
    if not pairs:
        return {}
    names = Names(load_atlas(), at.store.recent(at.clock.today()))
    found: dict[str, str] = {}
    for pair in pairs:
        theirs, sign, ours = (part.strip() for part in pair.partition("="))
        if not (theirs and sign and ours):
            raise UsageError(f"Write '{pair}' as THEIRS=OURS, such as --name \"DB Row=dumbbell-row\".")
        called = None if ours.lower() in _NEW else names.find(ours)
        if called is None and ours.lower() not in _NEW:
            raise UnknownName("exercise", ours, names.near(ours), hint="'new' keeps it as an exercise of its own.")
        found[theirs] = called.id if called is not None else OWN
    return found
