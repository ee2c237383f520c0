"""What was done, as values: sets, sessions and measurements the way the athlete entered them.

Loads keep the number and unit that were typed; kilograms are derived. A body-weight lift says what was
added or taken off as a positive number and its mode, never as a signed guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from dorsi.atlas.model import Loading, Pattern
from dorsi.units import MassUnit, number, to_kg

CUSTOM = "custom:"
"""Ids of exercises that an athlete defined begin with this."""


class SetKind(StrEnum):
    """What a set was for; warm-ups never count as training."""

    WARM_UP = "warm-up"
    WORK = "work"
    TEST = "test"
    DROP = "drop"
    FAILURE = "failure"

    @property
    def counts(self) -> bool:
        """True for sets that count as training volume."""
        return self not in (SetKind.WARM_UP, SetKind.TEST)


class LoadMode(StrEnum):
    """What the number of a load means: all of it, what hangs on the body, or what helps it."""

    TOTAL = "total"
    ADDED = "added"
    ASSISTED = "assisted"


class Side(StrEnum):
    """The side that worked, where one worked alone."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedLoad:
    """A load as typed: `value` is never negative; `mode` says whether it is all, added or assistance."""

    value: float
    unit: MassUnit = MassUnit.KG
    mode: LoadMode = LoadMode.TOTAL

    @property
    def kg(self) -> float:
        """The typed number in kilograms, unrounded and without a sign."""
        return to_kg(self.value, self.unit)

    @property
    def signed_kg(self) -> float:
        """Kilograms with assistance as a negative number, as programmes and steps count it."""
        return -self.kg if self.mode is LoadMode.ASSISTED else self.kg

    def __str__(self) -> str:
        sign = {LoadMode.TOTAL: "", LoadMode.ADDED: "+", LoadMode.ASSISTED: "-"}[self.mode]
        return f"{sign}{number(self.value)} {self.unit.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedDiscomfort:
    """Discomfort 0-10 felt in a set, and where (a body region or free text)."""

    score: int
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSet:
    """One set as entered. Blank is None and differs from zero.

    `exercise` is an atlas id, an id of `journal.other_lifts` or one beginning with `CUSTOM`; `name` keeps what
    another app called it. `run` counts the session's contiguous stretches of one exercise, from 0, so that an
    exercise done twice stays two stretches. `superset` groups runs done in turn. Effort is kept as typed:
    `rir` or `rpe`. `implements` is 2 where the load is that of each of two dumbbells counted singly.
    `rest_s` is the rest after the set; `slot` its place in the planned session ("2" or "3b").
    """

    id: str
    exercise: str
    kind: SetKind = SetKind.WORK
    load: LoggedLoad | None = None
    reps: int | None = None
    rir: float | None = None
    rpe: float | None = None
    seconds: float | None = None
    metres: float | None = None
    side: Side | None = None
    straps: bool = False
    tempo: str = ""
    rest_s: int | None = None
    discomfort: LoggedDiscomfort | None = None
    note: str = ""
    run: int = 0
    superset: int | None = None
    implements: int = 1
    name: str = ""
    slot: str = ""
    done_at: datetime | None = None

    @property
    def reserve(self) -> float | None:
        """Reps in reserve: as typed, or 10 - RPE. Source: Zourdos16."""
        if self.rir is not None:
            return self.rir
        return None if self.rpe is None else max(0.0, 10.0 - self.rpe)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRef:
    """Which planned session was trained: programme id (see `Adoption`), session id, week and cycle from 1."""

    program: str
    session: str
    week: int
    cycle: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSession:
    """A session as logged. `on` is the athlete's local day; `started_at` an instant in UTC, where known.

    `run_notes` holds remarks on a run (see `LoggedSet.run`) as pairs of run and text; `source` names the
    format it came from ("dorsi" for our own), `batch` the import that brought it.
    """

    id: str
    on: date
    started_at: datetime | None = None
    zone: str = ""
    duration_s: int | None = None
    title: str = ""
    note: str = ""
    sets: tuple[LoggedSet, ...] = ()
    run_notes: tuple[tuple[int, str], ...] = ()
    plan: PlanRef | None = None
    source: str = "dorsi"
    batch: str = ""
    finished: bool = True

    @property
    def order(self) -> tuple[date, float, str]:
        """Sorts sessions as they took place; those without a time of day come first on theirs."""
        return self.on, self.started_at.timestamp() if self.started_at else 0.0, self.id


class MeasureKind(StrEnum):
    """What was measured on the body."""

    BODY_MASS = "body-mass"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    WAIST = "waist"
    HIPS = "hips"
    ARM = "arm"
    THIGH = "thigh"
    NECK = "neck"
    BODY_FAT = "body-fat"


class MeasureUnit(StrEnum):
    """The unit a measurement was typed in."""

    KG = "kg"
    LB = "lb"
    CM = "cm"
    INCH = "in"
    PERCENT = "%"


_TO_BASE = {
    MeasureUnit.KG: 1.0,
    MeasureUnit.LB: to_kg(1.0, MassUnit.LB),
    MeasureUnit.CM: 1.0,
    MeasureUnit.INCH: 2.54,
    MeasureUnit.PERCENT: 1.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """Body mass or a girth, as typed."""

    id: str
    on: date
    kind: MeasureKind
    value: float
    unit: MeasureUnit

    @property
    def base(self) -> float:
        """The value in kilograms, centimetres or per cent."""
        return self.value * _TO_BASE[self.unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomExercise:
    """An exercise that the atlas does not know; `pattern`, `loading` and `muscles` stay empty until told."""

    id: str
    name: str
    pattern: Pattern | None = None
    loading: Loading | None = None
    muscles: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """A programme taken up: its file's text as it was, and the day it starts.

    With `edits` it is no new programme but another text for the one of that adoption, from `on` on: its day of
    starting, the athlete's place in it and all that refers to it stay.
    """

    id: str
    on: date
    text: str
    edits: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The next planned session shall be on `to`, decided on `on`."""

    id: str
    on: date
    to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """The planned session is left out, decided on `on`; the programme goes on with the one after."""

    id: str
    on: date
    plan: PlanRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """In session `session` (every one if empty) do `instead` of `exercise`; in the next session alone if `once`."""

    id: str
    on: date
    exercise: str
    instead: str
    session: str = ""
    once: bool = False


class Sign(StrEnum):
    """How a discomfort behaves."""

    SHARP = "sharp"
    SPREADING = "spreading"
    WORSENING = "worsening"
    STIFF_NEXT_DAY = "stiff-next-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """Discomfort 0-10 reported apart from a set: where, with which exercise, how it behaves.

    `warnings` holds ids of health questions (athlete.screening_questions) answered with yes: red flags.
    """

    id: str
    on: date
    place: str
    score: int
    exercise: str = ""
    signs: frozenset[Sign] = frozenset()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """A clinician has looked at what was reported and training may go on."""

    id: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The athlete's word on a set that Dorsi questioned: it was so, or it was a slip (then it is not used)."""

    id: str
    on: date
    set_id: str
    true: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """Everything an athlete has entered, as it stands now: sessions in the order they took place."""

    sessions: tuple[LoggedSession, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    moves: tuple[Move, ...] = ()
    skips: tuple[Skip, ...] = ()
    swaps: tuple[Swap, ...] = ()
    hurts: tuple[Hurt, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    answers: tuple[Answer, ...] = ()
    exercises: Mapping[str, CustomExercise] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
