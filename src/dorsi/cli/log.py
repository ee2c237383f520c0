"""`dorsi log`: writes down what was done, set by set or a whole session at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from dorsi.bootstrap import zone_name
from dorsi.cli.console import QUIET, Terminal, say, terminal
from dorsi.cli.failures import report
from dorsi.cli.files import read_text, shown_name
from dorsi.cli.journal_access import DataFolder, Desk, desk
from dorsi.cli.past_days import FORMS, past_day
from dorsi.cli.render_entered import render_changed, render_entered
from dorsi.errors import DorsiError, UsageError
from dorsi.journal.model import MeasureKind
from dorsi.services.recording import Entered, Recording

_EXAMPLES = "deadlift 3x5 140kg @2"


def log(
    line: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[LINE...]", help=f"What you did, such as: {_EXAMPLES}. Quote a line that holds ! # ; or *."
        ),
    ] = None,
    done: Annotated[bool, typer.Option("--done", help="The session is finished.")] = False,
    on: Annotated[str, typer.Option("--on", metavar="DAY", help=f"An earlier day: {FORMS}.")] = "",
    session: Annotated[
        str, typer.Option("--session", metavar="FILE", help="Read many lines from a file; '-' from standard input.")
    ] = "",
    new: Annotated[bool, typer.Option("--new", help="Begin another session on the same day.")] = False,
    body: Annotated[str, typer.Option("--body", metavar="MASS", help="Body mass, such as 81.4kg.")] = "",
    waist: Annotated[str, typer.Option("--waist", metavar="GIRTH", help="Waist girth, such as 84cm.")] = "",
    shoulders: Annotated[str, typer.Option("--shoulders", metavar="GIRTH", help="Shoulder girth.")] = "",
    chest: Annotated[str, typer.Option("--chest", metavar="GIRTH", help="Chest girth.")] = "",
    correct: Annotated[
        int | None, typer.Option("--correct", metavar="N", help="The line corrects the day's set number N.")
    ] = None,
    delete: Annotated[
        int | None, typer.Option("--delete", metavar="N", help="Take the day's set number N out.")
    ] = None,
    data: DataFolder = None,
) -> None:
    """Write down sets, body measurements, or that the session is done."""
    at = desk(data)
    day = past_day(on, at.clock.today()) if on else None
    lines = _lines(line or [])
    girths = {
        MeasureKind.BODY_MASS: body,
        MeasureKind.SHOULDERS: shoulders,
        MeasureKind.CHEST: chest,
        MeasureKind.WAIST: waist,
    }
    measured = {kind: text for kind, text in girths.items() if text}
    pen = _pen(at)
    console = terminal()
    if correct is not None or delete is not None:
        _change(console, pen, lines, correct, delete, day, alone=not (done or new or session or measured))
    elif session:
        if lines:
            raise UsageError("Give the lines in the file or on the command line, not both.")
        lines = read_text(session).splitlines()
        if not any(text.strip() for text in lines):
            raise UsageError(f"{shown_name(session)} holds no line to log.")
        _enter(console, at, pen.enter(lines, body=measured, done=done, on=day, new=new, file=shown_name(session)))
    elif lines or measured or done:
        _enter(console, at, pen.enter(lines, body=measured, done=done, on=day, new=new))
    elif sys.stdin.isatty():
        _converse(console, at, pen, day, new=new)
    else:
        _enter(console, at, pen.enter(_until_blank(), on=day, new=new, file="standard input"))


def _lines(words: Sequence[str]) -> list[str]:
    """One line for each argument if all of them were quoted, else one line of all arguments."""
    return list(words) if all(" " in word.strip() for word in words) else [" ".join(words)]


def _pen(at: Desk) -> Recording:
    return Recording(at.store, at.clock, at.chance, units=at.settings.units, zone=zone_name(at.settings))


def _until_blank() -> list[str]:
    """Lines of standard input up to the first blank one that follows others."""
    lines: list[str] = []
    for line in sys.stdin:
        if not line.strip():
            if lines:
                break
            continue
        lines.append(line.rstrip("\r\n"))
    return lines


def _converse(console: Terminal, at: Desk, pen: Recording, day: date | None, *, new: bool) -> None:
    """Takes one line after the other; each is kept before the next is asked for."""
    say(console, f"One exercise a line, such as: {_EXAMPLES}. An empty line ends.", style=QUIET)
    while True:
        try:
            text = console.input("> ").strip()
        except EOFError:
            return
        if not text:
            return
        try:
            _enter(console, at, pen.enter([text], on=day, new=new))
            new = False
        except DorsiError as error:
            report(error)


def _enter(console: Terminal, at: Desk, entered: Entered) -> None:
    render_entered(console, entered, at)


def _change(
    console: Terminal,
    pen: Recording,
    lines: Sequence[str],
    correct: int | None,
    delete: int | None,
    day: date | None,
    *,
    alone: bool,
) -> None:
    if not alone or (correct is not None and delete is not None):
        raise UsageError("Correct or delete one set at a time, with no other option but --on.")
    if correct is not None:
        if len(lines) != 1 or not lines[0]:
            raise UsageError(f"Say what set {correct} really was, such as: dorsi log --correct {correct} 140kg x 4")
        changed = pen.correct(correct, lines[0], day)
    elif lines and lines[0]:
        raise UsageError("--delete takes no line; the number says which set goes.")
    else:
        changed = pen.delete(delete or 0, day)
    render_changed(console, changed)
