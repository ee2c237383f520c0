"""When the next session is due, and which one it is: rest, weekdays, moves, skips, order, what counts as done.

Day 0 is Monday, 2 March 2026.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dorsi.coach.folding import fold
from dorsi.coach.model import NextSession, Timing
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.errors import UsageError
from dorsi.journal.model import Adoption, Journal, LoggedSession, Move, PlanRef, Skip
from tests.coach.making import (
    PROGRAMME,
    ROW,
    as_planned,
    coached,
    done,
    known,
    load_of,
    programme,
    session_rules,
    topped,
)
from tests.journal.making import MONDAY, a_session, day, straight

UPPER = "pulldown-medium 3 x 8-12 @ RIR 2"
TWO = programme(sessions={"rows": [ROW], "pulls": [UPPER]}, days={"rows": "mon", "pulls": "thu"}, weeks=2)
THREE = programme(sessions={"a": [ROW], "b": [UPPER], "c": ["deadlift 3 x 5-8 @ RIR 2"]}, weeks=2)


def upcoming(session: NextSession) -> tuple[str, int, int]:
    """The session's name, week and cycle."""
    return session.ref.session, session.ref.week, session.ref.cycle


def trained(name: str, number: int, week: int = 1, cycle: int = 1) -> LoggedSession:
    """A session of some programme, done on day `number`."""
    exercise, load = {"rows": ("barbell-row", 60), "pulls": ("pulldown-medium", 50)}.get(name, ("barbell-row", 60))
    return as_planned(done(number, exercise, load, 8, 8, 8), name, week=week, cycle=cycle)


def test_the_first_session_is_due_on_its_weekday_from_the_start_on() -> None:
    session = coached(TWO)
    assert (session.due, session.timing) == (MONDAY, Timing.DUE)


def test_whoever_starts_between_weekdays_waits_for_the_first_sessions_own() -> None:
    tuesday = Journal(adoptions=(Adoption(id=PROGRAMME, on=day(1), text=TWO),))
    session = next_session(fold(CoachState(), tuesday, today=day(1)), day(1))
    assert session.due == day(7)
    assert session.timing is Timing.EARLY


def test_the_sessions_come_in_turn_and_the_weeks_after_each_other() -> None:
    done_so_far = [trained("rows", 0), trained("pulls", 3), trained("rows", 7, 2), trained("pulls", 10, 2)]
    came = [upcoming(coached(TWO, *done_so_far[:count])) for count in range(5)]
    assert came == [("rows", 1, 1), ("pulls", 1, 1), ("rows", 2, 1), ("pulls", 2, 1), ("rows", 1, 2)]


def test_due_days_go_over_the_end_of_a_month() -> None:
    """After Monday 30 March comes Thursday 2 April."""
    session = coached(TWO, trained("rows", 0), trained("pulls", 24), trained("rows", 28, 2), on=29)
    assert session.due == date(2026, 4, 2)


def test_a_session_done_late_moves_the_next_one_on_to_the_first_training_day_after_the_rest() -> None:
    """Rows on Wednesday instead of Monday; Thursday is too soon for neither, pulls and rows share the lats, so the
    48 hours end on Friday and the next of the programme's days is Monday."""
    session = coached(TWO, trained("rows", 2), on=3)
    assert session.due == day(7)


@pytest.mark.parametrize(("between", "due"), [(0, 1), (1, 2), (2, 3), (4, 5)])
def test_the_rest_between_sessions_that_the_programme_names_is_kept(between: int, due: int) -> None:
    assert coached(programme(ROW, between=between), topped(0, 60)).due == day(due)


def test_without_weekdays_or_a_gap_two_days_lie_from_session_to_session() -> None:
    assert coached(programme(ROW, between=None), topped(0, 60)).due == day(2)


def test_sessions_with_hard_deadlifts_want_three_days() -> None:
    text = programme("deadlift 5 x 5-8 @ RIR 2", between=None)
    assert coached(text, done(0, "deadlift", 100, 6, 6, 6, 6, 6)).due == day(3)


def test_training_early_comes_with_a_warning_and_training_on_time_without() -> None:
    text = programme(ROW, between=2)
    early = coached(text, topped(0, 60), on=1)
    assert early.timing is Timing.EARLY
    assert "1 day after" in early.warnings[0]
    assert coached(text, topped(0, 60), on=3).warnings == ()


def test_a_missed_session_waits() -> None:
    session = coached(TWO, trained("rows", 0), on=8)
    assert upcoming(session) == ("pulls", 1, 1)
    assert (session.due, session.timing) == (day(3), Timing.LATE)
    assert "5 days ago" in next(d.says for d in session.decisions if d.rule == "BRK104")


def test_a_session_on_time_is_not_called_late() -> None:
    assert "BRK104" not in session_rules(coached(TWO, trained("rows", 0), on=3))


def moved(number: int, to: int) -> Move:
    return Move(id=f"move-{number}", on=day(number), to=day(to))


def test_a_moved_session_is_due_where_it_was_moved_to() -> None:
    session = coached(TWO, trained("rows", 0), moves=(moved(1, 5),), on=2)
    assert upcoming(session) == ("pulls", 1, 1)
    assert session.due == day(5)


