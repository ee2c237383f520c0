"""What `dorsi check` found in its files, and the forms in which it is told: text, JSON, GitHub annotations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from dorsi.cli.console import ACCENT, BAD, QUIET, STRONG, Terminal, bullets, counted, say
from dorsi.cli.finding_lines import line_of
from dorsi.cli.render_findings import counts_text, render_findings
from dorsi.errors import DorsiError, InvalidFile, Problem
from dorsi.rules.finding import Finding, Severity
from dorsi.services.checking import Checked
from dorsi.services.finding_document import finding_document

JSON_FORMAT = "check/1"
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """One file: its check, or why it could not be checked; and what was mended first."""

    file: str
    text: str
    checked: Checked | None
    failure: DorsiError | None = None
    done: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings; none where the file could not be checked."""
        return self.checked.findings if self.checked else ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What kept the file from being checked, as problems with places."""
        if isinstance(self.failure, InvalidFile):
            return self.failure.problems
        return (Problem(file=self.file, where="", message=str(self.failure)),) if self.failure else ()


def exit_code(reports: Sequence[FileReport], *, strict: bool) -> int:
    """A file that cannot be checked decides; then errors (and warnings, if strict)."""
    for report in reports:
        if report.failure is not None:
            return report.failure.exit_code
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(finding.severity in bad for report in reports for finding in report.findings))


def render_text(console: Terminal, reports: Sequence[FileReport]) -> None:
    """For people: by file and place, with a summary."""
    for number, report in enumerate(reports):
        if number:
            console.print()
        say(console, Text.assemble((report.file, f"{STRONG} {ACCENT}"), (_whose(report.checked), QUIET)))
        if report.done:
            say(console, f"Mended {counted(len(report.done), 'thing')}:", style=STRONG)
            bullets(console, report.done)
        for problem in report.problems:
            console.print(str(problem) if isinstance(report.failure, InvalidFile) else problem.message, soft_wrap=True)
        if report.problems:
            say(console, "This file was not checked.", style=BAD)
        if report.checked is None:
            continue
        render_findings(console, report.findings, [s.id for s in report.checked.program.sessions])
        if report.findings:
            console.print()
        summary = counts_text(report.findings)
        say(console, summary[:1].upper() + summary[1:] + ".", style=STRONG)


def _whose(checked: Checked | None) -> str:
    if checked is None:
        return ""
    if checked.athlete is None:
        return "  checked for an intermediate lifter without limits; --athlete names yours"
    return f"  checked for {checked.athlete.name}, {checked.athlete.level.value}"


def json_text(reports: Sequence[FileReport]) -> str:
    """For programs."""
    totals = {severity.value: sum(f.severity is severity for r in reports for f in r.findings) for severity in Severity}
    document = {"dorsi": JSON_FORMAT, "files": [_file_json(report) for report in reports], "totals": totals}
    return json.dumps(document, indent=2, ensure_ascii=False)


def _file_json(report: FileReport) -> dict[str, Any]:
    checked = report.checked
    athlete = checked.athlete if checked else None
    return {
        "file": report.file,
        "programme": checked.program.name if checked else None,
        "athlete": {"name": athlete.name, "level": athlete.level.value} if athlete else None,
        "mended": list(report.done),
        "problems": [
            {"line": p.line, "column": p.column, "where": p.where, "message": p.message, "remedy": p.remedy}
            for p in report.problems
        ],
        "findings": [{**finding_document(finding), "line": _line(finding, report)} for finding in report.findings],
    }


def github_lines(reports: Sequence[FileReport]) -> Iterator[str]:
    """For GitHub's workflow log, which shows them beside the file's lines."""
    for report in reports:
        for problem in report.problems:
            place = {"file": problem.file, "line": problem.line or 1, "col": problem.column, "title": "Unreadable"}
            yield _command("error", place, " ".join(part for part in (problem.message, problem.remedy) if part))
        for finding in report.findings:
            place = {"file": report.file, "line": _line(finding, report), "title": finding.code}
            yield _command(_GITHUB[finding.severity], place, f"{finding.message} {finding.remedy}")


def _line(finding: Finding, report: FileReport) -> int:
    assert report.checked is not None
    return line_of(report.text, report.checked.program, finding.place)


def _command(kind: str, place: dict[str, Any], message: str) -> str:
    fields = ",".join(
        f"{key}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for key, value in place.items()
        if value is not None
    )
    return f"::{kind} {fields}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
