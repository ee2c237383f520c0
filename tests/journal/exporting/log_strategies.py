"""Journals at random, with every field a log can have and text that spreadsheets stumble over."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from dorsi.journal.model import (
    CustomExercise,
    Journal,
    LoadMode,
    LoggedDiscomfort,
    LoggedLoad,
    LoggedSession,
    LoggedSet,
    MeasureKind,
    Measurement,
    MeasureUnit,
    PlanRef,
    SetKind,
    Side,
    Swap,
)
from dorsi.units import MassUnit

TEXTS = st.one_of(
    st.sampled_from(
        ["", "=1+1", "'quoted", "''", "-5", "+3", "@me", "\ttab", "a;b,c", 'say "so"', "two\nlines", "\r\nx"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
EXERCISES = ("pull-up-medium", "deadlift", "seated-row-narrow", "other:bench-press", "custom:my-row")
NUMBERS = st.floats(0, 5000, allow_nan=False, allow_subnormal=False)
INSTANTS = st.datetimes(datetime(1999, 1, 2), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 zone above
LOADS = st.builds(LoggedLoad, value=NUMBERS, unit=st.sampled_from(MassUnit), mode=st.sampled_from(LoadMode))


def sets(set_id: str) -> st.SearchStrategy[LoggedSet]:
    """Sets of that id with any of their fields filled in."""
    return st.builds(
        LoggedSet,
        id=st.just(set_id),
        exercise=st.sampled_from(EXERCISES),
        kind=st.sampled_from(SetKind),
        load=st.none() | LOADS,
        reps=st.none() | st.integers(0, 200),
        rir=st.none() | NUMBERS,
        rpe=st.none() | NUMBERS,
        seconds=st.none() | NUMBERS,
        metres=st.none() | NUMBERS,
        side=st.none() | st.sampled_from(Side),
        straps=st.booleans(),
        tempo=st.sampled_from(["", "3-1-X-0", "-"]),
        rest_s=st.none() | st.integers(0, 900),
        discomfort=st.none() | st.builds(LoggedDiscomfort, score=st.integers(0, 10), place=TEXTS),
        note=TEXTS,
        run=st.integers(0, 4),
        superset=st.none() | st.integers(0, 3),
        implements=st.sampled_from([1, 2]),
        name=TEXTS,
        slot=st.sampled_from(["", "2", "3b"]),
        done_at=st.none() | INSTANTS,
    )


@st.composite
def sessions(draw: st.DrawFn, number: int) -> LoggedSession:
    """A session whose ids carry its number."""
    count = draw(st.integers(0, 4))
    return LoggedSession(
        id=f"session-{number}",
        on=draw(st.dates(date(1999, 1, 1), date(2030, 1, 1))),
        started_at=draw(st.none() | INSTANTS),
        zone=draw(st.sampled_from(["", "Europe/Rome", "America/New_York"])),
        duration_s=draw(st.none() | st.integers(0, 20000)),
        title=draw(TEXTS),
        note=draw(TEXTS),
        sets=tuple(draw(sets(f"set-{number}-{at}")) for at in range(count)),
        run_notes=tuple(draw(st.lists(st.tuples(st.integers(0, 4), TEXTS), max_size=2))),
        plan=draw(
            st.none()
            | st.builds(PlanRef, program=TEXTS, session=TEXTS, week=st.integers(1, 52), cycle=st.integers(1, 9))
        ),
        source=draw(st.sampled_from(["dorsi", "strong", "hevy"])),
        finished=draw(st.booleans()),
    )


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    """Journals with sessions, measurements, a swap, an exercise of one's own and settled names."""
    count = draw(st.integers(0, 4))
    made = [draw(sessions(number)) for number in range(count)]
    measured = st.builds(
        Measurement,
        id=st.uuids().map(str),
        on=st.dates(date(1999, 1, 1), date(2030, 1, 1)),
        kind=st.sampled_from(MeasureKind),
        value=NUMBERS,
        unit=st.sampled_from(MeasureUnit),
    )
    return Journal(
        sessions=tuple(sorted(made, key=lambda session: session.order)),
        measurements=tuple(sorted(draw(st.lists(measured, max_size=3)), key=lambda entry: entry.on)),
        swaps=(
            Swap(id="swap", on=date(2026, 1, 2), exercise="deadlift", instead="rack-pull", once=draw(st.booleans())),
        ),
        exercises={"custom:my-row": CustomExercise(id="custom:my-row", name=draw(TEXTS.filter(bool)))},
        names=draw(st.dictionaries(TEXTS, st.sampled_from(EXERCISES), max_size=2)),
    )
