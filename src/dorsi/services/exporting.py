"""Gives the journal out in the formats of other apps and in Dorsi's own."""

from __future__ import annotations

from datetime import date

from dorsi.atlas.load import load_atlas
from dorsi.journal.exporting.formats import log_format
from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.importing.settle import zone_called
from dorsi.journal.model import Journal
from dorsi.journal.other_lifts import other_lifts


def export_log(journal: Journal, form: str, *, today: date, zone: str = "UTC") -> bytes:
    """The journal in the format called `form`, as the bytes of a file; text is UTF-8.

    `zone` is that of wall-clock times for sessions that name none. Raises UnknownName with the nearest formats or
    zones.
    """
    chosen = log_format(form)
    zone_called(zone)
    made = chosen.write(journal, LogOptions(today=today, zone=zone, names=exercise_names(journal)))
    return made.encode() if isinstance(made, str) else made


def exercise_names(journal: Journal) -> dict[str, str]:
    """The names of all exercises there are, the athlete's own included, by id."""
    names = {exercise_id: exercise.name for exercise_id, exercise in load_atlas().exercises.items()}
    names |= {exercise_id: lift.name for exercise_id, lift in other_lifts().items()}
    return names | {exercise_id: exercise.name for exercise_id, exercise in journal.exercises.items()}
