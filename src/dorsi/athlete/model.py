"""The athlete as the rules and the planner see one: kilograms, closed sets, no raw answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dorsi.atlas.model import Level
from dorsi.units import MassUnit


class Sex(StrEnum):
    """Sex, where stated; used for nothing but strength expectations."""

    FEMALE = "female"
    MALE = "male"
    UNSTATED = "unstated"


class Regularity(StrEnum):
    """How steadily the athlete trained in the last three months."""

    REGULAR = "regular"
    ON_AND_OFF = "on-and-off"
    RETURNING = "returning"


class Pace(StrEnum):
    """How often the athlete still adds load to a lift."""

    EVERY_SESSION = "every-session"
    WEEKLY_TO_MONTHLY = "weekly-to-monthly"
    SLOWER = "slower"


class Weekday(StrEnum):
    """Day of the week, Monday first."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """0 for Monday, 6 for Sunday."""
        return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(self.value)

    @property
    def label(self) -> str:
        """The day's full English name."""
        return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[self.number]


class OtherMuscle(StrEnum):
    """What the athlete trains besides the back."""

    CHEST = "chest"
    SHOULDERS = "shoulders"
    REAR_DELTS = "rear-delts"
    LEGS = "legs"
    ARMS = "arms"
    ABS = "abs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Goal weights, each 0 (does not matter) to 5 (matters most)."""

    width: int = 2
    thickness: int = 2
    lower_back: int = 1
    balance: int = 2
    strength: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTraining:
    """Training on another day or the same day that the back plan must know of."""

    day: Weekday
    trains: tuple[OtherMuscle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSet:
    """A working set the athlete knows; `load_kg` is the external, added or (negative) assisted load."""

    exercise: str
    load_kg: float
    reps: int
    rir: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Discomfort:
    """Discomfort 0-10, at a body region or with an exercise id."""

    place: str
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadSteps:
    """The loads the athlete's equipment can make, all in kilograms.

    `plates_kg` are the plate sizes at hand, each assumed to be there in pairs.
    """

    bar_kg: float = 20.0
    trap_bar_kg: float = 25.0
    plates_kg: tuple[float, ...] = (25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25)
    dumbbell_min_kg: float = 2.0
    dumbbell_max_kg: float = 50.0
    dumbbell_step_kg: float = 2.0
    stack_step_kg: float = 5.0
    kettlebells_kg: tuple[float, ...] = (8.0, 12.0, 16.0, 20.0, 24.0, 32.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Athlete:
    """One athlete, screened: `tags` are condition tags that bind the plan (atlas.vocabulary).

    `days` are the weekdays on which the back can be trained, `minutes` the whole length of a session;
    `sessions_per_week` is a wish (None leaves it to the planner). `equipment` holds item ids.
    """

    name: str = "Athlete"
    sex: Sex = Sex.UNSTATED
    age: int = 30
    body_mass_kg: float = 75.0
    height_cm: float | None = None
    units: MassUnit = MassUnit.KG
    level: Level = Level.INTERMEDIATE
    training_age_months: int = 12
    regularity: Regularity = Regularity.REGULAR
    weeks_off: int = 0
    goal: Goal = field(default_factory=Goal)
    days: tuple[Weekday, ...] = (Weekday.MON, Weekday.THU)
    minutes: int = 60
    sessions_per_week: int | None = None
    weeks: int = 8
    other_training: tuple[OtherTraining, ...] = ()
    equipment: frozenset[str] = frozenset()
    steps: LoadSteps = field(default_factory=LoadSteps)
    max_pull_ups: int | None = None
    known_sets: tuple[KnownSet, ...] = ()
    discomforts: tuple[Discomfort, ...] = ()
    tags: frozenset[str] = frozenset()
    trunk_ready: bool = False
    powerlifter: bool = False
    straps: bool = False
    behind_the_head: bool = False
    liked: tuple[str, ...] = ()
    disliked: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def discomfort(self, place: str) -> int:
        """The reported discomfort (0-10) at a region or with an exercise; 0 when none was."""
        return max((d.score for d in self.discomforts if d.place == place), default=0)

    def trains_on(self, day: Weekday) -> frozenset[OtherMuscle]:
        """What else the athlete trains on that weekday."""
        return frozenset(part for other in self.other_training if other.day is day for part in other.trains)

    def owns(self, needed: tuple[tuple[str, ...], ...]) -> bool:
        """True if one of the equipment alternatives is fully at hand."""
        return any(all(item in self.equipment for item in option) for option in needed)

    def known_set(self, exercise_id: str) -> KnownSet | None:
        """The athlete's last known working set of that exercise."""
        return next((k for k in reversed(self.known_sets) if k.exercise == exercise_id), None)
