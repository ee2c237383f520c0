"""The workbook, read back with openpyxl."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dorsi.program.evaluate import ProgramView
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.table import every_week
from dorsi.program.export.xlsx import HOW_TO_USE, to_xlsx

PLAN_COLUMNS = 5


def _book(view: ProgramView, options: ExportOptions) -> Workbook:
    return load_workbook(BytesIO(to_xlsx(view, options)))


def _row_of(sheet: Worksheet, exercise: str) -> int:
    return next(n for n in range(1, sheet.max_row + 1) if str(sheet.cell(n, 2).value or "").startswith(exercise))


def _validation(sheet: Worksheet, coordinate: str) -> tuple[str, str, str]:
    found = [v for v in sheet.data_validations.dataValidation if coordinate in v.sqref]
    assert len(found) == 1
    return str(found[0].type), str(found[0].formula1), str(found[0].formula2)


def test_an_overview_and_a_sheet_for_every_week(everything: ProgramView, options: ExportOptions) -> None:
    book = _book(everything, options)
    assert book.sheetnames == ["Overview", "Week 1", "Week 2", "Week 3", "Week 4"]
    texts = [str(c.value) for row in book["Overview"].iter_rows() for c in row if c.value]
    assert texts[0] == "Спина: тяга и сила"
    assert set(HOW_TO_USE) < set(texts)
    assert "Week 4 (deload)" in texts


def test_every_row_of_the_table_stands_in_its_sheet(everything: ProgramView, options: ExportOptions) -> None:
    book = _book(everything, options)
    for number, week in every_week(everything):
        sheet = book[f"Week {number}"]
        plan = [[sheet.cell(n, c).value for c in range(1, PLAN_COLUMNS + 1)] for n in range(1, sheet.max_row + 1)]
        headings = [row[0] for row in plan]
        for session in week.sessions:
            assert session.heading in headings
            for row in session.rows:
                line = next(p for p in plan if p[0] == row.order and str(p[1]).startswith(row.exercise))
                assert str(line[2]).split("\n")[0] == row.prescription
                assert (line[3] or "", line[4] or "") == (row.rest, row.tempo)


def test_each_planned_set_has_two_empty_bordered_unlocked_cells(
    everything: ProgramView, options: ExportOptions
) -> None:
    sheet = _book(everything, options)["Week 1"]
    row = _row_of(sheet, "Face pull")
    for column in range(PLAN_COLUMNS + 1, PLAN_COLUMNS + 2 * 3 + 1):
        cell = sheet.cell(row, column)
        assert cell.value is None
        assert cell.border.left.style == "thin"
        assert cell.protection.locked is False
    beyond = sheet.cell(row, PLAN_COLUMNS + 2 * 3 + 1)
    assert beyond.border.left.style is None
    header = [cell.value for cell in sheet[3]]
    assert header[:PLAN_COLUMNS] == ["#", "Exercise", "Prescription", "Rest", "Tempo"]
    assert [text for text in header[PLAN_COLUMNS:] if text] == ["Set 1", "Set 2", "Set 3", "Set 4", "RIR", "Notes"]


def test_what_may_be_logged_follows_what_is_counted(everything: ProgramView, options: ExportOptions) -> None:
    sheet = _book(everything, options)["Week 1"]
    assert _validation(sheet, f"G{_row_of(sheet, 'Face pull')}") == ("whole", "0", "100")
    assert _validation(sheet, f"G{_row_of(sheet, 'Rowing machine')}") == ("whole", "0", "7200")
    assert _validation(sheet, f"G{_row_of(sheet, 'Suitcase carry')}") == ("whole", "0", "2000")


def test_print_set_up_and_frozen_header(everything: ProgramView, options: ExportOptions) -> None:
    sheet = _book(everything, options)["Week 1"]
    assert sheet.freeze_panes == "C5"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_nothing_a_person_wrote_becomes_a_formula(hostile: ProgramView, options: ExportOptions) -> None:
    book = _book(hostile, options)
    assert book["Overview"]["A1"].value == "=cmd('calc')!A1"
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert any("💪🏽 Ћирилица" in str(cell.value) for cell in cells)


def test_equal_input_gives_equal_bytes(everything: ProgramView, options: ExportOptions) -> None:
    assert to_xlsx(everything, options) == to_xlsx(everything, options)
