"""`dorsi rule`: all rules by family, or one in full."""

from __future__ import annotations

from collections.abc import Sequence
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
from dorsi.coach.coaching_rules import FAMILIES as COACHING_FAMILIES
from dorsi.coach.coaching_rules import RULES as COACHING_RULES
from dorsi.coach.coaching_rules import CoachingRule, coaching_rule
from dorsi.errors import UnknownName, nearest
from dorsi.rules.base import Rule
from dorsi.rules.finding import Severity
from dorsi.rules.registry import FAMILIES, all_rules, rule_by_code
from dorsi.rules.scopes import EntryRule

COACHING = frozenset(entry.code for entry in COACHING_RULES)
_STYLES = {Severity.ERROR: BAD, Severity.WARNING: DOUBT, Severity.ADVICE: ACCENT}
_SEVERITY_WORDS = {
    Severity.ERROR: "error: a session that breaks it should not be trained as it is",
    Severity.WARNING: "warning: worth a second look before you train",
    Severity.ADVICE: "advice: fine to train, could be better",
}


def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A rule's code, such as SCH101 or PRG101, or name.")
    ] = None,
) -> None:
    """Look up a rule: what it checks, why, how sure that is, and where it comes from."""
    console = terminal()
    if code is None:
        _render_list(console)
    elif code.strip().upper() in COACHING:
        _render_coaching_card(console, coaching_rule(code))
    else:
        _render_card(console, _rule(code))


def _rule(code: str) -> Rule:
    try:
        return rule_by_code(code)
    except UnknownName as error:
        close = error.suggestions or nearest(code, COACHING)
        raise UnknownName("rule", code, close, hint="List them all with 'dorsi rule'.") from None


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
    _render_coaching_list(console)
    console.print()
    health = sum(entry.health for entry in rules)
    say(
        console,
        f"{len(rules)} rules for programmes, of which {health} are health limits (*) that nobody can switch off, and "
        f"{len(COACHING_RULES)} that the coach follows from session to session. 'dorsi rule CODE' shows one in full.",
        style=QUIET,
    )


def _render_coaching_list(console: Terminal) -> None:
    for family, members in groupby(COACHING_RULES, key=lambda entry: entry.code[:3]):
        console.print()
        say(
            console,
            Text.assemble((COACHING_FAMILIES[family], f"{STRONG} {ACCENT}"), ("  what the coach does", QUIET)),
        )
        rows = [(entry.code, Text(entry.grade.value, QUIET), entry.name) for entry in members]
        print_columns(console, [Column(), Column(), Column(least=20)], rows)


def _render_coaching_card(console: Terminal, entry: CoachingRule) -> None:
    say(console, Text.assemble((entry.code, f"{STRONG} {ACCENT}"), "  ", (entry.name, STRONG)))
    say(console, f"what the coach does, {COACHING_FAMILIES[entry.code[:3]].lower()}", style=QUIET)
    console.print()
    rows = [("How sure", grade_text(entry.grade))]
    print_columns(console, [Column(style=QUIET), Column(least=30)], rows, indent=0)
    for title, prose in (("What it does", entry.does), ("Why", entry.why)):
        heading(console, title)
        say(console, prose)
    _render_sources(console, entry.claims, entry.references)


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
    _render_sources(console, entry.claims, entry.references)


def _render_sources(console: Terminal, claims: Sequence[str], references: Sequence[str]) -> None:
    if claims or references:
        atlas = load_atlas()
        heading(console, "Where it comes from")
        render_claims(console, claims, atlas)
        render_references(console, references, atlas)


def _binds(entry: Rule) -> bool:
    return type(entry).constrain not in (Rule.constrain, EntryRule.constrain)
