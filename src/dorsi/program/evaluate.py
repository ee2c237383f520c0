"""Joins a programme with the atlas and lays its weeks out, ready to be measured and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, Laterality, VolumeGroup
from dorsi.atlas.volume import group_values
from dorsi.program.model import Block, BlockKind, LoadKind, Prescription, Program, Role, Session, SetTarget

EASY_FROM_RIR = 5.0
"""Sets planned with this many reps in reserve or more are not hard sets (evidence: estimates err widely there)."""
SECONDS_PER_REP = 4.0
"""Time of a repetition without a stated tempo (heuristic: 1-2 s up, 2-3 s down)."""
SECONDS_PER_METRE = 1.5
MAX_SET_REPS = 10
"""Reps assumed for the length of a set to the maximum (heuristic)."""
DEFAULT_REST_S = {Role.CARDIO: 0, Role.STRETCH: 10, Role.WARMUP: 60}
"""Rest after a set that is not a work set, where the programme names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a programme something stands; blocks and members count from 1."""

    weeks: tuple[int, ...] = ()
    session: str = ""
    block: int | None = None
    member: int | None = None
    exercise: str = ""

    def __str__(self) -> str:
        parts = []
        if self.weeks:
            parts.append(("week " if len(self.weeks) == 1 else "weeks ") + week_spans(self.weeks))
        if self.session:
            position = "" if self.block is None else f"/{self.block}"
            letter = "" if self.member is None else "abc"[self.member - 1]
            parts.append(self.session + position + letter)
        return ", ".join(parts) or "whole programme"


def week_spans(weeks: Iterable[int]) -> str:
    """Weeks as people write them: '1-4, 6'."""
    spans: list[list[int]] = []
    for week in sorted(weeks):
        if spans and week == spans[-1][1] + 1:
            spans[-1][1] = week
        else:
            spans.append([week, week])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One prescription in one week, joined with its exercise.

    `index` is its position in the session's running order, counting every block; `session_index`,
    `block_index` and `member_index` (None outside a superset) give its place in the programme's tuples.
    """

    session: Session
    session_index: int
    block: Block
    block_index: int
    member_index: int | None
    prescription: Prescription
    exercise: Exercise
    targets: tuple[SetTarget, ...]
    values: Mapping[VolumeGroup, float]

    @property
    def role(self) -> Role:
        """The prescription's role."""
        return self.prescription.role

    @cached_property
    def is_work(self) -> bool:
        """True for work and test sets of an exercise that trains something."""
        return self.role in (Role.WORK, Role.TEST) and self.exercise.is_work

    @cached_property
    def hard_sets(self) -> int:
        """Hard sets at the upper end of the prescription; light and easy sets and tests do not count as training."""
        if not self.is_work or self.role is not Role.WORK:
            return 0
        return sum(t.sets[1] for t in self.targets if _is_hard(t))

    @cached_property
    def all_sets(self) -> int:
        """All sets at the upper end, whatever their effort."""
        return sum(t.sets[1] for t in self.targets)

    @cached_property
    def reps(self) -> tuple[int, int] | None:
        """Lowest and highest number of reps asked for; None when none are counted."""
        spans = [t.reps for t in self.targets if t.reps is not None]
        return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None

    @cached_property
    def rir(self) -> float | None:
        """The hardest effort asked for: lowest reps in reserve, 0 for a set to the maximum; None if unsaid."""
        stated = [t.rir[0] for t in self.targets if t.rir is not None]
        if any(t.to_max and t.rir is None for t in self.targets):
            stated.append(0.0)
        return min(stated, default=None)

    @property
    def to_max(self) -> bool:
        """True if a set goes to the maximum."""
        return any(t.to_max for t in self.targets)

    @property
    def axial_sets(self) -> int:
        """Hard sets with a high load on the lumbar spine."""
        return self.hard_sets if self.exercise.axial is Amount.HIGH else 0

    @property
    def rest_s(self) -> tuple[int, int] | None:
        """The stated rest after a set: the prescription's own, or its block's."""
        return self.prescription.rest_s or self.block.rest_s

    def place(self, weeks: tuple[int, ...] = ()) -> Place:
        """Where this stands, for a finding."""
        return Place(
            weeks=weeks,
            session=self.session.id,
            block=self.block_index + 1,
            member=None if self.member_index is None else self.member_index + 1,
            exercise=self.exercise.id,
        )

    @property
    def path(self) -> tuple[str | int, ...]:
        """Where the prescription stands in the file's document: ('sessions', 0, 'blocks', 2, ...)."""
        base: tuple[str | int, ...] = ("sessions", self.session_index, "blocks", self.block_index)
        return base if self.member_index is None else (*base, self.block.kind.value, self.member_index)

    @cached_property
    def seconds(self) -> float:
        """How long its sets and rests take (upper end of the sets, middle of the rests), set-up apart."""
        return sum(
            t.sets[1] * (set_seconds(t, self.exercise, self.prescription.tempo) + self._rest_after())
            for t in self.targets
        )

    def _rest_after(self) -> float:
        stated = self.rest_s
        if self.block.kind is not BlockKind.SINGLE:
            stated = self.block.rest_s or self.prescription.rest_s
            last = self.member_index == len(self.block.items) - 1
            if not last:
                return 10.0
        if stated is not None:
            return sum(stated) / 2
        return rest_seconds(self.exercise, self.role)


