"""The CSV file, read back with the csv module."""

from __future__ import annotations

import csv
from io import StringIO

from dorsi.program.evaluate import ProgramView
from dorsi.program.export.csv_table import COLUMNS, to_csv
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.table import every_week


def _rows(view: ProgramView, options: ExportOptions) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(to_csv(view, options), newline="")))


def _picked(rows: list[dict[str, str]], week: str, exercise_id: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(r[c] for c in columns) for r in rows if r["week"] == week and r["exercise_id"] == exercise_id]


def test_one_row_for_each_planned_set(everything: ProgramView, options: ExportOptions) -> None:
    rows = _rows(everything, options)
    expected = [
        (str(number), session.title, row.order, row.exercise_id, str(planned.number))
        for number, week in every_week(everything)
        for session in week.sessions
        for row in session.rows
        for planned in row.planned
    ]
    assert [(r["week"], r["session"], r["block"], r["exercise_id"], r["set"]) for r in rows] == expected
    assert all(tuple(row) == COLUMNS for row in rows)


def test_amounts_and_loads(everything: ProgramView, options: ExportOptions) -> None:
    rows = _rows(everything, options)
    amounts = ("reps_low", "reps_high", "to_max", "seconds", "metres", "load_kg", "load", "rir", "rest_s")
    assert _picked(rows, "1", "row-ergometer", *amounts) == [("", "", "", "300", "", "", "", "", "")]
    assert _picked(rows, "1", "pull-up-weighted", *amounts)[0] == (
        "5", "5", "", "", "", "10", "body weight + 10 kg", "2", "150",
    )  # fmt: skip
    assert _picked(rows, "1", "pull-up-weighted", "set", "optional")[2:] == [("3", ""), ("4", "yes")]
    assert _picked(rows, "3", "pull-up-weighted", "reps_low", "to_max")[:2] == [("", "yes"), ("10", "")]
    assert _picked(rows, "1", "dumbbell-row", "load_kg", "load", "rir")[0] == ("24.04", "53 lb", "1 to 3")
    assert _picked(rows, "1", "deadlift", "reps_low", "reps_high", "load_kg", "load")[1] == (
        "5", "", "", "70-75% of 1RM",
    )  # fmt: skip
    assert _picked(rows, "1", "back-extension-hold", "seconds")[0] == ("30 to 45",)
    assert _picked(rows, "1", "suitcase-carry", "metres", "load_kg")[0] == ("20", "24")
    assert _picked(rows, "1", "pull-up-assisted", "load_kg")[0] == ("-20",)


def test_cells_to_fill_in_are_empty(everything: ProgramView, options: ExportOptions) -> None:
    assert {(r["done_load"], r["done_reps"], r["done_rir"]) for r in _rows(everything, options)} == {("", "", "")}


def test_text_that_looks_like_a_formula_is_guarded(hostile: ProgramView, options: ExportOptions) -> None:
    rows = _rows(hostile, options)
    assert rows[0]["session"] == "'=cmd()"
    assert any(r["session"].startswith("💪🏽 Ћирилица") for r in rows)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
