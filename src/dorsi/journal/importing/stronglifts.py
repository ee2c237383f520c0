"""StrongLifts: one row an exercise with its sets side by side, or (until about 2018) one row a workout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dorsi.journal.importing.body_weight import highest, measure_unit
from dorsi.journal.importing.dates import Dates, When
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignMeasurement, ForeignSet, Guess
from dorsi.journal.importing.gathering import NO_EXERCISE, NOTHING_ENTERED, Draft, Gathering, Refusal, no_date
from dorsi.journal.importing.measures import MOST_LOAD, MOST_REPS, MOST_SECONDS
from dorsi.journal.importing.moments import moment
from dorsi.journal.importing.table import ABSENT, Column, Row, Table, read_heading, read_table
from dorsi.journal.importing.values import Numbers, is_blank, mass_unit, number_and_unit, seconds_of
from dorsi.journal.model import LoadMode, MeasureKind, MeasureUnit
from dorsi.units import MassUnit

_SET = re.compile(r"set (\d{1,2})\b")
_OLD_EXERCISE = re.compile(r"exercise \d{1,2}")
_TIMED = re.compile(r"(\d{1,2})\s*[x×]\s*(.+)")
_TIME_UNITS = ("time", "seconds", "sec", "s", "min")
_DATE = ("date yyyy mm dd", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class _SetColumns:
    """Where one set of a block stands; loads in the order in which they are preferred."""

    reps: int
    loads: tuple[Column, ...]
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """An exercise's name and its sets; the newer export has one block a row, the older one several."""

    exercise: int
    sets: tuple[_SetColumns, ...]


class StrongLifts:
    """0 repetitions mean a set that was not done or failed; a load below zero is help, as on chin-ups.

    The body weight that every row repeats is a measurement where it differs from the row before.
    """

    name = "stronglifts"
    title = "StrongLifts (CSV)"

    def recognises(self, text: str) -> bool:
        """True for a heading with a date, an exercise and numbered sets."""
        table = read_heading(text)
        return table.index(*_DATE) != ABSENT and bool(_blocks(table))

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """Sessions by day and workout."""
        return _Reading(read_table(text), day_first).log()


