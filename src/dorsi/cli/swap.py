"""`dorsi swap`: another exercise in a place of the next session."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, say, terminal
from dorsi.cli.days import told
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.cli.render_findings import render_findings_short
from dorsi.cli.session_words import work_words
from dorsi.services.coaching import Coaching
from dorsi.services.training_day import training_day


def swap(
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="A number of the session, such as 4 or 5b, or its exercise.")
    ],
    exercise: Annotated[
        str | None, typer.Argument(metavar="EXERCISE", help="What to do instead; without it, what there is.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="For the next session only.")] = False,
    data: DataFolder = None,
) -> None:
    """Exchange an exercise of the next session; without EXERCISE see what could take its place."""
    at = desk(data)
    coaching = Coaching(at.store, at.clock, at.chance)
    console = terminal()
    if exercise is None:
        _render_alternatives(console, coaching, place)
        return
    before = coaching.next()
    old = before.item(place)
    after, findings = coaching.swap(place, exercise, once=once)
    day = training_day(at.store, coaching)
    item = next((i for i in after.items if old is not None and i.slot == old.slot), None)
    assert old is not None, "the coach refuses a place that is not there"
    if item is None or item.exercise.id == old.exercise.id:
        say(console, f"{old.exercise.short} keeps its place: the coach has put it there for another reason.")
        say(console, f"'dorsi why {old.slot}' tells which.", style=QUIET)
        return
    how = f"For the session of {told(after.due, coaching.today)}" if once else "From now on"
    say(console, Text.assemble((f"{item.exercise.short}", f"{STRONG} {ACCENT}"), f" instead of {old.exercise.spoken}."))
    says = ", ".join(work_words(item, day.athlete))
    say(console, f"{how}: {says}." + (f" Last: {item.last}." if item.last else ""))
    for decision in item.decisions[1:]:
        say(console, f"{decision.says} ({decision.rule})", style=QUIET)
    if findings:
        console.print()
        say(console, "What the rules say of it:")
        render_findings_short(console, findings)
    say(console, f"'dorsi undo' takes it back, and so does 'dorsi swap {item.slot} {old.exercise.id}'.", style=QUIET)


def _render_alternatives(console: Terminal, coaching: Coaching, place: str) -> None:
    item = coaching.next().item(place)
    found = coaching.alternatives(place)
    name = item.exercise.short if item is not None else place
    if not found:
        say(console, f"Nothing that your equipment allows could take the place of {name} without crowding the session.")
        return
    say(
        console,
        Text.assemble(
            ("Instead of ", STRONG),
            (name, f"{STRONG} {ACCENT}"),
            ("  what you have done before first, then the most alike", QUIET),
        ),
    )
    rows = [(each.exercise.id, each.load, each.says) for each in found]
    print_columns(
        console,
        [Column("exercise", style=ACCENT), Column("load", least=14), Column("change", least=12)],
        rows,
    )
    say(
        console,
        f"'dorsi swap {place} EXERCISE' puts one in its place for good, with --once for the next session only.",
        style=QUIET,
    )
