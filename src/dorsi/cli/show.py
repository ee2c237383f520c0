"""`dorsi show`: a programme file laid out to train from, with its weekly volume."""

from __future__ import annotations

from typing import Annotated

import typer

from dorsi.athlete.intake import intake_from_mapping
from dorsi.athlete.level import level_of
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Level
from dorsi.cli.console import terminal
from dorsi.cli.files import read_text, shown_name
from dorsi.cli.render_program import render_program, render_reasons
from dorsi.cli.render_volume import render_volume
from dorsi.errors import UsageError
from dorsi.program.evaluate import evaluate
from dorsi.program.model import Program
from dorsi.program.reading import read_program


def show(
    file: Annotated[str, typer.Argument(metavar="PROGRAMME.yaml", help="A programme file; '-' reads standard input.")],
    week: Annotated[int | None, typer.Option("--week", "-w", metavar="N", help="Show one week only.")] = None,
) -> None:
    """Show a programme file: every session as a table, and weekly sets for each muscle group."""
    atlas = load_atlas()
    program = read_program(read_text(file), shown_name(file), atlas)
    if week is not None and not 1 <= week <= program.weeks:
        raise UsageError(f"There is no week {week}: this programme runs from week 1 to week {program.weeks}.")
    level = _level(program, shown_name(file))
    console = terminal()
    view = evaluate(program, atlas)
    render_program(console, view, level=level.value if level else "", week=week)
    render_volume(console, view, level or Level.INTERMEDIATE, week=week, assumed=level is None)
    render_reasons(console, program)


def _level(program: Program, file: str) -> Level | None:
    """The level of the athlete whose answers the file carries, if it carries any."""
    if program.athlete is None:
        return None
    return level_of(intake_from_mapping(program.athlete, file, under="athlete"))
