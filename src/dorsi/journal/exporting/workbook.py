"""The log as a workbook to sort, filter and chart: a sheet of sets, one of sessions and one of measurements.

Cells of text are stored as text; what a spreadsheet might take for a formula is marked with its own apostrophe too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.model import Journal, LoggedSession, LoggedSet, Measurement
from dorsi.program.export.spreadsheet_text import fitted, guarded
from dorsi.program.export.xlsx import ACCENT

Cell: TypeAlias = str | float | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a sheet: heading, width in characters and number format."""

    heading: str
    width: float
    form: str = "General"


_FIRST_YEAR = 1901
"""Spreadsheets count days from 1900 on."""
_DAY = Column(heading="Day", width=11, form="yyyy-mm-dd")
_SETS = (
    _DAY,
    Column(heading="Session", width=22),
    Column(heading="Exercise", width=32),
    Column(heading="Kind", width=9),
    Column(heading="Load", width=8, form="0.##"),
    Column(heading="Unit", width=6),
    Column(heading="Load is", width=9),
    Column(heading="Load, kg", width=9, form="0.00"),
    Column(heading="Reps", width=6, form="0"),
    Column(heading="RIR", width=6, form="0.#"),
    Column(heading="RPE", width=6, form="0.#"),
    Column(heading="Seconds", width=9, form="0.#"),
    Column(heading="Metres", width=8, form="0.#"),
    Column(heading="Side", width=7),
    Column(heading="Tempo", width=9),
    Column(heading="Rest, s", width=8, form="0"),
    Column(heading="Superset", width=9, form="0"),
    Column(heading="Discomfort", width=11, form="0"),
    Column(heading="Note", width=40),
)
_SESSIONS = (
    _DAY,
    Column(heading="Start", width=17, form="yyyy-mm-dd hh:mm"),
    Column(heading="Session", width=26),
    Column(heading="Minutes", width=9, form="0"),
    Column(heading="Exercises", width=10, form="0"),
    Column(heading="Sets", width=7, form="0"),
    Column(heading="From", width=14),
    Column(heading="Note", width=60),
)
_MEASUREMENTS = (
    _DAY,
    Column(heading="What", width=14),
    Column(heading="Value", width=9, form="0.##"),
    Column(heading="Unit", width=6),
)


def to_workbook(journal: Journal, options: LogOptions) -> bytes:
    """The journal as an .xlsx workbook; headers stay in sight and every column can be filtered."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        made = datetime(options.today.year, options.today.month, options.today.day)  # noqa: DTZ001 xlsx stores no zone
        book.set_properties({"title": "Training log", "created": made, "comments": "Made with Dorsi"})
        looks = _Looks(book)
        sets = (_set_cells(session, entry, options) for session in journal.sessions for entry in session.sets)
        _write(book.add_worksheet("Sets"), _SETS, sets, looks)
        _write(book.add_worksheet("Sessions"), _SESSIONS, (_cells(each, options) for each in journal.sessions), looks)
        _write(book.add_worksheet("Measurements"), _MEASUREMENTS, map(_measured, journal.measurements), looks)
    return out.getvalue()


class _Looks:
    """The cell formats of the workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.header = book.add_format({"bold": True, "font_color": "white", "bg_color": ACCENT, "valign": "vcenter"})
        self.marked = book.add_format({"quote_prefix": True})
        self._forms: dict[str, Format] = {}

    def form(self, number_format: str) -> Format:
        if number_format not in self._forms:
            self._forms[number_format] = self._book.add_format({"num_format": number_format})
        return self._forms[number_format]


def _write(sheet: Worksheet, columns: Sequence[Column], rows: Iterator[tuple[Cell, ...]], looks: _Looks) -> None:
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, looks.header)
    forms = [looks.form(column.form) for column in columns]
    last = 0
    for last, row in enumerate(rows, start=1):
        for at, cell in enumerate(row):
            _write_cell(sheet, last, at, cell, forms[at], looks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _write_cell(sheet: Worksheet, row: int, at: int, cell: Cell, form: Format, looks: _Looks) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        if guarded(cell) == cell:
            sheet.write_string(row, at, fitted(cell))
        else:
            sheet.write_string(row, at, fitted(cell), looks.marked)
    elif isinstance(cell, date) and cell.year < _FIRST_YEAR:
        sheet.write_string(row, at, cell.isoformat())
    elif isinstance(cell, date):
        sheet.write_datetime(row, at, cell, form)
    else:
        sheet.write_number(row, at, cell, form)


def _set_cells(session: LoggedSession, entry: LoggedSet, options: LogOptions) -> tuple[Cell, ...]:
    load = entry.load
    return (
        session.on,
        session.title,
        options.name(entry.exercise),
        entry.kind.value,
        load.value if load else None,
        load.unit.value if load else None,
        load.mode.value if load else None,
        load.signed_kg if load else None,
        entry.reps,
        entry.rir,
        entry.rpe,
        entry.seconds,
        entry.metres,
        entry.side.value if entry.side else None,
        entry.tempo,
        entry.rest_s,
        entry.superset,
        entry.discomfort.score if entry.discomfort else None,
        entry.note,
    )


def _cells(session: LoggedSession, options: LogOptions) -> tuple[Cell, ...]:
    notes = [session.note, *(text for _, text in session.run_notes)]
    return (
        session.on,
        options.began(session) if session.started_at else None,
        session.title,
        None if session.duration_s is None else session.duration_s / 60,
        len({entry.exercise for entry in session.sets}),
        len(session.sets),
        session.source,
        "\n".join(filter(None, notes)),
    )


def _measured(entry: Measurement) -> tuple[Cell, ...]:
    return entry.on, entry.kind.value, entry.value, entry.unit.value
