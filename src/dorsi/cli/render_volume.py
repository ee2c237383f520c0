"""Weekly volume as bars against what the level calls for, and how the work is balanced."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.text import Text

from dorsi.atlas.model import Level, Pattern
from dorsi.atlas.volume import set_value
from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, BAD, DOUBT, QUIET, Terminal, heading, say
from dorsi.program.evaluate import Entry, ProgramView, WeekView
from dorsi.rules.bounds import WEEKLY, Band
from dorsi.units import number

_WIDE, _NARROW = 26, 14
_WIDTH = {Pattern.VERTICAL_PULL, Pattern.SHOULDER_EXTENSION}
_THICKNESS = {Pattern.HORIZONTAL_PULL, Pattern.HORIZONTAL_ABDUCTION}
_LOWER_BACK = {Pattern.HINGE, Pattern.SPINAL_EXTENSION}
_TRAPEZIUS = ("trapezius-upper", "trapezius-middle", "trapezius-lower")


def render_volume(
    console: Terminal, view: ProgramView, level: Level, *, week: int | None = None, assumed: bool = False
) -> None:
    """Bars of weekly hard sets for each muscle group; ranges where training weeks differ."""
    weeks = [view.by_week[week]] if week is not None else list(view.training_weeks) or list(view.weeks)
    what = f"in week {week}" if week is not None else "a week"
    heading(
        console,
        f"Hard sets {what}",
        f"against what suits {_a(level)}" + (", for want of a stated level" if assumed else ""),
    )
    most = max(band[level].cap for band in WEEKLY.values())
    width = _WIDE if console.width >= 76 else _NARROW
    easy = all(entry.is_deload for entry in weeks)
    rows: list[Sequence[str | Text]] = []
    for group, bands in WEEKLY.items():
        amounts = [entry.volume.get(group, 0.0) for entry in weeks]
        band = bands[level]
        rows.append(
            (
                group.label,
                _bar(_mean(amounts, weeks), band, most, width, console.drawing, easy),
                Text(_range(amounts), _style(max(amounts), min(amounts), band, easy)),
                Text(f"target {number(band.low)}-{number(band.high)}", QUIET),
            )
        )
    print_columns(console, [Column(), Column(), Column(right=True), Column()], rows)
    full, room, above = _signs(console.drawing)
    say(
        console,
        f"{full} planned  {room} room to the top of the target  {above} room to the ceiling. "
        "A set counts 1 for what it trains directly and 0.5 for what helps; the targets are rules of thumb.",
        style=QUIET,
        indent=2,
    )
    _render_balance(console, weeks)


def _a(level: Level) -> str:
    return f"{'a' if level is Level.BEGINNER else 'an'} {level.value} lifter"


def _mean(amounts: list[float], weeks: Sequence[WeekView]) -> float:
    total = sum(len(week.weeks) for week in weeks)
    return sum(amount * len(week.weeks) for amount, week in zip(amounts, weeks, strict=True)) / total


def _range(amounts: list[float]) -> str:
    low, high = number(min(amounts)), number(max(amounts))
    return low if low == high else f"{low}-{high}"


def _style(high: float, low: float, band: Band, easy: bool) -> str:
    """The colour of an amount; in a deload nothing is too little."""
    if high > band.cap:
        return BAD
    return DOUBT if high > band.high or (low < band.low and not easy) else ACCENT


def _bar(amount: float, band: Band, most: float, width: int, drawing: bool, easy: bool) -> Text:
    full, room, above = _signs(drawing)
    cells = [round(min(value, most) / most * width) for value in (amount, band.high, band.cap)]
    if amount and not cells[0]:
        cells[0] = 1
    bar = Text(full * cells[0], _style(amount, amount, band, easy))
    bar.append(room * max(cells[1] - cells[0], 0), QUIET)
    return bar.append(above * max(cells[2] - max(cells[0], cells[1]), 0), QUIET)


def _signs(drawing: bool) -> tuple[str, str, str]:
    return ("█", "▒", "░") if drawing else ("#", "=", ".")


def _render_balance(console: Terminal, weeks: Sequence[WeekView]) -> None:
    def sets(counts: Callable[[Entry], float]) -> str:
        return _range([sum(counts(entry) * entry.hard_sets for entry in week.work) for week in weeks])

    def of(patterns: set[Pattern]) -> Callable[[Entry], float]:
        return lambda entry: float(entry.exercise.pattern in patterns)

    def muscle(muscle_id: str) -> Callable[[Entry], float]:
        return lambda entry: set_value(entry.exercise.muscles.get(muscle_id, 0.0))

    rows: Mapping[str, tuple[str, ...]] = {
        "Pulls, vertical : horizontal": (sets(of({Pattern.VERTICAL_PULL})), sets(of({Pattern.HORIZONTAL_PULL}))),
        "Trapezius, upper : middle : lower": tuple(sets(muscle(part)) for part in _TRAPEZIUS),
        "Width : thickness : lower back": (sets(of(_WIDTH)), sets(of(_THICKNESS)), sets(of(_LOWER_BACK))),
    }
    console.print()
    print_columns(console, [Column(), Column()], [(name, " : ".join(parts)) for name, parts in rows.items()])
