"""A programme to print and write on: A4 landscape, black on white, one page for each distinct week where it fits.

Weeks that look alike share a page with a tick box each: print one copy a week and tick it. Every planned set
has a box for load and reps; the boxes of optional sets are dashed. For the typeface and the characters it
lacks see `pdf_font`. The bytes depend on nothing but the programme and `today`.

Source: claim C37 (write results down in a table, to see growth and what needs changing).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import cast

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from dorsi.program.evaluate import ProgramView
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.pdf_font import FAMILY, add_fonts, printable
from dorsi.program.export.table import SessionTable, TableRow, WeekTable, distinct_weeks
from dorsi.program.model import Role

MARGIN_MM = 12.0
_FOOT_MM = 14.0
_HEAD_MM = 12.0
_SESSION_HEAD_MM = 18.0
_LINE_MM = 4.2
_PAD_MM = 1.4
_BOX_MM = 8.6
_TICK_MM = 3.6
_RIR_MM = 12.0
_MOST_BOXES_A_LINE = 8
_MOST_BOXES = 16 * _MOST_BOXES_A_LINE
_MOST_LINES = 16
"""Text longer than this is cut, and boxes beyond `_MOST_BOXES` left out, so that no row outgrows a page."""
_BODY_PT = 9.0
_SMALL_PT = 7.5
_COLUMNS = (("#", 8.0), ("Exercise", 52.0), ("Sets and reps", 52.0), ("Rest", 19.0), ("Tempo", 17.0))
_PLAN_MM = sum(width for _, width in _COLUMNS)
_GREY = 110
_RULE = 170
_HEADER_TINT = 235


def to_pdf(view: ProgramView, options: ExportOptions) -> bytes:
    """The programme as a PDF."""
    sheet = _Sheet(view.program.name, options)
    weeks = distinct_weeks(view)
    for position, week in enumerate(weeks):
        sheet.start_week(week)
        if position == 0 and view.program.note:
            sheet.remark(view.program.note)
        for session in week.sessions:
            sheet.session(session, most_sets=_most_sets(week))
    return bytes(sheet.output())


def _most_sets(week: WeekTable) -> int:
    return max((len(row.planned) for session in week.sessions for row in session.rows), default=1)


class _Sheet(FPDF):
    """The document: FPDF with a running header and footer and the parts of a programme."""

    def __init__(self, name: str, options: ExportOptions) -> None:
        super().__init__(orientation="landscape", unit="mm", format="A4")
        self._drawable = add_fonts(self)
        self.name = self._printable(name)
        self.week_heading = ""
        self.set_creation_date(datetime.combine(options.today, time(), UTC))
        self.set_title(self.name)
        self.set_creator("Dorsi")
        self.set_lang("en-GB")
        self.set_margins(MARGIN_MM, MARGIN_MM, MARGIN_MM)
        self.set_auto_page_break(True, _FOOT_MM)
        self.set_draw_color(_RULE)
        self.set_line_width(0.2)

    # ------------------------------------------------------------------ every page
    def header(self) -> None:
        self.set_font(FAMILY, "B", 11)
        beside = self.get_string_width(self.week_heading) + 10
        self.cell(self.epw - beside, 6, self._shortened(self.name, self.epw - beside))
        self.cell(beside, 6, self.week_heading, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self._rule(0.5, self.get_y() + 0.5)
        self.set_y(self.get_y() + 3)

    def footer(self) -> None:
        self.set_y(-10)
        self.set_font(FAMILY, "", _SMALL_PT)
        self.set_text_color(_GREY)
        self.cell(
            self.epw / 2,
            4,
            "Box: load x reps (seconds or metres where set so). Dashed: optional set. RIR: reps in reserve.",
        )
        self.cell(self.epw / 2, 4, f"Page {self.page_no()} of {{nb}}", align="R")
        self.set_text_color(0)

    # ------------------------------------------------------------------ parts of a programme
    def start_week(self, week: WeekTable) -> None:
        """Opens a page headed by the weeks it is for; several get a tick box each."""
        self.week_heading = week.heading
        self.add_page()
        if len(week.weeks) > 1:
            self._tick_boxes(week.weeks)
        if not week.sessions:
            self.remark("No sessions: rest.")

    def remark(self, text: str) -> None:
        """A paragraph in small grey type."""
        self.set_font(FAMILY, "", _SMALL_PT + 0.5)
        self.set_text_color(70)
        self.multi_cell(self.epw, 3.8, self._printable(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_text_color(0)
        self.set_y(self.get_y() + 1)

    def session(self, session: SessionTable, most_sets: int) -> None:
        """A session's heading and table; kept on one page where it fits on one."""
        boxes = min(most_sets, _MOST_BOXES_A_LINE)
        heights = [self._row_height(row, boxes) for row in session.rows]
        whole = _SESSION_HEAD_MM + sum(heights)
        needed = whole if whole < self.eph - _HEAD_MM else _SESSION_HEAD_MM + max(heights[:1], default=0)
        if self.get_y() + needed > self.page_break_trigger:
            self.add_page()
        self.set_font(FAMILY, "B", 12)
        self.cell(
            self.epw,
            7,
            self._shortened(self._printable(session.heading), self.epw),
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )
        for text in filter(None, (session.theme, session.note)):
            self.remark(text)
        self._table_header(boxes)
        for row, height in zip(session.rows, heights, strict=True):
            if self.get_y() + height > self.page_break_trigger:
                self.add_page()
                self._table_header(boxes)
            self._row(row, height, boxes)
        self.set_y(self.get_y() + 4)

    def _tick_boxes(self, weeks: Sequence[int]) -> None:
        self.set_font(FAMILY, "", _BODY_PT)
        label = "Print one copy a week and tick it:"
        self.cell(self.get_string_width(label) + 4, 5, label)
        for week in weeks:
            width = self.get_string_width(str(week)) + _TICK_MM + 5
            if self.get_x() + width > self.w - MARGIN_MM:
                self.ln(5)
            self.set_draw_color(0)
            self.rect(self.get_x(), self.get_y() + 0.7, _TICK_MM, _TICK_MM)
            self.set_draw_color(_RULE)
            self.set_x(self.get_x() + _TICK_MM + 0.5)
            self.cell(width - _TICK_MM, 5, str(week))
        self.ln(7)

    # ------------------------------------------------------------------ the table
    def _table_header(self, boxes: int) -> None:
        self.set_font(FAMILY, "B", _SMALL_PT)
        self.set_fill_color(_HEADER_TINT)
        for label, width in _COLUMNS:
            self.cell(width, 5, label, fill=True)
        for position in range(boxes):
            self.cell(self._box_width(boxes), 5, f"Set {position + 1}", align="C", fill=True)
        self.cell(_RIR_MM, 5, "RIR", align="C", fill=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _row(self, row: TableRow, height: float, boxes: int) -> None:
        top = self.get_y()
        left = self.l_margin
        for text_lines, (_, width) in zip(self._plan_lines(row), _COLUMNS, strict=True):
            self.set_xy(left, top + _PAD_MM)
            for style, size, line in text_lines:
                self.set_font(FAMILY, style, size)
                self.set_xy(left, self.get_y())
                self.cell(width, _LINE_MM, line)
                self.set_y(self.get_y() + _LINE_MM)
            left += width
        self._boxes(row, top, boxes)
        self._rule(0.2, top + height)
        self.set_xy(self.l_margin, top + height)

    def _boxes(self, row: TableRow, top: float, boxes: int) -> None:
        width = self._box_width(boxes)
        self.set_draw_color(0)
        for planned in row.planned[:_MOST_BOXES]:
            line, position = divmod(planned.number - 1, boxes)
            if planned.optional:
                self.set_dash_pattern(dash=1, gap=1)
            self.rect(
                self.l_margin + _PLAN_MM + position * width + 0.6,
                top + _PAD_MM + line * _BOX_MM,
                width - 1.2,
                _BOX_MM - 1.6,
            )
            self.set_dash_pattern()
        if row.role in (Role.WORK, Role.TEST):
            self.rect(self.w - MARGIN_MM - _RIR_MM + 0.6, top + _PAD_MM, _RIR_MM - 1.2, _BOX_MM - 1.6)
        self.set_draw_color(_RULE)

    def _row_height(self, row: TableRow, boxes: int) -> float:
        lines = max(len(column) for column in self._plan_lines(row))
        box_lines = -(-min(len(row.planned), _MOST_BOXES) // boxes)
        return max(lines * _LINE_MM, box_lines * _BOX_MM - 1.6) + 2 * _PAD_MM

    def _plan_lines(self, row: TableRow) -> list[list[tuple[str, float, str]]]:
        """What stands in the columns of the plan, as lines of (style, size, text)."""
        strong, role = ("B", "") if row.role is Role.WORK else ("", row.role_name.lower())
        exercise = self._wrapped(row.exercise, strong, _BODY_PT, 1) + self._wrapped(role, "", _SMALL_PT, 1)
        sets = self._wrapped(row.prescription, "", _BODY_PT, 2) + self._wrapped(row.note, "", _SMALL_PT, 2)
        rest = self._wrapped(row.rest, "", _BODY_PT, 3)
        return [[("B", _BODY_PT, row.order)], exercise, sets, rest, self._wrapped(row.tempo, "", _BODY_PT, 4)]

    def _wrapped(self, text: str, style: str, size: float, column: int) -> list[tuple[str, float, str]]:
        if not text:
            return []
        self.set_font(FAMILY, style, size)
        width = _COLUMNS[column][1] - 2
        lines = self.multi_cell(width, text=self._printable(text), align="L", dry_run=True, output="LINES")
        shown = cast(list[str], lines)
        if len(shown) > _MOST_LINES:
            shown = [*shown[: _MOST_LINES - 1], "..."]
        return [(style, size, line) for line in shown]

    def _box_width(self, boxes: int) -> float:
        return (self.epw - _PLAN_MM - _RIR_MM) / boxes

    def _rule(self, thickness: float, y: float) -> None:
        self.set_line_width(thickness)
        self.line(self.l_margin, y, self.w - self.r_margin, y)
        self.set_line_width(0.2)

    def _printable(self, text: str) -> str:
        return printable(text, self._drawable)

    def _shortened(self, text: str, width: float) -> str:
        if self.get_string_width(text) <= width - 4:
            return text
        while text and self.get_string_width(text + "...") > width - 4:
            text = text[:-1]
        return text + "..."
