"""What looking back over a journal yields, as values: the overview, one exercise, one muscle group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import VolumeGroup
from dorsi.journal.model import LoggedSet
from dorsi.progress.bouts import Bout
from dorsi.progress.lifts import Lift
from dorsi.progress.overview import Overview
from dorsi.progress.records import LiftRecords, Record
from dorsi.progress.volume import GroupVolume
from dorsi.services.trends import Trend

IN_USE_DAYS = 56
"""A lift not trained for longer is none of the present."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StallView:
    """A lift without gain: the first session that brought none, how many did, and what the coach does about it.

    `until` is the day on which the coach acted, None while the count goes on. `coach` is a sentence, `rule` its rule
    ("" where nothing is done).
    """

    exercise: str
    name: str
    since: date
    sessions: int
    coach: str
    rule: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The whole picture. `trends` are of lifts in use, the most trained first; `records` those of late, newest first,
    with the sets behind them as entered in `entries`, by id. Where no lift is in use, `resting` holds the trends of
    those that were trained most.

    `level_known` is False where no programme says how far along the athlete is. `plan` and `week` name the
    programme under way and the week that comes next, "" and None without one.
    """

    today: date
    athlete: Athlete
    level_known: bool
    plan: str
    week: int | None
    overview: Overview
    trends: tuple[Trend, ...]
    records: tuple[Record, ...]
    stalls: tuple[StallView, ...]
    deload_weeks: frozenset[date]
    entries: Mapping[str, LoggedSet]
    resting: tuple[Trend, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneSession:
    """One exercise in one session as it was logged, warm-ups left out; `record` if something was beaten."""

    on: date
    title: str
    sets: tuple[LoggedSet, ...]
    deload: bool
    record: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftReview:
    """One exercise: its trends, standing records, last sessions (newest first) and stall, if it has one.

    `entries` holds the sets behind the records, by id. `body_kg` is today's body mass where the body is lifted, else
    0; `times` counts the sessions it was done in, `bouts` are they, oldest first, and `record_sessions` names those
    that raised the estimated maximum.
    """

    today: date
    athlete: Athlete
    lift: Lift
    body_kg: float
    trends: tuple[Trend, ...]
    records: LiftRecords | None
    entries: Mapping[str, LoggedSet]
    sessions: tuple[DoneSession, ...]
    times: int
    bouts: tuple[Bout, ...]
    stall: StallView | None
    record_sessions: frozenset[str] = frozenset()

    @property
    def is_resting(self) -> bool:
        """True where it was not trained for so long that what was says little of the present."""
        return (self.today - self.bouts[-1].on).days > IN_USE_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfGroup:
    """A muscle group's fractional hard sets in the week that begins on `monday`."""

    monday: date
    sets: float
    deload: bool
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Giver:
    """An exercise that trained a group, and its fractional sets a week over the last four."""

    exercise: str
    name: str
    sets: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleReview:
    """One muscle group: its weeks, oldest first, where it stands and what trained it, the most first."""

    today: date
    athlete: Athlete
    level_known: bool
    group: VolumeGroup
    volume: GroupVolume
    weeks: tuple[WeekOfGroup, ...]
    givers: tuple[Giver, ...]
