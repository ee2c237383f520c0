"""Writes down what was done: sets, body measurements, the end of a session, corrections; and takes it back again.

What one call enters carries one batch, so that it can be taken back as a whole, as an import can.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dorsi.atlas.load import load_atlas
from dorsi.errors import InvalidFile, Problem, UsageError
from dorsi.journal.events import Body, Event, Noted, SessionLogged, SetDeleted, SetLogged
from dorsi.journal.identity import RANDOM_BYTES, ordered_ids
from dorsi.journal.model import Journal, LoggedSession, LoggedSet, MeasureKind, Measurement, SetKind
from dorsi.journal.quick_entry import QuickEntry, QuickSet, read_quick_entry
from dorsi.progress.records import Record
from dorsi.services.beaten import records_set_by
from dorsi.services.calling import Names
from dorsi.services.coaching import Coaching
from dorsi.services.entering import SetMaker
from dorsi.services.following import Following, NextUp, following
from dorsi.services.measuring import read_measurement
from dorsi.services.ports import Chance, Clock, JournalStore
from dorsi.services.taking_back import TakenBack, take_back
from dorsi.units import MassUnit

OWN = "dorsi"
"""What sessions name as their source that were logged here."""
TYPED = "What you typed"
"""Stands for the name of a file in problems with lines that come from no file."""
SHORTEST_S, LONGEST_S = 10 * 60, 6 * 3600
"""A session that was open for less was written down afterwards, one open for more forgotten: neither tells its length
(heuristic)."""
EARLIEST = date(1950, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A set as it was written down: its number among the day's sets, the exercise's name, how gaps were filled
    (`remarks`), the records it set and what follows from it for the next set."""

    number: int
    entry: LoggedSet
    name: str
    remarks: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()
    follows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What one call wrote down.

    `session` is the session as it stands now, `begun` True if this call began it. `plan` is the title of the planned
    session it is, empty if it is none; `could_be` names a planned one that it is not yet counted as.
    """

    on: date
    sets: tuple[Taken, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    session: LoggedSession | None = None
    begun: bool = False
    finished: bool = False
    plan: str = ""
    could_be: str = ""
    next_up: NextUp | None = None
    following: Following | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A set corrected (`after`) or deleted (`after` None)."""

    number: int
    name: str
    before: LoggedSet
    after: LoggedSet | None


