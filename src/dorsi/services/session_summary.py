"""What a finished session came to: the records it set, what follows for the next time, and when that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dorsi.atlas.load import load_atlas
from dorsi.coach.model import NextSession
from dorsi.errors import DorsiError
from dorsi.journal.codec import Document
from dorsi.journal.model import LoadMode, LoggedSession, LoggedSet
from dorsi.program.model import Role
from dorsi.progress.records import Record
from dorsi.services.beaten import records_set_by
from dorsi.services.calling import names_of
from dorsi.services.coaching import Coaching
from dorsi.services.following import Following, athlete_known, following
from dorsi.services.ports import JournalStore
from dorsi.services.record_words import record_words
from dorsi.units import MassUnit


def session_summary(store: JournalStore, coaching: Coaching, session: LoggedSession) -> Document:
    """The summary as plain JSON values."""
    athlete = athlete_known(coaching)
    units = athlete.units if athlete is not None else MassUnit.KG
    journal = store.journal()
    names = names_of(journal, load_atlas())
    beaten = records_set_by(session.sets, lambda: journal, athlete, session.on)
    upcoming = _upcoming(coaching)
    return {
        "records": [
            {
                "set_id": entry.id,
                "exercise": entry.exercise,
                "name": names[entry.exercise],
                "says": _record(record, entry, units),
            }
            for entry in session.sets
            for record in beaten.get(entry.id, ())
        ],
        "next_time": list(_next_time(session, following(store, coaching, session.on, session), upcoming)),
        "next": None if upcoming is None else {"due": upcoming.due.isoformat(), "title": upcoming.title},
    }


def _record(record: Record, entry: LoggedSet, units: MassUnit) -> str:
    words = record_words(record, units, added=entry.load is not None and entry.load.mode is not LoadMode.TOTAL)
    return f"{words[:1].upper()}{words[1:]}."


def _upcoming(coaching: Coaching) -> NextSession | None:
    try:
        return coaching.next()
    except DorsiError:
        return None


def _next_time(
    session: LoggedSession, guide: Following | None, upcoming: NextSession | None
) -> Iterator[dict[str, Any]]:
    """For each exercise that was planned: what the next session decided for it, else what its last set leads to."""
    if guide is None:
        return
    decided = {item.exercise.id: item for item in upcoming.items if item.role is Role.WORK} if upcoming else {}
    for item in guide.session.items:
        own = [entry for entry in session.sets if entry.exercise == item.exercise.id and entry.slot == item.slot]
        if item.role is not Role.WORK or not own:
            continue
        coming = decided.get(item.exercise.id)
        says, rule = guide.follows(own[-1], session.sets), ""
        if coming is not None and coming.decisions:
            says, rule = coming.decisions[-1].says, coming.decisions[-1].rule
        if says:
            sentence = f"{says[:1].upper()}{says[1:]}" + ("" if says.endswith(".") else ".")
            yield {"exercise": item.exercise.id, "name": item.exercise.short, "says": sentence, "rule": rule}
