"""Personal records: the best of every kind for each exercise, and each moment at which one was beaten.

A warm-up never sets a record, nor does an entry whose numbers are not trusted. The first time an exercise is
done sets its marks; a record is what beats a mark, so it always has a previous value (a first pull-up apart).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dorsi.atlas.model import Loading, Pattern
from dorsi.progress.bouts import Best, Bout
from dorsi.progress.lifts import COUNTED_OTHERWISE, LOWERED_ONLY, Lift
from dorsi.progress.training import Training

_NO_CONTEST = frozenset({Pattern.CARDIO, Pattern.STRETCH})
"""Nobody keeps records of stretches or of warming up on a bike."""
_HELP_IN_WEIGHING = 0.02
"""A total typed for a pull-up may miss body mass by this share without being help: scales differ that much."""
BODY_DRIFT = 0.01
"""A smaller rise of a value that holds body mass moves the mark and is no record: the scales made it (heuristic)."""
_SLACK = 1e-6
"""Sums of the same loads may differ in their last digits."""


class RecordKind(StrEnum):
    """What a record is about, and with it the unit of its value."""

    HEAVIEST = "heaviest"
    REPS = "reps"
    ESTIMATED_MAX = "estimated-max"
    SESSION_VOLUME = "session-volume"
    FIRST_PULL_UP = "first-pull-up"
    LONGEST = "longest"
    FARTHEST = "farthest"

    @property
    def unit(self) -> str:
        """kg, reps, s or m."""
        return _UNITS[self]


_UNITS = {
    RecordKind.HEAVIEST: "kg",
    RecordKind.REPS: "reps",
    RecordKind.ESTIMATED_MAX: "kg",
    RecordKind.SESSION_VOLUME: "kg",
    RecordKind.FIRST_PULL_UP: "reps",
    RecordKind.LONGEST: "s",
    RecordKind.FARTHEST: "m",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A best value and the set behind it.

    HEAVIEST is the load as `Best.load_kg` tells it, ESTIMATED_MAX a system load, SESSION_VOLUME what moved times
    reps, with no single set behind it. `previous` is the value that was beaten, None where there was none.
    `load_kg` and `reps` are those of the set.
    """

    exercise: str
    kind: RecordKind
    on: date
    value: float
    previous: float | None
    session_id: str
    set_id: str = ""
    load_kg: float | None = None
    reps: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftRecords:
    """The standing records of one exercise; `reps_at` holds the most reps at each load, heaviest first."""

    exercise: str
    name: str
    heaviest: Record | None = None
    estimated_max: Record | None = None
    session_volume: Record | None = None
    longest: Record | None = None
    farthest: Record | None = None
    reps_at: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Standing records by exercise id, and every record as it fell, in the order of time."""

    by_lift: Mapping[str, LiftRecords] = field(default_factory=dict)
    events: tuple[Record, ...] = ()
    first_pull_up: Record | None = None


class MoreReps(NamedTuple):
    """A set with more reps than ever at its load; `beaten` are the most at that load or a heavier one before, where
    that makes it a record."""

    best: Best
    beaten: int | None


class RepTable:
    """The most reps done at each load so far. Without a load, 0 kg stands for it."""

    def __init__(self) -> None:
        self._reps: dict[float, int] = {}

    def take(self, sets: Sequence[Best]) -> Sequence[MoreReps]:
        """Takes a bout's best sets in, heaviest first, and gives back those with more reps than ever at their load.

        Where nothing so heavy was lifted before there is nothing to beat, and a set that a heavier one of the same
        bout matches is no record.
        """
        reps_at = self._reps
        news = [best for best in sets if (best.entry.reps or 0) > reps_at.get(best.load_kg or 0.0, 0)]
        if not news:
            return ()
        found = []
        most_here = 0
        for best in news:
            reps, load_kg = best.entry.reps or 0, best.load_kg or 0.0
            before = max((most for load, most in reps_at.items() if load >= load_kg), default=None)
            is_record = before is not None and reps > max(before, most_here)
            found.append(MoreReps(best, before if is_record else None))
            most_here = max(most_here, reps)
        for best in news:
            reps_at[best.load_kg or 0.0] = best.entry.reps or 0
        return found


def records_of(training: Training, pull_ups_before: int | None = None) -> Records:
    """Walks through all bouts once. A session yields at most one record of a kind for each exercise: of several
    sets that beat the most reps at their loads, the heaviest.

    `pull_ups_before` is what the athlete stated: the first pull-up of somebody who did some before is no event.
    Where nothing was stated, it is one only if easier pull-ups came before it.
    """
    books: dict[str, _Book] = {}
    events: list[Record] = []
    first_pull_up: Record | None = None
    trying = False
    for session in training.sessions:
        for bout in session.bouts:
            lift = bout.lift
            if lift.pattern in _NO_CONTEST:
                continue
            if first_pull_up is None and lift.family == "pull-up":
                first_pull_up = _first_pull_up(bout, training.body_mass.on(bout.on))
                is_news = trying if pull_ups_before is None else not pull_ups_before
                events += [first_pull_up] if first_pull_up is not None and is_news else []
                trying = True
            book = books.get(lift.id)
            if book is None:
                book = books[lift.id] = _Book(lift, events)
            book.take(bout)
    return Records(
        by_lift={lift: book.standing() for lift, book in books.items()},
        events=tuple(events),
        first_pull_up=first_pull_up,
    )


def _first_pull_up(bout: Bout, body_mass_kg: float) -> Record | None:
    """A record for the bout's best set of full pull-ups without help, if it holds one."""
    lift = bout.lift
    if lift.loading is not Loading.BODYWEIGHT_PLUS or lift.id in LOWERED_ONLY:
        return None
    least_kg = -_HELP_IN_WEIGHING * body_mass_kg
    unaided = [best for best in bout.reps_at if (best.load_kg or 0.0) >= least_kg]
    if not unaided:
        return None
    best = max(unaided, key=lambda best: best.entry.reps or 0)
    return _record(bout, RecordKind.FIRST_PULL_UP, best.entry.reps or 0, None, best)