class _Reading:
    def __init__(self, table: Table, day_first: bool | None) -> None:
        self._table = table
        self._date, self._start = table.index(*_DATE), table.index("start time")
        self._workout = table.index("workout name", "workout")
        self._duration, self._note = table.column("duration"), table.index("notes", "note")
        self._timed = table.index("setsxtime", "sets time")
        self._blocks = _blocks(table)
        self._body = (*table.named("body weight"), *table.named("bodyweight"))
        self._weighed = ""
        self._not_done = 0
        self._loads: dict[tuple[str, str], tuple[float | None, MassUnit | None]] = {}
        self._dates = Dates.of((row.cells[self._date] for row in table.rows), day_first=day_first)
        measures = {index for block in self._blocks for entry in block.sets for index in _indices(entry)}
        cells = {row.cells[index] for row in table.rows for index in measures}
        self._numbers = Numbers.of({number_and_unit(cell)[0] for cell in cells}, delimiter=table.delimiter)
        self._gathering = Gathering(StrongLifts.name)

    def log(self) -> ForeignLog:
        for row in self._table.rows:
            outcome = self._outcome(row)
            text = self._table.text(row) if isinstance(outcome, Refusal) else ""
            self._gathering.settle(row.line, text, outcome)
        guesses = list(self._dates.guesses)
        if self._not_done:
            what, evidence = "sets with 0 repetitions were not done", f"cells that say 0: {self._not_done}"
            guesses.append(Guess(what=what, evidence=evidence))
        return self._gathering.log(guesses)

    def _outcome(self, row: Row) -> Fate | Refusal:
        if self._table.is_heading(row):
            return Fate.HEADING
        when = moment(self._dates, row.cells[self._date], row.cells[self._start])
        if when is None:
            return no_date(row.cells[self._date])
        weighed = self._weigh(row, when)
        draft = self._gathering.session(when, row.cells[self._workout])
        added, doubts = 0, list(row.extra)
        for block in self._blocks:
            exercise = row.cells[block.exercise]
            if not exercise:
                filled = (row.cells[entry.reps] for entry in block.sets)
                doubts.extend(f"a set of {reps} without an exercise" for reps in filled if not is_blank(reps))
                continue
            draft.enter(exercise)
            entries = self._sets(row, block, draft, doubts)
            if not entries and len(self._blocks) == 1:
                entries = self._held(row, draft)
            for entry in entries:
                draft.add(entry)
            added += len(entries)
        if not added and doubts:
            return Refusal(reason=f"nothing can be used: {', '.join(doubts)}")
        if not added:
            named = any(row.cells[block.exercise] for block in self._blocks)
            return Fate.MEASUREMENT if weighed else Refusal(reason=NOTHING_ENTERED if named else NO_EXERCISE)
        self._describe(row, draft, doubts)
        return Fate.SET

    def _describe(self, row: Row, draft: Draft, doubts: Sequence[str]) -> None:
        draft.describe(row.cells[self._note])
        draft.remark("; ".join(doubts))
        if self._duration is None or draft.duration_s is not None:
            return
        text = row.cells[self._duration.index]
        hours = self._numbers.read(text) if self._duration.unit.startswith("h") else None
        draft.last(seconds_of(text) if hours is None else hours * 3600, text)

    def _weigh(self, row: Row, when: When) -> bool:
        """Keeps the body weight if it is another than before, and says whether it did."""
        for column in self._body:
            number, written = number_and_unit(row.cells[column.index])
            value, unit = self._numbers.read(number), measure_unit(written or column.unit)
            if value is None or not 0 < value <= highest(unit):
                continue
            if f"{number} {unit}" == self._weighed:
                return False
            self._weighed = f"{number} {unit}"
            kind, known = MeasureKind.BODY_MASS, unit if unit in (MeasureUnit.KG, MeasureUnit.LB) else None
            self._gathering.measurements.append(
                ForeignMeasurement(line=row.line, on=when.on, kind=kind, value=value, unit=known)
            )
            return True
        return False

    def _sets(self, row: Row, block: _Block, draft: Draft, doubts: list[str]) -> list[ForeignSet]:
        found = []
        exercise = row.cells[block.exercise]
        for number, columns in enumerate(block.sets, start=1):
            reps_text, time_text = row.cells[columns.reps], row.cells[columns.seconds]
            reps, seconds = self._numbers.read(reps_text), seconds_of(time_text)
            if reps == 0 and not seconds:
                self._not_done += 1
                continue
            load_text, load, unit = self._load(row, columns)
            if reps is not None and not (0 < reps <= MOST_REPS and reps == int(reps)):
                reps = None
            if seconds is not None and not 0 < seconds <= MOST_SECONDS:
                seconds = None
            if load is not None and abs(load) > MOST_LOAD:
                load = None
            if reps is None and seconds is None:
                written = " x ".join(text for text in (reps_text, time_text, load_text) if not is_blank(text))
                if not is_blank(reps_text) or not is_blank(time_text):
                    doubts.append(f"set {number}: {written}")
                continue
            found.append(
                ForeignSet(
                    line=row.line,
                    exercise=exercise,
                    load=abs(load) if load else None,
                    unit=unit if load else None,
                    mode=LoadMode.ASSISTED if load and load < 0 else None,
                    reps=None if reps is None else int(reps),
                    seconds=seconds,
                    note=f"load: {load_text}" if load is None and not is_blank(load_text) else "",
                    run=draft.stretch,
                )
            )
        return found

    def _load(self, row: Row, columns: _SetColumns) -> tuple[str, float | None, MassUnit | None]:
        """The first load that is filled in: its text, number and unit."""
        for column in columns.loads:
            text = row.cells[column.index]
            if not is_blank(text):
                known = self._loads.get((text, column.unit))
                if known is None:
                    number, written = number_and_unit(text)
                    known = self._numbers.read(number), mass_unit(written) or mass_unit(column.unit)
                    self._loads[text, column.unit] = known
                return text, *known
        return "", None, None

    def _held(self, row: Row, draft: Draft) -> list[ForeignSet]:
        """The sets of a row that gives them only as a number of sets and a time each, as "3x0:30"."""
        found = _TIMED.fullmatch(row.cells[self._timed])
        seconds = seconds_of(found[2]) if found else None
        if found is None or seconds is None or not 0 < seconds <= MOST_SECONDS:
            return []
        exercise = row.cells[self._blocks[0].exercise]
        return [ForeignSet(line=row.line, exercise=exercise, seconds=seconds, run=draft.stretch)] * int(found[1])


def _indices(entry: _SetColumns) -> tuple[int, ...]:
    return (entry.reps, entry.seconds, *(column.index for column in entry.loads))


def _blocks(table: Table) -> tuple[_Block, ...]:
    """The blocks of the newer export, whose sets name what they hold, or else those of the older one."""
    exercise = table.index("exercise")
    if exercise != ABSENT:
        sets = _paired_sets(table)
        return (_Block(exercise=exercise, sets=sets),) if sets else ()
    starts = [column.index for column in table.columns if _OLD_EXERCISE.fullmatch(column.full)]
    ends = [*starts[1:], len(table.columns)]
    blocks = (_old_block(table.columns[start:end]) for start, end in zip(starts, ends, strict=False))
    return tuple(block for block in blocks if block.sets)


def _paired_sets(table: Table) -> tuple[_SetColumns, ...]:
    numbered: dict[int, list[Column]] = {}
    for column in table.columns:
        if found := _SET.match(column.full):
            numbered.setdefault(int(found[1]), []).append(column)
    sets = []
    for _, columns in sorted(numbered.items()):
        reps = next((column.index for column in columns if "rep" in column.full.split()[-1]), ABSENT)
        seconds = next((column.index for column in columns if column.unit in _TIME_UNITS), ABSENT)
        loads = tuple(column for column in columns if mass_unit(column.unit))
        if reps != ABSENT or seconds != ABSENT:
            sets.append(_SetColumns(reps=reps, loads=loads, seconds=seconds))
    return tuple(sets)


def _old_block(columns: Sequence[Column]) -> _Block:
    """One load for all sets, in kilograms and pounds side by side, and the repetitions of each set."""
    loads = tuple(column for column in columns if column.name == "weight")
    sets = (
        _SetColumns(reps=column.index, loads=loads, seconds=ABSENT) for column in columns if _SET.fullmatch(column.full)
    )
    return _Block(exercise=columns[0].index, sets=tuple(sets))
