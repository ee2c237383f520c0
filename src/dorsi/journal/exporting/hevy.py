"""The log the way Hevy exports it: kilograms and kilometres, supersets, remarks on the exercise; newest first.

Hevy knows neither sides, tempo, rests, discomfort nor planned sessions; remarks on a set join those on its exercise.
Text that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from dorsi.journal.exporting.cells import number_cell
from dorsi.journal.exporting.foreign_terms import UNTITLED, exercise_name, rpe_of, with_starts
from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.model import Journal, LoggedSession, LoggedSet, SetKind
from dorsi.program.export.spreadsheet_text import guarded

COLUMNS = (
    "title", "start_time", "end_time", "description", "exercise_title", "superset_id", "exercise_notes", "set_index",
    "set_type", "weight_kg", "reps", "distance_km", "duration_seconds", "rpe",
)  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KINDS = {SetKind.WARM_UP: "warmup", SetKind.DROP: "dropset", SetKind.FAILURE: "failure"}
_DECIMALS = 4
"""Digits of a kilogram that keep any load typed in pounds."""
_METRES_PER_KM = 1000


def to_hevy(journal: Journal, options: LogOptions) -> str:
    """The sessions as the text of a Hevy export. Sessions without sets are left out."""
    lines = [",".join(map(_quoted, COLUMNS))]
    for session, start in reversed(list(with_starts(journal.sessions, options))):
        lines += (",".join(cells) for cells in _rows(session, start, options))
    return "\n".join(lines) + "\n"


def _rows(session: LoggedSession, start: datetime, options: LogOptions) -> Iterator[list[str]]:
    end = start + timedelta(seconds=session.duration_s or 0)
    runs = {entry.run for entry in session.sets}
    about = [session.note, *(text for run, text in session.run_notes if run not in runs)]
    before = [_text(session.title or UNTITLED), _quoted(_moment(start)), _quoted(_moment(end))]
    before.append(_text("\n".join(filter(None, about))))
    met: Counter[int] = Counter()
    remarks = {run: _remarks(session, run) for run in runs}
    for entry in session.sets:
        yield [
            *before,
            _text(exercise_name(entry, options)),
            number_cell(entry.superset),
            _text(remarks[entry.run]),
            str(met[entry.run]),
            _quoted(_KINDS.get(entry.kind, "normal")),
            "" if entry.load is None else number_cell(round(entry.load.kg, _DECIMALS)),
            number_cell(entry.reps),
            "" if entry.metres is None else number_cell(entry.metres / _METRES_PER_KM),
            number_cell(entry.seconds),
            number_cell(rpe_of(entry)),
        ]
        met[entry.run] += 1


def _remarks(session: LoggedSession, run: int) -> str:
    """All that was said of a run and of its single sets."""
    texts = [text for at, text in session.run_notes if at == run]
    own: list[LoggedSet] = [entry for entry in session.sets if entry.run == run]
    texts += [f"Set {position}: {entry.note}" for position, entry in enumerate(own, start=1) if entry.note]
    return "\n".join(texts)


def _moment(at: datetime) -> str:
    """'28 May 2024, 07:32', in English whatever the computer's language."""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}, {at.hour:02}:{at.minute:02}"


def _text(text: str) -> str:
    return _quoted(guarded(text.replace("\r\n", "\n").replace("\n", "\\n")))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
