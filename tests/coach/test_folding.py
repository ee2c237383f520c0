"""The fold over any journal: cut anywhere, entered in any order, kept as a document, it comes to the same.

Hypothesis draws a number and the journal is made from it, so that journals differ in everything at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from operator import attrgetter
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dorsi.coach.folding import fold
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.errors import TrainingRefused
from dorsi.journal.codec import event_document, event_from, plain
from dorsi.journal.events import Body, Event, Noted, SessionLogged
from dorsi.journal.folding import journal_of
from dorsi.journal.model import (
    Adoption,
    Answer,
    Clearance,
    Hurt,
    Journal,
    LoadMode,
    LoggedDiscomfort,
    LoggedLoad,
    LoggedSession,
    LoggedSet,
    MeasureKind,
    Measurement,
    MeasureUnit,
    Move,
    PlanRef,
    SetKind,
    Sign,
    Skip,
    Swap,
)
from dorsi.services.coaching import _state_from
from dorsi.units import MassUnit
from tests.coach.making import ROW, known, programme, topped
from tests.journal.making import MONDAY, day, straight
from tests.services.fakes import HandClock

T = TypeVar("T")
DAYS = 90
PROGRAMMES = (
    programme(
        sessions={
            "a": [ROW, "pull-up-assisted 3 x 5-10 @ RIR 2"],
            "b": ["deadlift 3 x 5-8 @ RIR 2", "plank 2 x 20-40 s"],
        },
        weeks=3,
        deload_weeks="3",
        athlete={"max_pull_ups": 5},
    ),
    programme("pull-up-medium 4 x max @ RIR 1", "dumbbell-row 3 x 8-12 @ RIR 1", weeks=2, athlete={"max_pull_ups": 9}),
)
EXERCISES = (
    "barbell-row", "pull-up-assisted", "pull-up-medium", "deadlift", "plank", "dumbbell-row", "pull-up-weighted",
    "back-extension-45", "custom:something",
)  # fmt: skip
PLACES = ("lower-back", "shoulder", "barbell-row", "somewhere else")


def random_journal(rng: Random) -> Journal:
    """Some three months of one athlete, tidy or not."""
    sessions = tuple(sorted(_sessions(rng), key=lambda session: session.order))
    set_ids = [entry.id for session in sessions for entry in session.sets] or ["none"]

    def some(most: int) -> Iterator[tuple[str, date]]:
        return ((f"{rng.getrandbits(64):016x}", _any_day(rng)) for _ in range(rng.randint(0, most)))

    adoptions = [Adoption(id="first", on=MONDAY, text=rng.choice(PROGRAMMES))]
    adoptions += [Adoption(id=id_, on=on, text=rng.choice(PROGRAMMES)) for id_, on in some(1)]
    return Journal(
        sessions=sessions,
        adoptions=_by_day(adoptions),
        measurements=_by_day(
            Measurement(id=i, on=on, kind=MeasureKind.BODY_MASS, value=rng.choice((78.0, 80.5)), unit=MeasureUnit.KG)
            for i, on in some(2)
        ),
        moves=_by_day(Move(id=i, on=on, to=on + timedelta(days=rng.randint(0, 9))) for i, on in some(3)),
        skips=_by_day(Skip(id=i, on=on, plan=_ref(rng)) for i, on in some(3)),
        swaps=_by_day(
            Swap(
                id=i, on=on, once=rng.random() < 0.4,
                exercise=rng.choice(EXERCISES[:6]), instead=rng.choice(EXERCISES[:6]),
            )
            for i, on in some(3)
        ),
        hurts=_by_day(
            Hurt(
                id=i, on=on, place=rng.choice(PLACES), score=rng.randint(0, 9),
                signs=frozenset(rng.sample(list(Sign), rng.choice((0, 0, 1)))),
                warnings=("bladder-or-bowel",) if rng.random() < 0.1 else (),
            )
            for i, on in some(5)
        ),
        clearances=_by_day(Clearance(id=i, on=on) for i, on in some(1)),
        answers=_by_day(
            Answer(id=i, on=on, set_id=rng.choice(set_ids), true=rng.random() < 0.5) for i, on in some(4)
        ),
    )  # fmt: skip


def _by_day(things: Iterable[T]) -> tuple[T, ...]:
    """Notes as a journal holds them: by day, those of a day as they were entered."""
    return tuple(sorted(things, key=attrgetter("on", "id")))


def _any_day(rng: Random) -> date:
    return MONDAY + timedelta(days=rng.randint(0, DAYS))


def _ref(rng: Random) -> PlanRef:
    return PlanRef(program="first", session=rng.choice(("a", "b", "only")), week=rng.randint(1, 3))


def _sessions(rng: Random) -> Iterator[LoggedSession]:
    number = 0
    while number < DAYS:
        number += rng.choice((0, 1, 2, 3, 3, 3, 4, 7, 9, 20, 35))
        id_ = f"{rng.getrandbits(64):016x}"
        yield LoggedSession(
            id=id_, on=MONDAY + timedelta(days=number), sets=tuple(_sets(rng, id_)),
            plan=_ref(rng) if rng.random() < 0.5 else None, finished=rng.random() < 0.9,
        )  # fmt: skip


def _sets(rng: Random, session: str) -> Iterator[LoggedSet]:
    for exercise in rng.sample(EXERCISES, rng.randint(0, 4)):
        load, reps, straps = rng.choice((20.0, 60.0, 62.5, 100.0)), rng.randint(0, 16), rng.random() < 0.2
        for number in range(rng.randint(1, 4)):
            yield LoggedSet(
                id=f"{session}-{exercise}-{number}", exercise=exercise, kind=rng.choice(list(SetKind)), straps=straps,
                load=None if rng.random() < 0.2 else _load(rng, load * rng.choice((1, 1, 1, 1, 1, 10))),
                reps=None if exercise == "plank" else max(0, reps - number), rir=rng.choice((None, 0, 1, 2, 4)),
                seconds=rng.choice((20.0, 45.0, 60.0)) if exercise == "plank" else None,
                discomfort=LoggedDiscomfort(score=rng.randint(0, 7)) if rng.random() < 0.05 else None,
            )  # fmt: skip


def _load(rng: Random, value: float) -> LoggedLoad:
    return LoggedLoad(value=value, unit=rng.choice(list(MassUnit)), mode=rng.choice(list(LoadMode)))


journals = st.integers(0, 2**64 - 1).map(lambda number: random_journal(Random(number)))
"""Any journal."""
cuts = st.integers(-1, DAYS + 3)
"""Any day before, in or after the journal's days."""
TODAY = day(DAYS + 40)


