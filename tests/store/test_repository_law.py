"""Laws: the tables always say what the fold of all events says, and a snapshot that survives is still true."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from hypothesis import given, settings
from hypothesis import strategies as st

from dorsi.bootstrap import open_journal
from dorsi.journal import events as ev
from dorsi.journal.codec import plain, session_document
from dorsi.journal.folding import journal_of, session_of
from dorsi.journal.model import (
    Answer,
    CustomExercise,
    Hurt,
    Journal,
    LoggedSession,
    LoggedSet,
    MeasureKind,
    Measurement,
    MeasureUnit,
)
from dorsi.services.ports import Snapshot
from dorsi.settings import Settings
from dorsi.store.journal_repository import JournalRepository
from dorsi.store.models import AthleteRow, SnapshotRow
from tests.django_world import SERVER
from tests.store.entries import day, instant

LAST_DAY = 5
SESSIONS = st.sampled_from(["s0", "s1", "s2"])
SETS = st.sampled_from(["t0", "t1", "t2", "t3"])
NOTES = st.sampled_from(["n0", "n1", "n2"])
BATCHES = st.sampled_from(["", "", "b0", "b1"])
DAYS = st.integers(0, LAST_DAY).map(day)
LOGGED_SETS = st.builds(LoggedSet, id=SETS, exercise=st.just("deadlift"), reps=st.integers(1, 12))
LOGGED_SESSIONS = st.builds(
    LoggedSession,
    id=SESSIONS,
    on=DAYS,
    started_at=st.none() | st.integers(0, 900).map(instant),
    title=st.sampled_from(["", "Back"]),
    sets=st.lists(LOGGED_SETS, max_size=3).map(tuple),
)
THINGS = st.one_of(
    st.builds(
        Measurement,
        id=NOTES,
        on=DAYS,
        kind=st.sampled_from(MeasureKind),
        value=st.just(80.5),
        unit=st.just(MeasureUnit.KG),
    ),
    st.builds(Hurt, id=NOTES, on=DAYS, place=st.just("hip"), score=st.integers(0, 10)),
    st.builds(Answer, id=NOTES, on=DAYS, set_id=SETS, true=st.booleans()),
    st.builds(CustomExercise, id=NOTES, name=st.sampled_from(["X", "Y"])),
)
BODIES = st.one_of(
    st.builds(ev.SessionLogged, session=LOGGED_SESSIONS),
    st.builds(ev.SessionLogged, session=LOGGED_SESSIONS),
    st.builds(ev.SetLogged, session_id=SESSIONS, entry=LOGGED_SETS),
    st.builds(ev.SetDeleted, session_id=SESSIONS, set_id=SETS),
    st.builds(ev.Noted, thing=THINGS),
    st.builds(ev.Noted, thing=THINGS),
    st.builds(ev.Withdrawn, id=NOTES),
    st.builds(ev.NameSettled, name=st.sampled_from(["row", "pull"]), exercise=st.sampled_from(["barbell-row", ""])),
)
RARE = st.one_of(
    st.builds(ev.SessionDeleted, session_id=SESSIONS),
    st.builds(ev.ImportUndone, batch=st.sampled_from(["b0", "b1"])),
)
EVENTS = st.lists(
    st.tuples(st.integers(0, 40), st.one_of(BODIES, BODIES, BODIES, BODIES, RARE), BATCHES), min_size=1, max_size=16
).map(
    lambda rows: [
        ev.Event(id=f"e{number}", at=instant(minute), body=body, batch=batch)
        for number, (minute, body, batch) in enumerate(rows)
    ]
)


@pytest.fixture(scope="module")
def alias(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One database for all examples; each takes an athlete of its own."""
    url = SERVER.new_database() if SERVER is not None else ""
    return open_journal(Settings(data_dir=tmp_path_factory.mktemp("law"), database_url=url)).alias


def empty_journal(alias: str) -> JournalRepository:
    """A new athlete's journal, which need not outlive a power cut and so need not wait for the disk."""
    if SERVER is None:
        with connections[alias].cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
    row = AthleteRow.objects.using(alias).create(uuid=uuid4(), owner=uuid4().hex, created_at=datetime.now(UTC))
    return JournalRepository(alias, row.number)


def in_parts(events: list[ev.Event], data: st.DataObject) -> list[list[ev.Event]]:
    """The events as they arrive: shuffled, some of them twice, a few at a time."""
    arriving = data.draw(st.permutations(events))
    arriving += data.draw(st.lists(st.sampled_from(events), max_size=3))
    parts = []
    while arriving:
        size = data.draw(st.integers(1, len(arriving)))
        parts.append(arriving[:size])
        arriving = arriving[size:]
    return parts


@settings(max_examples=100)
@given(events=EVENTS, data=st.data())
def test_in_whatever_order_events_arrive_the_tables_hold_their_fold(
    alias: str, events: list[ev.Event], data: st.DataObject
) -> None:
    journal = empty_journal(alias)
    assert sum(journal.append(part) for part in in_parts(events, data)) == len(events)
    whole = journal_of(events)
    assert journal.journal() == whole
    assert list(journal.events()) == sorted(events, key=lambda event: event.key)
    since = data.draw(DAYS)
    assert journal.recent(since).sessions == tuple(session for session in whole.sessions if session.on >= since)
    assert journal.last_sessions(2) == whole.sessions[::-1][:2]
    standing = {session.id: session for session in whole.sessions}
    for session_id in ("s0", "s1", "s2"):
        assert journal.session(session_id) == standing.get(session_id)
        assert session_of(journal.session_events(session_id)) == standing.get(session_id)


def before(journal: Journal, number: int) -> dict[str, Any]:
    """A fold for the test: everything that bears on days before that one."""
    sessions = [session for session in journal.sessions if session.on < day(number)]
    seen = {entry.id for session in sessions for entry in session.sets}
    answers = [answer for answer in journal.answers if answer.on < day(number) or answer.set_id in seen]
    notes = [note for note in (*journal.measurements, *journal.hurts) if note.on < day(number)]
    return {
        "sessions": [session_document(session) for session in sessions],
        "answers": sorted(answer.set_id + str(answer.true) for answer in answers),
        "notes": sorted(note.id + str(plain(note)) for note in notes),
        "names": dict(sorted(journal.names.items())),
        "exercises": {key: exercise.name for key, exercise in sorted(journal.exercises.items())},
    }


@settings(max_examples=150)
@given(events=EVENTS, data=st.data())
def test_a_snapshot_that_survives_is_what_the_fold_says(
    alias: str, events: list[ev.Event], data: st.DataObject
) -> None:
    journal = empty_journal(alias)
    for part in in_parts(events, data):
        for number in data.draw(st.lists(st.integers(1, LAST_DAY + 1), min_size=1, max_size=2)):
            folded = before(journal.journal(), number)
            journal.keep_snapshot(Snapshot(day=day(number), version=str(number), document=json.dumps(folded)))
        journal.append(part)
        now = journal.journal()
        kept = SnapshotRow.objects.using(alias).filter(athlete=journal.athlete)
        for version, document in kept.values_list("version", "document"):
            assert json.loads(document) == before(now, int(version))
