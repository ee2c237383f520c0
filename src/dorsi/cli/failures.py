"""What is shown when something cannot go on: plain words on standard error, and the exit code."""

from __future__ import annotations

import os
import traceback

from rich.text import Text

from dorsi.cli.console import ACCENT, BAD, DOUBT, STRONG, Terminal, bullets, counted, say, terminal
from dorsi.errors import DorsiError, InvalidFile, TrainingRefused, WishesClash

UNEXPECTED = 70


def report(error: DorsiError) -> int:
    """Says what is wrong, in the form that suits it; the answer is the exit code."""
    console = terminal(errors=True)
    if isinstance(error, TrainingRefused):
        _refused(console, error)
    elif isinstance(error, WishesClash):
        _clash(console, error)
    elif isinstance(error, InvalidFile):
        for problem in error.problems:
            console.print(str(problem), soft_wrap=True)
        console.print(f"{counted(len(error.problems), 'problem')} found; nothing was done.", style=BAD)
    else:
        for paragraph in str(error).splitlines():
            say(console, paragraph)
    return error.exit_code


def report_unexpected(error: BaseException) -> int:
    """Owns up to a fault of Dorsi's own; DORSI_DEBUG=1 shows where it happened."""
    console = terminal(errors=True)
    if os.environ.get("DORSI_DEBUG"):
        console.print("".join(traceback.format_exception(error)), soft_wrap=True)
    say(
        console,
        f"Something went wrong inside Dorsi ({type(error).__name__}), and it is not your fault. Please report it: run "
        "the same command with DORSI_DEBUG=1 before it and send what it prints, with the file you used.",
        label=Text("Sorry: ", BAD),
    )
    return UNEXPECTED


def _refused(console: Terminal, error: TrainingRefused) -> None:
    _rule(console, DOUBT)
    say(console, error.headline, style=STRONG)
    console.print()
    bullets(console, error.reasons)
    console.print()
    say(console, error.advice)
    _rule(console, DOUBT)


def _clash(console: Terminal, error: WishesClash) -> None:
    _rule(console, ACCENT)
    say(console, "No safe programme fits these wishes together:", style=STRONG)
    bullets(console, error.wishes)
    if error.remedies:
        console.print()
        say(console, "Any one of these changes would make room:", style=STRONG)
        bullets(console, error.remedies)
    _rule(console, ACCENT)


def _rule(console: Terminal, style: str) -> None:
    console.print(("─" if console.drawing else "-") * console.width, style=style)
