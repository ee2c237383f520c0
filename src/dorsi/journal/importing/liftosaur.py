"""Liftosaur: one row a set, with what was required beside what was completed; only the latter is a set."""

from __future__ import annotations

from dataclasses import replace

from dorsi.journal.importing.dates import Dates
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.measures import Measures
from dorsi.journal.importing.table import ABSENT, Row, Table, read_heading, read_table
from dorsi.journal.importing.values import is_blank
from dorsi.journal.importing.words import is_yes
from dorsi.journal.model import SetKind

_STARTED = ("workout datetime", "workout date", "datetime")
_SECONDS = ("completed seconds", "completed time", "seconds")
_MEANT = {
    "reps": ("completed reps",),
    "weight": ("completed weight value", "completed weight", "weight value"),
    "weight unit": ("completed weight unit", "weight unit"),
    "rpe": ("completed rpe", "rpe"),
}
"""The names under which every format's measures are read, and the columns that hold what was done."""
_PLANNED = Refusal(reason="planned, not done")


class Liftosaur:
    """Programme and day make the title. A set without completed repetitions was planned only and is refused."""

    name = "liftosaur"
    title = "Liftosaur (CSV)"

    def recognises(self, text: str) -> bool:
        """True for a heading with the moment of the workout, an exercise and completed repetitions."""
        table = read_heading(text)
        return all(table.index(*names) != ABSENT for names in (_STARTED, ("exercise",), ("completed reps",)))

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """Sessions by the moment they began."""
        return _Reading(_as_done(read_table(text)), day_first).log()


class _Reading:
    def __init__(self, table: Table, day_first: bool | None) -> None:
        self._table = table
        self._started = table.index(*_STARTED)
        self._program, self._day = table.index("program"), table.index("day name")
        self._exercise, self._warm_up = table.index("exercise"), table.index("is warmup set", "is warm up set")
        self._amrap, self._reps = table.index("is amrap"), table.index("reps")
        self._completed = table.index("is completed", "is completed set")
        self._done_at = table.index("completed reps time", "completed set time")
        self._note, self._day_note = table.index("notes", "exercise notes"), table.index("workout notes", "day notes")
        self._dates = Dates.of((row.cells[self._started] for row in table.rows), day_first=day_first)
        self._seconds = table.index(*_SECONDS)
        self._measures = Measures(table, seconds=_SECONDS)
        self._gathering = Gathering(Liftosaur.name)

    def log(self) -> ForeignLog:
        """Every row once."""
        for row in self._table.rows:
            outcome = self._outcome(row)
            text = self._table.text(row) if isinstance(outcome, Refusal) else ""
            self._gathering.settle(row.line, text, outcome)
        return self._gathering.log((*self._dates.guesses, *self._measures.guesses))

    def _outcome(self, row: Row) -> Fate | Refusal:
        cells = row.cells
        if self._table.is_heading(row):
            return Fate.HEADING
        if row.extra:
            return too_wide(row, self._table)
        when = self._dates.read(cells[self._started])
        if when is None:
            return no_date(cells[self._started])
        exercise = cells[self._exercise]
        if not exercise:
            return Refusal(reason=NO_EXERCISE)
        if self._is_open(row):
            return _PLANNED
        measured = self._measures.read(row, exercise)
        if isinstance(measured, Refusal):
            return measured
        draft = self._gathering.session(when, self._title(row))
        draft.enter(exercise)
        draft.describe(cells[self._day_note])
        done = self._dates.read(cells[self._done_at])
        draft.add(
            ForeignSet(
                line=row.line,
                exercise=exercise,
                kind=SetKind.WARM_UP if is_yes(cells[self._warm_up]) else SetKind.WORK,
                load=measured.load,
                unit=measured.unit,
                mode=measured.mode,
                reps=measured.reps,
                rpe=measured.rpe,
                rir=measured.rir,
                seconds=measured.seconds,
                metres=measured.metres,
                note=measured.note("AMRAP" if is_yes(cells[self._amrap]) else ""),
                run=draft.stretch,
                done_at=done.at if done else None,
            )
        )
        draft.remark(cells[self._note])
        return Fate.SET

    def _is_open(self, row: Row) -> bool:
        """True if nothing says that the set was done: marked so, or neither repetitions nor a time stand there."""
        completed, reps = row.cells[self._completed], row.cells[self._reps]
        if not is_blank(completed):
            return not is_yes(completed)
        return (is_blank(reps) or self._measures.numbers.read(reps) == 0) and is_blank(row.cells[self._seconds])

    def _title(self, row: Row) -> str:
        return " - ".join(part for part in (row.cells[self._program], row.cells[self._day]) if part)


def _as_done(table: Table) -> Table:
    """The table with what was completed under the plain names, and what only bore those names put aside."""
    meant = {table.index(*names): name for name, names in _MEANT.items()}
    columns = []
    for column in table.columns:
        name = meant.get(column.index, f"required {column.full}" if column.full in _MEANT else "")
        columns.append(replace(column, name=name, full=name) if name else column)
    return replace(table, columns=tuple(columns))
