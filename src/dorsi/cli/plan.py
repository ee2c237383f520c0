"""`dorsi plan`: a programme for an athlete, shown and perhaps written to a file."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dorsi.athlete.ranges import RANGES
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, heading, say, terminal
from dorsi.cli.files import read_text, refuse_overwrite, shown_name, write_atomically
from dorsi.cli.render_findings import render_findings_short
from dorsi.cli.render_program import render_program, render_reasons
from dorsi.cli.render_volume import render_volume
from dorsi.planner.plan import Plan
from dorsi.program.model import Role
from dorsi.program.writing import write_program
from dorsi.services.planning import plan_from_text


def plan(
    athlete: Annotated[str, typer.Argument(metavar="ATHLETE.toml", help="An athlete file, as 'dorsi intake' writes.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="PLAN.yaml", help="Write the programme to this file as well.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Plan a programme for an athlete, and show why it looks as it does."""
    if out is not None:
        refuse_overwrite(out, force, athlete)
    made = plan_from_text(read_text(athlete), shown_name(athlete))
    if out is not None:
        write_atomically(out, write_program(made.program))
    console = terminal()
    render_program(console, made.view, level=made.athlete.level.value)
    render_volume(console, made.view, made.athlete.level)
    if made.findings:
        heading(console, "Worth knowing")
        render_findings_short(console, made.findings)
    render_reasons(console, made.program)
    _render_next(console, made, athlete, out)


def _render_next(console: Terminal, made: Plan, athlete: str, out: Path | None) -> None:
    heading(console, "Next")
    if out is not None:
        say(console, Text.assemble("Written to ", (str(out), STRONG), "."), indent=2)
    source, file = shlex.quote(athlete), shlex.quote(str(out)) if out is not None else "plan.yaml"
    commands = {} if out is not None else {"Keep it": f"dorsi plan {source} -o {file}"}
    commands |= {
        "Ask why": f"dorsi why {file} {_first_lift(made)}",
        "Try a change": f"dorsi what-if {source} --minutes {_other_minutes(made.athlete.minutes)}",
        "Take it along": f"dorsi export {file} -f pdf",
    }
    for says, command in commands.items():
        console.print(Text.assemble("  ", (says.ljust(15), QUIET), (command, ACCENT)), soft_wrap=True)


def _other_minutes(minutes: int) -> int:
    """A session length worth trying: a quarter of an hour more, or less where more is not possible."""
    return minutes + 15 if minutes + 15 <= RANGES["minutes"].high else minutes - 15


def _first_lift(made: Plan) -> str:
    for session in made.program.sessions:
        for number, block in enumerate(session.blocks, 1):
            if block.items[0].role is Role.WORK:
                return f"{session.id}/{number}"
    return f"{made.program.sessions[0].id}/1"
