"""A programme edited while it is followed: the athlete's place in it stays, and what was done stays done."""

from __future__ import annotations

from dorsi.coach.folding import fold
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.journal.model import Adoption, Journal, LoggedSession
from tests.coach.making import PROGRAMME, as_planned, done, lead, load_of, programme, session_rules, topped
from tests.journal.making import MONDAY, a_journal, day

ROW, PULLDOWN = "barbell-row 3 x 6-10 @ RIR 2", "pulldown-wide 3 x 8-12 @ RIR 2"
TWO = programme(sessions={"one": [ROW], "two": [PULLDOWN]}, weeks=4)


def edited(text: str, *sessions: LoggedSession, on: int = 3, of: str = PROGRAMME) -> Journal:
    adoptions = (
        Adoption(id=PROGRAMME, on=MONDAY, text=TWO),
        Adoption(id="an-edit", on=day(on), text=text, edits=of),
    )
    return a_journal(*sessions, adoptions=adoptions)


def known(journal: Journal, on: int = 3) -> CoachState:
    return fold(CoachState(), journal, today=day(on))


def test_an_edit_takes_effect_without_losing_the_place() -> None:
    text = programme(sessions={"one": [ROW], "two": ["pulldown-wide 5 x 8-12 @ RIR 2"]}, weeks=4)
    state = known(edited(text, as_planned(topped(0, 60), "one")))
    session = next_session(state, day(3))
    assert (session.ref.week, session.ref.session, session.ref.program) == (1, "two", PROGRAMME)
    assert len(lead(session).sets) == 5
    assert state.adoption is not None
    assert state.adoption.on == MONDAY


def test_what_was_done_before_it_still_sets_the_load_after_it() -> None:
    """60 kg were topped in the first text; the row of the second text goes on from there."""
    text = programme(sessions={"two": [PULLDOWN], "one": ["barbell-row 4 x 6-10 @ RIR 2"]}, weeks=4)
    session = next_session(known(edited(text, as_planned(topped(0, 60), "one"), on=1)), day(3))
    assert session.ref.session == "two"
    pulled = as_planned(done(3, "pulldown-wide", 50, 10, 10, 10), "two")
    later = known(edited(text, as_planned(topped(0, 60), "one"), pulled, on=1), 6)
    assert load_of(next_session(later, day(6))) == 62.5


def test_the_next_session_is_found_by_its_name_where_the_order_changed() -> None:
    text = programme(sessions={"two": [PULLDOWN], "new": [ROW], "one": [ROW]}, weeks=4)
    state = known(edited(text, as_planned(topped(0, 60), "one")))
    assert next_session(state, day(3)).ref.session == "two"


def test_a_session_that_is_gone_gives_way_to_what_follows_it() -> None:
    state = known(edited(programme(sessions={"one": [ROW]}, weeks=4), as_planned(topped(0, 60), "one")))
    ref = next_session(state, day(3)).ref
    assert (ref.week, ref.session) == (2, "one")


def test_a_programme_made_shorter_than_the_place_begins_again() -> None:
    rows = [as_planned(topped(number * 3, 60), "one", week) for number, week in ((0, 1), (2, 2))]
    rows += [as_planned(topped(number * 3, 60), "two", week) for number, week in ((1, 1), (3, 2))]
    state = known(edited(programme(sessions={"one": [ROW], "two": [PULLDOWN]}, weeks=2), *rows, on=12), 12)
    session = next_session(state, day(12))
    assert (session.ref.cycle, session.ref.week) == (2, 1)
    assert "ROT101" in session_rules(session)


def test_an_edit_of_a_programme_that_is_not_followed_is_void() -> None:
    text = programme(sessions={"other": [ROW]}, weeks=4)
    assert next_session(known(edited(text, of="someone-else")), day(3)).ref.session == "one"


def test_an_edit_is_the_same_whether_folded_at_once_or_day_by_day() -> None:
    text = programme(sessions={"one": [ROW], "two": ["pulldown-wide 5 x 8-12 @ RIR 2"]}, weeks=4)
    journal = edited(text, as_planned(topped(0, 60), "one"))
    earlier = fold(CoachState(), journal, today=day(3), before=day(2))
    assert fold(earlier, journal, today=day(3), since=day(2)) == known(journal)