class Recording:
    """One athlete's pen. `units` are those of loads without a unit, `zone` the name of the athlete's time zone."""

    def __init__(
        self, store: JournalStore, clock: Clock, chance: Chance, *, units: MassUnit = MassUnit.KG, zone: str = ""
    ) -> None:
        self._store, self._clock, self._chance = store, clock, chance
        self._units, self._zone = units, zone
        self._coaching = Coaching(store, clock, chance)

    def enter(
        self,
        lines: Sequence[str] = (),
        *,
        body: Mapping[MeasureKind, str] | None = None,
        done: bool = False,
        on: date | None = None,
        new: bool = False,
        file: str = TYPED,
    ) -> Entered:
        """Writes down sets (see `journal.quick_entry`), measurements and, with `done`, the end of the session.

        Sets go to the day's session: the open one, else the last that was logged here, else a new one, which `new`
        asks for in any case. Lines that are blank are passed over; one that begins with # is a note on the session.
        Raises InvalidFile with every mistake in the lines and UsageError for what makes no sense; then nothing is kept.
        """
        day = self._day(on)
        journal = self._store.recent(day)
        there = None if new else _open_session(journal, day)
        guide = following(self._store, self._coaching, day, there) if lines or done else None
        with_units = guide.athlete.units if guide is not None else self._units
        batch = self._batch()
        measurements = [
            read_measurement(kind, text, on=day, units=with_units, thing_id=batch.next_id())
            for kind, text in (body or {}).items()
        ]
        batch.take(Noted(thing=measured) for measured in measurements)
        session = there
        taken: Sequence[tuple[LoggedSet, tuple[str, ...]]] = ()
        notes, entries = self._read(lines, journal, guide, with_units, file)
        if entries or notes:
            session, taken = self._take_sets(entries, notes, there, journal, guide, with_units, batch, day, file)
        if done:
            session = self._close(session, day)
            batch.take([SessionLogged(session=replace(session, sets=()))])
        if not batch.events:
            raise UsageError("There is nothing to write down. Say what you did, such as: dorsi log deadlift 3x5 140kg")
        self._store.append(batch.events)
        return self._told(day, session, there, taken, measurements, guide, journal, finished=done)

    def correct(self, number: int, line: str, on: date | None = None) -> Changed:
        """Puts what a line says in the place of the day's set of that number; what it leaves out stays as it was."""
        day = self._day(on)
        journal = self._store.recent(day)
        session, before = _numbered(journal, day, number)
        names = Names(load_atlas(), journal)
        reading = read_quick_entry(line, unit=before.load.unit if before.load else self._units, numbered=names.numbered)
        problems = [_problem(TYPED, 1, m.column, m.read, m.expected) for m in reading.mistakes]
        if problems or reading.entry is None:
            raise InvalidFile(problems)
        if len(reading.entry.sets) != 1:
            raise UsageError(f"A correction is one set; this line has {len(reading.entry.sets)}.")
        called = names.called(before.exercise)
        if reading.entry.exercise:
            found = names.find(reading.entry.exercise)
            if found is None:
                raise InvalidFile([_unknown(TYPED, 1, line, reading.entry.exercise, names)])
            called = found
        said = reading.entry.sets[0]
        after = replace(
            _corrected(before, said, called.id), note=reading.entry.note or before.note,
            load=said.load.as_logged(called.mode) if said.load is not None else before.load,
        )  # fmt: skip
        batch = self._batch()
        batch.take([SetLogged(session_id=session.id, entry=after)])
        self._store.append(batch.events)
        return Changed(number=number, name=called.name, before=before, after=after)

    def delete(self, number: int, on: date | None = None) -> Changed:
        """Takes the day's set of that number out."""
        day = self._day(on)
        journal = self._store.recent(day)
        session, before = _numbered(journal, day, number)
        batch = self._batch()
        # The session is stated again so that the deletion is an entry like any other, which can be taken back.
        batch.take(
            [SessionLogged(session=replace(session, sets=())), SetDeleted(session_id=session.id, set_id=before.id)]
        )
        self._store.append(batch.events)
        return Changed(
            number=number, name=Names(load_atlas(), journal).name(before.exercise), before=before, after=None
        )

    def undo(self) -> TakenBack:
        """Takes back what was entered last and still holds. Raises UsageError where there is nothing."""
        return take_back(self._store, self._clock, self._chance)

    def _day(self, on: date | None) -> date:
        today = self._clock.today()
        if on is not None and on > today:
            raise UsageError(f"{on:%-d %B %Y} is still to come. Log what was done on days up to today.")
        if on is not None and on < EARLIEST:
            raise UsageError(f"{on.isoformat()} is too long ago to be meant. Check the year.")
        return on or today

    def _batch(self) -> _Batch:
        return _Batch(self._clock, self._chance)

    def _read(
        self, lines: Sequence[str], journal: Journal, guide: Following | None, units: MassUnit, file: str
    ) -> tuple[list[str], list[tuple[int, str, QuickEntry]]]:
        """Notes on the session, and entries with their line's number and text. Raises InvalidFile."""
        names = _names(journal, guide)
        notes: list[str] = []
        entries: list[tuple[int, str, QuickEntry]] = []
        problems: list[Problem] = []
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            if line.lstrip().startswith("#"):
                notes.append(line.strip().lstrip("#").strip())
                continue
            reading = read_quick_entry(line, unit=units, numbered=names.numbered)
            problems += [_problem(file, number, m.column, m.read, m.expected) for m in reading.mistakes]
            if reading.entry is not None:
                entries.append((number, line, reading.entry))
                if reading.entry.exercise and names.find(reading.entry.exercise) is None:
                    problems.append(_unknown(file, number, line, reading.entry.exercise, names))
        if problems:
            raise InvalidFile(problems)
        return notes, entries

    def _take_sets(
        self,
        entries: Sequence[tuple[int, str, QuickEntry]],
        notes: Sequence[str],
        there: LoggedSession | None,
        journal: Journal,
        guide: Following | None,
        units: MassUnit,
        batch: _Batch,
        day: date,
        file: str,
    ) -> tuple[LoggedSession, tuple[tuple[LoggedSet, tuple[str, ...]], ...]]:
        """The session with the new sets, which go into the batch after its header, and the sets with remarks."""
        now = self._clock.now()
        today = day == self._clock.today()
        before = there or LoggedSession(
            id=batch.next_id(), on=day, started_at=now if today else None, zone=self._zone if today else "",
            source=OWN, finished=False,
        )  # fmt: skip
        maker = SetMaker(
            names=_names(journal, guide), guide=guide, sets=before.sets, units=units, ids=batch.next_id,
            done_at=now if today and not before.finished else None,
        )  # fmt: skip
        problems: list[Problem] = []
        for number, line, entry in entries:
            problems += [
                _problem(file, number, line.find(read) + 1 if read else 1, read, expected)
                for read, expected in maker.take(entry)
            ]
        if problems:
            raise InvalidFile(problems)
        session = replace(before, sets=maker.sets, note="\n".join(filter(None, (before.note, *notes))))
        if session.plan is None and guide is not None and guide.counts_as_planned(session.sets):
            session = replace(session, plan=guide.session.ref, title=session.title or guide.session.title)
        if there is None or replace(session, sets=()) != replace(there, sets=()):
            batch.take([SessionLogged(session=replace(session, sets=()))])
        batch.take(SetLogged(session_id=session.id, entry=entry) for entry, _ in maker.made)
        return session, tuple(maker.made)

    def _close(self, session: LoggedSession | None, day: date) -> LoggedSession:
        if session is None or not session.sets:
            raise UsageError("There is no session to finish on that day. Log its sets first.")
        if session.finished:
            raise UsageError("That session is finished already.")
        took = None
        if session.started_at is not None and day == self._clock.today():
            length = round((self._clock.now() - session.started_at).total_seconds())
            took = length if SHORTEST_S <= length <= LONGEST_S else None
        return replace(session, finished=True, duration_s=took)

    def _told(
        self,
        day: date,
        session: LoggedSession | None,
        there: LoggedSession | None,
        made: Sequence[tuple[LoggedSet, tuple[str, ...]]],
        measurements: Sequence[Measurement],
        guide: Following | None,
        journal: Journal,
        *,
        finished: bool,
    ) -> Entered:
        if session is None:
            return Entered(on=day, measurements=tuple(measurements))
        names = _names(journal, guide)
        earlier = sum(
            len(each.sets) for each in _on(journal, day) if each.order < session.order and each.id != session.id
        )
        place = {entry.id: earlier + number for number, entry in enumerate(session.sets, 1)}
        beaten = records_set_by(
            [entry for entry, _ in made], self._store.journal, guide.athlete if guide else None, day
        )
        items = {item.slot: item for item in guide.session.items} if guide is not None else {}
        sets = [
            Taken(
                number=place[entry.id],
                entry=entry,
                name=names.name(entry.exercise),
                remarks=remarks,
                records=beaten.get(entry.id, ()),
                follows=guide.follows(items[entry.slot], entry, session.sets) if guide and entry.slot in items else "",
            )
            for entry, remarks in made
        ]
        counted = session.plan is not None
        return Entered(
            on=day,
            sets=tuple(sets),
            measurements=tuple(measurements),
            session=session,
            begun=there is None,
            finished=finished,
            plan=session.title if counted else "",
            could_be=guide.session.title if guide and not counted and any(entry.slot for entry in session.sets) else "",
            next_up=guide.next_up(session.sets)
            if guide and any(e.slot for e in session.sets) and not finished
            else None,
            following=guide,
        )


