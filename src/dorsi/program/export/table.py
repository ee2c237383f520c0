"""The programme as a plain table: weeks of sessions of rows of text, with every planned set listed.

All formats are built on it, so that each thing is worded once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dorsi.athlete.model import Weekday
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Laterality
from dorsi.program.evaluate import Entry, ProgramView, SessionView, WeekView, week_spans
from dorsi.program.model import BlockKind, Load, LoadKind, Role, SetTarget
from dorsi.program.notation import amount_text, load_text, span_text
from dorsi.units import duration, from_kg, number

ROLE_NAMES: Mapping[Role, str] = {
    Role.CARDIO: "Cardio",
    Role.WARMUP: "Warm-up",
    Role.WORK: "Work",
    Role.TEST: "Test",
    Role.STRETCH: "Stretch",
}
_LETTERS = "abc"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSet:
    """One set to do and log; `optional` marks those beyond the lower end of a range ('3-4 x 8')."""

    number: int
    optional: bool
    target: SetTarget

    @property
    def load_kg(self) -> float | None:
        """The load in kilograms: a mass, or what is added to body weight (negative: taken off); None if unsaid."""
        load = self.target.load
        return load.kg if load is not None and load.kind in (LoadKind.MASS, LoadKind.BODYWEIGHT) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One exercise of a session, in words; empty text where the programme says nothing.

    `order` is the block's number in the session, with a letter inside a superset or triset ('2a').
    """

    order: str
    kind: BlockKind
    exercise_id: str
    exercise: str
    role: Role
    prescription: str
    sets: str
    reps: str
    load: str
    rir: str
    rest: str
    rest_s: tuple[int, int] | None
    tempo: str
    note: str
    planned: tuple[PlannedSet, ...]

    @property
    def role_name(self) -> str:
        """The role as a word: 'Warm-up', 'Work'."""
        return ROLE_NAMES[self.role]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTable:
    """One session; `minutes` is its length, warm-up and rests included, rounded to whole minutes."""

    id: str
    title: str
    day: Weekday | None
    theme: str
    note: str
    minutes: int
    rows: tuple[TableRow, ...]

    @property
    def heading(self) -> str:
        """Title, weekday and length: 'Upper, Monday, about 55 min'."""
        day = "" if self.day is None else f", {self.day.label}"
        return f"{self.title}{day}, about {self.minutes} min"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTable:
    """Weeks that look alike, with their sessions."""

    weeks: tuple[int, ...]
    is_deload: bool
    sessions: tuple[SessionTable, ...]

    @property
    def heading(self) -> str:
        """'Week 5', 'Weeks 1-4', 'Week 6 (deload)'."""
        return week_heading(self.weeks, is_deload=self.is_deload)


def week_heading(weeks: Sequence[int], *, is_deload: bool) -> str:
    """What stands over those weeks: 'Weeks 1-4', 'Week 6 (deload)'."""
    return f"Week{'' if len(weeks) == 1 else 's'} {week_spans(weeks)}{' (deload)' if is_deload else ''}"


def distinct_weeks(view: ProgramView) -> tuple[WeekTable, ...]:
    """One table for each distinct week, in order of its first appearance."""
    return tuple(_week(week, view.atlas) for week in sorted(view.weeks, key=lambda week: week.weeks[0]))


def every_week(view: ProgramView) -> Iterator[tuple[int, WeekTable]]:
    """Every week number with its table, first to last; weeks that look alike share one table."""
    by_week = {number: table for table in distinct_weeks(view) for number in table.weeks}
    yield from sorted(by_week.items())


def _week(week: WeekView, atlas: Atlas) -> WeekTable:
    return WeekTable(
        weeks=week.weeks,
        is_deload=week.is_deload,
        sessions=tuple(_session(session, atlas) for session in week.sessions),
    )


def _session(view: SessionView, atlas: Atlas) -> SessionTable:
    following = (*view.entries[1:], None)
    return SessionTable(
        id=view.session.id,
        title=view.session.title,
        day=view.session.day,
        theme=view.session.theme,
        note=view.session.note,
        minutes=max(1, round(view.minutes)),
        rows=tuple(_row(entry, after, atlas) for entry, after in zip(view.entries, following, strict=False)),
    )


def _row(entry: Entry, after: Entry | None, atlas: Atlas) -> TableRow:
    rest_s, rest = _rest(entry, after)
    sets, reps = _sets_and_reps(entry.targets)
    return TableRow(
        order=_order(entry),
        kind=entry.block.kind,
        exercise_id=entry.exercise.id,
        exercise=entry.exercise.name,
        role=entry.role,
        prescription=_prescription(entry.targets, entry.role),
        sets=sets,
        reps=reps,
        load=_aligned([load_words(t.load, entry.role) for t in entry.targets]),
        rir=_aligned(["" if t.rir is None else span_text(t.rir) for t in entry.targets]),
        rest=rest,
        rest_s=rest_s,
        tempo=entry.prescription.tempo or "",
        note=_note(entry, atlas),
        planned=tuple(_planned(entry.targets)),
    )


