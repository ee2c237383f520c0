"""Columns of text without lines around them; what is too long wraps inside its own column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from dorsi.cli.console import QUIET, TIED

_GAP = 2
Cell = str | Text


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the narrowest it may get (0: it never shrinks) and the style of plain cells."""

    title: str = ""
    least: int = 0
    style: str = ""
    right: bool = False


def print_columns(
    console: Console,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    indent: int = 2,
    beside: Sequence[Sequence[Cell]] = (),
) -> None:
    """Prints rows; a row with fewer cells than columns lets its last cell run over the rest.

    `beside` are rows of other tables that should line up with this one.
    """
    widths = _widths(columns, [*rows, *beside], console.width - indent)
    if any(column.title for column in columns):
        _print_row(console, columns, [Text(column.title, QUIET) for column in columns], widths, indent)
    for row in rows:
        _print_row(console, columns, row, widths, indent)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: int) -> list[int]:
    widths = [len(column.title) for column in columns]
    for row in rows:
        if len(row) == len(columns):
            for index, cell in enumerate(row):
                widths[index] = max(widths[index], *(line.cell_len for line in _text(cell).split("\n")), 0)
        else:
            for index, cell in enumerate(row[:-1]):
                widths[index] = max(widths[index], _text(cell).cell_len)
    free = room - _GAP * (len(columns) - 1)
    while sum(widths) > free:
        spare = [w - c.least if c.least else 0 for w, c in zip(widths, columns, strict=True)]
        widest = max(range(len(widths)), key=lambda index: (spare[index] > 0) * widths[index])
        if spare[widest] <= 0:
            break
        widths[widest] -= 1
    return widths


def _print_row(
    console: Console, columns: Sequence[Column], row: Sequence[Cell], widths: Sequence[int], indent: int
) -> None:
    own = list(widths[: len(row)])
    if len(row) < len(columns):
        own[-1] = max(console.width - indent - sum(own[:-1]) - _GAP * (len(own) - 1), 16)
    wrapped = []
    for cell, column, width in zip(row, columns, own, strict=False):
        text = _text(cell, column.style)
        wrapped.append([*text.wrap(console, max(width, 1))] or [Text()])
    for number in range(max(len(lines) for lines in wrapped)):
        line = Text(" " * indent)
        for lines, column, width in zip(wrapped, columns, own, strict=False):
            part = lines[number].copy() if number < len(lines) else Text()
            part.rstrip()
            blanks = " " * max(width - part.cell_len, 0)
            line.append(blanks if column.right else "").append_text(part).append("" if column.right else blanks)
            line.append(" " * _GAP)
        line.rstrip()
        line.plain = line.plain.replace(TIED, " ")
        console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _text(cell: Cell, style: str = "") -> Text:
    return Text(cell, style) if isinstance(cell, str) else cell
