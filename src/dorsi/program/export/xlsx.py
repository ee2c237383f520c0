"""A workbook to print or fill in: an overview and one sheet for every week, with empty cells for each set.

Source: claim C37 (write results down in a table, to see growth and what needs changing).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import count

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dorsi.program.evaluate import ProgramView
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.spreadsheet_text import fitted
from dorsi.program.export.table import (
    PlannedSet,
    SessionTable,
    TableRow,
    WeekTable,
    every_week,
    week_heading,
)
from dorsi.program.model import Program, Role
from dorsi.program.notation import MAX_METRES, MAX_REPS, MAX_SECONDS

ACCENT = "#1F6F5C"
_TINT = "#E6F0ED"
_LINE = "#9FB8B1"
_PAPER_A4 = 9
_PLAN_COLUMNS = (("#", 5), ("Exercise", 30), ("Prescription", 34), ("Rest", 11), ("Tempo", 10))
_HEADER_ROW = 2
_FIRST_ROW = _HEADER_ROW + 2
_LINE_HEIGHT = 15.0
_TALLEST = 400.0
_REMARK_CHARACTERS = sum(width for _, width in _PLAN_COLUMNS) + 30
HOW_TO_USE = (
    "Each week has its own sheet: do the exercises from top to bottom; 2a and 2b are done in turn.",
    "After each set write the load and the reps you did (seconds for timed sets, metres for carries).",
    "RIR means reps in reserve: how many more good ones you had left in the hardest set. Notes are yours.",
)


def to_xlsx(view: ProgramView, options: ExportOptions) -> bytes:
    """The programme as an .xlsx workbook; the cells to fill in are empty, bordered and unlocked.

    The sheets are not protected. Anyone who protects one can still write in the cells meant for logging.
    """
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        made = datetime(options.today.year, options.today.month, options.today.day)  # noqa: DTZ001 xlsx stores no zone
        book.set_properties({"title": view.program.name[:255], "created": made, "comments": "Made with Dorsi"})
        looks = _Looks.of(book)
        weeks = tuple(every_week(view))
        _overview(book.add_worksheet("Overview"), view.program, weeks, looks)
        for number, week in weeks:
            _WeekSheet(book.add_worksheet(_sheet_name(number)), week, looks).write(view.program.name, number)
    return out.getvalue()


def _sheet_name(week: int) -> str:
    return f"Week {week}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looks:
    """The cell formats of the workbook."""

    title: Format
    text: Format
    muted: Format
    header: Format
    session: Format
    plan: Format
    log: Format
    log_optional: Format
    log_text: Format
    link: Format

    @classmethod
    def of(cls, book: Workbook) -> _Looks:
        cell = {"border": 1, "border_color": _LINE, "valign": "vcenter"}
        log = {**cell, "locked": False, "align": "center"}
        return cls(
            title=book.add_format({"bold": True, "font_size": 16, "font_color": ACCENT}),
            text=book.add_format({"text_wrap": True, "valign": "top"}),
            muted=book.add_format({"italic": True, "font_color": "#555555", "text_wrap": True, "valign": "top"}),
            header=book.add_format(
                {**cell, "bold": True, "font_color": "white", "bg_color": ACCENT, "align": "center"}
            ),
            session=book.add_format({"bold": True, "font_color": ACCENT, "bg_color": _TINT, "valign": "vcenter"}),
            plan=book.add_format({**cell, "text_wrap": True}),
            log=book.add_format(log),
            log_optional=book.add_format({**log, "border": 3}),
            log_text=book.add_format({**cell, "locked": False, "text_wrap": True}),
            link=book.add_format({"font_color": ACCENT, "underline": 1, "valign": "top"}),
        )


def _overview(sheet: Worksheet, program: Program, weeks: tuple[tuple[int, WeekTable], ...], looks: _Looks) -> None:
    sheet.hide_gridlines(2)
    _print_set_up(sheet)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, fitted(program.name), looks.title)
    rows = count(1)
    if program.note:
        sheet.write_string(next(rows), 1, fitted(program.note), looks.muted)
    next(rows)
    for line, label in zip(HOW_TO_USE, ("How to use it", "", ""), strict=True):
        row = next(rows)
        sheet.write_string(row, 0, label, looks.session if label else looks.text)
        sheet.write_string(row, 1, line, looks.text)
    next(rows)
    row = next(rows)
    sheet.write_string(row, 0, "Week", looks.header)
    sheet.write_string(row, 1, "Sessions", looks.header)
    for number, week in weeks:
        row = next(rows)
        name = _sheet_name(number)
        heading = week_heading((number,), is_deload=week.is_deload)
        sheet.write_url(row, 0, f"internal:'{name}'!A1", looks.link, heading)
        sessions = "\n".join(session.heading for session in week.sessions) or "No sessions"
        sheet.write_string(row, 1, fitted(sessions), looks.text)
        sheet.set_row(row, _LINE_HEIGHT * max(1, len(week.sessions)))


@dataclass(frozen=True, slots=True)
class _WeekSheet:
    """Writes one week: a frozen header, then a titled block for each session."""

    sheet: Worksheet
    week: WeekTable
    looks: _Looks

    @property
    def most_sets(self) -> int:
        """The most sets of any exercise of the week, which is how many pairs of columns there are."""
        return max((len(r.planned) for s in self.week.sessions for r in s.rows), default=1)

    @property
    def rir_column(self) -> int:
        """The column after the last set; notes stand in the one after it."""
        return len(_PLAN_COLUMNS) + 2 * self.most_sets

    def write(self, name: str, number: int) -> None:
        self.sheet.hide_gridlines(2)
        heading = week_heading((number,), is_deload=self.week.is_deload)
        self.sheet.write_string(0, 0, fitted(f"{heading}: {name}"), self.looks.title)
        self._header()
        row = _FIRST_ROW
        for session in self.week.sessions:
            row = self._session(session, row)
        _print_set_up(self.sheet)
        self.sheet.repeat_rows(_HEADER_ROW, _HEADER_ROW + 1)
        self.sheet.freeze_panes(_FIRST_ROW, 2)

    def _header(self) -> None:
        header = self.looks.header
        for column, (label, width) in enumerate(_PLAN_COLUMNS):
            self.sheet.set_column(column, column, width)
            self.sheet.merge_range(_HEADER_ROW, column, _HEADER_ROW + 1, column, label, header)
        for position in range(self.most_sets):
            column = len(_PLAN_COLUMNS) + 2 * position
            self.sheet.merge_range(_HEADER_ROW, column, _HEADER_ROW, column + 1, f"Set {position + 1}", header)
            self.sheet.write_string(_HEADER_ROW + 1, column, "Load", header)
            self.sheet.write_string(_HEADER_ROW + 1, column + 1, "Reps", header)
        self.sheet.set_column(len(_PLAN_COLUMNS), self.rir_column, 7)
        self.sheet.set_column(self.rir_column + 1, self.rir_column + 1, 30)
        for column, label in ((self.rir_column, "RIR"), (self.rir_column + 1, "Notes")):
            self.sheet.merge_range(_HEADER_ROW, column, _HEADER_ROW + 1, column, label, header)

    def _session(self, session: SessionTable, row: int) -> int:
        """Writes a session from `row` on and gives the row after it and an empty one."""
        for column in range(self.rir_column + 2):
            self.sheet.write_blank(row, column, None, self.looks.session)
        self.sheet.write_string(row, 0, fitted(session.heading), self.looks.session)
        self.sheet.set_row(row, 20)
        row += 1
        for remark in filter(None, (session.theme, session.note)):
            self.sheet.merge_range(row, 0, row, self.rir_column + 1, "", self.looks.muted)
            self.sheet.write_string(row, 0, fitted(remark), self.looks.muted)
            self.sheet.set_row(row, min(_TALLEST, _LINE_HEIGHT * (1 + len(remark) // _REMARK_CHARACTERS)))
            row += 1
        for line in session.rows:
            self._exercise(line, row)
            row += 1
        return row + 1

    def _exercise(self, line: TableRow, row: int) -> None:
        name = line.exercise if line.role is Role.WORK else f"{line.exercise} ({line.role_name.lower()})"
        prescription = "\n".join(filter(None, (line.prescription, line.note)))
        texts = (line.order, name, prescription, line.rest, line.tempo)
        for column, text in enumerate(texts):
            self.sheet.write_string(row, column, fitted(text), self.looks.plan)
        lines = max(
            sum(1 + len(part) // width for part in text.split("\n"))
            for text, (_, width) in zip(texts, _PLAN_COLUMNS, strict=True)
        )
        self.sheet.set_row(row, min(_TALLEST, max(20.0, _LINE_HEIGHT * lines)))
        for planned in line.planned:
            self._log_cells(planned, row)
        self.sheet.write_blank(row, self.rir_column, None, self.looks.log)
        self.sheet.write_blank(row, self.rir_column + 1, None, self.looks.log_text)
        self._accept(row, self.rir_column, "decimal", 10, "Reps in reserve")

    def _log_cells(self, planned: PlannedSet, row: int) -> None:
        column = len(_PLAN_COLUMNS) + 2 * (planned.number - 1)
        look = self.looks.log_optional if planned.optional else self.looks.log
        self.sheet.write_blank(row, column, None, look)
        self.sheet.write_blank(row, column + 1, None, look)
        if planned.target.seconds is not None:
            self._accept(row, column + 1, "integer", MAX_SECONDS, "Seconds")
        elif planned.target.metres is not None:
            self._accept(row, column + 1, "integer", MAX_METRES, "Metres")
        else:
            self._accept(row, column + 1, "integer", MAX_REPS, "Reps")

    def _accept(self, row: int, column: int, kind: str, most: int, what: str) -> None:
        self.sheet.data_validation(
            row, column, row, column,
            {
                "validate": kind,
                "criteria": "between",
                "minimum": 0,
                "maximum": most,
                "error_title": what,
                "error_message": f"{what} must lie between 0 and {most}.",
            },
        )  # fmt: skip


def _print_set_up(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPage &P of &N")
