"""`dorsi check`: any programme against the rules, and safe mends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dorsi.athlete.model import Athlete
from dorsi.cli.check_report import FileReport, exit_code, github_lines, json_text, render_text
from dorsi.cli.console import listed, terminal
from dorsi.cli.files import STDIN, read_text, shown_name, write_atomically
from dorsi.errors import DorsiError, UnknownName, UsageError
from dorsi.rules.registry import rule_by_code
from dorsi.services.checking import athlete_from_text, check_text, mend_text

_FORMATS = ("text", "json", "github")


def check(
    files: Annotated[
        list[str], typer.Argument(metavar="PROGRAMME.yaml", help="Programme files; '-' reads standard input.")
    ],
    athlete: Annotated[
        str | None,
        typer.Option("--athlete", "-a", metavar="ATHLETE.toml", help="Whose they are; default: who the file names."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"How to tell it: {listed(_FORMATS, 'or')}.")
    ] = "text",
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, in the files.")] = False,
    skip: Annotated[str, typer.Option("--skip", metavar="CODE,...", help="Rules to leave out.")] = "",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors do.")] = False,
) -> None:
    """Check any programme against the rules: what is wrong, why, and what to do about it.

    The exit code is 0 without errors, 1 with errors, 65 if a file cannot be read as a programme.
    """
    if form not in _FORMATS:
        raise UnknownName("report format", form, _FORMATS, hint=f"There are {listed(_FORMATS)}.")
    skipped = _skipped(skip)
    whose = athlete_from_text(read_text(athlete), shown_name(athlete)) if athlete else None
    reports = [_report(file, whose, skipped, fix=fix) for file in files]
    if fix and STDIN in files:
        sys.stdout.write(next(report.text for report in reports if report.file == shown_name(STDIN)))
        render_text(terminal(errors=True), reports)
    elif form == "text":
        render_text(terminal(), reports)
    else:
        told = json_text(reports) if form == "json" else "\n".join(github_lines(reports))
        sys.stdout.write(f"{told}\n" if told else "")
    raise typer.Exit(exit_code(reports, strict=strict))


def _skipped(text: str) -> frozenset[str]:
    """The codes of the rules to leave out. Raises UsageError for a health limit, UnknownName for no rule at all."""
    rules = [rule_by_code(code) for code in text.replace(",", " ").split()]
    health = [f"{rule.code} ({rule.name.lower()})" for rule in rules if rule.health]
    if health:
        are = "is a health limit" if len(health) == 1 else "are health limits"
        raise UsageError(f"Health limits cannot be switched off: {listed(health)} {are}. Leave out the others only.")
    return frozenset(rule.code for rule in rules)


def _report(file: str, whose: Athlete | None, skipped: frozenset[str], *, fix: bool) -> FileReport:
    """The report on one file; with `fix`, the file is mended first. What keeps it from being checked is kept too."""
    name, text = shown_name(file), ""
    try:
        text = read_text(file)
        if not fix:
            return FileReport(file=name, text=text, checked=check_text(text, name, whose, skip=skipped))
        mended = mend_text(text, name, whose, skip=skipped)
        if file != STDIN and mended.text != text:
            write_atomically(Path(file), mended.text)
        return FileReport(file=name, text=mended.text, checked=mended.checked, done=mended.done)
    except DorsiError as error:
        return FileReport(file=name, text=text, checked=None, failure=error)