def rest_seconds(exercise: Exercise, role: Role) -> float:
    """The rest assumed after a set where the programme names none."""
    if role in DEFAULT_REST_S:
        return float(DEFAULT_REST_S[role])
    return sum(exercise.rest_s) / 2


def set_seconds(target: SetTarget, exercise: Exercise, tempo: str | None = None) -> float:
    """How long one set lasts. Each side is counted: always where one side works at a time, and by the reps in turn."""
    both = 1 if exercise.laterality is Laterality.BILATERAL else 2
    sides = 2 if exercise.laterality is Laterality.UNILATERAL else 1
    if target.seconds is not None:
        return sum(target.seconds) / 2 * sides
    if target.metres is not None:
        return sum(target.metres) / 2 * SECONDS_PER_METRE * sides
    reps = sum(target.reps) / 2 if target.reps is not None else MAX_SET_REPS
    return reps * rep_seconds(tempo or exercise.tempo) * both


def rep_seconds(tempo: str | None) -> float:
    """Length of a repetition at a tempo like '3-1-X-0' (X counts one second)."""
    if not tempo:
        return SECONDS_PER_REP
    return sum(1.0 if part == "X" else float(part) for part in tempo.upper().split("-")) or SECONDS_PER_REP


def _is_hard(target: SetTarget) -> bool:
    if target.load is not None and target.load.kind is LoadKind.LIGHT:
        return False
    return target.rir is None or target.rir[0] < EASY_FROM_RIR


@dataclass(frozen=True, kw_only=True)
class SessionView:
    """One session in the weeks where it looks alike."""

    session: Session
    index: int
    entries: tuple[Entry, ...]

    @cached_property
    def work(self) -> tuple[Entry, ...]:
        """Entries that train: those with hard sets."""
        return tuple(e for e in self.entries if e.is_work and e.hard_sets)

    @cached_property
    def volume(self) -> Mapping[VolumeGroup, float]:
        """Fractional hard sets per volume group."""
        return _sum_volume(self.work)

    @cached_property
    def axial_sets(self) -> int:
        """Hard sets with a high load on the lumbar spine."""
        return sum(e.axial_sets for e in self.work)

    @cached_property
    def minutes(self) -> float:
        """Length of the session in minutes, warm-up, rests and changes included."""
        seconds, standing_at = 0.0, ""
        for entry in self.entries:
            seconds += entry.seconds
            if entry.exercise.id != standing_at and entry.role is not Role.CARDIO:
                seconds += entry.exercise.set_up_s
            standing_at = entry.exercise.id
        return seconds / 60


