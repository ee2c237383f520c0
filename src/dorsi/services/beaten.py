"""The records that new sets set."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.journal.model import Journal, LoggedSet
from dorsi.progress.records import Record, RecordKind, records_of
from dorsi.progress.training import training_of

_PULL_UP = "pull-up"


def records_set_by(
    sets: Sequence[LoggedSet], journal: Callable[[], Journal], athlete: Athlete | None, day: date
) -> Mapping[str, tuple[Record, ...]]:
    """Records by the id of the set behind them; the journal is read only if there is anything to look for.

    A session's volume grows with each set and is no news.
    """
    exercises = {entry.exercise for entry in sets}
    if not exercises:
        return {}
    pull_ups = {each.id for each in load_atlas().exercises.values() if each.family == _PULL_UP}
    exercises |= pull_ups if exercises & pull_ups else set()
    whole = journal()
    narrow = [
        replace(session, sets=tuple(entry for entry in session.sets if entry.exercise in exercises))
        for session in whole.sessions
        if session.on <= day
    ]
    kept = replace(whole, sessions=tuple(session for session in narrow if session.sets))
    new = {entry.id for entry in sets}
    found: dict[str, list[Record]] = {}
    trained = training_of(kept, athlete or Athlete(), load_atlas(), day)
    for record in records_of(trained, athlete.max_pull_ups if athlete is not None else None).events:
        if record.kind is RecordKind.SESSION_VOLUME or record.set_id not in new:
            continue
        if record.kind is not RecordKind.FIRST_PULL_UP or not _pulled_up_before(kept, new, athlete, day):
            found.setdefault(record.set_id, []).append(record)
    return {set_id: tuple(records) for set_id, records in found.items()}


def _pulled_up_before(journal: Journal, new: Collection[str], athlete: Athlete | None, day: date) -> bool:
    """True if a full pull-up was logged before the new sets, be it minutes ago."""
    sessions = (replace(s, sets=tuple(entry for entry in s.sets if entry.id not in new)) for s in journal.sessions)
    before = replace(journal, sessions=tuple(session for session in sessions if session.sets))
    trained = training_of(before, athlete or Athlete(), load_atlas(), day)
    return records_of(trained).first_pull_up is not None
