"""`dorsi skip`: the next session left out."""

from __future__ import annotations

from rich.text import Text

from dorsi.cli.console import ACCENT, QUIET, STRONG, say, terminal
from dorsi.cli.days import on_day
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.services.coaching import Coaching


def skip(data: DataFolder = None) -> None:
    """Leave the next session out; the programme goes on with the one after it."""
    at = desk(data)
    coaching = Coaching(at.store, at.clock, at.chance)
    left = coaching.skip()
    session = coaching.next()
    console = terminal()
    say(console, Text(f"Left out: {left.title}, week {left.ref.week}.", f"{STRONG} {ACCENT}"))
    when = on_day(session.due, coaching.today)
    say(console, f"The next session is {when}: {session.title}.")
    say(
        console, "A session that is only late need not be skipped: it waits. 'dorsi undo' takes this back.", style=QUIET
    )
