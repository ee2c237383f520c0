"""The programme on the screen: its heading, every session as a table, and the remarks once below."""

from __future__ import annotations

import re
from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from dorsi.cli.columns import Cell, Column, print_columns
from dorsi.cli.console import ACCENT, QUIET, STRONG, TIED, bullets, counted, heading, listed, say
from dorsi.cli.program_lines import Line, Notes, SessionLines, Stretch, stretches
from dorsi.program.evaluate import ProgramView
from dorsi.program.model import Program, Role

_STACKED_BELOW = 76
"""Narrower windows get two lines for each exercise instead of a table."""
_FULL_NAMES_FROM = 100


def render_program(console: Console, view: ProgramView, *, level: str = "", week: int | None = None) -> None:
    """Prints the whole programme, or one week of it."""
    _render_title(console, view.program, level)
    notes = Notes()
    shown = list(stretches(view, notes, week))
    table = _Table(console, shown)
    for stretch in shown:
        heading(console, stretch.heading)
        for session in stretch.sessions:
            _render_session(console, session, stretch, table)
    _render_legend(console, shown)
    if notes.texts:
        heading(console, "Notes")
        for number, text in enumerate(notes.texts, 1):
            say(console, text, indent=2, label=Text(f"({number}) ", QUIET))


def _render_title(console: Console, program: Program, level: str) -> None:
    say(console, Text(program.name, f"{STRONG} {ACCENT}"))
    parts = [f"for {_article(level)} {level} lifter"] if level else []
    parts.append(counted(program.weeks, "week"))
    per_week = [sum(s.takes_place(w) for s in program.sessions) for w in range(1, program.weeks + 1)]
    parts.append(f"{counted(max(per_week, default=0), 'session')} a week")
    days = list(dict.fromkeys(s.day for s in program.sessions if s.day is not None))
    if days:
        parts.append(listed([day.label for day in sorted(days, key=lambda d: d.number)]))
    elif program.days_between is not None:
        parts.append(f"{counted(program.days_between, 'full day')} between sessions")
    if program.source:
        parts.append(f"from {program.source}")
    say(console, ", ".join(parts)[:1].upper() + ", ".join(parts)[1:], style=QUIET)
    if program.note:
        console.print()
        say(console, program.note)


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"


def _render_session(console: Console, lines: SessionLines, stretch: Stretch, table: _Table) -> None:
    session = lines.session
    low, high = lines.minutes
    facts = [session.day.label] if session.day else []
    facts.append(f"about {low} min" if low == high else f"{low}-{high} min")
    if session.also:
        facts.append(f"same day as {listed([part.value.replace('-', ' ') for part in session.also])}")
    console.print()
    title = Text.assemble((session.title, STRONG), (f"  {', '.join(facts)}", QUIET))
    if session.id != session.title:
        title.append(f"  [{session.id}]", QUIET)
    say(console, title, indent=2)
    if session.note:
        say(console, session.note, style=QUIET, indent=2)
    if console.width < _STACKED_BELOW:
        _stacked(console, lines)
    else:
        table.print(console, lines)
    if lines.deload:
        say(
            console,
            "; ".join(_tied(part) for part in lines.deload),
            style=QUIET,
            indent=2,
            label=_deload(stretch),
            hang=2,
        )


def _deload(stretch: Stretch) -> Text:
    return Text(f"Week {stretch.deload}: ", QUIET)


def _tied(text: str) -> str:
    """Figures kept on one line: '2 x 5-8' never breaks inside."""
    return re.sub(r"(?<=[\dx]) (?=[\dx])|(?<=\d) (?=kg|lb|s\b|m\b|min|reps?\b)|(?<=\bat) (?=\d)", TIED, text)


