"""The week's frame: days far enough apart, themes that fit the gaps, legs kept away from hinges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.athlete.model import Athlete, Discomfort, OtherMuscle, OtherTraining, Weekday
from dorsi.atlas.load import load_atlas
from dorsi.planner.frame import ENOUGH_GAP_HOURS, Frame, Theme, hours_between, week_frames
from dorsi.planner.plan import plan_program
from tests.planner.plans import week_frame

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
HINGE_THEMES = (Theme.MIDDLE_LOWER, Theme.HINGE, Theme.FULL)


def frame_of(*days: Weekday, minutes: int = 60, sessions: int | None = None, legs: tuple[Weekday, ...] = ()) -> Frame:
    frame = week_frame(
        Athlete(
            days=days,
            minutes=minutes,
            sessions_per_week=sessions,
            other_training=tuple(OtherTraining(day=day, trains=(OtherMuscle.LEGS,)) for day in legs),
        )
    )
    assert frame is not None
    return frame


def layout(frame: Frame) -> list[tuple[Weekday, str]]:
    return [(session.day, session.theme) for session in frame.sessions]


@pytest.mark.parametrize(
    ("days", "hours"),
    [
        ((MON, THU), (72, 96)),
        ((MON, TUE), (24, 144)),
        ((MON, SUN), (144, 24)),
        ((TUE, THU, SAT), (48, 48, 72)),
        ((WED,), (168,)),
    ],
)
def test_hours_run_on_to_the_next_weeks_first_session(days: tuple[Weekday, ...], hours: tuple[int, ...]) -> None:
    assert hours_between(days) == hours


def test_monday_and_thursday_make_an_upper_and_a_lower_day() -> None:
    frame = frame_of(MON, THU)
    assert layout(frame) == [(MON, Theme.UPPER), (THU, Theme.MIDDLE_LOWER)]
    assert [session.id for session in frame.sessions] == ["upper", "lower"]
    assert frame.gaps_hours == (72, 96)


def test_of_many_days_two_are_chosen_with_three_days_between() -> None:
    frame = frame_of(*Weekday)
    assert len(frame.sessions) == 2
    assert min(frame.gaps_hours) >= 72


@pytest.mark.parametrize("days", [(MON, TUE), (SAT, SUN), (MON, SUN)])
def test_two_days_in_a_row_split_pulls_from_hinges(days: tuple[Weekday, Weekday]) -> None:
    frame = frame_of(*days)
    assert {session.theme for session in frame.sessions} == {Theme.PULLS, Theme.HINGE}
    assert any("close together" in reason for reason in frame.reasons)


def test_days_far_apart_are_not_split() -> None:
    frame = frame_of(MON, WED)
    assert {session.theme for session in frame.sessions} == {Theme.UPPER, Theme.MIDDLE_LOWER}
    assert not any("close together" in reason for reason in frame.reasons)


def test_three_days_in_a_row_hold_two_pull_days_around_the_hinge() -> None:
    frame = frame_of(MON, TUE, WED, sessions=3)
    assert layout(frame) == [(MON, Theme.PULLS), (TUE, Theme.HINGE), (WED, Theme.PULLS)]
    assert len({session.id for session in frame.sessions}) == 3


def test_what_each_day_is_for_is_told_in_sentences() -> None:
    frame = frame_of(Weekday.MON, Weekday.THU)
    assert frame.reasons[0].endswith(
        "On Monday the theme is upper back. On Thursday the theme is middle and lower back."
    )


def test_a_single_day_covers_the_whole_back() -> None:
    frame = frame_of(WED)
    assert layout(frame) == [(WED, Theme.FULL)]
    assert frame.gaps_hours == (168,)
    assert "whole back" in frame.reasons[0]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_number_of_sessions_asked_for_is_honoured(count: int) -> None:
    assert len(frame_of(*Weekday, sessions=count).sessions) == count


def test_sessions_of_usual_length_leave_the_third_day_free() -> None:
    assert len(frame_of(MON, WED, FRI, minutes=60).sessions) == 2


@pytest.mark.parametrize(("legs", "hinge_day"), [(WED, FRI), (SAT, TUE), (THU, TUE), (MON, FRI)])
def test_of_two_days_the_hinge_takes_the_one_away_from_legs(legs: Weekday, hinge_day: Weekday) -> None:
    frame = frame_of(TUE, FRI, legs=(legs,))
    assert [day for day, theme in layout(frame) if theme == Theme.MIDDLE_LOWER] == [hinge_day]
    assert any("clear of your leg training" in reason for reason in frame.reasons)


@pytest.mark.parametrize("legs", list(Weekday))
def test_with_free_choice_no_hinge_stands_beside_legs(legs: Weekday) -> None:
    hinges = [day for day, theme in layout(frame_of(*Weekday, legs=(legs,))) if theme in HINGE_THEMES]
    assert hinges
    assert all((day.number - legs.number) % 7 not in (0, 1, 6) for day in hinges)


def test_legs_that_cannot_be_avoided_are_mentioned() -> None:
    frame = frame_of(MON, legs=(MON,))
    assert any("Legs on Monday" in reason for reason in frame.reasons)
    assert OtherMuscle.LEGS in frame.sessions[0].also


@pytest.mark.parametrize(
    ("days", "sessions"), [((MON, THU), 3), ((MON,), 2), (tuple(Weekday), 5), ((MON, TUE, WED), 4)]
)
def test_more_sessions_than_can_be_spaced_give_no_frame(days: tuple[Weekday, ...], sessions: int) -> None:
    assert week_frame(Athlete(days=days, sessions_per_week=sessions)) is None


def test_no_days_give_no_frame() -> None:
    assert week_frame(Athlete(days=())) is None


@given(
    days=st.sets(st.sampled_from(list(Weekday)), min_size=1),
    sessions=st.none() | st.integers(1, 4),
    minutes=st.integers(20, 120),
    legs=st.sets(st.sampled_from(list(Weekday)), max_size=3),
)
def test_every_frame_keeps_like_work_two_days_apart(
    days: set[Weekday], sessions: int | None, minutes: int, legs: set[Weekday]
) -> None:
    others = tuple(OtherTraining(day=day, trains=(OtherMuscle.LEGS,)) for day in sorted(legs))
    athlete = Athlete(days=tuple(days), minutes=minutes, sessions_per_week=sessions, other_training=others)
    frame = week_frame(athlete)
    assert (frame is None) is (sessions is not None and sessions > len(days))
    if frame is None:
        return
    chosen = [session.day for session in frame.sessions]
    assert set(chosen) <= days
    assert chosen == sorted(set(chosen), key=lambda day: day.number)
    assert sum(frame.gaps_hours) == 168
    assert [session.index for session in frame.sessions] == list(range(len(chosen)))
    themes = [session.theme for session in frame.sessions]
    for i, gap in enumerate(frame.gaps_hours):
        if gap < ENOUGH_GAP_HOURS:
            assert {themes[i], themes[(i + 1) % len(themes)]} == {Theme.PULLS, Theme.HINGE}
    assert all(reason.endswith(".") for reason in frame.reasons)
    assert all(session.also == athlete.trains_on(session.day) for session in frame.sessions)


def test_another_frame_serves_where_the_best_one_cannot_be_filled() -> None:
    """Two tight days ask for a lower-back day of its own; with a sore lower back nothing fills it."""
    athlete = Athlete(
        days=(Weekday.MON, Weekday.TUE),
        equipment=frozenset({"pull-up-bar"}),
        max_pull_ups=10,
        discomforts=(Discomfort(place="lower-back", score=6),),
        never=("hip-bridge",),
    )
    made = plan_program(athlete, load_atlas())
    assert len(week_frames(athlete)) > 1
    assert made.frame != week_frame(athlete)
    assert len(made.frame.sessions) == 1
