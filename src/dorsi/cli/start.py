"""`dorsi start`: a programme taken up; from then on the coach follows it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, Terminal, counted, say, terminal
from dorsi.cli.days import FORMS, day_of, on_day, told
from dorsi.cli.files import read_text, shown_name
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.cli.render_findings import render_findings_short
from dorsi.rules.finding import Finding, Severity
from dorsi.services.checking import athlete_from_text, check_text
from dorsi.services.coaching import Coaching
from dorsi.services.training_day import TrainingDay, training_day


def start(
    file: Annotated[str, typer.Argument(metavar="PLAN.yaml", help="A programme file; '-' reads standard input.")],
    athlete: Annotated[
        str | None, typer.Option("--athlete", "-a", metavar="ATHLETE.toml", help="Whose programme it is.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help=f"Its first day: {FORMS}.")] = None,
    data: DataFolder = None,
) -> None:
    """Take up a programme: the coach follows it from now on, or from the day you name."""
    text, name = read_text(file), shown_name(file)
    answers = read_text(athlete) if athlete else ""
    whose = athlete_from_text(answers, shown_name(athlete)) if athlete else None
    checked = check_text(text, name, whose)
    at = desk(data)
    coaching = Coaching(at.store, at.clock, at.chance)
    before = coaching.state().adoption
    day = day_of(on, coaching.today) if on else None
    coaching.start(text, name, day, answers, shown_name(athlete) if athlete else "")
    console = terminal()
    _render_findings(console, [f for f in checked.findings if f.severity is Severity.ERROR], name)
    weeks = counted(checked.program.weeks, "week")
    say(console, Text(f"{checked.program.name} is under way: {weeks}.", f"{STRONG} {ACCENT}"))
    if before is not None:
        say(console, "It takes the place of the programme before it; your journal stays as it is.", style=QUIET)
    if day is not None and day > coaching.today:
        say(console, f"It begins on {told(day, coaching.today)}. Until then 'dorsi today' keeps to what there was.")
    else:
        _render_first(console, training_day(at.store, coaching))
    say(console, "'dorsi undo' takes this back.", style=QUIET)


def _render_findings(console: Terminal, errors: list[Finding], name: str) -> None:
    if not errors:
        return
    few = "an error" if len(errors) == 1 else f"{len(errors)} errors"
    say(console, Text(f"The rules find {few} in it, which the coach will not mend for you:", DOUBT))
    render_findings_short(console, errors)
    say(console, f"'dorsi check {name}' tells more.", style=QUIET)
    console.print()


def _render_first(console: Terminal, day: TrainingDay) -> None:
    session = day.session
    when = on_day(session.due, day.today)
    say(
        console,
        f"The first session is {when}: {session.title}, about {session.minutes} min.",
    )
    say(
        console,
        "'dorsi today' shows it on the day, 'dorsi next' now." if day.is_on is False else "'dorsi today' shows it.",
    )
