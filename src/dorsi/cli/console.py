"""How Dorsi looks in a terminal: one console, a few styles, paragraphs that wrap and hang."""

from __future__ import annotations

import sys
from typing import NoReturn

from rich.console import Console
from rich.text import Text

ACCENT = "green"
STRONG = "bold"
QUIET = "dim"
BAD = "red"
DOUBT = "yellow"
TIED = "\ue000"
"""Stands for a blank at which no line is broken, and is printed as one; rich breaks at the usual sign for that."""
WIDEST = 110
"""Lines longer than this are hard to read, however wide the window."""


class Terminal(Console):
    """A console whose reader may go away early (`dorsi show plan.yaml | head`) without any fuss."""

    def on_broken_pipe(self) -> NoReturn:
        """Ends quietly; rich would answer with exit code 1."""
        raise BrokenPipeError

    @property
    def drawing(self) -> bool:
        """True if block characters can be shown."""
        return self.encoding.lower().startswith("utf")


def terminal(*, errors: bool = False) -> Terminal:
    """The console for output, or for error messages; it never reads markup in what it prints."""
    made = Terminal(
        file=sys.stderr if errors else sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False
    )
    if made.width > WIDEST:
        made.width = WIDEST
    return made


def say(
    console: Console,
    content: str | Text,
    *,
    style: str = "",
    indent: int = 0,
    label: str | Text = "",
    hang: int | None = None,
) -> None:
    """Prints a paragraph: the label first, the text wrapped beside it, no blanks at line ends.

    With `hang` the text runs on under its label, that much further in.
    """
    head = Text.styled(label, STRONG) if isinstance(label, str) else label
    body = Text.styled(content, style) if isinstance(content, str) else content
    if hang is not None:
        body, head = Text.assemble(head, body), Text()
    further = head.cell_len if hang is None else hang
    width = max(console.width - indent - further, 16)
    for number, line in enumerate(body.wrap(console, width) or [Text()]):
        margin = Text(" " * indent) + head if number == 0 else Text(" " * (indent + further))
        line.rstrip()
        line.plain = line.plain.replace(TIED, " ")
        console.print(margin + line, no_wrap=True, overflow="ignore", crop=False)


def heading(console: Console, title: str, note: str = "") -> None:
    """A title in the accent colour after a blank line, with something quiet beside it."""
    console.print()
    say(console, Text.assemble((title, f"{STRONG} {ACCENT}"), (f"  {note}" if note else "", QUIET)))


def bullets(console: Console, lines: tuple[str, ...] | list[str], *, indent: int = 2, numbered: bool = False) -> None:
    """A list, each entry hanging behind its dash or number."""
    for number, line in enumerate(lines, 1):
        say(console, line, indent=indent, label=Text(f"{number}. " if numbered else "- ", QUIET))


def listed(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def counted(count: int, one: str, many: str = "") -> str:
    """'1 error', '2 errors'."""
    return f"{count} {one if count == 1 else many or one + 's'}"
