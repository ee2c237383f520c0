"""Jefit: several tables in one file, each under a banner such as "### EXERCISE LOGS ####"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dorsi.journal.importing.body_weight import KINDS, highest, measure_unit, without
from dorsi.journal.importing.dates import Dates, When
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignMeasurement, Guess
from dorsi.journal.importing.gathering import NO_EXERCISE, NOTHING_ENTERED, Draft, Gathering, Refusal, no_date
from dorsi.journal.importing.jefit_sets import packed_sets
from dorsi.journal.importing.table import Row, Table, read_heading, read_table
from dorsi.journal.importing.values import Numbers, mass_unit, seconds_of
from dorsi.journal.model import MeasureKind, MeasureUnit
from dorsi.units import MassUnit

_BANNER = re.compile(r'\s*"?#{2,}\s*([A-Z][A-Z0-9 &/_-]*?)\s*#*"?[\s,;]*$')
_RULE = re.compile(r'\s*"?#{6,}"?[\s,;]*$')
_LOGS, _SETS, _SESSIONS, _NOTES, _PROFILE, _SETTING = (
    "EXERCISE LOGS", "EXERCISE SET LOGS", "WORKOUT SESSIONS", "NOTES", "PROFILE", "SETTING",
)  # fmt: skip
_NUMBERS = Numbers(decimal_signs=".")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A row of one of the tables, with its line in the whole file."""

    table: Table
    row: Row
    line: int
    places: dict[tuple[str, ...], int]

    def cell(self, *columns: str) -> str:
        """The cell of the first of `columns` that the table has; places once found are kept for its other rows."""
        place = self.places.get(columns)
        if place is None:
            place = self.places[columns] = self.table.index(*columns)
        return self.row.cells[place]


