"""Hevy: the export of workouts, in kilograms and kilometres or in pounds and miles."""

from __future__ import annotations

from dorsi.journal.importing.dates import Dates, When
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, Draft, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.measures import Measures
from dorsi.journal.importing.table import ABSENT, Row, Table, read_heading, read_table
from dorsi.journal.importing.words import ordinal, set_kind
from dorsi.journal.model import SetKind


class Hevy:
    """One row a set, newest workout first. Remarks on the exercise stand on every row of it."""

    name = "hevy"
    title = "Hevy"

    def recognises(self, text: str) -> bool:
        """True if the header has an exercise title and a start time."""
        header = read_heading(text)
        return header.index("exercise title") != ABSENT and header.index("start time") != ABSENT

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the text."""
        return _Reading(read_table(text), day_first).log()


class _Reading:
    def __init__(self, table: Table, day_first: bool | None) -> None:
        self._table = table
        self._title, self._description = table.index("title"), table.index("description")
        self._start, self._end = table.index("start time"), table.index("end time")
        self._exercise, self._superset = table.index("exercise title"), table.index("superset id")
        self._note, self._kind = table.index("exercise notes"), table.index("set type")
        self._dates = Dates.of((row.cells[self._start] for row in table.rows), day_first=day_first)
        self._measures = Measures(table, seconds=("duration",))
        self._gathering = Gathering(Hevy.name)

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
        when = self._dates.read(cells[self._start])
        if when is None:
            return no_date(cells[self._start])
        exercise = cells[self._exercise]
        if not exercise:
            return Refusal(reason=NO_EXERCISE)
        draft = self._draft(row, when)
        draft.enter(exercise)
        measured = self._measures.read(row, exercise)
        if isinstance(measured, Refusal):
            return measured
        kind = set_kind(cells[self._kind])
        unknown = "" if kind or ordinal(cells[self._kind]) is not None else f"set_type: {cells[self._kind]}"
        draft.add(
            ForeignSet(
                line=row.line,
                exercise=exercise,
                kind=kind or SetKind.WORK,
                load=measured.load,
                unit=measured.unit,
                mode=measured.mode,
                reps=measured.reps,
                rpe=measured.rpe,
                seconds=measured.seconds,
                metres=measured.metres,
                note=measured.note(unknown) if unknown or measured.doubts else "",
                run=draft.stretch,
                superset=ordinal(cells[self._superset]),
            )
        )
        if note := cells[self._note]:
            draft.remark(_unescaped(note))
        return Fate.SET

    def _draft(self, row: Row, when: When) -> Draft:
        cells = row.cells
        draft = self._gathering.session(when, cells[self._title])
        if description := cells[self._description]:
            draft.describe(_unescaped(description))
        if draft.duration_s is None and when.at is not None:
            end = self._dates.read(cells[self._end])
            if end is not None and end.at is not None and (end.at.tzinfo is None) == (when.at.tzinfo is None):
                length = (end.at - when.at).total_seconds()
                draft.last(length, f"{cells[self._start]} to {cells[self._end]}")
        return draft


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").strip()
