"""Puts a foreign log together row by row: sessions, runs of one exercise, rests and the fate of every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from dorsi.journal.importing.dates import When
from dorsi.journal.importing.foreign import (
    Fate,
    ForeignLog,
    ForeignMeasurement,
    ForeignSession,
    ForeignSet,
    Guess,
    Rejected,
)
from dorsi.journal.importing.table import Row, Table

NOTHING_ENTERED = "nothing was entered"
NO_EXERCISE = "the exercise has no name"
_LONGEST_SESSION_S = 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a row could not be used, in words fit for a report."""

    reason: str


def no_date(text: str) -> Refusal:
    """The refusal of a row whose date is missing or makes no sense."""
    return Refusal(reason=f"the date '{text}' cannot be read" if text else "the row has no date")


def too_wide(row: Row, table: Table) -> Refusal:
    """The refusal of a row with more cells than the header, whose cells cannot be told apart."""
    cells, columns = len(table.columns) + len(row.extra), len(table.columns)
    return Refusal(reason=f"the row has {cells} cells where the header has {columns}")


@dataclass(slots=True, kw_only=True)
class Draft:
    """A session that is still being read."""

    key: str
    on: date
    started: datetime | None
    title: str
    notes: list[str] = field(default_factory=list)
    duration_s: int | None = None
    sets: list[ForeignSet] = field(default_factory=list)
    run_notes: dict[tuple[int, str], None] = field(default_factory=dict)
    stretch: int = -1
    exercise: str | None = None
    rests: bool = False

    def enter(self, exercise: str) -> None:
        """Begins a new stretch if the exercise differs from that of the row before."""
        if exercise != self.exercise:
            self.stretch += 1
            self.exercise = exercise
            self.rests = False

    def add(self, entry: ForeignSet) -> None:
        """Adds a set to the stretch that its exercise is in, or to a new one."""
        self.enter(entry.exercise)
        self.sets.append(entry if entry.run == self.stretch else replace(entry, run=self.stretch))
        self.rests = True

    def rest(self, seconds: float | None) -> None:
        """Gives the set just added its rest; a rest after anything else belongs to no set."""
        if self.rests and seconds is not None and 0 < seconds <= _LONGEST_SESSION_S:
            self.sets[-1] = replace(self.sets[-1], rest_s=round(seconds))
        self.rests = False

    def remark(self, text: str) -> None:
        """A remark on the stretch at hand, kept once."""
        if text and self.stretch >= 0:
            self.run_notes[self.stretch, text] = None

    def describe(self, text: str) -> None:
        """A remark on the whole session, kept once."""
        if text and text not in self.notes:
            self.notes.append(text)

    def last(self, seconds: float | None, text: str) -> None:
        """How long the session took; a length beyond a day is kept as a remark only."""
        if seconds is not None and 0 < seconds <= _LONGEST_SESSION_S:
            self.duration_s = round(seconds)
        elif seconds is not None and seconds > 0:
            self.describe(f"Duration: {text}")

    def session(self) -> ForeignSession:
        """The session as read, its runs counted from 0 without those of which nothing was kept."""
        stretches = sorted({entry.run for entry in self.sets} | {run for run, _ in self.run_notes})
        runs = {stretch: run for run, stretch in enumerate(stretches)}
        return ForeignSession(
            key=self.key,
            on=self.on,
            started=self.started,
            duration_s=self.duration_s,
            title=self.title,
            note="\n".join(self.notes),
            sets=tuple(e if runs[e.run] == e.run else replace(e, run=runs[e.run]) for e in self.sets),
            run_notes=tuple((runs[stretch], text) for stretch, text in self.run_notes),
        )


class Gathering:
    """A log that is still being read; every row of the file is settled once."""

    def __init__(self, format_name: str) -> None:
        self.format_name = format_name
        self.rows = 0
        self.fates: Counter[Fate] = Counter()
        self.rejected: list[Rejected] = []
        self.measurements: list[ForeignMeasurement] = []
        self._drafts: dict[tuple[object, ...], Draft] = {}

    def settle(self, line: int, text: str, outcome: Fate | Refusal) -> None:
        """Counts a row and, if it was refused, keeps its text and the reason."""
        self.rows += 1
        if isinstance(outcome, Refusal):
            self.fates[Fate.REJECTED] += 1
            self.rejected.append(Rejected(line=line, text=text, reason=outcome.reason))
        else:
            self.fates[outcome] += 1

    def session(self, when: When, title: str = "") -> Draft:
        """The session that began then under that title; the same one whenever it is asked for again."""
        moment = when.at or when.on
        draft = self._drafts.get((moment, title))
        if draft is None:
            key = f"{moment.isoformat()}|{title}"
            draft = self._drafts[moment, title] = Draft(key=key, on=when.on, started=when.at, title=title)
        return draft

    def log(self, guesses: Iterable[Guess] = ()) -> ForeignLog:
        """The whole log; sessions of which nothing was kept are left out, since their rows were all refused."""
        drafts = [draft for draft in self._drafts.values() if draft.sets or draft.run_notes or draft.notes]
        return ForeignLog(
            format=self.format_name,
            sessions=tuple(draft.session() for draft in drafts),
            measurements=tuple(self.measurements),
            rows=self.rows,
            fates=dict(self.fates),
            rejected=tuple(sorted(self.rejected, key=lambda row: row.line)),
            guesses=tuple(guesses),
        )
