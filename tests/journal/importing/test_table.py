"""Delimited text becomes columns and rows without losing a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.journal.importing.table import ABSENT, normal_heading, read_heading, read_table


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_read_off_the_header(delimiter: str) -> None:
    text = delimiter.join(("Date", '"Weight (kg)"', "Reps")) + "\n" + delimiter.join(("2024-01-01", "60", "5"))
    table = read_table(text)
    assert table.delimiter == delimiter
    assert table.rows[0].cells == ("2024-01-01", "60", "5", "")


def test_a_delimiter_inside_a_quoted_heading_does_not_count() -> None:
    assert read_heading('"Name, first, second, third";Reps\n').delimiter == ";"


def test_a_spreadsheets_separator_line_is_no_header() -> None:
    table = read_table("sep=;\nDate;Reps\n2024-01-01;5\n")
    assert [column.name for column in table.columns] == ["date", "reps"]
    assert table.rows[0].line == 3


@pytest.mark.parametrize(
    ("heading", "name", "unit"),
    [
        ("Weight (kg)", "weight", "kg"),
        ("Weight(lbs)", "weight", "lbs"),
        ("weight_lbs", "weight", "lbs"),
        ("duration_seconds", "duration", "seconds"),
        ("Distance (meters)", "distance", "meters"),
        ("Date (yyyy/mm/dd)", "date", "yyyy/mm/dd"),
        ("Set 1 (Reps)", "set 1", "reps"),
        ("Weight Unit", "weight unit", ""),
        ("lbs", "lbs", ""),
        ("mi.", "mi", ""),
        ("  SET_ORDER ", "set order", ""),
    ],
)
def test_headings_are_taken_apart_into_name_and_unit(heading: str, name: str, unit: str) -> None:
    column = read_heading(f"{heading},x\n").columns[0]
    assert (column.name, column.unit) == (name, unit)


def test_columns_are_found_by_name_and_an_absent_one_reads_as_blank() -> None:
    table = read_table("Reps,Weight (kg)\n5,60\n")
    assert table.index("weight") == 1
    assert table.index("weight kg") == 1
    assert table.index("rpe") == ABSENT
    assert table.rows[0].cells[table.index("rpe")] == ""


def test_both_columns_of_one_measure_are_found() -> None:
    table = read_heading("Weight (kg),Weight (lbs)\n")
    assert [column.unit for column in table.named("weight")] == ["kg", "lbs"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_and_a_byte_order_mark_are_understood(ending: str) -> None:
    table = read_table(ending.join(("\ufeffDate,Notes", '2024-01-01,"one', 'two"', "2024-01-02,three", "")))
    assert table.columns[0].name == "date"
    assert [(row.line, row.cells[1]) for row in table.rows] == [(2, "one\ntwo"), (4, "three")]


def test_blank_lines_are_no_rows_and_rows_of_blank_cells_are() -> None:
    table = read_table("\n\nDate,Reps\n\n2024-01-01,5\n   \n,\n\n")
    assert [(row.line, row.cells[:-1]) for row in table.rows] == [(5, ("2024-01-01", "5")), (7, ("", ""))]


def test_rows_quoted_as_a_whole_are_unwrapped() -> None:
    table = read_table('Date;Name;Note\n"2018-01-01;""Row, heavy"";x"\n"2018-01-02;Row;""a;b"""\n')
    assert [row.cells[:-1] for row in table.rows] == [("2018-01-01", "Row, heavy", "x"), ("2018-01-02", "Row", "a;b")]


def test_short_rows_are_filled_up() -> None:
    assert read_table("a,b,c\n1\n").rows[0].cells == ("1", "", "", "")


def test_cells_beyond_the_header_are_kept_apart() -> None:
    row = read_table("a,b,c\n1,2,3,4,5\n").rows[0]
    assert row.cells == ("1", "2", "3", "")
    assert row.extra == ("4", "5")


def test_a_delimiter_at_the_end_of_every_row_is_no_cell() -> None:
    assert [row.extra for row in read_table("a;b\n1;2;\n3;4;\n").rows] == [(), ()]
    assert [row.extra for row in read_table("a,b\n1,2.5,\n3,4,\n").rows] == [(), ()]


def test_a_comma_at_the_end_of_every_row_may_be_left_of_numbers_broken_in_two() -> None:
    assert [row.extra for row in read_table("a,b,c\n1,32,5,\n3,60,0,\n").rows] == [("",), ("",)]


def test_a_blank_cell_too_many_in_some_rows_means_that_they_have_shifted() -> None:
    assert [row.extra for row in read_table("a,b\n1,2\n3,4,\n").rows] == [(), ("",)]


def test_prose_in_the_last_column_may_hold_the_delimiter() -> None:
    table = read_table("Date,Reps,Comment\n2024-01-01,5,easy, then hard, then done\n2024-01-01,32,5,8\n")
    assert table.rows[0].cells[2] == "easy, then hard, then done"
    assert table.rows[1].extra == ("8",)


def test_a_quote_that_is_never_closed_swallows_no_other_row() -> None:
    lines = ["a,b,c,d", '1,2,3,"open', "4,5,6,7", "8,9,10,11"]
    table = read_table("\n".join(lines))
    assert [row.cells[:-1] for row in table.rows] == [
        ("1", "2", "3", "open"),
        ("4", "5", "6", "7"),
        ("8", "9", "10", "11"),
    ]


def test_an_open_quote_swallows_nothing_in_a_narrow_table_either() -> None:
    table = read_table('Date,Weight,Note\n2024-01-01,80,"open\n2024-01-02,81,\n2024-01-03,82,"two\nlines, no more"\n')
    assert [(row.line, row.cells[2]) for row in table.rows] == [(2, "open"), (3, ""), (4, "two\nlines, no more")]


def test_two_open_quotes_keep_their_rows_apart() -> None:
    table = read_table('a,b,c,d,e\n1,2,"x,4,5\n6,7,8,9,10\n11,12,"y,14,15\n16,17,18,19,20\n')
    assert [row.line for row in table.rows] == [2, 3, 4, 5]
    assert [row.cells[0] for row in table.rows] == ["1", "6", "11", "16"]


def test_an_endless_cell_is_a_row_and_no_failure() -> None:
    table = read_table('a,b,c,d\n1,2,3,"' + "x" * 200_000 + "\n4,5,6,7\n")
    assert [row.line for row in table.rows] == [2, 3]


def test_a_repeated_header_is_known() -> None:
    table = read_table("Date,Reps\n2024-01-01,5\nDate,Reps\n")
    assert [table.is_heading(row) for row in table.rows] == [False, True]


def test_empty_text_is_a_table_without_columns() -> None:
    assert read_table("").columns == ()
    assert read_table("\n \n").rows == ()
    assert read_heading("").index("date") == ABSENT


def test_a_row_is_told_as_one_line() -> None:
    table = read_table('a;b\n1;"x\ny"\n2;3;4\n')
    assert [table.text(row) for row in table.rows] == ["1;x y", "2;3;4"]


def test_punctuation_case_and_spaces_do_not_matter_in_headings() -> None:
    assert normal_heading(" Set_Order  #") == normal_heading("set order")


@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=7), max_size=12))
def test_any_text_is_a_table_whose_rows_are_as_wide_as_its_header(cells: list[list[str]]) -> None:
    table = read_table("\n".join(",".join(row) for row in cells))
    assert all(len(row.cells) == len(table.columns) + 1 for row in table.rows)
    assert all(one.line < other.line for one, other in zip(table.rows, table.rows[1:], strict=False))
