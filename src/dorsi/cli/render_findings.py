"""Findings on the screen: grouped by place, each with its reason and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from dorsi.cli.console import ACCENT, BAD, DOUBT, QUIET, STRONG, counted, listed, say
from dorsi.rules.finding import Finding, Severity

STYLES = {Severity.ERROR: BAD, Severity.WARNING: DOUBT, Severity.ADVICE: ACCENT}
_MANY = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.ADVICE: "pieces of advice"}
_ONE = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "piece of advice"}


def render_findings(console: Console, findings: Sequence[Finding], sessions: Sequence[str]) -> None:
    """Every finding in full, by place: those with errors first, then as the programme runs."""
    for place, group in groupby(_by_place(findings, sessions), key=lambda finding: str(finding.place)):
        console.print()
        say(console, Text(place[:1].upper() + place[1:] if place == "whole programme" else place, STRONG))
        for finding in group:
            label = Text.assemble((finding.severity.value, STYLES[finding.severity]), (f" {finding.code}  ", QUIET))
            say(console, finding.message, indent=2, label=label, hang=2)
            say(console, finding.why, indent=4, label=Text("Why: ", QUIET), style=QUIET)
            tail = Text(finding.remedy)
            if finding.fix:
                tail.append(" (--fix can do this)", QUIET)
            say(console, tail, indent=4, label=Text("Do:  ", QUIET))


def render_findings_short(console: Console, findings: Sequence[Finding]) -> None:
    """Every finding in a sentence."""
    for finding in findings:
        label = Text.assemble((finding.severity.value, STYLES[finding.severity]), " ")
        say(
            console,
            Text.assemble(finding.message, (f"  {finding.place}, {finding.code}", QUIET)),
            indent=2,
            label=label,
        )


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    return {severity: sum(f.severity is severity for f in findings) for severity in Severity}


def counts_text(findings: Sequence[Finding]) -> str:
    """'1 error and 2 warnings', or 'nothing to criticise'."""
    parts = [counted(n, _ONE[severity], _MANY[severity]) for severity, n in counts(findings).items() if n]
    return listed(parts) or "nothing to criticise"


def _by_place(findings: Sequence[Finding], sessions: Sequence[str]) -> list[Finding]:
    worst: dict[str, int] = {}
    for finding in findings:
        place = str(finding.place)
        worst[place] = min(worst.get(place, finding.severity.rank), finding.severity.rank)

    def position(finding: Finding) -> tuple[object, ...]:
        place = finding.place
        session = sessions.index(place.session) + 1 if place.session in sessions else 0
        return (worst[str(place)] > 0, session, place.block or 0, place.member or 0, str(place), finding.severity.rank)

    return sorted(findings, key=position)
