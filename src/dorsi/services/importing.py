"""Reads another app's log into the journal: look first, keep then, take back at any time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Protocol, TypeAlias

from dorsi.atlas.load import load_atlas
from dorsi.errors import InvalidFile, Problem, UnknownName, UsageError
from dorsi.journal.events import Body, Event, Imported, ImportUndone, NameSettled, Noted, SessionLogged
from dorsi.journal.identity import RANDOM_BYTES, ordered_ids, timed_id
from dorsi.journal.importing.foreign import Fate, ForeignLog
from dorsi.journal.importing.formats import FORMATS, format_by_name, recognise
from dorsi.journal.importing.known import known_of
from dorsi.journal.importing.preview import Preview, by_reason, preview_of
from dorsi.journal.importing.settle import Choices, Settled, settle
from dorsi.services.decoding import text_of, unpacked
from dorsi.services.ports import Chance, Clock, JournalStore

_SQLITE = b"SQLite format 3\0"
_LONGEST_EXCERPT = 120
_REASONS_TOLD = 8


class Backup(Protocol):
    """A FitNotes backup: its log and its body weights as CSV texts, and how many planned sets were never ticked off."""

    @property
    def log(self) -> str:
        """The sets, as the app exports them."""

    @property
    def body_weights(self) -> str:
        """The body weights, as a table of days."""

    @property
    def not_done(self) -> int:
        """Sets of the app's plans that were never ticked off; they are not in the log."""


BackupReader: TypeAlias = Callable[[bytes], Backup]
"""Reads a FitNotes backup; raises InvalidFile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An import that is ready to be kept: what it would bring, and the events that bring it (none if nothing new)."""

    preview: Preview
    events: tuple[Event, ...]
    batch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecord:
    """An import of the past."""

    batch: str
    at: datetime
    file: str
    format: str
    sessions: int
    sets: int
    undone: bool


def read_log(
    data: bytes,
    file: str,
    *,
    format_name: str = "",
    day_first: bool | None = None,
    backup_reader: BackupReader | None = None,
) -> ForeignLog:
    """The log in a file: text in any usual encoding, a zip archive with one log in it, or a FitNotes backup.

    Raises InvalidFile for a file that is no log Dorsi can read, UnknownName for a format it does not know.
    """
    data, file = unpacked(data, file)
    if data.startswith(_SQLITE):
        if backup_reader is None:
            raise _unrecognised(file, "a database")
        return _of_backup(backup_reader(data), file)
    return _read(text_of(data, file), file, format_name, day_first)


def unread(log: ForeignLog, data: bytes, file: str) -> InvalidFile | None:
    """What is wrong with a log that has rows of which none could be read, and which format suits it better.

    None where anything was read, and for a log without rows.
    """
    lost = log.fates.get(Fate.REJECTED, 0)
    if not lost or lost + log.fates.get(Fate.HEADING, 0) < log.rows:
        return None
    problems = []
    for reason, rows in by_reason(log.rejected)[:_REASONS_TOLD]:
        more = f" (and so with {len(rows) - 1} more)" if len(rows) > 1 else ""
        problems.append(Problem(file=file, where="", message=f"{reason}{more}", line=rows[0].line))
    inside, name = unpacked(data, file)
    fitting = None if inside.startswith(_SQLITE) else recognise(text_of(inside, name))
    remedy = "Look at the file in a text editor; another export of the same app may be whole."
    if fitting is not None and fitting.name != log.format:
        remedy = f"It looks like {fitting.title}: leave --format out, or name '{fitting.name}'."
    elif fitting is None:
        remedy = f"It looks like no format that Dorsi knows: {', '.join(each.title for each in FORMATS)}."
    says = f"none of its {lost} rows could be read as {_title(log.format)}" if lost > 1 else "its row could not be read"
    problems.append(Problem(file=file, where="", message=says, remedy=remedy))
    return InvalidFile(problems)


def _title(name: str) -> str:
    return next((each.title for each in FORMATS if each.name == name), name)


def prepare(
    log: ForeignLog, data: bytes, file: str, choices: Choices, store: JournalStore, clock: Clock, chance: Chance
) -> Prepared:
    """What keeping the log would bring, compared with the journal; nothing is changed yet.

    Raises UnknownName for a zone or an exercise among the choices that does not exist.
    """
    known = known_of(store.events())
    at = clock.now()
    ids = ordered_ids(at, chance.bytes(RANDOM_BYTES))
    batch = next(ids)
    atlas = load_atlas()
    settled = settle(log, choices, known, batch, atlas)
    digest = sha256(data).hexdigest()
    preview = preview_of(log, settled, known, file=file, digest=digest, today=clock.today(), atlas=atlas)
    bodies = list(_bodies(settled))
    if bodies:
        bodies.insert(0, _told(preview, digest))
    events = tuple(Event(id=next(ids), at=at, body=body, batch=batch) for body in bodies)
    return Prepared(preview=preview, events=events, batch=batch)


