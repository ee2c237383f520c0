"""Dorsi's own CSV log: a row for each set, all fields as typed; see `importing.dorsi_table` for its columns.

UTF-8 without a byte order mark, comma-separated, CRLF. Measurements and all else beside sessions are in the JSON log.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from dorsi.journal.exporting.cells import instant_cell, number_cell, text_cell
from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.importing.dorsi_table import COLUMNS, NO, SET_COLUMNS, YES
from dorsi.journal.model import Journal, LoggedSession, LoggedSet

_BLANK_SET = [""] * len(SET_COLUMNS)


def to_dorsi_csv(journal: Journal, options: LogOptions) -> str:
    """The sessions of the journal as CSV text with a header row."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for session in journal.sessions:
        own = list(_session_cells(session))
        for cells in _rows(session, options):
            writer.writerow([*own, *cells])
    return out.getvalue()


def _rows(session: LoggedSession, options: LogOptions) -> Iterator[list[str]]:
    for run, text in session.run_notes:
        yield ["note", str(run), *_BLANK_SET[3:], text_cell(text)]
    for entry in session.sets:
        yield list(_set_cells(entry, options))
    if not session.sets and not session.run_notes:
        yield ["session", *_BLANK_SET[1:]]


def _session_cells(session: LoggedSession) -> Iterator[str]:
    plan = session.plan
    yield text_cell(session.id)
    yield session.on.isoformat()
    yield instant_cell(session.started_at)
    yield text_cell(session.zone)
    yield number_cell(session.duration_s)
    yield text_cell(session.title)
    yield text_cell(session.note)
    yield text_cell(plan.program) if plan else ""
    yield text_cell(plan.session) if plan else ""
    yield str(plan.week) if plan else ""
    yield str(plan.cycle) if plan else ""
    yield text_cell(session.source)
    yield YES if session.finished else NO


def _set_cells(entry: LoggedSet, options: LogOptions) -> Iterator[str]:
    load, hurt = entry.load, entry.discomfort
    yield "set"
    yield str(entry.run)
    yield text_cell(entry.id)
    yield text_cell(entry.exercise)
    yield text_cell(options.name(entry.exercise))
    yield entry.kind.value
    yield number_cell(load.value) if load else ""
    yield load.unit.value if load else ""
    yield load.mode.value if load else ""
    yield number_cell(entry.reps)
    yield number_cell(entry.rir)
    yield number_cell(entry.rpe)
    yield number_cell(entry.seconds)
    yield number_cell(entry.metres)
    yield entry.side.value if entry.side else ""
    yield YES if entry.straps else ""
    yield text_cell(entry.tempo)
    yield number_cell(entry.rest_s)
    yield number_cell(entry.superset)
    yield str(entry.implements)
    yield number_cell(hurt.score) if hurt else ""
    yield text_cell(hurt.place) if hurt else ""
    yield text_cell(entry.slot)
    yield instant_cell(entry.done_at)
    yield text_cell(entry.name)
    yield text_cell(entry.note)