@dataclass(frozen=True, kw_only=True)
class WeekView:
    """A stretch of weeks that look alike (`weeks`), with its sessions in order."""

    weeks: tuple[int, ...]
    sessions: tuple[SessionView, ...]
    is_deload: bool

    @cached_property
    def volume(self) -> Mapping[VolumeGroup, float]:
        """Fractional hard sets per volume group and week."""
        return _sum_volume(self.work)

    @cached_property
    def work(self) -> tuple[Entry, ...]:
        """All training entries of the week."""
        return tuple(e for s in self.sessions for e in s.work)


@dataclass(frozen=True, kw_only=True)
class ProgramView:
    """A programme laid out: its distinct weeks, each with the weeks it stands for."""

    program: Program
    atlas: Atlas
    weeks: tuple[WeekView, ...] = field(repr=False)

    @cached_property
    def training_weeks(self) -> tuple[WeekView, ...]:
        """The distinct weeks that are not deloads."""
        return tuple(w for w in self.weeks if not w.is_deload)

    @cached_property
    def by_week(self) -> Mapping[int, WeekView]:
        """The view of each week by its number."""
        return {number: view for view in self.weeks for number in view.weeks}

    @cached_property
    def distinct_entries(self) -> tuple[tuple[tuple[int, ...], Entry], ...]:
        """Every entry once with all weeks in which it looks the same, in file order."""
        found: dict[tuple[object, ...], tuple[list[int], Entry]] = {}
        for week in self.weeks:
            for session in week.sessions:
                for entry in session.entries:
                    key = (entry.session_index, entry.block_index, entry.member_index, id(entry.targets))
                    found.setdefault(key, ([], entry))[0].extend(week.weeks)
        return tuple((tuple(sorted(weeks)), entry) for weeks, entry in found.values())

    def in_order(self) -> Iterator[tuple[int, WeekView]]:
        """Every week number with its view, first to last."""
        yield from sorted(self.by_week.items())


def evaluate(program: Program, atlas: Atlas) -> ProgramView:
    """Lays the programme out week by week; weeks that look alike share one view."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for week in range(1, program.weeks + 1):
        key = (week in program.deload_weeks, *_signature(program, week))
        groups.setdefault(key, []).append(week)
    values: dict[str, Mapping[VolumeGroup, float]] = {}
    views = tuple(
        WeekView(
            weeks=tuple(weeks),
            is_deload=bool(key[0]),
            sessions=tuple(
                SessionView(
                    session=session,
                    index=index,
                    entries=tuple(_entries(session, index, weeks[0], atlas, values)),
                )
                for index, session in enumerate(program.sessions)
                if session.takes_place(weeks[0])
            ),
        )
        for key, weeks in groups.items()
    )
    return ProgramView(program=program, atlas=atlas, weeks=views)


def _signature(program: Program, week: int) -> Iterator[object]:
    for index, session in enumerate(program.sessions):
        if session.takes_place(week):
            yield index
            yield tuple(
                next(
                    (n for n, entry in enumerate(item.sets) if entry.weeks is not None and week in entry.weeks),
                    -1,
                )
                for block in session.blocks
                for item in block.items
                if len(item.sets) > 1 or item.sets[0].weeks is not None
            )


def _entries(
    session: Session,
    session_index: int,
    week: int,
    atlas: Atlas,
    values: dict[str, Mapping[VolumeGroup, float]],
) -> Iterator[Entry]:
    for block_index, block in enumerate(session.blocks):
        for member_index, item in enumerate(block.items):
            targets = item.targets(week)
            if not targets:
                continue
            exercise = atlas.exercise(item.exercise)
            if exercise.id not in values:
                values[exercise.id] = group_values(exercise, atlas)
            yield Entry(
                session=session,
                session_index=session_index,
                block=block,
                block_index=block_index,
                member_index=None if block.kind is BlockKind.SINGLE else member_index,
                prescription=item,
                exercise=exercise,
                targets=targets,
                values=values[exercise.id],
            )


def _sum_volume(entries: Sequence[Entry]) -> Mapping[VolumeGroup, float]:
    total: dict[VolumeGroup, float] = {}
    for entry in entries:
        for group, value in entry.values.items():
            total[group] = total.get(group, 0.0) + value * entry.hard_sets
    return total
