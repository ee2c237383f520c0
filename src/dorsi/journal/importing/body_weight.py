"""Body measurements kept in a table: a date and a weight in each row, or one measurement of any kind in each."""

from __future__ import annotations

from dorsi.journal.importing.dates import Dates
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignMeasurement, Guess
from dorsi.journal.importing.gathering import NOTHING_ENTERED, Gathering, Refusal, no_date
from dorsi.journal.importing.table import ABSENT, Row, Table, normal_heading, read_heading, read_table
from dorsi.journal.importing.values import Numbers, is_blank, mass_unit, number_and_unit
from dorsi.journal.model import MeasureKind, MeasureUnit
from dorsi.units import MassUnit

DATE = (
    "date",
    "datum",
    "fecha",
    "data",
    "date time",
    "datetime",
    "timestamp",
    "дата",
    "day",
    "tag",
    "time of measurement",
)
WEIGHT = (
    "weight", "body weight", "bodyweight", "body mass", "gewicht", "körpergewicht", "peso", "peso corporal",
    "peso corporeo", "poids", "вес", "waga", "masse", "scale weight", "trend weight",
)  # fmt: skip
_TRAINING = ("exercise", "exercise name", "exercise title", "reps", "set order", "workout name", "workout", "übung")
_KIND = ("measurement", "metric", "measure")
_FAT = ("body fat", "fat", "fat percent", "body fat percent", "körperfett", "kfa")
_HEAVIEST_KG = 650.0
_HEAVIEST_LB = 1430.0
"""Heuristic: a greater number is a slip of the finger, since hardly anybody has weighed more."""

KINDS = {
    **dict.fromkeys(("body weight", "bodyweight", "weight", "body mass", "bodymass"), MeasureKind.BODY_MASS),
    **dict.fromkeys(_FAT, MeasureKind.BODY_FAT),
    **dict.fromkeys(("fatpercent", "fat percentage", "body fat percentage"), MeasureKind.BODY_FAT),
    **dict.fromkeys(("shoulders", "shoulder"), MeasureKind.SHOULDERS),
    "chest": MeasureKind.CHEST,
    "waist": MeasureKind.WAIST,
    **dict.fromkeys(("hips", "hip"), MeasureKind.HIPS),
    **dict.fromkeys(
        ("arm", "arms", "biceps", "bicep", "left bicep", "right bicep", "left biceps", "right biceps", "left arm",
         "right arm", "upper arm"),
        MeasureKind.ARM,
    ),
    **dict.fromkeys(("thigh", "thighs", "left thigh", "right thigh"), MeasureKind.THIGH),
    "neck": MeasureKind.NECK,
}  # fmt: skip
"""What other apps call the measurements that Dorsi keeps, in the words of `normal_heading`."""

_LENGTH_UNITS = {
    **dict.fromkeys(("cm", "centimeter", "centimeters", "centimetres"), MeasureUnit.CM),
    **dict.fromkeys(("in", "inch", "inches", '"'), MeasureUnit.INCH),
    **dict.fromkeys(("%", "percent"), MeasureUnit.PERCENT),
}


def measure_unit(text: str) -> MeasureUnit | None:
    """The unit of a body measurement that the text names, or None."""
    mass = mass_unit(text)
    if mass is not None:
        return MeasureUnit.LB if mass is MassUnit.LB else MeasureUnit.KG
    return _LENGTH_UNITS.get(text.strip().casefold())


class BodyWeightTable:
    """A table of weighings ("Date,Weight"), or of measurements by name ("Date,Measurement,Value,Unit")."""

    name = "body-weight"
    title = "Body weight table (date and weight)"

    def recognises(self, text: str) -> bool:
        """True for a heading with a date and a weight, or a measurement and its value, and nothing of training."""
        table = read_heading(text)
        if table.index(*DATE) == ABSENT or table.index(*_TRAINING) != ABSENT:
            return False
        named = table.index(*_KIND) != ABSENT and table.index("value") != ABSENT
        return named or table.index(*WEIGHT) != ABSENT

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """Every row a measurement; a row whose date or number makes no sense is rejected."""
        table = read_table(text)
        gathering = Gathering(self.name)
        columns = _Columns(table)
        dates = Dates.of((_cell(row, columns.date) for row in table.rows), day_first=day_first)
        cells = {_cell(row, index) for row in table.rows for index, _, _ in columns.values}
        numbers = Numbers.of({number_and_unit(cell)[0] for cell in cells}, delimiter=table.delimiter)
        for row in table.rows:
            outcome: Fate | Refusal = Fate.HEADING
            if not table.is_heading(row):
                found, outcome = columns.measurements(row, dates, numbers)
                gathering.measurements.extend(found)
            text = table.text(row) if isinstance(outcome, Refusal) else ""
            gathering.settle(row.line, text, outcome)
        return gathering.log((*dates.guesses, *columns.guesses))


class _Columns:
    """Where a table keeps its date, its values and their units."""

    def __init__(self, table: Table) -> None:
        self.date = table.index(*DATE)
        self.unit = table.index("unit", "weight unit", "units", "einheit")
        self.kind = table.index(*_KIND)
        self.values: list[tuple[int, MeasureKind | None, str]] = []
        self.guesses: list[Guess] = []
        if self.kind != ABSENT:
            self.values.append((table.index("value"), None, ""))
            return
        weight = table.column(*WEIGHT)
        if weight is not None:
            self.values.append((weight.index, MeasureKind.BODY_MASS, weight.unit))
        self.values.extend(
            (column.index, kind, column.unit)
            for column in table.columns
            if (kind := KINDS.get(column.name)) is not None and kind is not MeasureKind.BODY_MASS
        )

    def measurements(self, row: Row, dates: Dates, numbers: Numbers) -> tuple[list[ForeignMeasurement], Fate | Refusal]:
        """What the row says, and what becomes of the row."""
        when = dates.read(_cell(row, self.date))
        if when is None:
            return [], no_date(_cell(row, self.date))
        found: list[ForeignMeasurement] = []
        doubts: list[str] = []
        for index, named, heading_unit in self.values:
            cell = _cell(row, index)
            if is_blank(cell):
                continue
            number, own_unit = number_and_unit(cell)
            value = numbers.read(number)
            unit = measure_unit(own_unit or _cell(row, self.unit) or heading_unit)
            kind = named or KINDS.get(normal_heading(_cell(row, self.kind)))
            if kind is MeasureKind.BODY_FAT:
                unit = MeasureUnit.PERCENT
            if kind is None:
                return [], Refusal(reason="Dorsi keeps no measurement of this kind")
            if value is None or not 0 < value <= highest(unit):
                doubts.append(cell)
            else:
                found.append(ForeignMeasurement(line=row.line, on=when.on, kind=kind, value=value, unit=unit))
        if not found:
            return [], Refusal(reason=f"nothing can be used: {', '.join(doubts)}" if doubts else NOTHING_ENTERED)
        self.guesses.extend(without(row.line, doubt) for doubt in doubts)
        return found, Fate.MEASUREMENT


def without(line: int, text: str) -> Guess:
    """Says that a row of measurements was read without one of its numbers."""
    return Guess(what=f"line {line} is read without {text}", evidence="that is no measure of a body")


def highest(unit: MeasureUnit | None) -> float:
    """The greatest body measurement taken for true, by its unit."""
    if unit is MeasureUnit.PERCENT:
        return 100.0
    return _HEAVIEST_KG if unit is MeasureUnit.KG else _HEAVIEST_LB


def _cell(row: Row, index: int) -> str:
    """A cell without the apostrophe that guards spreadsheets from formulas."""
    cell = row.cells[index]
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell
