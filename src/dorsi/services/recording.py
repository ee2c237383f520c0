"""Writes down what was done: sets, body measurements, the end of a session, corrections.

What one call enters carries one batch, so that it can be taken back as a whole, as an import can (`taking_back`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from dorsi.atlas.load import load_atlas
from dorsi.errors import InvalidFile, Problem, UsageError
from dorsi.journal.events import Body, Event, Noted, SessionLogged, SetDeleted, SetLogged
from dorsi.journal.identity import RANDOM_BYTES, ordered_ids
from dorsi.journal.model import Journal, LoggedSession, LoggedSet, MeasureKind, Measurement, SetKind
from dorsi.journal.quick_entry import QuickEntry, QuickSet, read_quick_entry
from dorsi.progress.records import Record
from dorsi.services.beaten import records_set_by
from dorsi.services.calling import Called, Names
from dorsi.services.coaching import Coaching
from dorsi.services.entering import Made, SetMaker, in_its_measure, misfit
from dorsi.services.following import Following, NextUp, athlete_known, following
from dorsi.services.measuring import read_measurement
from dorsi.services.ports import Chance, Clock, JournalStore
from dorsi.units import MassUnit

OWN = "dorsi"
"""What sessions name as their source that were logged here."""
TYPED = "What you typed"
"""Stands for the name of a file in problems with lines that come from no file."""
SHORTEST_S, LONGEST_S = 10 * 60, 6 * 3600
"""A session that was open for less was written down afterwards, one open for more forgotten: neither tells its length
(heuristic)."""
EARLIEST = date(1950, 1, 1)

_Line: TypeAlias = tuple[int, str, QuickEntry]
"""An entry with its line's number and text."""


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

    `noted` says that a note went to the session. `session` is the session as it stands now, `begun` True if this call
    began it. `plan` is the title of the planned session it is, empty if it is none; `could_be` names a planned one that
    it is not yet counted as.
    """

    on: date
    sets: tuple[Taken, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    session: LoggedSession | None = None
    begun: bool = False
    finished: bool = False
    noted: bool = False
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
        page = self._page(self._day(on), file, new=new, planned=bool(lines) or done)
        batch = _Batch(self._clock, self._chance)
        measurements = [
            read_measurement(kind, text, on=page.day, units=page.units, thing_id=batch.next_id())
            for kind, text in (body or {}).items()
        ]
        batch.take(Noted(thing=measured) for measured in measurements)
        session = page.there
        made: Sequence[Made] = ()
        notes, entries = _read(lines, page)
        if entries or notes:
            session, made = self._take_sets(entries, notes, page, batch)
        if done and not (entries and session is not None and session.finished):
            session = self._close(session, page.day)
            batch.take([SessionLogged(session=replace(session, sets=()))])
        if not batch.events:
            raise UsageError("There is nothing to write down. Say what you did, such as: dorsi log deadlift 3x5 140kg")
        self._store.append(batch.events)
        if session is None:
            return Entered(on=page.day, measurements=tuple(measurements))
        told = self._told(session, made, page)
        return replace(told, measurements=tuple(measurements), finished=done, noted=bool(notes))

    def correct(self, number: int, line: str, on: date | None = None) -> Changed:
        """Puts what a line says in the place of the day's set of that number; what it leaves out stays as it was."""
        page = self._page(self._day(on), TYPED, planned=False)
        session, before = _numbered(page, number)
        if before.load is not None:
            page = replace(page, units=before.load.unit)
        _, entries = _read([line], page)
        if len(entries) != 1 or len(entries[0][2].sets) != 1:
            raise UsageError("A correction is one set, such as: 140kg x 4 @1")
        entry = entries[0][2]
        called = page.names.find(entry.exercise) if entry.exercise else None
        called = called or page.names.called(before.exercise)
        said = in_its_measure(entry.sets[0], called.loading)
        wrong = misfit(said.load, called)
        if wrong is not None:
            raise InvalidFile([_problem(TYPED, 1, line.find(wrong[0]) + 1, *wrong)])
        after = _corrected(before, said, called, entry.note)
        batch = _Batch(self._clock, self._chance)
        batch.take([SetLogged(session_id=session.id, entry=after)])
        self._store.append(batch.events)
        return Changed(number=number, name=called.name, before=before, after=after)

    def delete(self, number: int, on: date | None = None) -> Changed:
        """Takes the day's set of that number out."""
        page = self._page(self._day(on), TYPED, planned=False)
        session, before = _numbered(page, number)
        header = replace(session, sets=())
        batch = _Batch(self._clock, self._chance)
        # The session is stated again so that the deletion is an entry like any other, which can be taken back.
        batch.take([SessionLogged(session=header), SetDeleted(session_id=session.id, set_id=before.id)])
        self._store.append(batch.events)
        return Changed(number=number, name=page.names.name(before.exercise), before=before, after=None)

    def _page(self, day: date, file: str, *, planned: bool, new: bool = False) -> _Page:
        journal = self._store.recent(day)
        there = None if new else _open_session(journal, day)
        guide = following(self._store, self._coaching, day, there) if planned else None
        units = guide.athlete.units if guide is not None else self._units
        return _Page(day=day, journal=journal, there=there, guide=guide, units=units, file=file)

    def _day(self, on: date | None) -> date:
        today = self._clock.today()
        if on is not None and on > today:
            raise UsageError(f"{on.day} {on:%B %Y} is still to come. Log what was done on days up to today.")
        if on is not None and on < EARLIEST:
            raise UsageError(f"{on.isoformat()} is too long ago to be meant. Check the year.")
        return on or today

    def _take_sets(
        self, entries: Sequence[_Line], notes: Sequence[str], page: _Page, batch: _Batch
    ) -> tuple[LoggedSession, tuple[Made, ...]]:
        """The session with the new sets, which go into the batch after its header, and these sets with remarks."""
        now = self._clock.now()
        today = page.day == self._clock.today()
        if page.there is None and not entries:
            raise UsageError("There is no session on that day for the note. Log its sets first, or with it.")
        before = page.there or LoggedSession(
            id=batch.next_id(), on=page.day, started_at=now if today else None, zone=self._zone if today else "",
            source=OWN, finished=False,
        )  # fmt: skip
        maker = SetMaker(
            names=page.names, guide=page.guide, sets=before.sets, units=page.units, ids=batch.next_id,
            done_at=now if today and not before.finished else None,
        )  # fmt: skip
        problems: list[Problem] = []
        for number, line, entry in entries:
            problems += [
                _problem(page.file, number, line.find(read) + 1 if read else 1, read, expected)
                for read, expected in maker.take(entry)
            ]
        if problems:
            raise InvalidFile(problems)
        session = replace(before, sets=maker.sets, note="\n".join(filter(None, (before.note, *notes))))
        guide = page.guide
        if session.plan is None and guide is not None and guide.counts_as_planned(session.sets):
            session = replace(session, plan=guide.session.ref, title=session.title or guide.session.title)
        if page.there is None or replace(session, sets=()) != replace(page.there, sets=()):
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

    def _told(self, session: LoggedSession, made: Sequence[Made], page: _Page) -> Entered:
        guide, names = page.guide, page.names
        others = [one for one in page.sessions if one.id != session.id and one.order < session.order]
        earlier = sum(len(one.sets) for one in others)
        place = {entry.id: earlier + number for number, entry in enumerate(session.sets, 1)}
        athlete = guide.athlete if guide is not None else athlete_known(self._coaching)
        beaten = records_set_by([entry for entry, _ in made], self._store.journal, athlete, page.day)
        sets = [
            Taken(
                number=place[entry.id],
                entry=entry,
                name=names.name(entry.exercise),
                remarks=remarks,
                records=beaten.get(entry.id, ()),
                follows=guide.follows(entry, session.sets) if guide is not None else "",
            )
            for entry, remarks in made
        ]
        counted = session.plan is not None
        placed = guide if any(entry.slot for entry in session.sets) else None
        return Entered(
            on=page.day,
            sets=tuple(sets),
            session=session,
            begun=page.there is None,
            plan=session.title if counted else "",
            could_be=placed.session.title if placed is not None and not counted else "",
            next_up=placed.next_up(session.sets) if placed is not None and not session.finished else None,
            following=guide,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What lies open: a day, the journal from it on, its planned session, the session to go on with, the unit of
    loads, and what the lines are from."""

    day: date
    journal: Journal
    there: LoggedSession | None
    guide: Following | None
    units: MassUnit
    file: str

    @property
    def sessions(self) -> list[LoggedSession]:
        """The day's sessions in their order."""
        return [session for session in self.journal.sessions if session.on == self.day]

    @property
    def names(self) -> Names:
        """All exercises, with those planned for the day favoured."""
        planned = [item.exercise for item in self.guide.session.items] if self.guide is not None else []
        return Names(load_atlas(), self.journal, planned)


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


def _read(lines: Sequence[str], page: _Page) -> tuple[list[str], list[_Line]]:
    """Notes on the session, and entries with their line's number and text. Raises InvalidFile."""
    names = page.names
    numbered = names.numbered
    notes: list[str] = []
    entries: list[_Line] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if line.lstrip().startswith("#"):
            notes.append(line.strip().lstrip("#").strip())
            continue
        reading = read_quick_entry(line, unit=page.units, numbered=numbered)
        problems += [_problem(page.file, number, m.column, m.read, m.expected) for m in reading.mistakes]
        if reading.entry is not None:
            entries.append((number, line, reading.entry))
            if reading.entry.exercise and names.find(reading.entry.exercise) is None:
                problems.append(_unknown(page.file, number, line, reading.entry.exercise, names))
    if problems:
        raise InvalidFile(problems)
    return notes, entries


def _open_session(journal: Journal, day: date) -> LoggedSession | None:
    """The day's session to go on with: one that is open, else the last that was logged here."""
    own = [session for session in journal.sessions if session.on == day and session.source == OWN]
    return next((s for s in reversed(own) if not s.finished), own[-1] if own else None)


def _numbered(page: _Page, number: int) -> tuple[LoggedSession, LoggedSet]:
    found = [(session, entry) for session in page.sessions for entry in session.sets]
    if not found:
        raise UsageError(f"Nothing is logged on {page.day.isoformat()}.")
    if not 1 <= number <= len(found):
        raise UsageError(f"There is no set {number} on {page.day.isoformat()}: they are numbered 1 to {len(found)}.")
    return found[number - 1]


def _corrected(before: LoggedSet, said: QuickSet, called: Called, note: str) -> LoggedSet:
    """The set with what was said now; the amount is always said, all else may be left out."""
    same = called.id == before.exercise
    told_effort = said.rir is not None or said.rpe is not None
    return replace(
        before,
        exercise=called.id,
        name=before.name if same else "",
        slot=before.slot if same else "",
        kind=before.kind if said.kind is SetKind.WORK else said.kind,
        load=said.load.as_logged(called.mode) if said.load is not None else before.load,
        reps=said.reps,
        seconds=said.seconds,
        metres=said.metres,
        rir=said.rir if told_effort else before.rir,
        rpe=said.rpe if told_effort else before.rpe,
        side=said.side or before.side,
        straps=said.straps or before.straps,
        discomfort=said.discomfort or before.discomfort,
        note=note or before.note,
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
