"""The cycle as a calendar: done, left out, next and likely days; sessions to come; a programme yet to begin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dorsi.errors import UnknownName, UsageError
from dorsi.journal.model import Adoption, LoggedSession, PlanRef, Skip
from dorsi.services.coaching import Coaching
from dorsi.services.plan_calendar import PlanCalendar, Standing, plan_calendar
from tests.coach.making import PROGRAMME, as_planned, lead, programme, topped
from tests.journal.making import MONDAY, a_journal, day
from tests.services.test_reviewing import Shelf

ROW, PULLDOWN = "barbell-row 3 x 6-10 @ RIR 2", "pulldown-wide 3 x 8-12 @ RIR 2"
TEXT = programme(sessions={"one": [ROW], "two": [PULLDOWN]}, weeks=3, deload_weeks="3")
"""Two full days lie between sessions."""


def taken_up(*sessions: LoggedSession, on: int = 0, today: int, **fields: object) -> PlanCalendar:
    adoptions = (Adoption(id=PROGRAMME, on=day(on), text=TEXT),)
    shelf = Shelf(a_journal(*sessions, **{"adoptions": adoptions, **fields}), day(today))
    return plan_calendar(shelf, Coaching(shelf, shelf, shelf))  # type: ignore[arg-type]


def standings(calendar: PlanCalendar) -> list[list[str]]:
    return [[planned.standing.value for planned in week.days] for week in calendar.weeks]


def days(calendar: PlanCalendar) -> list[list[int | None]]:
    return [[None if d.on is None else (d.on - MONDAY).days for d in week.days] for week in calendar.weeks]


def test_done_sessions_keep_their_day_and_the_rest_follow_at_the_usual_distance() -> None:
    calendar = taken_up(as_planned(topped(0, 60), "one"), today=2)
    assert standings(calendar) == [["done", "next"], ["ahead", "ahead"], ["ahead", "ahead"]]
    assert days(calendar) == [[0, 3], [6, 9], [12, 15]]
    assert [week.is_deload for week in calendar.weeks] == [False, False, True]
    assert calendar.current.number == 1


def test_a_late_session_is_put_on_today_and_moves_what_follows() -> None:
    calendar = taken_up(as_planned(topped(0, 60), "one"), today=8)
    assert days(calendar) == [[0, 8], [11, 14], [17, 20]]
    assert [planned.late for planned in calendar.weeks[0].days] == [False, True]


def test_what_is_still_to_come_has_the_days_that_are_shown() -> None:
    calendar = taken_up(as_planned(topped(0, 60), "one"), today=8)
    ahead = {(1, "two"): 8, (2, "one"): 11, (2, "two"): 14, (3, "one"): 17, (3, "two"): 20}
    assert {at: (on - MONDAY).days for at, on in calendar.coming.items()} == ahead


def test_what_was_left_out_is_not_called_done() -> None:
    left = Skip(id="skip", on=day(3), plan=PlanRef(program=PROGRAMME, session="two", week=1))
    calendar = taken_up(as_planned(topped(0, 60), "one"), today=4, skips=(left,))
    assert standings(calendar)[0] == ["done", "skipped"]
    assert days(calendar)[0] == [0, 3]
    assert calendar.weeks[0].is_over
    assert calendar.current.number == 2


def test_a_programme_that_is_to_begin_is_shown_from_its_first_day() -> None:
    calendar = taken_up(on=10, today=4)
    assert calendar.starts == day(10)
    assert days(calendar)[0] == [10, 13]
    assert calendar.session(1, "one").ref.session == "one"


def test_a_programme_that_is_to_begin_can_be_edited_before() -> None:
    other = programme(sessions={"only": [ROW]}, weeks=2)
    adoptions = (
        Adoption(id=PROGRAMME, on=day(10), text=TEXT),
        Adoption(id="edit", on=day(10), text=other, edits=PROGRAMME),
    )
    assert standings(taken_up(on=10, today=4, adoptions=adoptions)) == [["next"], ["ahead"]]


def test_a_programme_that_is_to_begin_comes_before_the_one_followed_until_then() -> None:
    """What was lifted under the first one is known under the second."""
    other = programme(sessions={"only": [ROW]}, weeks=2)
    adoptions = (Adoption(id=PROGRAMME, on=day(0), text=TEXT), Adoption(id="next", on=day(5), text=other))
    calendar = taken_up(as_planned(topped(0, 60), "one"), today=2, adoptions=adoptions)
    assert (calendar.starts, calendar.follows_another) == (day(5), True)
    assert standings(calendar) == [["next"], ["ahead"]]
    assert lead(calendar.session(1, "only")).sets[0].load_kg == 62.5
    assert not taken_up(as_planned(topped(0, 60), "one"), today=2).follows_another


def test_without_any_programme_there_is_no_calendar() -> None:
    with pytest.raises(UsageError, match="No programme"):
        taken_up(today=0, adoptions=())


def test_a_session_to_come_is_given_with_what_is_known_today() -> None:
    """60 kg were topped on the first day, so the row of week 2 stands at the next step already."""
    calendar = taken_up(as_planned(topped(0, 60), "one"), today=2)
    session = calendar.session(2, "one")
    assert (session.ref.week, session.ref.session) == (2, "one")
    assert lead(session).sets[0].load_kg == 62.5
    with pytest.raises(UnknownName, match="session in week 2"):
        calendar.session(2, "three")


def test_a_swap_can_be_tried_in_any_session_of_the_cycle() -> None:
    calendar = taken_up(as_planned(topped(0, 60), "one"), today=2)
    found = calendar.alternatives(3, "two", "1")
    assert "pulldown-wide" not in [each.exercise.id for each in found]
    tried = calendar.try_swap(3, "two", "1", found[0].exercise.id)
    assert lead(tried.after).exercise.id == found[0].exercise.id
    assert tried.swap.exercise == "pulldown-wide"
    assert lead(calendar.session(3, "two")).exercise.id == "pulldown-wide"


def test_findings_are_those_of_the_programme_as_it_stands_in_the_cycle() -> None:
    calendar = taken_up(today=0)
    assert calendar.findings() == calendar.findings()
    assert replace(calendar, today=day(1)).findings() is calendar.findings()
    assert calendar.weeks[0].days[0].standing == Standing.NEXT