def keep(prepared: Prepared, store: JournalStore) -> int:
    """Keeps all of a prepared import or nothing; answers how many events were new."""
    return store.append(prepared.events) if prepared.events else 0


def imports(store: JournalStore) -> tuple[ImportRecord, ...]:
    """Every import there ever was, oldest first."""
    return _records(store.import_events())


def undo_import(store: JournalStore, clock: Clock, chance: Chance, batch: str = "") -> ImportRecord:
    """Makes an import void, the last one unless named; what was entered by hand since stays.

    Raises UsageError where there is nothing to take back, UnknownName for an import that does not stand.
    """
    standing = [record for record in imports(store) if not record.undone]
    if not standing:
        raise UsageError("There is no import to take back.")
    chosen = next((r for r in standing if r.batch == batch), None) if batch else standing[-1]
    if chosen is None:
        raise UnknownName("import", batch, [record.batch for record in standing])
    at = clock.now()
    store.append([Event(id=timed_id(at, chance.bytes(RANDOM_BYTES)), at=at, body=ImportUndone(batch=chosen.batch))])
    return replace(chosen, undone=True)


def _records(events: Iterable[Event]) -> tuple[ImportRecord, ...]:
    told: list[tuple[Event, Imported]] = []
    undone: set[str] = set()
    for event in events:
        if isinstance(event.body, Imported):
            told.append((event, event.body))
        elif isinstance(event.body, ImportUndone):
            undone.add(event.body.batch)
    return tuple(
        ImportRecord(
            batch=event.batch,
            at=event.at,
            file=body.file,
            format=body.format,
            sessions=body.sessions,
            sets=body.sets,
            undone=event.batch in undone,
        )
        for event, body in told
    )


def _bodies(settled: Settled) -> Iterator[Body]:
    for thing in settled.things:
        yield Noted(thing=thing)
    for name, exercise in sorted(settled.decided.items()):
        yield NameSettled(name=name, exercise=exercise)
    for session in settled.news.sessions:
        yield SessionLogged(session=session)


def _told(preview: Preview, digest: str) -> Imported:
    return Imported(
        file=preview.file,
        format=preview.format,
        digest=digest,
        sessions=preview.new_sessions + preview.extended_sessions,
        sets=preview.new_sets,
        fates={fate.value: count for fate, count in preview.fates.items()},
    )


def _read(text: str, file: str, format_name: str, day_first: bool | None) -> ForeignLog:
    found = format_by_name(format_name) if format_name else recognise(text)
    if found is None:
        first = next((line.strip() for line in text.splitlines() if line.strip()), "")
        raise _unrecognised(file, f"'{first[:_LONGEST_EXCERPT]}'")
    return found.read(text, day_first=day_first)


def _of_backup(backup: Backup, file: str) -> ForeignLog:
    """The texts of a backup as one log, in the format of the first."""
    logs = [_read(text, file, "", None) for text in (backup.log, backup.body_weights) if text.strip()]
    if not logs:
        raise InvalidFile([Problem(file=file, where="", message="the backup holds no sets and no body weights")])
    fates: Counter[Fate] = Counter()
    for log in logs:
        fates.update(log.fates)
    if backup.not_done:
        fates[Fate.NOT_DONE] = backup.not_done
    return replace(
        logs[0],
        sessions=tuple(session for log in logs for session in log.sessions),
        measurements=tuple(measured for log in logs for measured in log.measurements),
        rows=sum(log.rows for log in logs) + backup.not_done,
        fates=dict(fates),
        rejected=tuple(row for log in logs for row in log.rejected),
        guesses=tuple(guess for log in logs for guess in log.guesses),
    )


def _unrecognised(file: str, start: str) -> InvalidFile:
    titles = ", ".join(each.title for each in FORMATS)
    return InvalidFile(
        [
            Problem(
                file=file,
                where="",
                message=f"this is no training log that Dorsi knows; it begins with {start}",
                remedy=f"Dorsi reads exports of: {titles}. If it is one of these, name the format.",
            )
        ]
    )
