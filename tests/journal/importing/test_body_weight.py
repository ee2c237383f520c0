"""Body measurements kept in a table of one's own."""

from __future__ import annotations

from datetime import date

import pytest

from dorsi.journal.importing.body_weight import BodyWeightTable
from dorsi.journal.importing.foreign import Fate
from dorsi.journal.model import MeasureKind, MeasureUnit


@pytest.mark.parametrize(
    "heading",
    ["Date,Weight", '"Datum"\t"Gewicht"', "date;body weight (lbs)", "Fecha,Peso", "Date,Time,Measurement,Value,Unit"],
)
def test_a_date_and_a_weight_are_enough(heading: str) -> None:
    assert BodyWeightTable().recognises(f"{heading}\n")


@pytest.mark.parametrize("heading", ["Date,Exercise,Weight,Reps", "Date,Steps", "Weight,Height", ""])
def test_training_and_other_tables_are_left_alone(heading: str) -> None:
    assert not BodyWeightTable().recognises(f"{heading}\n")


def test_every_row_has_one_fate() -> None:
    log = BodyWeightTable().read(
        "Date,Weight\n2024-01-02,80.5\n\n2024-01-03,\n2024-01-09,99999\nsoon,80\nDate,Weight\n2024-02-01,79\n"
    )
    assert log.rows == 6
    assert dict(log.fates) == {Fate.MEASUREMENT: 2, Fate.REJECTED: 3, Fate.HEADING: 1}
    assert [(r.line, r.reason) for r in log.rejected] == [
        (4, "nothing was entered"),
        (5, "nothing can be used: 99999"),
        (6, "the date 'soon' cannot be read"),
    ]
    assert [(m.on, m.value, m.unit) for m in log.measurements] == [
        (date(2024, 1, 2), 80.5, None),
        (date(2024, 2, 1), 79.0, None),
    ]


def test_units_come_from_the_cell_the_column_or_the_heading() -> None:
    read = BodyWeightTable().read
    assert read("Date,Weight\n2024-01-02,180 lbs\n").measurements[0].unit is MeasureUnit.LB
    assert read("Date,Weight,Unit\n2024-01-02,80,kg\n").measurements[0].unit is MeasureUnit.KG
    assert read("Date,Weight (lb)\n2024-01-02,180\n").measurements[0].unit is MeasureUnit.LB


def test_decimal_commas_and_day_first_dates_are_understood() -> None:
    log = BodyWeightTable().read("Datum;Gewicht (kg)\n13.01.2024;80,5\n")
    assert [(m.on, m.value) for m in log.measurements] == [(date(2024, 1, 13), 80.5)]


def test_one_measurement_a_row_goes_by_its_name() -> None:
    log = BodyWeightTable().read(
        "Date,Time,Measurement,Value,Unit,Comment\n"
        "2024-01-02,08:00,Bodyweight,180,lbs,\n"
        "2024-01-02,08:00,Waist,80,cm,\n"
        "2024-01-02,08:00,Calf,36,cm,\n"
    )
    assert [(m.kind, m.value, m.unit) for m in log.measurements] == [
        (MeasureKind.BODY_MASS, 180.0, MeasureUnit.LB),
        (MeasureKind.WAIST, 80.0, MeasureUnit.CM),
    ]
    assert [r.reason for r in log.rejected] == ["Dorsi keeps no measurement of this kind"]


def test_a_number_left_out_of_a_row_is_named() -> None:
    log = BodyWeightTable().read("Date,Weight (kg),Body Fat %\n2024-01-02,80,170\n")
    assert [m.kind for m in log.measurements] == [MeasureKind.BODY_MASS]
    assert [guess.what for guess in log.guesses] == ["line 2 is read without 170"]


def test_the_apostrophe_that_guards_a_formula_is_taken_off() -> None:
    log = BodyWeightTable().read('"Datum"\t"Gewicht"\n"2024-01-02"\t"\'+80,5"\n')
    assert [m.value for m in log.measurements] == [80.5]
