"""A programme as values: sessions of blocks of prescriptions of set targets.

A programme is what a file says, not what an exercise means: exercises are ids here. `program.evaluate`
joins them with the atlas and lays the weeks out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from dorsi.athlete.model import OtherMuscle, Weekday
from dorsi.units import MassUnit


class Role(StrEnum):
    """What a prescription is for; only WORK sets count as training volume."""

    CARDIO = "cardio"
    WARMUP = "warmup"
    WORK = "work"
    TEST = "test"
    STRETCH = "stretch"


class BlockKind(StrEnum):
    """How the exercises of a block follow each other."""

    SINGLE = "single"
    SUPERSET = "superset"
    TRISET = "triset"


class LoadKind(StrEnum):
    """What the number of a load means."""

    MASS = "mass"
    PERCENT = "percent"
    BODYWEIGHT = "bodyweight"
    LIGHT = "light"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A load as prescribed.

    `kg` holds the mass (MASS) or what is added to body mass, negative for assistance (BODYWEIGHT);
    `percent` a share of 1RM, or of the work load in a warm-up. `typed` and `unit` keep what was written.
    """

    kind: LoadKind
    kg: float = 0.0
    percent: tuple[float, float] | None = None
    typed: float | None = None
    unit: MassUnit = MassUnit.KG


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTarget:
    """One line of the notation: how many sets of what.

    Exactly one of `reps`, `seconds`, `metres` or `to_max` says how much; `to_max` may come with a floor in
    `reps` ("8+"). Ranges are (low, high) with equal ends for a single number.
    """

    sets: tuple[int, int]
    reps: tuple[int, int] | None = None
    to_max: bool = False
    seconds: tuple[int, int] | None = None
    metres: tuple[int, int] | None = None
    rir: tuple[float, float] | None = None
    load: Load | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSets:
    """Set targets for some weeks of the session (None: for every week not named elsewhere)."""

    weeks: frozenset[int] | None
    targets: tuple[SetTarget, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One exercise of a session: sets by week, rest in seconds, tempo and remarks."""

    exercise: str
    sets: tuple[WeekSets, ...]
    role: Role = Role.WORK
    rest_s: tuple[int, int] | None = None
    tempo: str | None = None
    straps: bool = False
    methods: tuple[str, ...] = ()
    note: str = ""

    def targets(self, week: int) -> tuple[SetTarget, ...]:
        """The targets of that week; empty when the exercise rests then."""
        fallback: tuple[SetTarget, ...] = ()
        for entry in self.sets:
            if entry.weeks is None:
                fallback = entry.targets
            elif week in entry.weeks:
                return entry.targets
        return fallback


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One prescription, or two or three done in turn."""

    kind: BlockKind
    items: tuple[Prescription, ...]
    rest_s: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A training session; `weeks` are those it takes place in (None: all), `also` what else is trained then."""

    id: str
    blocks: tuple[Block, ...]
    name: str = ""
    theme: str = ""
    day: Weekday | None = None
    weeks: frozenset[int] | None = None
    also: tuple[OtherMuscle, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        """The session's name, or its id where it has none."""
        return self.name or self.id

    def takes_place(self, week: int) -> bool:
        """True if the session is on in that week."""
        return self.weeks is None or week in self.weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A whole programme. `athlete` holds the questionnaire's answers where the file carries them.

    `deload_weeks` names the weeks meant as deloads; `days_between` the full days between sessions when no
    weekdays are set; `reasons` the sentences the planner leaves about the week and the block as a whole.
    """

    name: str
    weeks: int
    sessions: tuple[Session, ...]
    note: str = ""
    source: str = ""
    claims: tuple[str, ...] = ()
    days_between: int | None = None
    deload_weeks: frozenset[int] = frozenset()
    reasons: tuple[str, ...] = ()
    athlete: Mapping[str, Any] | None = field(default=None, compare=False)

    def session(self, session_id: str) -> Session | None:
        """The session of that id."""
        return next((s for s in self.sessions if s.id == session_id), None)
