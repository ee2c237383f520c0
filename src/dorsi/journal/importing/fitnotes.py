"""FitNotes for Android: one row a set, days without times; the unit stands in the heading or beside each load."""

from __future__ import annotations

from dorsi.journal.importing.dates import Dates
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.measures import Measures
from dorsi.journal.importing.table import ABSENT, Row, Table, read_heading, read_table


class FitNotes:
    """The export of workouts. A day is one session, since the file has no time of day."""

    name = "fitnotes"
    title = "FitNotes (Android)"

    def recognises(self, text: str) -> bool:
        """True if the header has a date, an exercise and its category, and no kind as on iOS."""
        header = read_heading(text)
        return has_fitnotes_columns(header) and header.index("kind") == ABSENT

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the text."""
        return read_fitnotes(read_table(text), self.name, day_first)


def has_fitnotes_columns(header: Table) -> bool:
    """True if the header has what all of FitNotes' own exports have in common."""
    return all(header.index(name) != ABSENT for name in ("date", "exercise", "category", "reps"))


def read_fitnotes(table: Table, format_name: str, day_first: bool | None) -> ForeignLog:
    """The log in a table with FitNotes' columns."""
    return _Reading(table, format_name, day_first).log()


class _Reading:
    def __init__(self, table: Table, format_name: str, day_first: bool | None) -> None:
        self._table = table
        self._date, self._exercise = table.index("date"), table.index("exercise")
        self._note = table.index("comment", "comments", "notes", "note")
        self._dates = Dates.of((row.cells[self._date] for row in table.rows), day_first=day_first)
        self._measures = Measures(table, seconds=("time", "duration"))
        self._gathering = Gathering(format_name)

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
        draft = self._gathering.session(when)
        draft.enter(exercise)
        measured = self._measures.read(row, exercise)
        if isinstance(measured, Refusal):
            return measured
        draft.add(
            ForeignSet(
                line=row.line,
                exercise=exercise,
                load=measured.load,
                unit=measured.unit,
                mode=measured.mode,
                reps=measured.reps,
                seconds=measured.seconds,
                metres=measured.metres,
                rpe=measured.rpe,
                note=measured.note(cells[self._note]),
                run=draft.stretch,
            )
        )
        return Fate.SET