class _Book:
    """The marks of one exercise while time goes by; what beats one is added to `events`."""

    def __init__(self, lift: Lift, events: list[Record]) -> None:
        self._lift, self._events = lift, events
        self._standing: dict[RecordKind, Record] = {}
        self._table = RepTable()
        self._reps_at: dict[float, Record] = {}

    def take(self, bout: Bout) -> None:
        """Takes a bout in."""
        heaviest = bout.heaviest
        if heaviest is not None and (heaviest.load_kg or self._lift.lifts_body):
            self._beat(bout, RecordKind.HEAVIEST, heaviest.load_kg or 0.0, heaviest)
        if bout.maximum is not None:
            self._beat(bout, RecordKind.ESTIMATED_MAX, bout.maximum.max_kg or 0.0, bout.maximum)
        if bout.longest is not None:
            self._beat(bout, RecordKind.LONGEST, bout.longest.entry.seconds or 0.0, bout.longest)
        if bout.farthest is not None:
            self._beat(bout, RecordKind.FARTHEST, bout.farthest.entry.metres or 0.0, bout.farthest)
        if self._lift.loading not in COUNTED_OTHERWISE:
            self._take_reps(bout)
        if bout.volume_kg > 0:
            self._beat(bout, RecordKind.SESSION_VOLUME, bout.volume_kg, None)

    def standing(self) -> LiftRecords:
        """The marks as they stand."""
        mark = self._standing.get
        return LiftRecords(
            exercise=self._lift.id,
            name=self._lift.name,
            heaviest=mark(RecordKind.HEAVIEST),
            estimated_max=mark(RecordKind.ESTIMATED_MAX),
            session_volume=mark(RecordKind.SESSION_VOLUME),
            longest=mark(RecordKind.LONGEST),
            farthest=mark(RecordKind.FARTHEST),
            reps_at=tuple(self._reps_at[load] for load in sorted(self._reps_at, reverse=True)),
        )

    def _take_reps(self, bout: Bout) -> None:
        """Keeps the most reps at each load; the heaviest set that beats a record is told."""
        told = False
        for best, beaten in self._table.take(bout.reps_at):
            load_kg, reps = best.load_kg or 0.0, best.entry.reps or 0
            standing = self._reps_at.get(load_kg)
            self._reps_at[load_kg] = _record(bout, RecordKind.REPS, reps, standing.value if standing else None, best)
            if beaten is not None and not told:
                told = True
                self._events.append(_record(bout, RecordKind.REPS, reps, beaten, best))

    def _beat(self, bout: Bout, kind: RecordKind, value: float, best: Best | None) -> None:
        standing = self._standing.get(kind)
        if standing is not None and value <= standing.value + _SLACK:
            return
        made = _record(bout, kind, value, standing.value if standing else None, best)
        self._standing[kind] = made
        if standing is not None and not (self._drifts(kind) and value < standing.value * (1 + BODY_DRIFT)):
            self._events.append(made)

    def _drifts(self, kind: RecordKind) -> bool:
        """True if the value rises and falls with body mass."""
        moves_body = self._lift.lifts_body or self._lift.body_share > 0
        return moves_body and kind in (RecordKind.ESTIMATED_MAX, RecordKind.SESSION_VOLUME)


def _record(bout: Bout, kind: RecordKind, value: float, previous: float | None, best: Best | None) -> Record:
    return Record(
        exercise=bout.lift.id,
        kind=kind,
        on=bout.on,
        value=value,
        previous=previous,
        session_id=bout.session_id,
        set_id=best.entry.id if best else "",
        load_kg=best.load_kg if best else None,
        reps=best.entry.reps if best else None,
    )
