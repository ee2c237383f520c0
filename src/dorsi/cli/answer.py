"""`dorsi answer`: the athlete's word on an entry that looks like a slip."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dorsi.atlas.load import load_atlas
from dorsi.cli.console import ACCENT, QUIET, STRONG, say, terminal
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.errors import UsageError
from dorsi.services.coaching import Coaching

LAST = "last"
_WORDS = {"yes": True, "y": True, "no": False, "n": False}


def answer(
    entry: Annotated[str, typer.Argument(metavar="SET", help="The set's id as 'dorsi today' shows it, or last.")],
    word: Annotated[str, typer.Argument(metavar="ANSWER", help="yes: it was so; no: it was a slip.")],
    data: DataFolder = None,
) -> None:
    """Say if a doubtful entry was right; until you do, it is not used."""
    true = _WORDS.get(word.strip().lower())
    if true is None:
        raise UsageError(f"'{word}' is no answer: write yes if the set was so, no if it was a slip.")
    at = desk(data)
    coaching = Coaching(at.store, at.clock, at.chance)
    doubts = coaching.state().doubts
    if not doubts:
        raise UsageError("No entry is in doubt, so there is nothing to answer.")
    doubt = doubts[-1] if entry.strip().lower() == LAST else next((d for d in doubts if d.set_id == entry), None)
    coaching.answer(doubt.set_id if doubt is not None else entry, true=true)
    assert doubt is not None, "the coach refuses a set that is not in question"
    console = terminal()
    name = load_atlas().exercises[doubt.exercise].short
    if true:
        say(console, Text(f"{name}: it counts.", f"{STRONG} {ACCENT}"))
        say(console, "The coach plans with it from the next session on.")
    else:
        say(console, Text(f"{name}: a slip, so it is not used.", f"{STRONG} {ACCENT}"))
        say(console, "The entry stays in the journal until you correct or delete it.")
    left = len(doubts) - 1
    if left:
        say(console, f"{left} more {'waits' if left == 1 else 'wait'} for an answer: see 'dorsi today'.", style=QUIET)
    say(console, "'dorsi undo' takes the answer back.", style=QUIET)
