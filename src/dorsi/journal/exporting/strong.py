"""The log the way Strong exports it: semicolons, a unit for every load, rest and note rows; Hevy reads it too.

Strong knows neither sides, tempo, discomfort nor planned sessions, and has RPE in place of reps in reserve. Remarks on
a set stand beside it. Text that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import StringIO

from dorsi.journal.exporting.cells import number_cell
from dorsi.journal.exporting.foreign_terms import UNTITLED, exercise_name, rpe_of, with_starts
from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.model import Journal, LoggedSession, LoggedSet, SetKind
from dorsi.program.export.spreadsheet_text import guarded
from dorsi.units import MassUnit

COLUMNS = (
    "Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Weight Unit", "Reps", "RPE", "Distance",
    "Distance Unit", "Seconds", "Notes", "Workout Notes", "Workout Duration",
)  # fmt: skip
_LETTERS = {SetKind.WARM_UP: "W", SetKind.DROP: "D", SetKind.FAILURE: "F"}
_UNITS = {MassUnit.KG: "kg", MassUnit.LB: "lbs"}
_METRES_PER_KM = 1000
_REST, _NOTE = "Rest Timer", "Note"


def to_strong(journal: Journal, options: LogOptions) -> str:
    """The sessions as the text of a Strong export, oldest first. Sessions without sets are left out."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    for session, start in with_starts(journal.sessions, options):
        writer.writerows(_rows(session, start, options))
    return out.getvalue()


def _rows(session: LoggedSession, start: datetime, options: LogOptions) -> Iterator[list[str]]:
    runs = {entry.run for entry in session.sets}
    notes = [session.note, *(text for run, text in session.run_notes if run not in runs)]
    before = [start.isoformat(sep=" "), guarded(session.title or UNTITLED)]
    after = [guarded("\n".join(filter(None, notes))), _duration(session.duration_s)]
    counted: Counter[int] = Counter()
    for position, entry in enumerate(session.sets):
        own = [*before, guarded(exercise_name(entry, options))]
        if not position or session.sets[position - 1].run != entry.run:
            for _, text in (note for note in session.run_notes if note[0] == entry.run):
                yield [*own, _NOTE, "", "", "", "", "", "", "", guarded(text), *after]
        if entry.kind not in _LETTERS:
            counted[entry.run] += 1
        yield [
            *own,
            _LETTERS.get(entry.kind) or str(counted[entry.run]),
            *_measures(entry),
            guarded(entry.note),
            *after,
        ]
        if entry.rest_s:
            yield [*own, _REST, "", "", "", "", "", "", str(entry.rest_s), "", *after]


def _measures(entry: LoggedSet) -> Iterator[str]:
    yield number_cell(entry.load.value) if entry.load else ""
    yield _UNITS[entry.load.unit] if entry.load else ""
    yield number_cell(entry.reps)
    yield number_cell(rpe_of(entry))
    yield "" if entry.metres is None else number_cell(entry.metres / _METRES_PER_KM)
    yield "" if entry.metres is None else "km"
    yield number_cell(entry.seconds)


def _duration(seconds: int | None) -> str:
    """As Strong writes it: '1h 43m', '59m', and seconds only below a minute."""
    if seconds is None:
        return ""
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return f"{hours}h {minutes}m"
    return f"{minutes}m" if minutes else f"{seconds}s"
