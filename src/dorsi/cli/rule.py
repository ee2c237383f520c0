"""`dorsi rule`: all rules by family, or one in full."""

from __future__ import annotations

from itertools import groupby
from textwrap import dedent
from typing import Annotated

import typer
from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.cli.citing import grade_text, render_claims, render_references
from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, BAD, DOUBT, QUIET, STRONG, Terminal, heading, say, terminal
from dorsi.cli.yaml_colours import coloured
from dorsi.rules.base import Rule
from dorsi.rules.finding import Severity
from dorsi.rules.registry import FAMILIES, all_rules, rule_by_code
from dorsi.rules.scopes import EntryRule

_STYLES = {Severity.ERROR: BAD, Severity.WARNING: DOUBT, Severity.ADVICE: ACCENT}
_SEVERITY_WORDS = {
    Severity.ERROR: "error: a session that breaks it should not be trained as it is",
    Severity.WARNING: "warning: worth a second look before you train",
    Severity.ADVICE: "advice: fine to train, could be better",
}


def rule(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="A rule's code, such as SCH101, or name.")] = None,
) -> None:
    """Look up a rule: what it checks, why, how sure that is, and where it comes from."""
    console = terminal()
    if code is None:
        _render_list(console)
    else:
        _render_card(console, rule_by_code(code))


def _render_list(console: Terminal) -> None:
    rules = sorted(all_rules(), key=lambda entry: [*FAMILIES].index(entry.code[:3]))
    for number, (family, members) in enumerate(groupby(rules, key=lambda entry: entry.code[:3])):
        if number:
            console.print()
        say(console, FAMILIES[family], style=f"{STRONG} {ACCENT}")
        rows = [
            (
                entry.code,
                Text(entry.severity.value, _STYLES[entry.severity]),
                entry.name + (" *" if entry.health else ""),
            )
            for entry in members
        ]
        print_columns(console, [Column(), Column(), Column(least=20)], rows)
    console.print()
    health = sum(entry.health for entry in rules)
    say(
        console,
        f"{len(rules)} rules; {health} are health limits (*), which nobody can switch off. "
        "'dorsi rule CODE' shows one in full.",
        style=QUIET,
    )


def _render_card(console: Terminal, entry: Rule) -> None:
    say(console, Text.assemble((entry.code, f"{STRONG} {ACCENT}"), "  ", (entry.name, STRONG)))
    say(console, f"{entry.slug}, {FAMILIES[entry.code[:3]].lower()}", style=QUIET)
    console.print()
    facts: dict[str, str | Text] = {
        "Severity": Text(_SEVERITY_WORDS[entry.severity], _STYLES[entry.severity]),
        "How sure": grade_text(entry.confidence),
        "Planner": "plans by it" if _binds(entry) else "its finished plans are checked against it",
    }
    if entry.health:
        facts["Health"] = "a health limit: it cannot be switched off"
    print_columns(console, [Column(style=QUIET), Column(least=30)], list(facts.items()), indent=0)
    for title, prose in (("What it checks", entry.checks), ("Why", entry.why), ("Where it ends", entry.limits)):
        heading(console, title)
        say(console, prose)
    for title, example in (("Draws a finding", entry.bad), ("Does not", entry.good)):
        heading(console, title)
        for line in coloured(dedent(example).strip("\n")):
            console.print(Text("  ").append_text(line), soft_wrap=True)
    atlas = load_atlas()
    if entry.claims or entry.references:
        heading(console, "Where it comes from")
        render_claims(console, entry.claims, atlas)
        render_references(console, entry.references, atlas)


def _binds(entry: Rule) -> bool:
    return type(entry).constrain not in (Rule.constrain, EntryRule.constrain)
