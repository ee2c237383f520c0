"""A programme's sessions as rows of words: what the screen shows, before it is laid out for a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Laterality, Loading
from dorsi.program.evaluate import ProgramView, SessionView, week_spans
from dorsi.program.model import Block, BlockKind, Load, LoadKind, Prescription, Role, Session, SetTarget
from dorsi.program.notation import amount_text, span_text
from dorsi.program.writing import rest_text
from dorsi.units import from_kg, number

_TO_FIND = ("Find the ", "Set the ", "As heavy as ")
"""How a note begins that says how to find a load nobody knows yet."""


_BODY_WEIGHT = (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_SHARE, Loading.BODYWEIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One exercise of a session. `sets`, `reserve` and `load` hold one text for each group of sets."""

    place: str
    exercise: Exercise
    role: Role
    extras: tuple[str, ...]
    sets: tuple[str, ...]
    reserve: tuple[str, ...]
    load: tuple[str, ...]
    rest: str
    tempo: str
    note: int | None

    @property
    def is_work(self) -> bool:
        """False for warm-ups, cardio and stretches, which are shown quietly."""
        return self.role in (Role.WORK, Role.TEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLines:
    """One session of a stretch of weeks, its usual length in minutes and what its deload weeks hold."""

    session: Session
    minutes: tuple[int, int]
    lines: tuple[Line, ...]
    deload: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Weeks with the same sessions: 'Weeks 1-4', 'Weeks 5-7, deload in week 8'."""

    heading: str
    deload: str
    sessions: tuple[SessionLines, ...]


@dataclass(slots=True)
class Notes:
    """Remarks met so far; each gets a number once, however often it is met."""

    texts: list[str] = field(default_factory=list)

    def number(self, text: str) -> int | None:
        """The remark's number, from 1; None for no remark."""
        if not text:
            return None
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text) + 1


def stretches(view: ProgramView, notes: Notes, week: int | None = None) -> Iterator[Stretch]:
    """The programme's stretches of weeks, or the one week asked for."""
    program = view.program
    found: dict[tuple[int, ...], list[int]] = {}
    for number_ in [week] if week is not None else range(1, program.weeks + 1):
        indices = tuple(i for i, s in enumerate(program.sessions) if s.takes_place(number_))
        found.setdefault(indices, []).append(number_)
    for indices, weeks in found.items():
        deload = [w for w in weeks if w in program.deload_weeks]
        training = [w for w in weeks if w not in program.deload_weeks]
        lines = tuple(_session(view, index, training or deload, deload if training else [], notes) for index in indices)
        yield Stretch(heading=_heading(training, deload), deload=week_spans(deload), sessions=lines)


def _heading(training: Sequence[int], deload: Sequence[int]) -> str:
    if not training:
        return f"{_weeks(deload)}, deload"
    tail = f", deload in {_weeks(deload).lower()}" if deload else ""
    return _weeks(training) + tail


def _weeks(weeks: Sequence[int]) -> str:
    return f"Week{'' if len(weeks) == 1 else 's'} {week_spans(weeks)}"


def _session(view: ProgramView, index: int, weeks: Sequence[int], deload: Sequence[int], notes: Notes) -> SessionLines:
    session = view.program.sessions[index]
    lines = []
    for number_, block in enumerate(session.blocks, 1):
        for member, item in enumerate(block.items):
            variants = _by_week(item, weeks)
            if variants:
                place = str(number_) + ("" if block.kind is BlockKind.SINGLE else "abc"[member])
                lines.append(_line(place, block, member, item, variants, view.atlas, notes, len(weeks)))
    views = [s for w in weeks for s in view.by_week[w].sessions if s.index == index]
    return SessionLines(
        session=session,
        minutes=_minutes(views),
        lines=tuple(lines),
        deload=tuple(_deload(session, deload, view.atlas)) if deload else (),
    )


def _minutes(views: Iterable[SessionView]) -> tuple[int, int]:
    lengths = [max(1, round(view.minutes)) for view in views]
    return (min(lengths), max(lengths)) if lengths else (0, 0)


def _by_week(item: Prescription, weeks: Sequence[int]) -> list[tuple[list[int], tuple[SetTarget, ...]]]:
    """The different sets of those weeks, each with its weeks; weeks without any are left out."""
    found: list[tuple[list[int], tuple[SetTarget, ...]]] = []
    for week in weeks:
        targets = item.targets(week)
        same = next((entry for entry in found if entry[1] == targets), None)
        if same is not None:
            same[0].append(week)
        elif targets:
            found.append(([week], targets))
    return found


