"""Entries that look like slips: set aside, asked about, believed once they are confirmed or done again."""

from __future__ import annotations

import pytest

from dorsi.journal.model import Answer, LoggedSession
from tests.coach.making import ROW, coached, done, known, load_of, programme, topped
from tests.journal.making import a_session, a_set, day, straight

TEXT = programme(ROW)
USUAL = [
    done(3 * number, "barbell-row", 60, *reps, rir=2)
    for number, reps in enumerate(((7, 7, 7), (8, 7, 7), (8, 8, 7), (8, 8, 8)))
]
"""Four sessions that gain a rep each: enough of a history to doubt by."""


def slip(load: float, number: int = 12) -> LoggedSession:
    return a_session(number, (a_set("barbell-row", load, 8, rir=2, id=f"slip-{number}-{one}") for one in range(3)))


def answered(slipped: LoggedSession, *, true: bool) -> tuple[Answer, ...]:
    """The athlete's word, on the day after, on what the coach asks about."""
    session = coached(TEXT, *USUAL, slipped, on=13)
    return (Answer(id="word", on=day(13), set_id=session.questions[0].set_id, true=true),)


@pytest.mark.parametrize(
    ("load", "words"),
    [
        (600, "one digit too many"),
        (132.5, "pounds entered as kilograms"),  # 60 kg are 132.3 lb
        (27.5, "kilograms entered as pounds"),  # 60 lb are 27.2 kg
        (6, "a digit missing"),
    ],
)
def test_a_slip_is_set_aside_and_asked_about(load: float, words: str) -> None:
    session = coached(TEXT, *USUAL, slip(load))
    assert load_of(session) == 60
    assert [question.exercise for question in session.questions] == ["barbell-row"]
    assert words in session.questions[0].says


def test_a_load_within_reach_is_believed() -> None:
    """One step up for the same reps: 4 % more."""
    session = coached(TEXT, *USUAL, slip(62.5))
    assert session.questions == ()
    assert load_of(session) == 62.5


def test_young_lifts_may_jump() -> None:
    """Loads are still being found: after one session half as much again is not impossible."""
    assert coached(TEXT, USUAL[0], slip(90, number=3)).questions == ()


def test_the_impossible_is_asked_about_however_young_the_lift_is() -> None:
    assert len(coached(TEXT, USUAL[0], slip(600, number=3)).questions) == 1


def test_a_first_entry_is_believed_because_nothing_speaks_against_it() -> None:
    assert coached(TEXT, slip(600, number=0)).questions == ()


@pytest.mark.parametrize(("true", "load"), [(True, 80), (False, 60)])
def test_the_athletes_word_settles_it(true: bool, load: float) -> None:
    """Eight with two left at 80 kg are within the range: the load stays whichever it was."""
    odd = slip(80)
    session = coached(TEXT, *USUAL, odd, answers=answered(odd, true=true))
    assert session.questions == ()
    assert load_of(session) == load


def test_an_answer_to_nothing_in_question_changes_nothing() -> None:
    answer = Answer(id="word", on=day(10), set_id="no-such-set", true=True)
    assert known(TEXT, *USUAL, answers=(answer,)) == known(TEXT, *USUAL)


def test_what_is_done_again_is_believed() -> None:
    session = coached(TEXT, *USUAL, slip(80), slip(80, number=15))
    assert session.questions == ()
    assert load_of(session) == 80


def test_a_usual_session_after_a_slip_goes_on_as_if_nothing_had_happened() -> None:
    """The slip is not part of the lift; the question stays."""
    session = coached(TEXT, *USUAL, slip(600), topped(15, 60))
    assert load_of(session) == 62.5
    assert len(session.questions) == 1


def test_one_slip_among_sound_sets_costs_that_set_alone() -> None:
    mixed = a_session(12, straight(2, "barbell-row", 60, 10, rir=2), a_set("barbell-row", 600, 10, rir=2, id="slip"))
    session = coached(TEXT, *USUAL, mixed)
    assert [question.set_id for question in session.questions] == ["slip"]
    assert load_of(session) == 62.5


def test_nobody_is_asked_about_what_is_a_month_old() -> None:
    later = [topped(number, 60) for number in (18, 24, 30, 36)]
    assert len(coached(TEXT, *USUAL, slip(600), *later, on=40).questions) == 1
    assert coached(TEXT, *USUAL, slip(600), *later, on=41).questions == ()


def test_a_light_day_is_no_slip() -> None:
    assert coached(TEXT, *USUAL, slip(40)).questions == ()