def whole(journal: Journal, today: date = TODAY) -> CoachState:
    """What the coach knows when it reads everything at once."""
    return fold(CoachState(), journal, today=today)


@settings(max_examples=120)
@given(journals, cuts)
def test_cut_on_any_day_the_fold_comes_to_the_same(journal: Journal, cut: int) -> None:
    first = fold(CoachState(), journal, today=TODAY, before=day(cut))
    assert fold(first, journal, today=TODAY, since=day(cut)) == whole(journal)


@settings(max_examples=40)
@given(journals, st.lists(cuts, max_size=6))
def test_asked_for_every_few_days_the_fold_comes_to_the_same(journal: Journal, days: list[int]) -> None:
    state, since = CoachState(), None
    for cut in sorted(set(days)):
        state = fold(state, journal, today=TODAY, since=since, before=day(cut))
        since = day(cut)
    assert fold(state, journal, today=TODAY, since=since) == whole(journal)


@settings(max_examples=40)
@given(journals, cuts)
def test_the_future_has_no_part_in_it(journal: Journal, number: int) -> None:
    today = day(number)
    past: dict[str, Any] = {
        name: tuple(thing for thing in getattr(journal, name) if thing.on <= today) for name in Journal.__slots__[:9]
    }
    assert whole(Journal(**past), today) == whole(journal, today)


@settings(max_examples=40)
@given(journals, st.randoms(use_true_random=False))
def test_the_order_in_which_events_arrive_is_irrelevant(journal: Journal, shuffling: Random) -> None:
    events = _events(journal)
    state = whole(journal_of(events))
    shuffling.shuffle(events)
    assert whole(journal_of(events)) == state


@settings(max_examples=40)
@given(journals)
def test_events_written_out_and_read_back_come_to_the_same(journal: Journal) -> None:
    events = _events(journal)
    back = [event_from(json.loads(json.dumps(event_document(event)))) for event in events]
    assert whole(journal_of(back)) == whole(journal_of(events))


def _events(journal: Journal) -> list[Event]:
    """The journal as events, entered in some order of time."""
    clock = HandClock(MONDAY)
    notes: list[Body] = [
        Noted(thing=thing)
        for things in (
            journal.adoptions, journal.measurements, journal.moves, journal.skips, journal.swaps, journal.hurts,
            journal.clearances, journal.answers,
        )
        for thing in things
    ]  # fmt: skip
    bodies = [*notes, *(SessionLogged(session=session) for session in journal.sessions)]
    return [Event(id=f"event-{number:04}", at=clock.now(), body=body) for number, body in enumerate(bodies)]


@settings(max_examples=80)
@given(journals)
def test_a_state_kept_as_a_document_reads_back_the_same(journal: Journal) -> None:
    state = whole(journal)
    assert _state_from(json.dumps(plain(state))) == state


def test_a_document_that_is_no_state_is_no_state() -> None:
    assert _state_from(json.dumps({"lifts": 3})) is None


@settings(max_examples=80)
@given(journals, cuts)
def test_whatever_the_journal_there_is_a_session_or_a_referral(journal: Journal, number: int) -> None:
    today = day(max(0, number))
    try:
        session = next_session(whole(journal, today), today)
    except TrainingRefused as refusal:
        assert "clinician" in str(refusal)
        return
    for item in session.items:
        assert item.sets
        loads = [planned.load_kg for planned in item.sets if planned.load_kg is not None]
        assert item.cap_kg is None or all(load <= item.cap_kg + 1e-6 for load in loads)


@pytest.mark.parametrize("number", range(20))
def test_random_journals_are_worth_folding(number: int) -> None:
    """The laws above would hold for empty journals too."""
    journal = random_journal(Random(number))
    assert journal.sessions
    assert whole(journal).lifts


def test_a_fold_leaves_what_it_started_from_alone() -> None:
    text = programme(ROW)
    before = known(text, topped(0, 60))
    lifts = dict(before.lifts)
    fold(before, Journal(sessions=(topped(3, 62.5),)), today=day(4), since=day(1))
    assert before.lifts == lifts


def test_sets_of_an_exercise_that_the_atlas_does_not_know_are_passed_over() -> None:
    sets = [*straight(3, "custom:my-row", 60, 10), *straight(3, "barbell-row", 60, 10)]
    session = LoggedSession(id="mixed", on=day(0), sets=tuple(sets))
    assert list(known(programme(ROW), session).lifts) == ["barbell-row"]
