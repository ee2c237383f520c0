"""`dorsi move`: the next session on another day."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, say, terminal
from dorsi.cli.days import FORMS, day_of, on_day
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.services.coaching import Coaching


def move(
    to: Annotated[str, typer.Argument(metavar="DAY", help=f"The new day: {FORMS}.")],
    data: DataFolder = None,
) -> None:
    """Put the next session on another day; those after it follow at their usual distance."""
    at = desk(data)
    coaching = Coaching(at.store, at.clock, at.chance)
    day = day_of(to, coaching.today)
    warning = coaching.move(day)
    console = terminal()
    session = coaching.next()
    when = on_day(session.due, coaching.today)
    say(console, Text(f"{session.title} is now {when}.", f"{STRONG} {ACCENT}"))
    if warning:
        say(console, warning, label=Text("! ", DOUBT))
    say(console, "'dorsi undo' takes it back.", style=QUIET)
