"""The athlete file as typed: the same keys, in the athlete's own units, nothing worked out yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from dorsi.athlete.model import Discomfort, Goal, OtherTraining, Pace, Regularity, Sex, Weekday
from dorsi.units import MassUnit

FORMAT = "athlete/1"
"""Mark at the top of every athlete file; a later layout gets a higher number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DumbbellRange:
    """The dumbbells at hand, from the lightest to the heaviest (`from` and `to` in the file)."""

    from_: float
    to: float
    step: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """A preset with items or groups added and removed; loads left out take the usual ones of the unit."""

    preset: str = "full-gym"
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    bar: float | None = None
    trap_bar: float | None = None
    plates: tuple[float, ...] | None = None
    dumbbells: DumbbellRange | None = None
    stack_step: float | None = None
    kettlebells: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSet:
    """A set the athlete remembers; a negative load is assistance."""

    exercise: str
    load: float
    reps: int
    rir: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthAnswers:
    """Ids of the screening questions answered yes, and the figures that go with them."""

    yes: tuple[str, ...] = ()
    systolic: int | None = None
    diastolic: int | None = None
    pregnancy_weeks: int | None = None
    weeks_postpartum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """All answers of one athlete; masses are in `units`.

    `max_pull_ups` None means not known. `trunk_ready` says that a 60 s plank and 15 clean back
    extensions are there. `days` are the days on which the back could be trained, not a promise to use all.
    """

    dorsi: str = FORMAT
    name: str = "Athlete"
    sex: Sex = Sex.UNSTATED
    age: int
    body_mass: float
    height_cm: float | None = None
    units: MassUnit = MassUnit.KG
    training_age_months: int
    regularity: Regularity = Regularity.REGULAR
    weeks_off: int = 0
    pace: Pace | None = None
    max_pull_ups: int | None = None
    trunk_ready: bool | None = None
    powerlifter: bool = False
    straps: bool = False
    behind_the_head: bool = False
    days: tuple[Weekday, ...] = (Weekday.MON, Weekday.THU)
    minutes: int = 60
    sessions_per_week: int | None = None
    weeks: int = 8
    liked: tuple[str, ...] = ()
    disliked: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    guardian_consent: bool = False
    clinician_ok: bool = False
    goal: Goal = field(default_factory=Goal)
    other_training: tuple[OtherTraining, ...] = ()
    equipment: Equipment = field(default_factory=Equipment)
    known_set: tuple[KnownSet, ...] = ()
    discomfort: tuple[Discomfort, ...] = ()
    screening: HealthAnswers = field(default_factory=HealthAnswers)
