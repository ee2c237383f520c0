"""Programmes at random, in all forms the notation has, for laws that must hold of every programme."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dorsi.athlete.model import OtherMuscle, Weekday
from dorsi.atlas.load import load_atlas
from dorsi.program.model import (
    Block,
    BlockKind,
    Load,
    LoadKind,
    Prescription,
    Program,
    Role,
    Session,
    SetTarget,
    WeekSets,
)
from dorsi.program.notation import format_sets, parse_sets
from dorsi.units import MassUnit, to_kg

ATLAS = load_atlas()


def spans(low: int, high: int) -> st.SearchStrategy[tuple[int, int]]:
    """Ranges of whole numbers, low end first."""
    return st.tuples(st.integers(low, high), st.integers(low, high)).map(lambda s: (min(s), max(s)))


def steps(low: float, high: float, step: float) -> st.SearchStrategy[float]:
    """Numbers on a ladder, as people write them."""
    return st.integers(0, round((high - low) / step)).map(lambda n: low + n * step)


@st.composite
def loads(draw: st.DrawFn) -> Load:
    """Loads of every kind."""
    kind = draw(st.sampled_from(LoadKind))
    if kind is LoadKind.LIGHT:
        return Load(kind=kind)
    if kind is LoadKind.PERCENT:
        low, high = sorted((draw(steps(1, 110, 0.5)), draw(steps(1, 110, 0.5))))
        return Load(kind=kind, percent=(low, high))
    unit = draw(st.sampled_from(MassUnit))
    if kind is LoadKind.MASS:
        typed = draw(steps(0, 400, 1.25))
    else:
        typed = draw(steps(-80, 80, 1.25))
        unit = unit if typed else MassUnit.KG
    return Load(kind=kind, kg=to_kg(typed, unit), typed=typed, unit=unit)


@st.composite
def set_targets(draw: st.DrawFn) -> SetTarget:
    """One group of the notation."""
    low, high = sorted((draw(steps(0, 10, 0.5)), draw(steps(0, 10, 0.5))))
    amount: dict[str, Any] = draw(
        st.one_of(
            spans(1, 100).map(lambda r: {"reps": r}),
            st.integers(1, 100).map(lambda r: {"reps": (r, r), "to_max": True}),
            st.just({"to_max": True}),
            spans(1, 600).map(lambda s: {"seconds": s}),
            spans(1, 100).map(lambda s: {"seconds": (s[0] * 60, s[1] * 60)}),
            spans(1, 2000).map(lambda m: {"metres": m}),
        )
    )
    return SetTarget(
        sets=draw(st.one_of(spans(1, 20), st.just((1, 1)))),
        rir=draw(st.sampled_from([None, (low, high), (low, low)])),
        load=draw(st.none() | loads()),
        **amount,
    )


@st.composite
def target_lines(draw: st.DrawFn) -> tuple[SetTarget, ...]:
    """What one line of notation can say: groups of their own, or a list of single sets that share details."""
    groups = tuple(draw(st.lists(set_targets(), min_size=1, max_size=4)))
    if draw(st.booleans()):
        shared = groups[0]
        return parse_sets(
            format_sets(
                tuple(
                    SetTarget(
                        sets=(1, 1), reps=g.reps, to_max=g.to_max, seconds=g.seconds, metres=g.metres,
                        rir=shared.rir, load=shared.load,
                    )
                    for g in groups
                )
            )
        )  # fmt: skip
    return groups


TEXTS = st.one_of(
    st.sampled_from(
        [
            "yes", "null", "~", "1-4", "5", "1e3", "0x1F", "1:30", "2024-01-01", "- a", "a: b", "a #b", "#b", "*a",
            "&a", "!x", "{a}", "[a, b]", "'quoted'", '"double"', "%", "@home", "`", "it's",
            "word " * 40 + "end", "a\nb", "a\n\n  b\n c", "Тяга", "背中", "💪 Rücken",
            "=cmd()", "<<", "=", "a\tb", "x:", "?", "---", "...", "\u2028",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
).map(str.strip)  # fmt: skip
"""Texts that YAML could misread, and any others."""


@st.composite
def prescriptions(draw: st.DrawFn, weeks: int) -> Prescription:
    """An exercise with sets for every week, or by weeks."""
    if draw(st.booleans()):
        sets = (WeekSets(weeks=None, targets=draw(target_lines())),)
    else:
        owner = draw(st.lists(st.integers(0, 2), min_size=weeks, max_size=weeks))
        groups = [frozenset(w + 1 for w, o in enumerate(owner) if o == number) for number in range(3)]
        sets = tuple(WeekSets(weeks=g, targets=draw(target_lines())) for g in groups if g)
    minutes = draw(st.booleans())
    rest = draw(st.none() | spans(0, 30 if minutes else 1800))
    return Prescription(
        exercise=draw(st.sampled_from(sorted(ATLAS.exercises))),
        sets=sets,
        role=draw(st.sampled_from(Role)),
        rest_s=(rest[0] * 60, rest[1] * 60) if rest and minutes else rest,
        tempo=draw(st.sampled_from([None, "3-1-X-0", "10-2-1", "1-1-1-1"])),
        straps=draw(st.booleans()),
        methods=tuple(draw(st.lists(st.sampled_from(sorted(ATLAS.methods)), max_size=3))),
        note=draw(st.just("") | TEXTS),
    )


@st.composite
def blocks(draw: st.DrawFn, weeks: int) -> Block:
    """A single exercise, a superset or a triset."""
    kind = draw(st.sampled_from(BlockKind))
    size = list(BlockKind).index(kind) + 1
    items = tuple(draw(prescriptions(weeks)) for _ in range(size))
    rest = None if kind is BlockKind.SINGLE else draw(st.none() | spans(0, 1800))
    return Block(kind=kind, items=items, rest_s=rest)


def week_sets(weeks: int) -> st.SearchStrategy[frozenset[int]]:
    """Some of the programme's weeks."""
    return st.frozensets(st.integers(1, weeks), min_size=1)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
"""Values of any depth, as a questionnaire could hold them."""


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Whole programmes of one to three sessions."""
    weeks = draw(st.integers(1, 12))
    ids = draw(st.lists(st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True), min_size=1, max_size=3, unique=True))
    sessions = tuple(
        Session(
            id=session_id,
            blocks=tuple(draw(st.lists(blocks(weeks), min_size=1, max_size=3))),
            name=draw(TEXTS),
            theme=draw(TEXTS),
            day=draw(st.none() | st.sampled_from(Weekday)),
            weeks=draw(st.none() | week_sets(weeks)),
            also=tuple(draw(st.lists(st.sampled_from(OtherMuscle), max_size=2))),
            note=draw(TEXTS),
        )
        for session_id in ids
    )
    return Program(
        name=draw(TEXTS.filter(bool)),
        weeks=weeks,
        sessions=sessions,
        note=draw(TEXTS),
        source=draw(TEXTS),
        claims=tuple(draw(st.lists(TEXTS.filter(bool), max_size=3))),
        days_between=draw(st.none() | st.integers(0, 6)),
        deload_weeks=draw(st.just(frozenset()) | week_sets(weeks)),
        reasons=tuple(draw(st.lists(TEXTS.filter(bool), max_size=2))),
        athlete=draw(st.none() | st.dictionaries(TEXTS, PLAIN, max_size=5)),
    )
