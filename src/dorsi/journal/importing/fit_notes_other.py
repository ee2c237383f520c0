""" "Fit Notes" for iOS, which is not FitNotes: one row a set with its session's start in UTC and its status."""

from __future__ import annotations

from dorsi.journal.importing.dates import Dates, When
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignMeasurement, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, Draft, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.measures import Measures
from dorsi.journal.importing.table import ABSENT, Row, Table, read_heading, read_table
from dorsi.journal.importing.words import is_yes
from dorsi.journal.model import MeasureKind, SetKind

_DONE = frozenset({"", "done", "completed", "finished"})
_FAILED = "failed"
_NO_EQUIPMENT = frozenset({"", "none", "other", "no equipment", "bodyweight", "body weight"})


class FitNotesOther:
    """Sets that were only planned are refused. The equipment stands in a column and is added to the name."""

    name = "fit-notes"
    title = "Fit Notes (iOS)"

    def recognises(self, text: str) -> bool:
        """True if the header has a start time, an exercise, a status and the equipment."""
        header = read_heading(text)
        return all(header.index(name) != ABSENT for name in ("starttime", "exercise", "status", "equipment"))

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the text."""
        return _Reading(read_table(text), day_first).log()


class _Reading:
    def __init__(self, table: Table, day_first: bool | None) -> None:
        self._table = table
        self._title, self._start, self._end = table.index("name"), table.index("starttime"), table.index("endtime")
        self._mass, self._exercise = table.index("bodyweight", "body weight"), table.index("exercise")
        self._equipment, self._status = table.index("equipment"), table.index("status")
        self._warm_up, self._note = table.index("iswarmup"), table.index("note", "notes")
        self._dates = Dates.of((row.cells[self._start] for row in table.rows), day_first=day_first)
        self._measures = Measures(table, seconds=("time",))
        self._gathering = Gathering(FitNotesOther.name)
        self._weighed: set[str] = set()

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
        if not cells[self._exercise]:
            return Refusal(reason=NO_EXERCISE)
        status = cells[self._status].casefold()
        if status not in _DONE and status != _FAILED:
            return Refusal(reason=f"planned, not done (status {cells[self._status]})")
        exercise = self._name(row)
        measured = self._measures.read(row, exercise)
        if isinstance(measured, Refusal):
            return measured
        draft = self._draft(row, when)
        draft.enter(exercise)
        kind = SetKind.FAILURE if status == _FAILED else SetKind.WORK
        draft.add(
            ForeignSet(
                line=row.line,
                exercise=exercise,
                kind=SetKind.WARM_UP if is_yes(cells[self._warm_up]) else kind,
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
        )
        return Fate.SET

    def _name(self, row: Row) -> str:
        exercise, equipment = row.cells[self._exercise], row.cells[self._equipment]
        if equipment.casefold() in _NO_EQUIPMENT or equipment.casefold() in exercise.casefold():
            return exercise
        return f"{exercise} ({equipment})"

    def _draft(self, row: Row, when: When) -> Draft:
        draft = self._gathering.session(when, row.cells[self._title])
        if draft.duration_s is None and when.at is not None:
            end = self._dates.read(row.cells[self._end])
            if end is not None and end.at is not None and (end.at.tzinfo is None) == (when.at.tzinfo is None):
                draft.last((end.at - when.at).total_seconds(), f"until {row.cells[self._end]}")
        if draft.key not in self._weighed:
            self._weighed.add(draft.key)
            mass = self._measures.numbers.read(row.cells[self._mass])
            if mass is not None and 0 < mass < 1000:
                self._gathering.measurements.append(
                    ForeignMeasurement(line=row.line, on=when.on, kind=MeasureKind.BODY_MASS, value=mass)
                )
        return draft
