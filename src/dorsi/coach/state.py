"""What the coach remembers between sessions: small, frozen, and the same whatever road the journal took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dorsi.journal.model import Adoption, Move, PlanRef, Swap
from dorsi.progress.strength import StrengthState

EXPOSURES_KEPT = 8
"""How many sessions of a lift the coach looks back on."""
STRAPPED = "|straps"
"""Marks a lift's series with straps, which is kept apart. Source: claim C34."""


class Outcome(StrEnum):
    """How the work sets of one session turned out against what was asked."""

    TOPPED = "topped"
    WITHIN = "within"
    MISSED = "missed"
    EASED = "eased"


class StallStep(StrEnum):
    """What is tried, one after the other, when a lift does not move. Source: heuristic."""

    NONE = "none"
    REBUILD = "rebuild"
    SWAP = "swap"
    VOLUME = "volume"


Telling = tuple[float, int, float | None]
"""A set as the strength filter reads it: system load in kg, reps, reserve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """One lift in one session, summed up: work sets only, loads signed as in programmes.

    `reps` and `reserves` belong to the sets at `load_kg`, the work load; `amounts` replaces reps for timed and
    carried work. `e1rm_kg` is of system load, `shown_kg` the same read generously where sets were too long for it.
    `eased` marks a deload.
    """

    on: date
    load_kg: float
    reps: tuple[int, ...] = ()
    reserves: tuple[float | None, ...] = ()
    e1rm_kg: float | None = None
    shown_kg: float = 0.0
    asked_sets: int = 0
    outcome: Outcome = Outcome.WITHIN
    set_ids: tuple[str, ...] = ()
    discomfort: int = 0
    place: str = ""
    eased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """One exercise as the coach knows it. `exercise` is an id, with `STRAPPED` behind it for strapped sets.

    `peak_kg` is the best estimated maximum ever; `best_kg`, `best_load_kg` and `best_work` (reps to failure a set) the
    best since the last change, `idle` the exposures without gain since then. `step` is what was last tried against a
    stall (on `stalled_on`), `rebuild_to_kg` the load to come back to after a break or a stall, `volume` the sets
    added or taken, `falls` how often running it went clearly down.
    """

    exercise: str
    exposures: tuple[Exposure, ...] = ()
    count: int = 0
    strength: StrengthState | None = None
    peak_kg: float = 0.0
    best_kg: float = 0.0
    best_load_kg: float = 0.0
    best_work: float = 0.0
    idle: int = 0
    step: StallStep = StallStep.NONE
    rebuild_to_kg: float | None = None
    volume: int = 0
    falls: int = 0
    stalled_on: date | None = None

    @property
    def last(self) -> Exposure | None:
        """The latest exposure that counts: those of deloads do not where there is another."""
        exposures = self.exposures
        if not exposures or not exposures[-1].eased:
            return exposures[-1] if exposures else None
        return next((e for e in reversed(exposures) if not e.eased), exposures[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where in the programme the athlete stands: the next session by cycle, week and place in the week (from 0)."""

    cycle: int = 1
    week: int = 1
    index: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A session gone by: its day, its reference and how hard it was (share of work sets at the limit)."""

    on: date
    ref: PlanRef | None = None
    all_out: float = 0.0
    deload: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PullUps:
    """The best set of full pull-ups in a session, in reps to failure without added weight."""

    on: date
    best: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sore:
    """Discomfort reported at a place (a region, or an exercise id), with the rules' score and whether it is sharp.

    `exercises` are those it was felt in, however little they are known to load the place.
    """

    on: date
    place: str
    score: int
    sharp: bool = False
    exercises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An entry set aside until the athlete has answered for it, with what it would add once believed.

    `odd` are the sets that are in doubt, `set_id` the one that is asked about.
    """

    set_id: str
    exercise: str
    on: date
    says: str
    maximum_kg: float
    odd: tuple[str, ...]
    exposure: Exposure
    telling: tuple[Telling, ...]
    lift: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachState:
    """Everything the coach knows at some day; `lifts` by lift (exercise id, strapped series apart).

    `passed` holds planned sessions done or left out ahead of their turn. `pull_ups` are the best sets of
    recent sessions, `eights` how many sessions in a row reached the gate, `fewer` how many fell clearly short of it,
    and `unlocked` whether pull-ups are work sets. `planks` and `extensions` count sessions that passed the trunk
    tests. `deload_from` and `deload_until` bound a called deload, `deload_rule` says why it was called.
    """

    adoption: Adoption | None = None
    position: Position = Position()
    passed: tuple[PlanRef, ...] = ()
    lifts: Mapping[str, Lift] = field(default_factory=dict)
    trained: tuple[Trained, ...] = ()
    body_mass_kg: float | None = None
    pull_ups: tuple[PullUps, ...] = ()
    eights: int = 0
    fewer: int = 0
    unlocked: bool = False
    planks: int = 0
    extensions: int = 0
    sore: tuple[Sore, ...] = ()
    warnings: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    disbelieved: tuple[str, ...] = ()
    swaps: tuple[Swap, ...] = ()
    move: Move | None = None
    last_deload: date | None = None
    deload_from: date | None = None
    deload_until: date | None = None
    deload_rule: str = ""