def test_the_last_move_holds() -> None:
    assert coached(TWO, trained("rows", 0), moves=(moved(1, 5), moved(2, 4)), on=2).due == day(4)


def test_a_move_is_spent_once_the_session_was_done() -> None:
    """After Saturday the 48 hours end on Monday."""
    session = coached(TWO, trained("rows", 0), trained("pulls", 5), moves=(moved(1, 5),), on=6)
    assert upcoming(session) == ("rows", 2, 1)
    assert session.due == day(7)


def test_a_move_decided_on_a_training_day_is_about_the_session_after() -> None:
    assert coached(TWO, trained("rows", 0), moves=(moved(0, 5),), on=1).due == day(5)


def skipped(number: int, name: str, week: int = 1) -> Skip:
    return Skip(id=f"skip-{number}", on=day(number), plan=PlanRef(program=PROGRAMME, session=name, week=week))


def test_a_skipped_session_is_left_out() -> None:
    assert upcoming(coached(TWO, trained("rows", 0), skips=(skipped(3, "pulls"),), on=4)) == ("rows", 2, 1)


def test_two_sessions_can_be_skipped_in_a_row() -> None:
    skips = (skipped(3, "pulls"), skipped(4, "rows", week=2))
    assert upcoming(coached(TWO, trained("rows", 0), skips=skips, on=5)) == ("pulls", 2, 1)


def test_a_move_does_not_outlive_the_session_it_was_about() -> None:
    """The pulls were moved to day 20 and then left out: the rows come on the next of the programme's days."""
    session = coached(TWO, trained("rows", 0), moves=(moved(1, 20),), skips=(skipped(2, "pulls"),), on=3)
    assert upcoming(session) == ("rows", 2, 1)
    assert session.due == day(3)


def test_a_session_done_ahead_of_its_turn_does_not_come_again() -> None:
    assert upcoming(coached(THREE, trained("b", 0))) == ("a", 1, 1)
    assert upcoming(coached(THREE, trained("b", 0), trained("a", 3))) == ("c", 1, 1)
    assert upcoming(coached(THREE, trained("c", 0), trained("b", 3), trained("a", 6))) == ("a", 2, 1)


def test_the_same_session_done_twice_counts_once() -> None:
    assert upcoming(coached(THREE, trained("a", 0), trained("a", 3))) == ("b", 1, 1)


def test_a_session_under_way_counts_once_it_is_finished_or_the_day_is_over() -> None:
    under_way = replace(topped(3, 60), finished=False)
    text = programme(ROW)
    assert upcoming(coached(text, under_way, on=3)) == ("only", 1, 1)
    assert load_of(coached(text, under_way, on=3)) is None
    assert upcoming(coached(text, under_way, on=4)) == ("only", 2, 1)
    assert load_of(coached(text, under_way, on=4)) == 62.5
    assert upcoming(coached(text, replace(under_way, finished=True), on=3)) == ("only", 2, 1)


BROAD = programme(ROW, UPPER, "face-pull 2 x 12-20 @ RIR 1", "shrug-dumbbell 2 x 8-15 @ RIR 1")


@pytest.mark.parametrize(
    ("exercises", "week"),
    [
        (("barbell-row", "face-pull"), 2),
        (("barbell-row", "face-pull", "deadlift", "chin-up"), 2),
        (("barbell-row", "deadlift"), 1),
        (("deadlift",), 1),
    ],
)
def test_a_session_without_a_reference_counts_when_half_of_the_exercises_fit(
    exercises: tuple[str, ...], week: int
) -> None:
    session = a_session(0, *(straight(2, exercise, 20, 10) for exercise in exercises))
    assert coached(BROAD, session).ref.week == week


def test_a_session_of_an_older_programme_does_not_count_for_this_one() -> None:
    older = PlanRef(program="another", session="only", week=1)
    assert coached(programme(ROW), replace(topped(0, 60), plan=older)).ref.week == 1


def test_what_was_trained_before_the_programme_counts_for_the_lifts_and_not_for_the_programme() -> None:
    """Nobody asked for anything then, so they are judged by the usual range of rows, 6 to 12."""
    session = coached(programme(ROW), replace(done(0, "barbell-row", 60, 12, 12, 12), on=date(2026, 2, 27)), on=0)
    assert upcoming(session) == ("only", 1, 1)
    assert load_of(session) == 62.5


def test_a_new_programme_starts_at_its_first_session_with_the_loads_of_the_old_one() -> None:
    text = programme(ROW)
    adoptions = (Adoption(id=PROGRAMME, on=MONDAY, text=text), Adoption(id="second", on=day(5), text=text))
    journal = Journal(sessions=(topped(0, 60), as_planned(topped(3, 62.5), "only")), adoptions=adoptions)
    session = next_session(fold(CoachState(), journal, today=day(6)), day(6))
    assert (session.ref.program, session.ref.week) == ("second", 1)
    assert load_of(session) == 65


def test_without_a_programme_there_is_no_next_session() -> None:
    with pytest.raises(UsageError, match="No programme"):
        next_session(CoachState(), MONDAY)


def test_a_session_named_in_no_week_of_the_programme_is_kept_for_its_sets_alone() -> None:
    state = known(programme(ROW), as_planned(topped(0, 60), "only", week=40))
    assert state.position.week == 1
    assert state.lifts["barbell-row"].count == 1
