"""Fitbod: one row a set with a zoned time, and no session: times that lie close together make one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter

from dorsi.journal.importing.dates import Dates, When
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.measures import Measures
from dorsi.journal.importing.table import ABSENT, Row, Table, read_heading, read_table
from dorsi.journal.importing.values import is_blank
from dorsi.journal.importing.words import is_yes
from dorsi.journal.model import SetKind

_PAUSE_S = 2 * 3600.0
"""Heuristic: sets further apart than two hours belong to different sessions."""


class Fitbod:
    """Writes 0 for what was not entered. A multiplier of 2 says that each hand held the load."""

    name = "fitbod"
    title = "Fitbod"

    def recognises(self, text: str) -> bool:
        """True if the header has a date, an exercise and a mark for warm-ups, and Fitbod's incline or multiplier."""
        header = read_heading(text)
        marks = any(header.index(name) != ABSENT for name in ("multiplier", "incline", "resistance"))
        return marks and all(_found(header, *names) for names in (("date",), _EXERCISE, _WARM_UP))

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the text."""
        return _Reading(read_table(text), day_first).log()


_EXERCISE = ("exercise", "exercise name")
_WARM_UP = ("iswarmup", "is warmup")


def _found(header: Table, *names: str) -> bool:
    return header.index(*names) != ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    start: When
    done_at: datetime | None


class _Reading:
    def __init__(self, table: Table, day_first: bool | None) -> None:
        self._table = table
        self._date, self._exercise = table.index("date"), table.index(*_EXERCISE)
        self._warm_up, self._note = table.index(*_WARM_UP), table.index("note", "notes")
        self._multiplier = table.index("multiplier")
        self._settings = [c for c in table.columns if c.name in ("incline", "resistance")]
        self._dates = Dates.of((row.cells[self._date] for row in table.rows), day_first=day_first)
        self._measures = Measures(table, seconds=("duration",))
        self._gathering = Gathering(Fitbod.name)
        times = {row.cells[self._date]: self._dates.read(row.cells[self._date]) for row in table.rows}
        self._places = _places({text: when for text, when in times.items() if when is not None})

    def log(self) -> ForeignLog:
        for row in self._table.rows:
            outcome = self._fate(row)
            text = self._table.text(row) if isinstance(outcome, Refusal) else ""
            self._gathering.settle(row.line, text, outcome)
        return self._gathering.log((*self._dates.guesses, *self._measures.guesses))

    def _fate(self, row: Row) -> Fate | Refusal:
        cells = row.cells
        if self._table.is_heading(row):
            return Fate.HEADING
        if row.extra:
            return too_wide(row, self._table)
        place = self._places.get(cells[self._date])
        if place is None:
            return no_date(cells[self._date])
        exercise = cells[self._exercise]
        if not exercise:
            return Refusal(reason=NO_EXERCISE)
        draft = self._gathering.session(place.start)
        draft.enter(exercise)
        measured = self._measures.read(row, exercise)
        if isinstance(measured, Refusal):
            return measured
        settings = (f"{c.heading}: {cells[c.index]}" for c in self._settings if self._set(cells[c.index]))
        draft.add(
            ForeignSet(
                line=row.line,
                exercise=exercise,
                kind=SetKind.WARM_UP if is_yes(cells[self._warm_up]) else SetKind.WORK,
                load=measured.load,
                unit=measured.unit,
                mode=measured.mode,
                reps=measured.reps,
                seconds=measured.seconds,
                metres=measured.metres,
                note=measured.note(cells[self._note], *settings),
                run=draft.stretch,
                implements=2 if self._measures.numbers.read(cells[self._multiplier]) == 2 else 1,
                done_at=place.done_at,
            )
        )
        return Fate.SET

    def _set(self, text: str) -> bool:
        return self._measures.numbers.read(text) != 0 and not is_blank(text)


def _places(times: Mapping[str, When]) -> dict[str, _Place]:
    """For each text of a time the start of its session, and the time itself if sets of that session differ in it."""
    moments = sorted(((_instant_s(when), text, when) for text, when in times.items()), key=itemgetter(0, 1))
    sessions: list[list[tuple[str, When]]] = []
    last: tuple[int, float] | None = None
    for instant, text, when in moments:
        if last is None or instant[0] != last[0] or instant[1] - last[1] > (_PAUSE_S if when.at else 0):
            sessions.append([])
        sessions[-1].append((text, when))
        last = instant
    places: dict[str, _Place] = {}
    for session in sessions:
        start = session[0][1]
        timed = session[-1][1] != start
        places |= {text: _Place(start=start, done_at=when.at if timed else None) for text, when in session}
    return places


def _instant_s(when: When) -> tuple[int, float]:
    """Sorts days, local times and zoned times apart, each by the seconds since 1970."""
    if when.at is None:
        return 0, when.on.toordinal() * 86_400.0
    if when.at.tzinfo is None:
        return 1, when.at.replace(tzinfo=UTC).timestamp()
    return 2, when.at.timestamp()