class Jefit:
    """A row of the exercise logs holds all sets of an exercise. Notes and body measurements come along.

    Rows that describe settings, plans and sessions count as headings.
    """

    name = "jefit"
    title = "Jefit (CSV)"

    def recognises(self, text: str) -> bool:
        """True for the banner of a table of Jefit's, or the exercise logs alone."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        known = (_LOGS, _SETTING, _SESSIONS, "ROUTINES", _PROFILE)
        if any(found[1] in known for line in lines if "#" in line and (found := _BANNER.match(line))):
            return True
        return {"ename", "logs", "mydate"} <= {column.full for column in read_heading(text).columns}

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """Every row of every table once."""
        return _Reading(text, day_first).log()


class _Reading:
    def __init__(self, text: str, day_first: bool | None) -> None:
        self._tables = _tables(text)
        self._gathering = Gathering(Jefit.name)
        dates = [
            cell for entries in self._tables.values() for entry in entries if (cell := entry.cell("mydate", "date"))
        ]
        self._dates = Dates.of(dates, day_first=day_first)
        settings = self._tables.get(_SETTING, [])
        self._mass = next((mass for entry in settings if (mass := mass_unit(entry.cell("mass")))), None)
        self._length = next((unit for entry in settings if (unit := measure_unit(entry.cell("length")))), None)
        self._sessions = {entry.cell("_id", "id"): entry for entry in self._tables.get(_SESSIONS, [])}
        self._logs = {entry.cell("_id", "id") for entry in self._tables.get(_LOGS, [])}
        self._drafts: dict[str, Draft] = {}
        self._runs: dict[tuple[object, str], tuple[Draft, int]] = {}
        self._snapshots = 0
        self._guesses: list[Guess] = []

    def log(self) -> ForeignLog:
        self._read_logs(self._tables.get(_LOGS, []))
        counted: Counter[str] = Counter()
        for name, entries in self._tables.items():
            for entry in entries if name != _LOGS else ():
                outcome: Fate | Refusal = Fate.HEADING
                if entry.table.is_heading(entry.row):
                    pass
                elif name == _NOTES:
                    outcome = self._note(entry)
                elif name == _PROFILE:
                    outcome = self._measure(entry)
                elif name == _SETS:
                    if entry.cell("exercise log id") not in self._logs:
                        outcome = Refusal(reason="no exercise goes with this set")
                elif name not in (_SETTING, _SESSIONS):
                    counted[name] += 1
                self._settle(entry, outcome)
        guesses = [*self._dates.guesses, *self._guesses]
        guesses += [
            Guess(what=f"the table {name} was left out", evidence=f"its {rows} rows hold plans, not what was done")
            for name, rows in counted.items()
        ]
        if self._snapshots:
            what = "rows that the next row repeats with more sets were left out"
            guesses.append(Guess(what=what, evidence=f"{self._snapshots} rows grow in this way"))
        return self._gathering.log(guesses)

    def _settle(self, entry: _Entry, outcome: Fate | Refusal) -> None:
        text = entry.table.text(entry.row) if isinstance(outcome, Refusal) else ""
        self._gathering.settle(entry.line, text, outcome)

    def _read_logs(self, entries: Sequence[_Entry]) -> None:
        by_log: dict[str, list[_Entry]] = {}
        for entry in self._tables.get(_SETS, []):
            by_log.setdefault(entry.cell("exercise log id"), []).append(entry)
        entries = sorted(entries, key=lambda entry: _NUMBERS.read(entry.cell("logtime")) or 0.0)
        for entry, later in zip(entries, [*entries, None][1:], strict=True):
            self._settle(entry, self._exercise(entry, later, by_log.get(entry.cell("_id", "id"), [])))

    def _exercise(self, entry: _Entry, later: _Entry | None, single: Sequence[_Entry]) -> Fate | Refusal:
        """The outcome of one exercise; its sets stand packed in one cell, or singly in a table of their own."""
        if entry.table.is_heading(entry.row):
            return Fate.HEADING
        when = self._dates.read(entry.cell("mydate", "date")) or self._dates.read(entry.cell("logtime"))
        if when is None:
            return no_date(entry.cell("mydate", "date"))
        exercise, packed = entry.cell("ename", "exercise name", "exercise"), entry.cell("logs")
        if not exercise:
            return Refusal(reason=NO_EXERCISE)
        if packed and later is not None and later.cell("logs").startswith(f"{packed},") and _same(entry, later):
            self._snapshots += 1
            return Refusal(reason=f"line {later.line} repeats these sets and adds to them")
        unit = self._mass
        if not packed and single:
            unit = MassUnit.LB
            packed = ",".join(f"{each.cell('weight lbs')}x{each.cell('reps')}" for each in single)
        draft = self._draft(entry, when)
        draft.enter(exercise)
        sets = packed_sets(packed, line=entry.line, run=draft.stretch, exercise=exercise, unit=unit)
        if isinstance(sets, Refusal):
            return sets
        for found in sets.sets:
            draft.add(found)
        draft.remark("; ".join(sets.doubts))
        self._runs[draft.on, exercise.casefold()] = draft, draft.stretch
        return Fate.SET

    def _draft(self, entry: _Entry, when: When) -> Draft:
        """The session that the row belongs to: by its number, which is the second it began, or by the day."""
        number = entry.cell("belongsession")
        key = number if number.strip("0") else when.on.isoformat()
        draft = self._drafts.get(key)
        if draft is None:
            head = self._sessions.get(number) if number else None
            starts = (head.cell("starttime"), head.cell("starttimie")) if head else ()
            moments = (self._dates.read(text) for text in (*starts, number) if len(text) >= 10)
            start = next((moment.at for moment in moments if moment and moment.at), None)
            draft = self._drafts[key] = self._gathering.session(When(on=when.on, at=start))
            if head is not None:
                draft.last(seconds_of(head.cell("total time")), head.cell("total time"))
        return draft

    def _note(self, entry: _Entry) -> Fate | Refusal:
        text, about = entry.cell("mynote", "note"), entry.cell("title", "ename")
        when = self._dates.read(entry.cell("mydate", "date"))
        if not text:
            return Refusal(reason=NOTHING_ENTERED)
        if when is None:
            return no_date(entry.cell("mydate", "date"))
        if (when.on, about.casefold()) in self._runs:
            draft, stretch = self._runs[when.on, about.casefold()]
            draft.run_notes[stretch, text] = None
            return Fate.NOTE
        same_day = next((draft for draft in self._drafts.values() if draft.on == when.on), None)
        if same_day is None:
            return Refusal(reason="no exercise was logged on that day")
        same_day.describe(f"{about}: {text}" if about else text)
        return Fate.NOTE

    def _measure(self, entry: _Entry) -> Fate | Refusal:
        """The body measurements of one day; 0 means that nothing was measured."""
        when = self._dates.read(entry.cell("mydate", "date"))
        if when is None:
            return no_date(entry.cell("mydate", "date"))
        units = {MeasureKind.BODY_MASS: _mass_measure(self._mass), MeasureKind.BODY_FAT: MeasureUnit.PERCENT}
        found, doubts = 0, list[str]()
        for column in entry.table.columns:
            kind, value = KINDS.get(column.name), _NUMBERS.read(entry.row.cells[column.index])
            if kind is None or not value:
                continue
            unit = units.get(kind, self._length)
            if not 0 < value <= highest(unit):
                doubts.append(f"{column.heading}: {value:g}")
                continue
            found += 1
            measurement = ForeignMeasurement(line=entry.line, on=when.on, kind=kind, value=value, unit=unit)
            self._gathering.measurements.append(measurement)
        if not found:
            return Refusal(reason=f"nothing can be used: {', '.join(doubts)}" if doubts else NOTHING_ENTERED)
        for doubt in doubts:
            self._guesses.append(without(entry.line, doubt))
        return Fate.MEASUREMENT


def _tables(text: str) -> dict[str, list[_Entry]]:
    """Every row by the name of its table; a file without banners is a table of exercise logs."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parts: list[tuple[str, int, list[str]]] = [("", 0, [])]
    for number, line in enumerate(lines):
        if found := _BANNER.match(line):
            parts.append((found[1], number + 1, []))
        elif not _RULE.match(line):
            parts[-1][2].append(line)
        else:
            parts.append(("", number + 1, []))
    alone = not any(name for name, _, _ in parts)
    tables: dict[str, list[_Entry]] = {}
    for name, offset, part in parts:
        table = read_table("\n".join(part))
        places: dict[tuple[str, ...], int] = {}
        entries = [_Entry(table=table, row=row, line=row.line + offset, places=places) for row in table.rows]
        tables.setdefault(name or (_LOGS if alone else "without a banner"), []).extend(entries)
    return tables


def _same(entry: _Entry, later: _Entry) -> bool:
    """True if both rows tell of the same exercise in the same session."""
    columns = ("ename", "mydate", "belongsession")
    return all(entry.cell(column) == later.cell(column) for column in columns)


def _mass_measure(unit: MassUnit | None) -> MeasureUnit | None:
    return None if unit is None else MeasureUnit(unit.value)