class _Batch:
    """The events of one call, in order."""

    def __init__(self, clock: Clock, chance: Chance) -> None:
        self._at = clock.now()
        self._ids = ordered_ids(self._at, chance.bytes(RANDOM_BYTES))
        self._batch = self.next_id()
        self.events: list[Event] = []

    def next_id(self) -> str:
        """A new id."""
        return next(self._ids)

    def take(self, bodies: Iterable[Body]) -> None:
        """Adds events."""
        self.events += [Event(id=self.next_id(), at=self._at, body=body, batch=self._batch) for body in bodies]


def _names(journal: Journal, guide: Following | None) -> Names:
    planned = [item.exercise for item in guide.session.items] if guide is not None else []
    return Names(load_atlas(), journal, planned)


def _on(journal: Journal, day: date) -> list[LoggedSession]:
    return [session for session in journal.sessions if session.on == day]


def _open_session(journal: Journal, day: date) -> LoggedSession | None:
    """The day's session to go on with: one that is open, else the last that was logged here."""
    own = [session for session in _on(journal, day) if session.source == OWN]
    return next((s for s in reversed(own) if not s.finished), own[-1] if own else None)


def _numbered(journal: Journal, day: date, number: int) -> tuple[LoggedSession, LoggedSet]:
    found = [(session, entry) for session in _on(journal, day) for entry in session.sets]
    if not found:
        raise UsageError(f"Nothing is logged on {day.isoformat()}.")
    if not 1 <= number <= len(found):
        raise UsageError(f"There is no set {number} on {day.isoformat()}: they are numbered 1 to {len(found)}.")
    return found[number - 1]


def _corrected(before: LoggedSet, said: QuickSet, exercise: str) -> LoggedSet:
    amount = (said.reps, said.seconds, said.metres)
    effort = (said.rir, said.rpe) if said.rir is not None or said.rpe is not None else (before.rir, before.rpe)
    return replace(
        before,
        exercise=exercise,
        name=before.name if exercise == before.exercise else "",
        slot=before.slot if exercise == before.exercise else "",
        kind=before.kind if said.kind is SetKind.WORK else said.kind,
        reps=amount[0],
        seconds=amount[1],
        metres=amount[2],
        rir=effort[0],
        rpe=effort[1],
        side=said.side or before.side,
        straps=said.straps or before.straps,
        discomfort=said.discomfort or before.discomfort,
    )


def _problem(file: str, line: int, column: int, read: str, expected: str) -> Problem:
    message = f"'{read}' makes no sense here" if read else "something is missing here"
    return _placed(file, line, column, message, f"Expected: {expected}.")


def _unknown(file: str, number: int, line: str, name: str, names: Names) -> Problem:
    near = names.near(name)
    remedy = f"Did you mean {' or '.join(near)}?" if near else "'dorsi atlas exercises' lists those of the back."
    column = max(line.lower().find(name.split()[0].lower()) + 1, 1)
    return _placed(file, number, column, f"no exercise is called '{name}'", remedy)


def _placed(file: str, line: int, column: int, message: str, remedy: str) -> Problem:
    """A problem at its place: by line and column in a file, in words on a command line."""
    if file != TYPED:
        return Problem(file=file, where="", message=message, remedy=remedy, line=line, column=column)
    place = f"at character {column}" if line == 1 else f"in line {line} at character {column}"
    return Problem(file=file, where=place, message=message, remedy=remedy)
