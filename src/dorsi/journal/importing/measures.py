"""Load, repetitions, time, distance and effort of one row, checked for what a set can hold.

What cannot be so is not used; its text is kept, so that it ends up in the note of the set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from operator import itemgetter

from dorsi.journal.importing.foreign import Guess
from dorsi.journal.importing.gathering import NOTHING_ENTERED, Refusal
from dorsi.journal.importing.table import Column, Row, Table
from dorsi.journal.importing.values import Numbers, is_blank, mass_unit, metres_in, number_and_unit, seconds_of
from dorsi.journal.model import LoadMode
from dorsi.units import MassUnit

MOST_REPS = 3000
"""Heuristic: more repetitions than this in one set are a slip of the finger."""
MOST_LOAD = 2500.0
"""Heuristic: a load beyond this, in either unit, is a slip of the finger."""
MOST_SECONDS = 24 * 3600.0
"""Heuristic: no set lasts longer than a day."""
MOST_METRES = 1_000_000.0
"""Heuristic: no set goes further than this."""
MOST_RESERVE = 50.0
"""Heuristic: nobody stops a set this far from failure and knows it."""

_ASSISTED = re.compile(r"assist|unterst[üu]tzt|asistid|wspomag|гравитрон|поддержк")
_BODY_LIFTS = re.compile(
    r"pull|chin|\bdips?\b|muscle|push|nordic|klimm|domina|trazion|barra fixa|traction|подтяг|брусья|podci"
)


class _Help(Enum):
    """Whether a load can be help: never, where it is negative, or always, since the exercise's name says so."""

    NEVER = auto()
    POSSIBLE = auto()
    NAMED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a row says of its set; `doubts` are values that were not used, as "Reps: 10000"."""

    load: float | None = None
    unit: MassUnit | None = None
    mode: LoadMode | None = None
    reps: int | None = None
    seconds: float | None = None
    metres: float | None = None
    rpe: float | None = None
    rir: float | None = None
    doubts: tuple[str, ...] = ()

    def note(self, *texts: str) -> str:
        """The texts and the doubts as one note."""
        return "\n".join(text for text in (*texts, *self.doubts) if text)


class Measures:
    """Finds the columns of measures in a table and reads them row by row.

    The decimal sign is settled from all cells of these columns.
    """

    def __init__(
        self,
        table: Table,
        *,
        loads: Sequence[Column] | None = None,
        distances: Sequence[Column] | None = None,
        seconds: Sequence[str] = ("seconds", "duration", "time"),
    ) -> None:
        columns = _as_typed(table, table.named("weight") if loads is None else tuple(loads))
        lengths = table.named("distance") if distances is None else tuple(distances)
        self._loads = [(column.index, mass_unit(column.unit) or mass_unit(column.name)) for column in columns]
        self._load_unit = table.index("weight unit", "weightunit")
        self._distances = [(column.index, metres_in(column.unit) or metres_in(column.name)) for column in lengths]
        self._distance_unit = table.index("distance unit")
        self._reps, self._rpe, self._rir = table.index("reps"), table.index("rpe"), table.index("rir")
        self._seconds = table.index(*seconds)
        self._headings = {column.index: column.heading for column in table.columns}
        numeric = [column.index for column in (*columns, *lengths)]
        numeric = list(dict.fromkeys((*numeric, self._reps, self._rpe, self._rir, self._seconds)))
        self._at = itemgetter(*numeric, self._load_unit, self._distance_unit)
        cells = {row.cells[index] for row in table.rows for index in numeric}
        self.numbers = Numbers.of(cells, delimiter=table.delimiter)
        self.guessed_kilometres = False
        self._helped: dict[str, _Help] = {}
        self._known: dict[tuple[_Help, tuple[str, ...]], Measured | Refusal] = {}

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """What was taken for granted in the rows read so far."""
        if not self.guessed_kilometres:
            return ()
        return (Guess(what="distances are in kilometres", evidence="the file names no unit of distance"),)

    def read(self, row: Row, exercise: str) -> Measured | Refusal:
        """What the row says of a set of the exercise, or why that is nothing."""
        helped = self._helped.get(exercise)
        if helped is None:
            helped = self._helped[exercise] = _help(exercise.casefold())
        key = helped, self._at(row.cells)
        measured = self._known.get(key)
        if measured is None:
            measured = self._known[key] = self._measured(row, helped)
        return measured

    def _measured(self, row: Row, helped: _Help) -> Measured | Refusal:
        doubts: list[str] = []
        load, unit, mode = self._load(row, helped, doubts)
        metres = self._metres(row, doubts)
        seconds = self._time(row, doubts)
        reps = self._count(row, doubts)
        if reps == 0 and (seconds or metres or not load):
            reps = None
        if reps is None and not load and not seconds and not metres:
            used = f"nothing can be used: {', '.join(doubts)}" if doubts else NOTHING_ENTERED
            return Refusal(reason=used)
        return Measured(
            load=load,
            unit=unit,
            mode=mode,
            reps=reps,
            seconds=seconds,
            metres=metres,
            rpe=self._bounded(row, self._rpe, 10.0, doubts) or None,
            rir=self._bounded(row, self._rir, MOST_RESERVE, doubts),
            doubts=tuple(doubts),
        )

    def _load(
        self, row: Row, helped: _Help, doubts: list[str]
    ) -> tuple[float | None, MassUnit | None, LoadMode | None]:
        for index, column_unit in self._loads:
            if not (text := row.cells[index]):
                continue
            value, unit = self.numbers.read(text), None
            if value is None:
                amount, named = number_and_unit(text)
                unit = mass_unit(named)
                value = self.numbers.read(amount) if unit else None
            if value == 0:
                continue
            if value is None or abs(value) > MOST_LOAD or (value < 0 and helped is _Help.NEVER):
                self._doubt(row, index, doubts)
                continue
            if unit is None and (named := row.cells[self._load_unit]):
                unit = mass_unit(named)
                if unit is None:
                    self._doubt(row, self._load_unit, doubts)
            mode = LoadMode.ADDED if text.startswith("+") else None
            if value < 0 or helped is _Help.NAMED:
                mode = LoadMode.ASSISTED
            return abs(value), unit or column_unit, mode
        return None, None, None

    def _metres(self, row: Row, doubts: list[str]) -> float | None:
        for index, column_metres in self._distances:
            if not (text := row.cells[index]):
                continue
            value, metres = self.numbers.read(text), column_metres
            if value == 0:
                continue
            if named := row.cells[self._distance_unit]:
                metres = metres_in(named) or column_metres
            if value is None or not 0 < value * (metres or 1000.0) <= MOST_METRES:
                self._doubt(row, index, doubts)
                continue
            if named and metres_in(named) is None:
                self._doubt(row, self._distance_unit, doubts)
            self.guessed_kilometres |= metres is None
            return round(value * (metres or 1000.0), 3)
        return None

    def _time(self, row: Row, doubts: list[str]) -> float | None:
        if not (text := row.cells[self._seconds]):
            return None
        value = seconds_of(text)
        if value is None or not 0 <= value <= MOST_SECONDS:
            self._doubt(row, self._seconds, doubts)
            return None
        return value or None

    def _count(self, row: Row, doubts: list[str]) -> int | None:
        value = self._bounded(row, self._reps, MOST_REPS, doubts)
        if value is None:
            return None
        if value != int(value):
            self._doubt(row, self._reps, doubts)
        return int(value)

    def _bounded(self, row: Row, index: int, most: float, doubts: list[str]) -> float | None:
        if not (text := row.cells[index]):
            return None
        value = self.numbers.read(text)
        if value is None or not 0 <= value <= most:
            self._doubt(row, index, doubts)
            return None
        return value

    def _doubt(self, row: Row, index: int, doubts: list[str]) -> None:
        if not is_blank(row.cells[index]):
            doubts.append(f"{self._headings[index]}: {row.cells[index]}")


def _help(exercise: str) -> _Help:
    if _ASSISTED.search(exercise):
        return _Help.NAMED
    return _Help.POSSIBLE if _BODY_LIFTS.search(exercise) else _Help.NEVER


def _as_typed(table: Table, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of loads, those first whose numbers look typed: the others were worked out from them."""
    if len(columns) < 2:
        return columns
    numbers = Numbers(decimal_signs=".")
    odd = {
        column.index: sum(bool((numbers.read(row.cells[column.index]) or 0.0) % 0.25) for row in table.rows)
        for column in columns
    }
    return tuple(sorted(columns, key=lambda column: odd[column.index]))
