"""What the coach hands out: a session set by set, each number with the decision behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dorsi.atlas.model import Exercise
from dorsi.journal.model import PlanRef
from dorsi.program.model import BlockKind, Role, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One of the athlete's own sets that a decision rests on: its id, its day and how it reads."""

    set_id: str
    on: date
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the coach decided: a sentence, the rule it follows, and the athlete's own sets behind it.

    `by_kg` and `by_sets` say by how much load or the number of sets change; zero where they do not.
    """

    rule: str
    says: str
    by_kg: float = 0.0
    by_sets: int = 0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingency:
    """What follows from the reps of one set: `next_set_kg` for the set after it, `next_time_kg` for next time.

    It holds from `reps_from` to `reps_to` (both ends included, None: no end) with at least `reserve_from` reps left.
    Loads are signed as in programmes; None leaves them as they are.
    """

    reps_from: int | None
    reps_to: int | None
    reserve_from: float | None = None
    next_set_kg: float | None = None
    next_time_kg: float | None = None
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSet:
    """One set to do. Loads are in kilograms, signed as in programmes; None where they are to be found.

    `reps`, `seconds`, `metres` are (low, high); `aim` is the number of reps to go for today; `plates_kg` lie on each
    side of the bar, the heaviest first, where it is loaded with plates.
    """

    role: Role
    reps: tuple[int, int] | None = None
    to_max: bool = False
    seconds: tuple[int, int] | None = None
    metres: tuple[int, int] | None = None
    reserve: tuple[float, float] | None = None
    load_kg: float | None = None
    aim: int | None = None
    light: bool = False
    plates_kg: tuple[float, ...] = ()
    rest_s: int = 0
    contingencies: tuple[Contingency, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedItem:
    """One exercise of the session with its sets, in running order.

    `slot` is its place ("2" or "3b"), `planned` the exercise of the programme where another took its place,
    `cap_kg` the load that no set of it passes today, `last` what was done the time before. `first_try` is True for a
    test of pull-ups while the athlete has none.
    """

    slot: str
    role: Role
    exercise: Exercise
    sets: tuple[PlannedSet, ...]
    planned: str = ""
    tempo: str | None = None
    straps: bool = False
    note: str = ""
    cap_kg: float | None = None
    last: str = ""
    decisions: tuple[Decision, ...] = ()
    first_try: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBlock:
    """Exercises done in turn (one, two or three)."""

    kind: BlockKind
    items: tuple[PlannedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A set that looks like a slip; it is not used until the athlete has answered."""

    set_id: str
    exercise: str
    on: date
    says: str


class Timing(StrEnum):
    """How the day asked about stands to the day the session is due."""

    EARLY = "early"
    DUE = "due"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSession:
    """The session to do next: when, what, why; `ref` names it for the journal.

    `session` is the same as a programme session, for the rules to check. `due` is the day it is meant for.
    """

    due: date
    timing: Timing
    ref: PlanRef
    title: str
    theme: str
    minutes: int
    blocks: tuple[PlannedBlock, ...]
    session: Session
    decisions: tuple[Decision, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def items(self) -> tuple[PlannedItem, ...]:
        """Every exercise in running order."""
        return tuple(item for block in self.blocks for item in block.items)

    def item(self, slot: str) -> PlannedItem | None:
        """The exercise at a place, or of that id."""
        wanted = slot.strip().lower()
        found = [item for item in self.items if wanted in (item.slot, item.exercise.id)]
        return next((item for item in found if item.role is Role.WORK), found[0] if found else None)
