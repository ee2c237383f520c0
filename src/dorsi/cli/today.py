"""`dorsi today` and `dorsi next`: the session to do, or when it will be."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, listed, say, terminal
from dorsi.cli.days import on_day
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.cli.render_session import render_session
from dorsi.cli.session_json import session_json
from dorsi.program.model import Role
from dorsi.services.coaching import Coaching
from dorsi.services.training_day import TrainingDay, training_day

AsJson = Annotated[bool, typer.Option("--json", help="Print the session as JSON, for scripts.")]


def today(
    anyway: Annotated[bool, typer.Option("--anyway", help="Show the session even on a day of rest.")] = False,
    as_json: AsJson = False,
    data: DataFolder = None,
) -> None:
    """Today's session set by set, or when the next one is."""
    at = desk(data)
    day = training_day(at.store, Coaching(at.store, at.clock, at.chance))
    console = terminal()
    if as_json:
        typer.echo(session_json(day))
    elif day.is_on or anyway:
        render_session(console, day)
    else:
        _render_rest(console, day)


def next_session(as_json: AsJson = False, data: DataFolder = None) -> None:
    """The next session, whenever it is due."""
    at = desk(data)
    day = training_day(at.store, Coaching(at.store, at.clock, at.chance))
    if as_json:
        typer.echo(session_json(day))
    else:
        render_session(terminal(), day)


def _render_rest(console: Terminal, day: TrainingDay) -> None:
    session = day.session
    if day.finished is not None:
        work = sum(entry.kind.counts for entry in day.finished.sets)
        say(console, Text(f"Done for today: {work} work sets are in the journal.", f"{STRONG} {ACCENT}"))
    else:
        say(console, Text("A day of rest.", f"{STRONG} {ACCENT}"))
    names = [item.exercise.spoken for item in session.items if item.role in (Role.WORK, Role.TEST)]
    say(
        console,
        f"The next session is {on_day(session.due, day.today)}: {session.title}, about {session.minutes} min, with "
        f"{listed(list(dict.fromkeys(names)))}.",
    )
    for warning in session.warnings:
        say(console, f"Today would be early. {warning}", style=QUIET)
    say(console, "'dorsi next' shows it, and 'dorsi move today' brings it forward.", style=QUIET)