def _line(
    place: str,
    block: Block,
    member: int,
    item: Prescription,
    variants: list[tuple[list[int], tuple[SetTarget, ...]]],
    atlas: Atlas,
    notes: Notes,
    all_weeks: int,
) -> Line:
    exercise = atlas.exercise(item.exercise)
    shared = [week for weeks, _ in variants for week in weeks]
    everywhere = len(variants) == 1
    sets, reserve, load = [], [], []
    for weeks, targets in variants:
        prefix = "" if everywhere else f"wk {week_spans(weeks)}: "
        for text, group in grouped(targets):
            sets.append(prefix + text)
            reserve.append(reserve_text(group))
            load.append(load_text(group.load))
            prefix = ""
    note = notes.number(item.note)
    if note and not any(load) and item.note.startswith(_TO_FIND):
        load = ["find it"] + [""] * (len(load) - 1)
    elif not any(load) and exercise.loading in _BODY_WEIGHT:
        load = ["body weight"]
    extras = _extras(item, exercise, atlas)
    if everywhere and len(shared) < all_weeks:
        extras = (f"{_weeks(shared).lower()} only", *extras)
    return Line(
        place=place,
        exercise=exercise,
        role=item.role,
        extras=extras,
        sets=tuple(sets),
        reserve=_once(reserve),
        load=_once(load),
        rest=_rest(block, member, place),
        tempo=item.tempo or "",
        note=note,
    )


def _once(texts: list[str]) -> tuple[str, ...]:
    """The text only in the first row where all rows agree."""
    return (texts[0],) if len(set(texts)) == 1 else tuple(texts)


def grouped(targets: Sequence[SetTarget]) -> list[tuple[str, SetTarget]]:
    """Sets in words with a target whose effort and load they share: [('4 x 6-12', ...)]."""
    if len({(t.rir, t.load) for t in targets}) == 1 and all(t.sets[0] == t.sets[1] for t in targets):
        amounts = [amount_text(t) for t in targets for _ in range(t.sets[0])]
        same = len(set(amounts)) == 1
        return [(f"{len(amounts)} x {amounts[0]}" if same else ", ".join(amounts), targets[0])]
    return [(f"{span_text(t.sets)} x {amount_text(t)}", t) for t in targets]


def reserve_text(target: SetTarget) -> str:
    """'2-3 reps', or nothing where no effort is named."""
    if target.rir is None:
        return "to the max" if target.to_max else ""
    return f"{span_text(target.rir)} rep{'' if target.rir == (1.0, 1.0) else 's'}"


def load_text(load: Load | None, *, warm_up: bool = False) -> str:
    """'62.5 kg', 'body + 10 kg', '85% of max', '60% of work load'."""
    if load is None:
        return ""
    if load.kind is LoadKind.LIGHT:
        return "light"
    if load.kind is LoadKind.PERCENT and load.percent is not None:
        return f"{span_text(load.percent)}% of {'work load' if warm_up else 'max'}"
    value = load.typed if load.typed is not None else from_kg(load.kg, load.unit)
    if load.kind is LoadKind.MASS:
        return f"{number(value)} {load.unit.value}"
    return f"body {'+' if value > 0 else '-'} {number(abs(value))} {load.unit.value}" if value else "body weight"


def _extras(item: Prescription, exercise: Exercise, atlas: Atlas) -> tuple[str, ...]:
    one_sided = exercise.laterality is not Laterality.BILATERAL and item.role is not Role.CARDIO
    parts = ["each side"] if one_sided else []
    parts += ["straps"] if item.straps else []
    parts += [atlas.methods[method].name.lower() for method in item.methods if method in atlas.methods]
    return tuple(parts)


def _rest(block: Block, member: int, place: str) -> str:
    if block.kind is not BlockKind.SINGLE and member < len(block.items) - 1:
        return f"then {place[:-1]}{'abc'[member + 1]}"
    item = block.items[member]
    rest_s = item.rest_s or block.rest_s if block.kind is BlockKind.SINGLE else block.rest_s or item.rest_s
    return rest_text(rest_s) if rest_s else ""


def _deload(session: Session, weeks: Sequence[int], atlas: Atlas) -> Iterator[str]:
    for block in session.blocks:
        for item in block.items:
            if item.role in (Role.WORK, Role.TEST) and len(item.sets) > 1:
                for _, targets in _by_week(item, weeks):
                    parts = []
                    for text, group in grouped(targets):
                        left = reserve_text(group)
                        parts.append(text + (f" with {left.removesuffix(' reps')} in reserve" if left else ""))
                    yield f"{atlas.exercise(item.exercise).short} {', '.join(parts)}"
