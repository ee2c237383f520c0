"""Small foreign logs, written in a line a set, and a journal that grows by settling them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dorsi.atlas.load import load_atlas
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSession, ForeignSet
from dorsi.journal.importing.known import Known
from dorsi.journal.importing.settle import Choices, Settled, settle
from dorsi.journal.model import CustomExercise, Journal, Measurement

MONDAY = datetime(2026, 3, 2, 18, 30)  # noqa: DTZ001 a clock on the wall
BENCH, ROW, PULL_UP = "Bench Press (Barbell)", "Seated Row (Cable)", "Pull Up"


def a_set(exercise: str, load: float | None = None, reps: int | None = None, **values: Any) -> ForeignSet:
    """A set on line 2."""
    return ForeignSet(**{"line": 2, "exercise": exercise, "load": load, "reps": reps, **values})


def a_session(*sets: ForeignSet, started: datetime | None = MONDAY, **values: Any) -> ForeignSession:
    """A session of these sets, with contiguous runs of one exercise counted."""
    run, numbered = -1, []
    for at, entry in enumerate(sets):
        run += not at or sets[at - 1].exercise != entry.exercise
        numbered.append(replace(entry, run=run))
    on = started.date() if started else date(2026, 3, 2)
    told = {"key": f"{started or on}|", "on": on, "started": started, "sets": tuple(numbered), **values}
    return ForeignSession(**told)


def a_log(*sessions: ForeignSession, form: str = "strong", **values: Any) -> ForeignLog:
    """A log of these sessions whose rows all are sets."""
    rows = sum(len(session.sets) for session in sessions)
    return ForeignLog(**{"format": form, "sessions": sessions, "rows": rows, "fates": {Fate.SET: rows}, **values})


def settled(log: ForeignLog, known: Known | None = None, **choices: Any) -> Settled:
    """The log settled as batch "b"; times of day are Rome's."""
    return settle(log, Choices(**{"zone": "Europe/Rome", **choices}), known or Known(), "b", load_atlas())


def known_after(found: Settled, *gone: str) -> Known:
    """A journal that holds all of what was settled, except what is `gone` by id."""
    things = [thing for thing in found.things if thing.id not in gone]
    sessions = [
        replace(session, sets=tuple(entry for entry in session.sets if entry.id not in gone))
        for session in found.news.sessions
        if session.id not in gone
    ]
    journal = Journal(
        sessions=tuple(sessions),
        measurements=tuple(thing for thing in things if isinstance(thing, Measurement)),
        exercises={thing.id: thing for thing in things if isinstance(thing, CustomExercise)},
        names=found.decided,
    )
    return Known(journal=journal, gone=frozenset(gone))
