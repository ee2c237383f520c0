"""`dorsi templates`: the guides' own programmes, listed or printed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.cli.console import ACCENT, QUIET, counted, say, terminal
from dorsi.cli.yaml_colours import coloured
from dorsi.program.templates import load_template, template_ids, template_text


def templates(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="The template to print.")] = None,
) -> None:
    """List the guides' own programmes, or print one as a file to keep and change."""
    console = terminal()
    if name is not None:
        text = template_text(name)
        if console.is_terminal:
            for line in coloured(text):
                console.print(line, soft_wrap=True)
        else:
            sys.stdout.write(text)
        return
    atlas = load_atlas()
    for template in template_ids():
        program = load_template(template, atlas)
        sessions = counted(len(program.sessions), "session")
        say(console, Text(template, ACCENT))
        say(console, Text.assemble(program.name, (f"  {sessions}, {counted(program.weeks, 'week')}", QUIET)), indent=2)
    console.print()
    say(
        console,
        "They are as their guides wrote them, faults included; 'dorsi check' says what Dorsi thinks.",
        style=QUIET,
    )
    say(console, "Keep one:  dorsi templates NAME > mine.yaml", style=QUIET)
