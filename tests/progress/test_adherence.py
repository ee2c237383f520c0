"""Planned against done, weeks in a row, density and the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.journal.model import Adoption, LoggedSession, PlanRef, SetKind, Skip
from dorsi.program.model import Program
from dorsi.program.reading import read_program
from dorsi.progress.adherence import Adherence, adherence_of, streak_of
from dorsi.progress.training import training_of
from tests.journal.making import MONDAY, a_journal, a_session, a_set, day, straight

TWICE = """\
dorsi: program/1
name: Twice a week, once in the last
weeks: 3
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
  - id: lower
    day: thu
    weeks: 1-2
    blocks:
      - {exercise: deadlift, sets: 4 x 5-8 @ RIR 2}
"""


@pytest.fixture
def program(atlas: Atlas) -> Program:
    return read_program(TWICE, "twice.yaml", atlas)


def adherence(atlas: Atlas, program: Program, today: int, *sessions: LoggedSession, **fields: Any) -> Adherence:
    journal = a_journal(*sessions, **{"adoptions": (Adoption(id="a", on=MONDAY, text=TWICE),), **fields})
    return adherence_of(training_of(journal, Athlete(), atlas, day(today)), journal, {"a": program, "b": program})


def planned(number: int, session: str, week: int, cycle: int = 1, program: str = "a") -> LoggedSession:
    plan = PlanRef(program=program, session=session, week=week, cycle=cycle)
    return a_session(number, a_set("pulldown-medium", 50, 8), plan=plan)


def test_a_week_of_the_programme_knows_what_was_planned_and_done(atlas: Atlas, program: Program) -> None:
    sessions = (planned(0, "upper", 1), planned(3, "lower", 1), planned(7, "upper", 2))
    weeks = adherence(atlas, program, 21, *sessions).weeks
    assert [(week.week, week.cycle, week.planned, week.done, week.over) for week in weeks] == [
        (1, 1, 2, 2, True),
        (2, 1, 2, 1, True),
        (3, 1, 1, 0, True),
        (1, 2, 2, 0, False),
    ]


def test_what_was_kept_leaves_out_the_week_that_is_not_over(atlas: Atlas, program: Program) -> None:
    sessions = (planned(0, "upper", 1), planned(7, "upper", 2), planned(8, "lower", 2))
    assert adherence(atlas, program, 6, *sessions).kept is None
    assert adherence(atlas, program, 14, *sessions).kept == 0.75


def test_more_than_planned_in_one_week_does_not_make_up_for_another(atlas: Atlas, program: Program) -> None:
    sessions = (planned(7, "upper", 1), planned(8, "lower", 1), planned(9, "upper", 2))
    assert adherence(atlas, program, 14, *sessions).kept == 0.5


def test_a_session_in_two_parts_is_one_and_free_training_is_told_apart(atlas: Atlas, program: Program) -> None:
    free = a_session(2, a_set("face-pull", 20, 15))
    sessions = (planned(0, "upper", 1), planned(1, "upper", 1), free, planned(3, "upper", 1, program="other"))
    (week,) = adherence(atlas, program, 4, *sessions).weeks
    assert (week.done, week.free) == (1, 2)


def test_skipped_sessions_are_shown_in_their_week(atlas: Atlas, program: Program) -> None:
    skip = Skip(id="s", on=day(8), plan=PlanRef(program="a", session="upper", week=2))
    weeks = adherence(atlas, program, 13, planned(0, "upper", 1), skips=(skip,)).weeks
    assert [week.skipped for week in weeks] == [0, 1]


def test_the_next_programme_ends_the_one_before(atlas: Atlas, program: Program) -> None:
    adoptions = tuple(Adoption(id=name, on=day(on), text=TWICE) for name, on in (("a", 0), ("b", 10)))
    sessions = (planned(0, "upper", 1), planned(10, "upper", 1, program="b"))
    found = adherence(atlas, program, 16, *sessions, adoptions=adoptions)
    assert [(week.program, week.starts, week.done, week.free, week.over) for week in found.weeks] == [
        ("a", day(0), 1, 0, True),
        ("a", day(7), 0, 0, False),
        ("b", day(10), 1, 0, False),
    ]
    assert found.kept is None


def test_a_programme_that_starts_later_ends_nothing_yet(atlas: Atlas, program: Program) -> None:
    adoptions = tuple(Adoption(id=name, on=day(on), text=TWICE) for name, on in (("a", 0), ("b", 50)))
    found = adherence(atlas, program, 8, planned(0, "upper", 1), adoptions=adoptions)
    assert [(week.program, week.starts) for week in found.weeks] == [("a", day(0)), ("a", day(7))]


def test_an_unknown_or_future_programme_is_passed_over(atlas: Atlas, program: Program) -> None:
    adoptions = tuple(Adoption(id=name, on=day(on), text=TWICE) for name, on in (("lost", 0), ("a", 50)))
    found = adherence(atlas, program, 16, a_session(3, a_set("face-pull", 20, 15)), adoptions=adoptions)
    assert found.weeks == ()
    assert found.streak.longest == 1


@pytest.mark.parametrize(
    ("weeks", "today", "current", "longest"),
    [
        ((), 0, 0, 0),
        ((0,), 0, 1, 1),
        ((0, 1, 2), 2, 3, 3),
        ((0, 1, 2), 3, 3, 3),
        ((0, 1, 2), 4, 0, 3),
        ((0, 1, 2, 5, 6), 6, 2, 3),
        ((1, 0, 1), 1, 2, 2),
    ],
)
def test_a_streak_lives_until_a_whole_week_was_missed(
    weeks: tuple[int, ...], today: int, current: int, longest: int
) -> None:
    mondays: list[date] = [MONDAY + timedelta(weeks=week) for week in weeks]
    found = streak_of(mondays, MONDAY + timedelta(weeks=today, days=3))
    assert (found.current, found.longest) == (current, longest)


def test_density_is_work_for_time_and_warm_ups_are_no_work(atlas: Atlas, program: Program) -> None:
    warm_up = a_set("barbell-row", 40, 10, kind=SetKind.WARM_UP)
    session = a_session(0, warm_up, straight(6, "barbell-row", 60, 10), duration_s=1800)
    (density,) = adherence(atlas, program, 0, session).densities
    assert (density.minutes, density.work_sets_per_hour, density.volume_kg_per_minute) == (30, 12, 120)


@pytest.mark.parametrize("duration_s", [None, 0, 60, 24 * 3600])
def test_no_density_without_a_duration_that_can_be_right(
    atlas: Atlas, program: Program, duration_s: int | None
) -> None:
    session = a_session(0, a_set("barbell-row", 60, 10), duration_s=duration_s)
    assert adherence(atlas, program, 0, session).densities == ()


def test_the_calendar_has_a_day_once(atlas: Atlas, program: Program) -> None:
    twice = [a_session(4, straight(sets, "barbell-row", 60, 10), id=name) for name, sets in (("am", 2), ("pm", 3))]
    first, second = adherence(atlas, program, 9, a_session(1, a_set("barbell-row", 60, 10)), *twice).days
    assert (first.on, first.sessions, first.work_sets) == (day(1), 1, 1)
    assert (second.on, second.sessions, second.work_sets, second.volume_kg) == (day(4), 2, 5, 3000)