def _order(entry: Entry) -> str:
    letter = "" if entry.member_index is None else _LETTERS[entry.member_index]
    return f"{entry.block_index + 1}{letter}"


def _rest(entry: Entry, after: Entry | None) -> tuple[tuple[int, int] | None, str]:
    """The rest in seconds and in words; inside a superset it comes after the last exercise of the round."""
    if entry.block.kind is BlockKind.SINGLE:
        rest_s = entry.rest_s
    elif after is not None and after.block_index == entry.block_index:
        return None, f"on to {_order(after)}"
    else:
        rest_s = entry.block.rest_s or entry.prescription.rest_s
    return rest_s, "" if rest_s is None else _rest_words(rest_s)


def _rest_words(rest_s: tuple[int, int]) -> str:
    low, high = rest_s
    if low == high:
        return duration(low)
    if low % 60 == 0 and high % 60 == 0:
        return f"{span_text((low // 60, high // 60))} min"
    return f"{span_text(rest_s)} s"


def _sets_and_reps(targets: tuple[SetTarget, ...]) -> tuple[str, str]:
    """How many sets of how much: ('4', '6-12'), ('4', 'max, 10, 8, 8'), ('1; 3', '5; 8')."""
    if len({(t.rir, t.load) for t in targets}) == 1 and all(t.sets[0] == t.sets[1] for t in targets):
        amounts = [amount_text(t) for t in targets for _ in range(t.sets[0])]
        return str(len(amounts)), amounts[0] if len(set(amounts)) == 1 else ", ".join(amounts)
    return "; ".join(span_text(t.sets) for t in targets), "; ".join(amount_text(t) for t in targets)


def _prescription(targets: tuple[SetTarget, ...], role: Role) -> str:
    """The whole line, as the set notation has it but with loads in words: '4 x 6-12 @ 60 kg, RIR 2'."""
    sets, reps = _sets_and_reps(targets)
    if ";" not in sets:
        line = reps if "," in reps else f"{sets} x {reps}"
        return line + _details(targets[0], role)
    return "; ".join(f"{span_text(t.sets)} x {amount_text(t)}{_details(t, role)}" for t in targets)


def _details(target: SetTarget, role: Role) -> str:
    is_light = target.load is not None and target.load.kind is LoadKind.LIGHT
    parts = [] if target.load is None or is_light else [load_words(target.load, role)]
    if target.rir is not None:
        parts.append(f"RIR {span_text(target.rir)}")
    return (" light" if is_light else "") + (f" @ {', '.join(parts)}" if parts else "")


def load_words(load: Load | None, role: Role) -> str:
    """A load for someone who does not know the notation: '80% of 1RM', 'body weight + 10 kg'."""
    if load is None:
        return ""
    if load.kind is LoadKind.PERCENT:
        share = load_text(load)
        return f"{share} of the work load" if role is Role.WARMUP else f"{share} of 1RM"
    value = load.typed if load.typed is not None else from_kg(load.kg, load.unit)
    if load.kind is LoadKind.MASS:
        return f"{number(value)} {load.unit.value}"
    if load.kind is LoadKind.LIGHT:
        return load_text(load)
    if not value:
        return "body weight"
    return f"body weight {'+' if value > 0 else '-'} {number(abs(value))} {load.unit.value}"


def _aligned(texts: Sequence[str]) -> str:
    """One text where all agree, otherwise one for each group of sets: '80% of 1RM; 70% of 1RM'."""
    return texts[0] if len(set(texts)) == 1 else "; ".join(text or "-" for text in texts)


def _note(entry: Entry, atlas: Atlas) -> str:
    sided = entry.exercise.laterality is not Laterality.BILATERAL and entry.role is not Role.CARDIO
    parts = ["each side"] if sided else []
    if entry.prescription.straps:
        parts.append("with straps")
    parts += [atlas.methods[method].name for method in entry.prescription.methods if method in atlas.methods]
    if entry.prescription.note:
        parts.append(entry.prescription.note)
    return "; ".join(parts)


def _planned(targets: tuple[SetTarget, ...]) -> Iterator[PlannedSet]:
    count = 0
    for target in targets:
        for position in range(target.sets[1]):
            count += 1
            yield PlannedSet(number=count, optional=position >= target.sets[0], target=target)
