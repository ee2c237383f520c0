"""Another app's log as read, before names, units and zones are settled, with the fate of every row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from dorsi.journal.model import Journal, LoadMode, MeasureKind, MeasureUnit, SetKind, Side
from dorsi.units import MassUnit


class Fate(StrEnum):
    """What became of a row of the file: every data row has exactly one fate.

    NOT_DONE are sets that were planned in the app and never ticked off.
    """

    SET = "set"
    REST = "rest"
    NOTE = "note"
    MEASUREMENT = "measurement"
    HEADING = "heading"
    NOT_DONE = "not-done"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row that could not be understood: its line in the file, the text, and why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Something the file does not say and the importer took: what, on what evidence, how to say otherwise.

    `option` is the name of the import option that overrules it ("unit", "dates").
    """

    what: str
    evidence: str
    option: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignSet:
    """A set as the file has it. `unit` is None where the file names none; `mode` None where the exercise decides.

    `load` is as written and may be negative only in formats that write assistance so; blank is None.
    `run` counts contiguous stretches of one exercise within the session from 0; `superset` is unique within it.
    """

    line: int
    exercise: str
    kind: SetKind = SetKind.WORK
    load: float | None = None
    unit: MassUnit | None = None
    mode: LoadMode | None = None
    reps: int | None = None
    rir: float | None = None
    rpe: float | None = None
    seconds: float | None = None
    metres: float | None = None
    side: Side | None = None
    straps: bool = False
    tempo: str = ""
    rest_s: int | None = None
    note: str = ""
    run: int = 0
    superset: int | None = None
    implements: int = 1
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignSession:
    """A session as the file has it.

    `started` is naive for local wall-clock time, aware where the file gives a zone, None where it has dates only.
    `key` is stable for the same session in a later export of the same log (start and title, not row numbers).
    """

    key: str
    on: date
    started: datetime | None = None
    duration_s: int | None = None
    title: str = ""
    note: str = ""
    sets: tuple[ForeignSet, ...] = ()
    run_notes: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignMeasurement:
    """A body measurement as the file has it; `unit` None where the file names none."""

    line: int
    on: date
    kind: MeasureKind
    value: float
    unit: MeasureUnit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignLog:
    """A whole file: `rows` is the number of data rows, `fates` how many of them went where (they add up).

    `ours` holds what Dorsi itself wrote: its names, units and ids are settled already.
    """

    format: str
    sessions: tuple[ForeignSession, ...] = ()
    measurements: tuple[ForeignMeasurement, ...] = ()
    rows: int = 0
    fates: Mapping[Fate, int] = field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()
    guesses: tuple[Guess, ...] = ()
    ours: Journal | None = None


class LogFormat(Protocol):
    """One format: its name for people, how to tell it, and how to read it."""

    @property
    def name(self) -> str:
        """What the format is called on the command line and in `ForeignLog.format`."""

    @property
    def title(self) -> str:
        """What the format is called for people."""

    def recognises(self, text: str) -> bool:
        """True if the first lines of the file look like this format."""

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the text; rows that make no sense are rejected one by one, never the whole file.

        `day_first` says how dates such as 3/4/2024 are meant, for files that leave it open.
        """
