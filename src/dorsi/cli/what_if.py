"""`dorsi what-if`: what one changed answer would make of a plan."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dorsi.cli.console import STRONG, say, terminal
from dorsi.cli.files import read_text, shown_name
from dorsi.cli.render_difference import render_difference
from dorsi.cli.render_program import render_program
from dorsi.errors import UsageError
from dorsi.services import planning


def what_if(
    athlete: Annotated[str, typer.Argument(metavar="ATHLETE.toml", help="An athlete file.")],
    minutes: Annotated[int | None, typer.Option("--minutes", metavar="N", help="Another session length.")] = None,
    days: Annotated[str, typer.Option("--days", metavar="mon,thu", help="Other training days.")] = "",
    sessions: Annotated[
        int | None, typer.Option("--sessions", metavar="N", help="Another number of back sessions a week.")
    ] = None,
    having: Annotated[
        list[str] | None, typer.Option("--with", metavar="ITEM", help="Equipment to have as well; may be repeated.")
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="NAME", help="Equipment, exercise or rule to do without; may be repeated."),
    ] = None,
) -> None:
    """See what one changed answer would do to the plan: exercises, sets, volume and time."""
    if minutes is None and not days.strip() and sessions is None and not having and not without:
        raise UsageError(
            "Say what should change, for example --minutes 75, --days mon,wed,fri, --with pulldown-station "
            "or --without deadlift."
        )
    difference = planning.what_if(
        read_text(athlete),
        shown_name(athlete),
        minutes=minutes,
        days=_split([days]),
        sessions=sessions,
        add=_split(having or []),
        without=_split(without or []),
    )
    console = terminal()
    if isinstance(difference, planning.Opened):
        say(console, Text(f"What if: {difference.says}", STRONG))
        console.print()
        say(console, "As it stands there is no programme; with this change there is one:")
        console.print()
        render_program(console, difference.plan.view, level=difference.plan.athlete.level.value)
        return
    render_difference(console, difference)


def _split(texts: list[str]) -> tuple[str, ...]:
    """The names in texts such as 'mon, thu', each once."""
    return tuple(dict.fromkeys(part for text in texts for part in text.replace(",", " ").lower().split()))
