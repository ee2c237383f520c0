"""`dorsi export`: a programme as a workbook, PDF, calendar, table or document; or the journal."""

from __future__ import annotations

from datetime import date, datetime, time
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.cli.console import STRONG, listed, say, terminal
from dorsi.cli.files import STDIN, read_text, refuse_overwrite, shown_name, write_atomically
from dorsi.cli.journal_access import DataFolder
from dorsi.errors import UnknownName, UsageError
from dorsi.program.evaluate import evaluate
from dorsi.program.export.formats import FORMATS, ExportFormat, exported
from dorsi.program.export.options import DEFAULT_START_TIME, ExportOptions
from dorsi.program.reading import read_program

_ENDINGS = {entry.extension: entry for entry in FORMATS.values()}
JOURNAL = "journal"
_LOGS = ("json", "csv", "xlsx", "strong", "hevy")
_NAMES = f"{', '.join(_ENDINGS)}"


def export(
    file: Annotated[
        str,
        typer.Argument(
            metavar="PROGRAMME.yaml|journal",
            help="A programme file ('-' reads standard input), or the word journal for all that you logged.",
        ),
    ],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{_NAMES}; for the journal {', '.join(_LOGS)}; guessed from -o if left out.",
        ),
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Where to; default: beside the programme.")
    ] = None,
    start: Annotated[
        str, typer.Option("--start", metavar="YYYY-MM-DD", help="The Monday of week 1, for a calendar.")
    ] = "",
    at: Annotated[str, typer.Option("--time", metavar="HH:MM", help="When sessions begin; default: 18:00.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    data: DataFolder = None,
) -> None:
    """Turn a programme into something to print, log in, or put into a calendar; or take your journal elsewhere."""
    if file == JOURNAL:
        if start or at:
            raise UsageError("--start and --time are for programmes; the journal has its own days.")
        # Late, because it needs the store, which a programme does not.
        import_module("dorsi.cli.export_journal").export_journal(form, out, data, force=force)
        return
    chosen = _format(form, out)
    target = out or _beside(file, chosen)
    options = ExportOptions(today=date.today(), start=_date(start), start_time=_time(at))  # noqa: DTZ011 - local day
    refuse_overwrite(target, force, file)
    atlas = load_atlas()
    program = read_program(read_text(file), shown_name(file), atlas)
    write_atomically(target, exported(evaluate(program, atlas), chosen.name, options), private=False)
    say(terminal(), Text.assemble("Written to ", (str(target), STRONG), f". {chosen.description}"))


def _format(form: str, out: Path | None) -> ExportFormat:
    wanted = form.lower().lstrip(".") or (out.suffix.lower().lstrip(".") if out else "")
    if not wanted:
        raise UsageError(f"Name a format with -f: {listed([*_ENDINGS], 'or')}.")
    found = FORMATS.get(wanted) or _ENDINGS.get(wanted)
    ending = _ENDINGS.get(out.suffix.lower().lstrip(".")) if out else None
    if form and found is not None and ending is not None and ending.name != found.name:
        raise UsageError(f"-f {form} and {out} do not agree; leave out -f or give the file another ending.")
    if found is None:
        raise UnknownName("export format", wanted, [*FORMATS, *_ENDINGS], hint=f"There are {listed([*_ENDINGS])}.")
    return found


def _beside(file: str, chosen: ExportFormat) -> Path:
    if file == STDIN:
        raise UsageError("What comes from standard input has no name of its own. Say where to with -o.")
    return Path(file).with_suffix(f".{chosen.extension}")


def _date(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is not a date. Write it as year-month-day, for example 2026-11-23.") from None


def _time(text: str) -> time:
    if not text:
        return DEFAULT_START_TIME
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a local time of day
    except ValueError:
        raise UsageError(f"'{text}' is not a time of day. Write it as hours:minutes, for example 18:00.") from None
