"""FitNotes 2 for iOS: as on Android, with a column of loads for each unit and a kind that names the measures."""

from __future__ import annotations

from dorsi.journal.importing.fitnotes import has_fitnotes_columns, read_fitnotes
from dorsi.journal.importing.foreign import ForeignLog
from dorsi.journal.importing.table import ABSENT, read_heading, read_table


class FitNotesIos:
    """The export of workouts. "Kind" tells which columns an exercise uses (weight, reps, distance, time)."""

    name = "fitnotes-ios"
    title = "FitNotes 2 (iOS)"

    def recognises(self, text: str) -> bool:
        """True if the header is FitNotes' with a kind."""
        header = read_heading(text)
        return has_fitnotes_columns(header) and header.index("kind") != ABSENT

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the text."""
        return read_fitnotes(read_table(text), self.name, day_first)
