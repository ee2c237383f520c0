"""`dorsi why`: one prescription explained, of a programme file or of the session that comes next."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.cli.citing import short_cites
from dorsi.cli.coach_why import render_item_reasons, render_session_reasons
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, heading, listed, say, terminal
from dorsi.cli.files import STDIN, read_text, shown_name
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.errors import UsageError
from dorsi.planner.why import Explanation, RuleNote
from dorsi.services.checking import athlete_from_text
from dorsi.services.coaching import Coaching
from dorsi.services.explaining import explain_text
from dorsi.services.training_day import training_day

_ENDINGS = (".yaml", ".yml")


def why(
    file: Annotated[
        str | None,
        typer.Argument(metavar="PLAN.yaml", help="A programme file; leave it out to ask about your next session."),
    ] = None,
    place: Annotated[
        str | None,
        typer.Argument(metavar="PLACE", help="In a file, such as upper/2; in your session, such as 4 or deadlift."),
    ] = None,
    athlete: Annotated[
        str | None, typer.Option("--athlete", "-a", metavar="ATHLETE.toml", help="Whose programme it is.")
    ] = None,
    data: DataFolder = None,
) -> None:
    """Ask why a prescription is what it is: the reasons, your own sets behind them, the rules, and how sure they are.

    'dorsi why' is about your next session, 'dorsi why 4' about one exercise of it, 'dorsi why plan.yaml upper/2'
    about a programme file.
    """
    console = terminal()
    if file is not None and (place is not None or _is_file(file)):
        if place is None:
            raise UsageError(f"Say which place of {shown_name(file)}, such as 'dorsi why {file} upper/2'.")
        whose = athlete_from_text(read_text(athlete), shown_name(athlete)) if athlete else None
        render_explanation(console, explain_text(read_text(file), shown_name(file), place, whose))
        return
    if athlete is not None:
        raise UsageError("--athlete belongs to a programme file: 'dorsi why PLAN.yaml PLACE --athlete ATHLETE.toml'.")
    at = desk(data)
    day = training_day(at.store, Coaching(at.store, at.clock, at.chance))
    if file is None:
        render_session_reasons(console, day)
    else:
        render_item_reasons(console, day, file)


def _is_file(name: str) -> bool:
    """True if a single argument names a programme file and no place of the session."""
    return name == STDIN or name.lower().endswith(_ENDINGS) or Path(name).is_file()


def render_explanation(console: Terminal, told: Explanation) -> None:
    """Prints an explanation: title, paragraphs, the alternative, then the rules."""
    say(console, Text.assemble((told.title, f"{STRONG} {ACCENT}"), (f"  {told.place}", QUIET)))
    say(console, told.prescription, style=STRONG)
    for sentence in told.sentences:
        console.print()
        say(console, sentence)
    if told.alternative:
        heading(console, "What else it could be")
        say(console, told.alternative)
    if told.rules:
        heading(console, "The rules behind it")
        for note in told.rules:
            _render_rule(console, note)
        say(console, "'dorsi rule CODE' tells the whole of a rule; 'dorsi atlas CLAIM' what a guide says.", style=QUIET)


def _render_rule(console: Terminal, note: RuleNote) -> None:
    say(console, Text.assemble((note.code, ACCENT), "  ", (note.name, STRONG)), indent=2)
    say(console, note.sentence, indent=10)
    sources = [f"guide claim{'s' * (len(note.claims) > 1)} {listed(note.claims)}"] if note.claims else []
    sources += short_cites(note.references, load_atlas())
    said = f"{note.grade.value}: {note.grade.says}"
    say(console, said + (f". From {'; '.join(sources)}." if sources else "."), indent=10, style=QUIET)
    console.print()
