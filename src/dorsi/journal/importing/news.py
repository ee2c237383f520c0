"""What of an import the journal does not hold yet; nothing comes twice and nothing deleted comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from dorsi.journal.importing.known import Known
from dorsi.journal.model import (
    Adoption,
    Answer,
    Clearance,
    CustomExercise,
    Hurt,
    Journal,
    LoggedLoad,
    LoggedSession,
    LoggedSet,
    Measurement,
    Move,
    Skip,
    Swap,
)

Thing: TypeAlias = Measurement | Adoption | Move | Skip | Swap | Hurt | Clearance | Answer | CustomExercise
_SAME_LOAD = 0.01
"""Loads this close (as a share) are one number that an app turned into its other unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """New sessions whole, known ones with their new sets only; how many sets are there, and how many were deleted."""

    sessions: tuple[LoggedSession, ...]
    there: int
    deleted: int


def news_of(sessions: Iterable[LoggedSession], known: Known) -> News:
    """What of the sessions is new. A known session keeps its header, whatever the file says of it now."""
    present = {session.id: session for session in known.journal.sessions}
    fresh: list[LoggedSession] = []
    there = deleted = 0
    for session in sessions:
        if session.id in known.gone:
            deleted += len(session.sets)
            continue
        mine = present.get(session.id)
        if mine is None:
            kept = tuple(entry for entry in session.sets if entry.id not in known.gone) if known.gone else session.sets
            deleted += len(session.sets) - len(kept)
            fresh.append(session if len(kept) == len(session.sets) else replace(session, sets=kept))
            continue
        missing, gone = _missing(session, mine, known)
        deleted += gone
        there += len(session.sets) - len(missing) - gone
        if missing:
            fresh.append(replace(mine, sets=_in_runs(missing, session, mine)))
    return News(sessions=tuple(fresh), there=there, deleted=deleted)


def new_things(things: Iterable[Thing], known: Known) -> tuple[Thing, ...]:
    """The things that the journal neither holds nor had taken out of it."""
    ids = set(known.gone)
    ids.update(thing.id for thing in things_of(known.journal))
    return tuple(thing for thing in things if thing.id not in ids)


def things_of(journal: Journal) -> tuple[Thing, ...]:
    """Everything beside sessions and names."""
    return (
        *journal.exercises.values(), *journal.measurements, *journal.adoptions, *journal.moves, *journal.skips,
        *journal.swaps, *journal.hurts, *journal.clearances, *journal.answers,
    )  # fmt: skip


def _missing(session: LoggedSession, mine: LoggedSession, known: Known) -> tuple[list[LoggedSet], int]:
    """The sets that the journal's session lacks, and how many of the file's were deleted from it."""
    ids = {entry.id for entry in mine.sets}
    theirs = {entry.id for entry in session.sets}
    spare = [entry for entry in mine.sets if entry.id not in theirs]
    missing: list[LoggedSet] = []
    gone = 0
    for entry in session.sets:
        if entry.id in ids:
            continue
        if entry.id in known.gone:
            gone += 1
            continue
        twin = next((other for other in spare if _is_same(entry, other)), None)
        if twin is None:
            missing.append(entry)
        else:
            spare.remove(twin)
    return missing, gone


def _is_same(entry: LoggedSet, other: LoggedSet) -> bool:
    """True if both are one set, written in another unit or under a name that was changed since."""
    return (
        entry.exercise == other.exercise
        and entry.reps == other.reps
        and entry.side == other.side
        and _is_near(entry.seconds, other.seconds)
        and _is_near(entry.metres, other.metres)
        and _is_near(_kg(entry.load), _kg(other.load))
    )


def _kg(load: LoggedLoad | None) -> float | None:
    return None if load is None else load.kg


def _is_near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _SAME_LOAD * max(abs(one), abs(other))


def _in_runs(missing: list[LoggedSet], session: LoggedSession, mine: LoggedSession) -> tuple[LoggedSet, ...]:
    """The sets with the runs that the journal counts: those of their neighbours in the file, else further ones."""
    own_run = {entry.id: entry.run for entry in mine.sets}
    runs = {entry.run: own_run[entry.id] for entry in session.sets if entry.id in own_run}
    free = max(own_run.values(), default=-1) + 1
    for entry in missing:
        if entry.run not in runs:
            runs[entry.run] = free
            free += 1
    return tuple(replace(entry, run=runs[entry.run]) for entry in missing)
