"""Small pictures of numbers: a line of blocks, bars against a band, points over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG

_BLOCKS, _PLAIN = "▁▂▃▄▅▆▇█", "_.-=+*#"


def sparkline(values: Sequence[float], *, drawing: bool, least_span: float = 0.0) -> str:
    """The values from lowest to highest as blocks, oldest first; all alike makes a flat middle line.

    The blocks span at least the share `least_span` of the highest value, so that trifles stay small.
    """
    signs = _BLOCKS if drawing else _PLAIN
    if not values:
        return ""
    low, high = min(values), max(values)
    if high <= low:
        return signs[len(signs) // 2 - 1] * len(values)
    spare = max(0.0, least_span * abs(high) - (high - low)) / 2
    low, high = low - spare, high + spare
    return "".join(signs[round((value - low) / (high - low) * (len(signs) - 1))] for value in values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where an amount should lie, and where it must not go beyond."""

    low: float
    high: float
    cap: float


def band_bar(amount: float, span: Span | None, most: float, width: int, *, drawing: bool, quiet: bool = False) -> Text:
    """A bar with the room up to the top of the band and up to the ceiling behind it.

    `most` is the amount that fills the width; with `quiet` too little is no fault.
    """
    full, room, above = bar_signs(drawing)
    top, cap = (span.high, span.cap) if span is not None else (0.0, 0.0)
    cells = [round(min(value, most) / most * width) if most else 0 for value in (amount, top, cap)]
    if amount and not cells[0]:
        cells[0] = 1
    bar = Text(full * cells[0], amount_style(amount, span, quiet=quiet))
    bar.append(room * max(cells[1] - cells[0], 0), QUIET)
    return bar.append(above * max(cells[2] - max(cells[0], cells[1]), 0), QUIET)


def amount_style(amount: float, span: Span | None, *, quiet: bool = False) -> str:
    """The colour of an amount: a doubt where it lies outside of its band."""
    if span is None:
        return ACCENT
    low = amount < span.low and not quiet
    return DOUBT if low or amount > span.high else ACCENT


def bar_signs(drawing: bool) -> tuple[str, str, str]:
    """What is done, the room up to the top of the band, and up to the ceiling."""
    return ("█", "▒", "░") if drawing else ("#", "=", ".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A value on a day; `hollow` for one that was meant to be low."""

    on: date
    value: float
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is to come: the day, the value and its band."""

    on: date
    value: float
    low: float
    high: float


def chart(
    dots: Sequence[Dot], expected: Expected | None, *, width: int, height: int, drawing: bool, label: str = "{:.0f}"
) -> list[Text]:
    """Points over time with the expected value and its band at the right, as lines of text.

    Days have their true distance. The axis at the left is labelled at the top, in the middle and at the bottom.
    """
    dot, hollow, band, mean = ("●", "○", "│", "◆") if drawing else ("*", "o", "|", "+")
    values = [each.value for each in dots] + ([expected.low, expected.high] if expected is not None else [])
    low, high = min(values), max(values)
    if high - low < high * 0.02:
        low, high = low - high * 0.01, high + high * 0.01
    names = {0: label.format(high), (height - 1) // 2: "", height - 1: label.format(low)}
    names[(height - 1) // 2] = label.format(high - (high - low) * ((height - 1) // 2) / (height - 1))
    margin = max(len(name) for name in names.values())
    room = max(width - margin - 2, 10)
    first = dots[0].on.toordinal()
    last = max(dots[-1].on, expected.on if expected is not None else dots[-1].on).toordinal()
    grid: list[list[tuple[str, str]]] = [[(" ", "")] * room for _ in range(height)]

    def column(day: date) -> int:
        return round((day.toordinal() - first) / max(last - first, 1) * (room - 1))

    def row(value: float) -> int:
        return round((high - value) / (high - low) * (height - 1))

    if expected is not None:
        place = column(expected.on)
        for height_ in range(row(expected.high), row(expected.low) + 1):
            grid[height_][place] = (band, QUIET)
        grid[row(expected.value)][place] = (mean, STRONG)
    for each in dots:
        grid[row(each.value)][column(each.on)] = (hollow, QUIET) if each.hollow else (dot, ACCENT)
    bar = "┤" if drawing else "|"
    lines = []
    for number, cells in enumerate(grid):
        line = Text(f"{names.get(number, '').rjust(margin)} {bar}", QUIET)
        for sign, style in cells:
            line.append(sign, style)
        line.rstrip()
        lines.append(line)
    start, end = f"{dots[0].on:%d %b}".lstrip("0"), f"{date.fromordinal(last):%d %b}".lstrip("0")
    lines.append(Text(" " * (margin + 2) + start + end.rjust(room - len(start)), QUIET))
    return lines
