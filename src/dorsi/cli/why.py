"""`dorsi why`: one prescription explained, with the rules and sources behind it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.cli.citing import short_cites
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, heading, listed, say, terminal
from dorsi.cli.files import read_text, shown_name
from dorsi.planner.why import Explanation, RuleNote
from dorsi.services.checking import athlete_from_text
from dorsi.services.explaining import explain_text


def why(
    file: Annotated[str, typer.Argument(metavar="PLAN.yaml", help="A programme file.")],
    place: Annotated[str, typer.Argument(metavar="PLACE", help="Session and number, such as upper/2 or upper/3b.")],
    athlete: Annotated[
        str | None, typer.Option("--athlete", "-a", metavar="ATHLETE.toml", help="Whose programme it is.")
    ] = None,
) -> None:
    """Ask why a prescription is what it is: the reasons, the rules, and how sure they are."""
    whose = athlete_from_text(read_text(athlete), shown_name(athlete)) if athlete else None
    render_explanation(terminal(), explain_text(read_text(file), shown_name(file), place, whose))


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
