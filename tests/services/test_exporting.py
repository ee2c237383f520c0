"""Every export format is there under its name, and names of exercises are people's."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from dorsi.errors import UnknownName
from dorsi.journal.exporting.formats import FORMATS
from dorsi.journal.model import CustomExercise, Journal, LoggedSession, LoggedSet
from dorsi.services.exporting import exercise_names, export_log

TODAY = date(2026, 11, 22)
SETS = (LoggedSet(id="a", exercise="deadlift", reps=5), LoggedSet(id="b", exercise="custom:mine", reps=8, run=1))
JOURNAL = Journal(
    sessions=(LoggedSession(id="s", on=date(2026, 3, 2), sets=SETS),),
    exercises={"custom:mine": CustomExercise(id="custom:mine", name="My own row")},
)


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_gives_bytes(form: str) -> None:
    assert len(export_log(JOURNAL, form, today=TODAY)) > 50


def test_exercises_are_called_what_people_call_them() -> None:
    rows = csv.DictReader(StringIO(export_log(JOURNAL, "csv", today=TODAY).decode(), newline=""))
    names = exercise_names(JOURNAL)
    assert [row["exercise"] for row in rows] == [names["deadlift"], "My own row"]
    assert names["other:bench-press"] == "Bench press"


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="'strong'"):
        export_log(JOURNAL, "stronk", today=TODAY)


def test_an_unknown_zone_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="Europe/Rome"):
        export_log(JOURNAL, "csv", today=TODAY, zone="Europe/Rom")
