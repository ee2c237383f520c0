"""Progression: one row a set; its comments are not quoted, so commas and line breaks in them split the row."""

from __future__ import annotations

from dataclasses import replace

from dorsi.journal.importing.dates import Dates
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, Draft, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.measures import Measures
from dorsi.journal.importing.moments import moment
from dorsi.journal.importing.table import ABSENT, Row, Table, read_heading, read_table
from dorsi.journal.importing.values import is_blank, seconds_of
from dorsi.journal.model import SetKind

_OWN = ("set timestamp", "session duration s", "set duration s")


class ProgressionApp:
    """A line that begins with no date goes on with the comment of the line before and is kept as a remark."""

    name = "progression"
    title = "Progression (CSV)"

    def recognises(self, text: str) -> bool:
        """True for a heading with a date, an exercise's name, repetitions and one of the app's own columns."""
        table = read_heading(text)
        needed = ("date", "exercise name", "repetitions")
        return all(table.index(name) != ABSENT for name in needed) and table.index(*_OWN) != ABSENT

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """Sessions by the moment or day they began and the workout's name."""
        return _Reading(read_table(text), day_first).log()


class _Reading:
    def __init__(self, table: Table, day_first: bool | None) -> None:
        self._date, self._start, self._set_at = table.index("date"), table.index("time"), table.index("set timestamp")
        self._workout, self._exercise = table.index("workout name"), table.index("exercise name")
        self._lasted, self._comment = table.index("session duration s"), table.index("set comment")
        self._session_comment = table.index("session comment", "workout comment")
        self._table = table
        plain = [replace(c, name="reps", full="reps") if c.name == "repetitions" else c for c in table.columns]
        self._measures = Measures(replace(table, columns=tuple(plain)), seconds=("set duration s", "set duration"))
        self._dates = Dates.of((row.cells[self._date] for row in table.rows), day_first=day_first)
        self._gathering = Gathering(ProgressionApp.name)
        self._last: Draft | None = None

    def log(self) -> ForeignLog:
        for row in self._table.rows:
            outcome = self._outcome(row)
            text = self._table.text(row) if isinstance(outcome, Refusal) else ""
            self._gathering.settle(row.line, text, outcome)
        return self._gathering.log((*self._dates.guesses, *self._measures.guesses))

    def _outcome(self, row: Row) -> Fate | Refusal:
        cells = row.cells
        if self._table.is_heading(row):
            return Fate.HEADING
        day = cells[self._date]
        when = moment(self._dates, day, cells[self._start])
        if when is None:
            if self._last is None or not self._last.sets or is_blank(day) or day[:1].isdigit():
                return no_date(day)
            self._last.remark(", ".join(cell for cell in (*cells, *row.extra) if cell))
            return Fate.NOTE
        if row.extra and self._comment == ABSENT:
            return too_wide(row, self._table)
        exercise = cells[self._exercise]
        if not exercise:
            return Refusal(reason=NO_EXERCISE)
        measured = self._measures.read(row, exercise)
        if isinstance(measured, Refusal):
            return measured
        draft = self._last = self._gathering.session(when, cells[self._workout])
        if draft.duration_s is None:
            draft.last(seconds_of(cells[self._lasted]), cells[self._lasted])
        draft.enter(exercise)
        comment = cells[self._comment]
        if row.extra:
            comment = ", ".join(cell for cell in (*cells[self._comment :], *row.extra) if cell)
        else:
            draft.describe(cells[self._session_comment])
        done = moment(self._dates, day, cells[self._set_at]) if cells[self._set_at] else None
        draft.add(
            ForeignSet(
                line=row.line,
                exercise=exercise,
                kind=SetKind.WORK,
                load=measured.load,
                unit=measured.unit,
                mode=measured.mode,
                reps=measured.reps,
                rpe=measured.rpe,
                rir=measured.rir,
                seconds=measured.seconds,
                metres=measured.metres,
                note=measured.note(comment),
                run=draft.stretch,
                done_at=done.at if done else None,
            )
        )
        return Fate.SET
