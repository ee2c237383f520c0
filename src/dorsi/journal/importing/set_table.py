"""A table somebody keeps of their own, or an app Dorsi does not know: a date, an exercise, and what was lifted."""

from __future__ import annotations

from dorsi.journal.importing.dates import Dates
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.measures import Measures
from dorsi.journal.importing.table import ABSENT, Column, Row, Table, read_heading, read_table
from dorsi.journal.importing.words import is_yes, ordinal, set_kind
from dorsi.journal.model import SetKind

_DATE = ("date", "start time", "timestamp", "datetime", "date time", "day", "datum", "fecha", "data")
_EXERCISE = ("exercise", "exercise name", "exercise title", "movement", "lift", "übung", "ejercicio", "esercizio")
_TITLE = ("workout name", "workout", "session", "title", "routine")
_NOTE = ("notes", "note", "comment", "comments")
_KIND = ("set type", "type", "set order", "kind")
_WARM_UP = ("is warmup", "iswarmup", "warmup", "warm up")
_LOADS = ("weight", "load", "gewicht", "peso", "kg", "lbs", "lb")
_DISTANCES = ("distance", "km", "miles")
_MOST_SETS = 30
"""Heuristic: a number above this in a column of sets counts something else."""


class SetTable:
    """One row a set, or several equal ones where a column says how many."""

    name = "set-table"
    title = "Table of sets (date, exercise, weight, reps)"

    def recognises(self, text: str) -> bool:
        """True if the header has a date, an exercise and repetitions, loads or times."""
        header = read_heading(text)
        measured = header.index("reps") != ABSENT or bool(_named(header, _LOADS))
        return measured and header.index(*_DATE) != ABSENT and header.index(*_EXERCISE) != ABSENT

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the text."""
        return _Reading(read_table(text), day_first).log()


class _Reading:
    def __init__(self, table: Table, day_first: bool | None) -> None:
        self._table = table
        self._date, self._exercise = table.index(*_DATE), table.index(*_EXERCISE)
        self._title, self._note = table.index(*_TITLE), table.index(*_NOTE)
        self._kind, self._warm_up, self._sets = table.index(*_KIND), table.index(*_WARM_UP), table.index("sets")
        self._dates = Dates.of((row.cells[self._date] for row in table.rows), day_first=day_first)
        self._measures = Measures(table, loads=_named(table, _LOADS), distances=_named(table, _DISTANCES))
        self._gathering = Gathering(SetTable.name)

    def log(self) -> ForeignLog:
        for row in self._table.rows:
            outcome = self._fate(row)
            text = self._table.text(row) if isinstance(outcome, Refusal) else ""
            self._gathering.settle(row.line, text, outcome)
        return self._gathering.log((*self._dates.guesses, *self._measures.guesses))

    def _fate(self, row: Row) -> Fate | Refusal:
        cells = row.cells
        if self._table.is_heading(row):
            return Fate.HEADING
        if row.extra:
            return too_wide(row, self._table)
        when = self._dates.read(cells[self._date])
        if when is None:
            return no_date(cells[self._date])
        exercise = cells[self._exercise]
        if not exercise:
            return Refusal(reason=NO_EXERCISE)
        draft = self._gathering.session(when, cells[self._title])
        draft.enter(exercise)
        measured = self._measures.read(row, exercise)
        if isinstance(measured, Refusal):
            return measured
        entry = ForeignSet(
            line=row.line,
            exercise=exercise,
            kind=self._kind_of(row),
            load=measured.load,
            unit=measured.unit,
            mode=measured.mode,
            reps=measured.reps,
            rir=measured.rir,
            rpe=measured.rpe,
            seconds=measured.seconds,
            metres=measured.metres,
            note=measured.note(cells[self._note]),
            run=draft.stretch,
        )
        for _ in range(self._repeats(row)):
            draft.add(entry)
        return Fate.SET

    def _kind_of(self, row: Row) -> SetKind:
        if is_yes(row.cells[self._warm_up]):
            return SetKind.WARM_UP
        return set_kind(row.cells[self._kind]) or SetKind.WORK

    def _repeats(self, row: Row) -> int:
        count = ordinal(row.cells[self._sets])
        return count if count is not None and 1 <= count <= _MOST_SETS else 1


def _named(table: Table, names: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(column for name in names for column in table.named(name))
