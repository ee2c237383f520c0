"""Progression: comments without quotes split rows, and nothing of them is lost."""

from __future__ import annotations

from datetime import datetime

from dorsi.journal.importing.foreign import Fate
from dorsi.journal.importing.progression_app import ProgressionApp

HEADER = (
    "Date,Time,Set Timestamp,Workout Name,Exercise Name,Set Order,Repetitions,Weight,Set Duration (s),"
    "Session Duration (s),Set Comment,Session Comment"
)
LOG = f"""{HEADER}
2023-03-01,18:00:00,18:04:10,Pull,Barbell Row,0,8,60.0,0,3600,,
2023-03-01,18:00:00,18:07:10,Pull,Barbell Row,1,7,62.5,0,3600,hard, but clean,
2023-03-01,18:00:00,18:11:10,Pull,Plank,0,,,45,3600,first line
second line, with a comma,,
2023-03-01,18:00:00,18:15:10,Pull,Plank,1,,,,3600,,
"""


def test_it_is_known_by_columns_of_its_own() -> None:
    assert ProgressionApp().recognises(LOG)
    assert not ProgressionApp().recognises("Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Seconds\n")


def test_every_line_has_one_fate() -> None:
    log = ProgressionApp().read(LOG)
    assert log.rows == 5
    assert dict(log.fates) == {Fate.SET: 3, Fate.NOTE: 1, Fate.REJECTED: 1}
    assert [(r.line, r.reason) for r in log.rejected] == [(6, "nothing was entered")]


def test_sets_have_their_moment_and_the_session_its_length() -> None:
    (session,) = ProgressionApp().read(LOG).sessions
    assert session.started == datetime(2023, 3, 1, 18, 0)  # noqa: DTZ001
    assert session.duration_s == 3600
    assert [(e.reps, e.load, e.seconds) for e in session.sets] == [(8, 60.0, None), (7, 62.5, None), (None, None, 45.0)]
    assert session.sets[0].done_at == datetime(2023, 3, 1, 18, 4, 10)  # noqa: DTZ001


def test_commas_and_line_breaks_in_comments_lose_nothing() -> None:
    (session,) = ProgressionApp().read(LOG).sessions
    assert [e.note for e in session.sets] == ["", "hard, but clean", "first line"]
    assert session.run_notes == ((1, "second line, with a comma"),)
