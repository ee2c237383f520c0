"""Hevy's export of body measurements: one row a day, one column a measure."""

from __future__ import annotations

from dorsi.journal.importing.dates import Dates
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignMeasurement, Guess
from dorsi.journal.importing.gathering import NOTHING_ENTERED, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.table import ABSENT, Column, Row, Table, read_heading, read_table
from dorsi.journal.importing.values import Numbers, is_blank, mass_unit
from dorsi.journal.model import MeasureKind, MeasureUnit
from dorsi.units import MassUnit

_KINDS = {
    "weight": MeasureKind.BODY_MASS,
    "fat": MeasureKind.BODY_FAT,
    "neck": MeasureKind.NECK,
    "shoulder": MeasureKind.SHOULDERS,
    "shoulders": MeasureKind.SHOULDERS,
    "chest": MeasureKind.CHEST,
    "waist": MeasureKind.WAIST,
    "hips": MeasureKind.HIPS,
    "right bicep": MeasureKind.ARM,
    "left bicep": MeasureKind.ARM,
    "right thigh": MeasureKind.THIGH,
    "left thigh": MeasureKind.THIGH,
}
"""Measures in the order they are taken: of two sides the right one counts if it was measured."""
_UNITS = {"cm": MeasureUnit.CM, "in": MeasureUnit.INCH, "percent": MeasureUnit.PERCENT, "%": MeasureUnit.PERCENT}
_MOST = 1000.0
"""Heuristic: no body measure in kilograms, pounds, centimetres, inches or per cent reaches this."""


class HevyMeasurements:
    """Most cells are blank. Measures that Dorsi does not keep are named in the guesses."""

    name = "hevy-measurements"
    title = "Hevy body measurements"

    def recognises(self, text: str) -> bool:
        """True if the header has a date, at least two measures Dorsi knows, and no exercise."""
        header = read_heading(text)
        known = sum(column.name in _KINDS for column in header.columns)
        exercises = header.index("exercise title", "exercise", "exercise name", "reps")
        return header.index("date") != ABSENT and known >= 2 and exercises == ABSENT

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The measurements in the text."""
        return _Reading(read_table(text), day_first).log()


class _Reading:
    def __init__(self, table: Table, day_first: bool | None) -> None:
        self._table = table
        self._date = table.index("date")
        self._columns = [column for name in _KINDS for column in table.named(name)]
        used = {self._date, *(column.index for column in self._columns)}
        self._others = [column for column in table.columns if column.index not in used and column.name]
        cells = (row.cells[column.index] for row in table.rows for column in self._columns)
        self._numbers = Numbers.of(cells, delimiter=table.delimiter)
        self._dates = Dates.of((row.cells[self._date] for row in table.rows), day_first=day_first)
        self._gathering = Gathering(HevyMeasurements.name)
        self._left_out: list[Guess] = []

    def log(self) -> ForeignLog:
        for row in self._table.rows:
            outcome = self._fate(row)
            text = self._table.text(row) if isinstance(outcome, Refusal) else ""
            self._gathering.settle(row.line, text, outcome)
        others = [c.heading for c in self._others if any(not is_blank(r.cells[c.index]) for r in self._table.rows)]
        if others:
            what = f"these columns are left out: {', '.join(others)}"
            self._left_out.insert(0, Guess(what=what, evidence="Dorsi keeps no such measure"))
        return self._gathering.log((*self._dates.guesses, *self._left_out))

    def _fate(self, row: Row) -> Fate | Refusal:
        if self._table.is_heading(row):
            return Fate.HEADING
        if row.extra:
            return too_wide(row, self._table)
        when = self._dates.read(row.cells[self._date])
        if when is None:
            return no_date(row.cells[self._date])
        taken: dict[MeasureKind, ForeignMeasurement] = {}
        doubts: list[str] = []
        for column in self._columns:
            text = row.cells[column.index]
            kind, value = _KINDS[column.name], self._numbers.read(text)
            if is_blank(text):
                continue
            if value is None or not 0 < value < _MOST:
                doubts.append(f"{column.heading}: {text}")
            elif kind in taken:
                self._leave_out(row, f"{column.heading}: {text}", "one number a day is kept of each measure")
            else:
                taken[kind] = ForeignMeasurement(
                    line=row.line, on=when.on, kind=kind, value=value, unit=_unit(column, kind)
                )
        if not taken:
            return Refusal(reason=f"nothing can be used: {', '.join(doubts)}" if doubts else NOTHING_ENTERED)
        for doubt in doubts:
            self._leave_out(row, doubt, "that is no measure of a body")
        self._gathering.measurements.extend(taken.values())
        return Fate.MEASUREMENT

    def _leave_out(self, row: Row, text: str, why: str) -> None:
        self._left_out.append(Guess(what=f"line {row.line} is read without {text}", evidence=why))


def _unit(column: Column, kind: MeasureKind) -> MeasureUnit | None:
    if kind is MeasureKind.BODY_FAT:
        return MeasureUnit.PERCENT
    mass = mass_unit(column.unit)
    if mass is not None:
        return MeasureUnit.LB if mass is MassUnit.LB else MeasureUnit.KG
    return _UNITS.get(column.unit)
