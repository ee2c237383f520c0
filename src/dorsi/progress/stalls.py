"""Exercises that have stopped getting better: since when, and on what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dorsi.atlas.model import Pattern
from dorsi.progress.bouts import Bout
from dorsi.progress.records import RepTable
from dorsi.progress.training import Training

EXPOSURES = 3
"""Sessions of an exercise without a gain that make a stall (heuristic: coaching practice)."""
MAX_GAIN = 0.01
"""Share by which an estimated maximum must rise to be a gain (heuristic): a rep or a rep in reserve is about
three times as much, the drift of body mass between two weighings less."""
LAYOFF_DAYS = 28
"""After a longer break an exercise starts anew, and one not done for so long is not stalled (heuristic)."""
_NOT_MEASURED = frozenset({Pattern.CARDIO, Pattern.STRETCH, Pattern.HANG, Pattern.TRUNK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One bout behind a stall: its heaviest set (load and reps) and the highest maximum it points to."""

    on: date
    session_id: str
    load_kg: float | None
    reps: int
    max_kg: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stall:
    """An exercise without gain: `since` the first bout that brought none, `last_gain` the day of the one
    before, and what was tried since then, oldest first. A heuristic, no diagnosis."""

    exercise: str
    name: str
    since: date
    last_gain: date
    exposures: tuple[Tried, ...]


def stalls_of(training: Training, deloads: frozenset[str] = frozenset()) -> tuple[Stall, ...]:
    """Current stalls, the longest first.

    A bout is a gain if it brought a heavier load, more reps at a load than at that one or any heavier
    before, or a higher estimated maximum (which is also how fewer reps in reserve at the same work show). Sessions
    whose ids are in `deloads` were meant to be light and say nothing.
    """
    found = []
    for bouts in training.by_lift.values():
        lift = bouts[-1].lift
        if not lift.is_work or lift.pattern in _NOT_MEASURED:
            continue
        if training.today - bouts[-1].on > timedelta(days=LAYOFF_DAYS):
            continue
        stall = _stall([bout for bout in _since_layoff(bouts) if bout.session_id not in deloads])
        if stall is not None:
            found.append(stall)
    return tuple(sorted(found, key=lambda stall: (stall.since, stall.exercise)))


def _since_layoff(bouts: tuple[Bout, ...]) -> tuple[Bout, ...]:
    for position in range(len(bouts) - 1, 0, -1):
        if (bouts[position].on - bouts[position - 1].on).days > LAYOFF_DAYS:
            return bouts[position:]
    return bouts


def _stall(bouts: list[Bout]) -> Stall | None:
    marks = _Marks()
    last_gain = 0
    measured = [bout for bout in bouts if bout.reps_at]
    for position, bout in enumerate(measured):
        if marks.take(bout):
            last_gain = position
    tried = measured[last_gain + 1 :]
    if len(tried) < EXPOSURES:
        return None
    return Stall(
        exercise=tried[0].lift.id,
        name=tried[0].lift.name,
        since=tried[0].on,
        last_gain=measured[last_gain].on,
        exposures=tuple(_tried(bout) for bout in tried),
    )


def _tried(bout: Bout) -> Tried:
    top = bout.reps_at[0]
    return Tried(
        on=bout.on,
        session_id=bout.session_id,
        load_kg=top.load_kg,
        reps=top.entry.reps or 0,
        max_kg=bout.maximum.max_kg if bout.maximum else None,
    )


class _Marks:
    """The bests of one exercise so far."""

    def __init__(self) -> None:
        self._heaviest_kg: float | None = None
        self._max_kg = 0.0
        self._table = RepTable()

    def take(self, bout: Bout) -> bool:
        """Takes a bout in; True if it is a gain, as the first one is."""
        gain = any(more.beaten is not None for more in self._table.take(bout.reps_at))
        load_kg = bout.reps_at[0].load_kg or 0.0
        if self._heaviest_kg is None or load_kg > self._heaviest_kg:
            self._heaviest_kg, gain = load_kg, True
        max_kg = bout.maximum.max_kg if bout.maximum else None
        if max_kg is not None and max_kg > self._max_kg * (1 + MAX_GAIN):
            self._max_kg, gain = max_kg, True
        return gain