class _Table:
    """The sessions' tables: the same columns at the same places through the whole programme."""

    def __init__(self, console: Console, shown: list[Stretch]) -> None:
        self.full = console.width >= _FULL_NAMES_FROM
        lines = [line for stretch in shown for session in stretch.sessions for line in session.lines]
        work = [line for line in lines if line.is_work]
        optional: list[tuple[bool, Column, Callable[[Line], str]]] = [
            (any(any(x.reserve) for x in work), Column("In reserve", least=8), lambda x: "\n".join(x.reserve)),
            (any(any(x.load) for x in work), Column("Load", least=9), lambda x: "\n".join(_load(x))),
            (any(x.rest for x in work), Column("Rest", style=QUIET), lambda x: x.rest),
            (self.full and any(x.tempo for x in work), Column("Tempo", style=QUIET), lambda x: x.tempo),
        ]
        self.columns = [Column("#", style=QUIET), Column("Exercise", least=16), Column("Sets x reps", least=11)]
        self.columns += [column for wanted, column, _ in optional if wanted]
        self.cells = [cell for wanted, _, cell in optional if wanted]
        self.beside = [self._row(line) for line in work]

    def print(self, console: Console, lines: SessionLines) -> None:
        """Prints one session."""
        rows: list[list[Cell]] = [
            self._row(line) if line.is_work else [line.place, quiet_line(line)] for line in lines.lines
        ]
        print_columns(console, self.columns, rows, beside=self.beside)

    def _row(self, line: Line) -> list[Cell]:
        return [line.place, _named(line, full=self.full), "\n".join(line.sets), *(cell(line) for cell in self.cells)]


def _stacked(console: Console, lines: SessionLines) -> None:
    margin = max((len(line.place) for line in lines.lines), default=1) + 2
    for line in lines.lines:
        label = Text(line.place.ljust(margin), QUIET)
        if not line.is_work:
            say(console, quiet_line(line), indent=2, label=label)
            continue
        say(console, _named(line, full=False).append("  " + ", ".join(line.sets), STRONG), indent=2, label=label)
        facts = [
            f"{', '.join(line.reserve)} in reserve" if any(line.reserve) and line.reserve != ("to the max",) else ""
        ]
        facts.append(", ".join(load for load in _load(line) if load))
        facts.append(line.rest if line.rest.startswith("then") else f"rest {line.rest}" if line.rest else "")
        say(console, ", ".join(fact for fact in facts if fact), style=QUIET, indent=2 + margin)


def quiet_line(line: Line) -> Text:
    """A warm-up, cardio or stretch in one quiet phrase: 'Deadlift, warm up: 5 x 40 kg'."""
    word = "warm up" if line.role is Role.WARMUP else ""
    loads = line.load if len(line.load) == len(line.sets) else line.load * len(line.sets)
    singles = len(line.sets) > 1 and all(text.startswith("1 x ") for text in line.sets)
    parts = [
        _tied(f"{sets.removeprefix('1 x ') if singles else sets} {_joined(load)}".strip())
        for sets, load in zip(line.sets, loads, strict=True)
    ]
    name = f"{line.exercise.short}, {word}" if word else line.exercise.short
    mark = f" ({line.note})" if line.note else ""
    extras = f" ({', '.join(line.extras)})" if line.extras else ""
    return Text(f"{name}: {', '.join(parts)}{extras}{mark}", QUIET)


def _joined(load: str) -> str:
    if load in ("", "light", "body weight"):
        return load.removeprefix("body weight")
    return "at " + load.replace("% of max", "% of the work load")


def _named(line: Line, *, full: bool) -> Text:
    name = Text(line.exercise.name if full else line.exercise.short)
    if line.role is Role.TEST:
        name.append(", test", QUIET)
    if line.extras:
        name.append(f" ({', '.join(line.extras)})", QUIET)
    if line.note and not _finds(line):
        name.append(f" ({line.note})", QUIET)
    return name


def _load(line: Line) -> list[str]:
    return [f"find it ({line.note})", *line.load[1:]] if _finds(line) else list(line.load)


def _finds(line: Line) -> bool:
    return line.load[:1] == ("find it",)


def _render_legend(console: Console, shown: list[Stretch]) -> None:
    lines = [line for stretch in shown for session in stretch.sessions for line in session.lines if line.is_work]
    says = []
    if any(any(line.reserve) for line in lines):
        says.append("In reserve: the clean reps you could still do when you stop the set.")
    if any(load.startswith(("body +", "body -")) for line in lines for load in line.load):
        says.append("Body + 10 kg: your body weight with 10 kg hung on; body - 10 kg: with that much help.")
    if console.width >= _FULL_NAMES_FROM and any(line.tempo for line in lines):
        says.append("Tempo: seconds down, hold, up, hold; X is as fast as you control.")
    if says:
        console.print()
        for sentence in says:
            say(console, sentence, style=QUIET)


def render_reasons(console: Console, program: Program) -> None:
    """The sentences the planner left about the week."""
    if program.reasons:
        heading(console, "Why this week")
        bullets(console, program.reasons)
