"""Strong: every export since 2018, told apart by the names of the columns."""

from __future__ import annotations

from dorsi.journal.importing.dates import Dates, When
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, Draft, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.measures import Measures
from dorsi.journal.importing.table import ABSENT, Column, Row, Table, read_heading, read_table
from dorsi.journal.importing.values import is_blank, seconds_of
from dorsi.journal.importing.words import ordinal, set_kind
from dorsi.journal.model import SetKind

_LOADS = ("weight", "lbs", "lb", "kg")
_DISTANCES = ("distance", "mi", "km", "miles")
_REST = "rest timer"
_NOTE = "note"


class Strong:
    """One row a set. "Set Order" holds a number or a letter, or marks the row as a rest or a note.

    Older exports write 0 for what was not entered. The unit of loads is in the heading, in a column of its own,
    or nowhere.
    """

    name = "strong"
    title = "Strong"

    def recognises(self, text: str) -> bool:
        """True if the header has a date, an exercise name and either a set order or a workout name."""
        header = read_heading(text)
        named = header.index("date") != ABSENT and header.index("exercise name") != ABSENT
        return named and (header.index("set order") != ABSENT or header.index("workout name") != ABSENT)

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the text."""
        return _Reading(read_table(text), day_first).log()


class _Reading:
    def __init__(self, table: Table, day_first: bool | None) -> None:
        self._table = table
        self._date, self._workout = table.index("date"), table.index("workout name")
        self._exercise, self._order = table.index("exercise name"), table.index("set order")
        self._note, self._session_note = table.index("notes"), table.index("workout notes")
        self._duration = table.index("duration", "workout duration")
        self._seconds = table.index("seconds")
        self._dates = Dates.of((row.cells[self._date] for row in table.rows), day_first=day_first)
        self._measures = Measures(
            table, loads=_named(table, _LOADS), distances=_named(table, _DISTANCES), seconds=("seconds",)
        )
        self._gathering = Gathering(Strong.name)

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
        draft = self._draft(row, when)
        order = cells[self._order].casefold()
        if order == _REST or exercise.casefold() == _REST:
            draft.rest(seconds_of(cells[self._seconds]))
            draft.remark(cells[self._note])
            return Fate.REST
        draft.enter(exercise)
        if order == _NOTE:
            draft.remark(cells[self._note])
            return Fate.NOTE
        return self._set(row, draft, exercise)

    def _set(self, row: Row, draft: Draft, exercise: str) -> Fate | Refusal:
        cells = row.cells
        measured = self._measures.read(row, exercise)
        if isinstance(measured, Refusal):
            draft.rests = False
            return measured
        order = cells[self._order]
        kind = SetKind.WORK if ordinal(order) is not None else set_kind(order)
        unknown = f"{self._table.columns[self._order].heading}: {order}" if kind is None else ""
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
            )
        )
        draft.remark(cells[self._note])
        return Fate.SET

    def _draft(self, row: Row, when: When) -> Draft:
        cells = row.cells
        draft = self._gathering.session(when, cells[self._workout])
        if draft.duration_s is None and not is_blank(duration := cells[self._duration]):
            draft.last(seconds_of(duration), duration)
        if note := cells[self._session_note]:
            draft.describe(note)
        return draft


def _named(table: Table, names: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(column for name in names for column in table.named(name))
