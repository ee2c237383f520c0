"""A CSV file for other programs and for logging: one row for each planned set of each week.

Plain UTF-8 without a byte order mark, comma-separated, CRLF (RFC 4180). Text that a spreadsheet would
take for a formula gets an apostrophe in front. `load_kg` of a body-weight set is what is added (negative:
taken off); it is empty for shares of 1RM. `rest_s` is the middle of a range. Other ranges are written
'1 to 3', since spreadsheets read '1-3' as the third of January.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from dorsi.program.evaluate import ProgramView
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.spreadsheet_text import guarded
from dorsi.program.export.table import PlannedSet, SessionTable, TableRow, every_week, load_words
from dorsi.units import number

COLUMNS = (
    "week", "day", "session", "block", "exercise_id", "exercise", "set", "optional", "role",
    "reps_low", "reps_high", "to_max", "seconds", "metres", "load_kg", "load", "rir", "rest_s", "tempo",
    "done_load", "done_reps", "done_rir",
)  # fmt: skip
_LOG_COLUMNS = 3


def to_csv(view: ProgramView, _options: ExportOptions) -> str:
    """The programme as CSV text with a header row."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for week, table in every_week(view):
        for session in table.sessions:
            for row in session.rows:
                writer.writerows(_cells(week, session, row, planned) for planned in row.planned)
    return out.getvalue()


def _cells(week: int, session: SessionTable, row: TableRow, planned: PlannedSet) -> list[str]:
    return [*_place(week, session, row, planned), *_target(row, planned), *[""] * _LOG_COLUMNS]


def _place(week: int, session: SessionTable, row: TableRow, planned: PlannedSet) -> Iterator[str]:
    yield str(week)
    yield "" if session.day is None else session.day.value
    yield guarded(session.title)
    yield row.order
    yield row.exercise_id
    yield guarded(row.exercise)
    yield str(planned.number)
    yield _flag(planned.optional)
    yield row.role.value


def _target(row: TableRow, planned: PlannedSet) -> Iterator[str]:
    target = planned.target
    yield "" if target.reps is None else str(target.reps[0])
    yield "" if target.reps is None or target.to_max else str(target.reps[1])
    yield _flag(target.to_max)
    yield _span(target.seconds)
    yield _span(target.metres)
    yield "" if planned.load_kg is None else number(planned.load_kg)
    yield guarded(load_words(target.load, row.role))
    yield _span(target.rir)
    yield "" if row.rest_s is None else number(sum(row.rest_s) / 2)
    yield row.tempo


def _span(span: tuple[float, float] | None) -> str:
    return "" if span is None else " to ".join(dict.fromkeys(number(end) for end in span))


def _flag(value: bool) -> str:
    return "yes" if value else ""
