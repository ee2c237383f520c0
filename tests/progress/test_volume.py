"""Weekly hard sets by muscle group."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.atlas.model import Level, VolumeGroup
from dorsi.atlas.volume import group_values
from dorsi.journal.model import LoggedSession
from dorsi.progress.training import training_of
from dorsi.progress.volume import GroupVolume, Standing, Volume, standing_in, volume_of
from dorsi.rules.bounds import WEEKLY, Band
from tests.journal.making import MONDAY, a_journal, a_session, day, straight


def volume(atlas: Atlas, today: int, *sessions: LoggedSession) -> Volume:
    return volume_of(training_of(a_journal(*sessions), Athlete(), atlas, day(today)), Level.INTERMEDIATE)


def group(found: Volume, which: VolumeGroup) -> GroupVolume:
    return next(one for one in found.groups if one.group is which)


def rows(number: int, sets: int) -> LoggedSession:
    return a_session(number, straight(sets, "seated-row-narrow", 60, 10))


def test_a_set_counts_whole_for_what_it_trains_and_half_for_what_helps(atlas: Atlas) -> None:
    worth = group_values(atlas.exercise("pulldown-medium"), atlas)
    assert {0.5, 1.0} == set(worth.values())
    (week,) = volume(atlas, 0, a_session(0, straight(4, "pulldown-medium", 50, 10))).weeks
    assert dict(week.sets) == {which: 4 * value for which, value in worth.items()}


def test_weeks_begin_on_monday_and_idle_ones_stay_in_the_series(atlas: Atlas) -> None:
    weeks = volume(atlas, 22, rows(6, 2), rows(7, 3), rows(21, 1)).weeks
    assert [week.monday for week in weeks] == [MONDAY + timedelta(weeks=n) for n in range(4)]
    assert [week.sets.get(VolumeGroup.MID_BACK, 0.0) for week in weeks] == [2.0, 3.0, 0.0, 1.0]


@pytest.mark.parametrize(
    ("today", "average"),
    [(0, 12.0), (6, 12.0), (13, 12.0), (27, 9.0), (28, 6.0), (60, 0.0)],
)
def test_the_average_runs_over_four_weeks_or_as_long_as_there_is_a_journal(
    atlas: Atlas, today: int, average: float
) -> None:
    found = volume(atlas, today, rows(0, 12), rows(7, 12), rows(14, 12))
    assert group(found, VolumeGroup.MID_BACK).average == pytest.approx(average)


def test_the_average_is_held_against_the_band_of_the_level(atlas: Atlas) -> None:
    found = group(volume(atlas, 27, *(rows(7 * n, 12) for n in range(4))), VolumeGroup.MID_BACK)
    assert found.band == WEEKLY[VolumeGroup.MID_BACK][Level.INTERMEDIATE]
    assert found.standing is Standing.WITHIN


def test_the_grip_has_no_target_of_its_own(atlas: Atlas) -> None:
    grip = group(volume(atlas, 0, rows(0, 3)), VolumeGroup.GRIP)
    assert (grip.band, grip.standing) == (None, None)


@pytest.mark.parametrize(
    ("sets", "standing"),
    [(9.5, Standing.BELOW), (10, Standing.WITHIN), (16, Standing.WITHIN), (16.5, Standing.ABOVE)],
)
def test_the_ends_of_a_band_belong_to_it(sets: float, standing: Standing) -> None:
    assert standing_in(sets, Band(8, 10, 16, 20)) is standing


def test_an_empty_journal_is_no_error(atlas: Atlas) -> None:
    found = volume(atlas, 0)
    assert found.weeks == ()
    assert all(one.average == 0 for one in found.groups)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 6)), max_size=12, unique_by=lambda pair: pair[0]))
def test_no_set_is_lost_or_counted_twice(trained: list[tuple[int, int]]) -> None:
    found = volume(load_atlas(), 90, *(rows(number, sets) for number, sets in trained))
    assert sum(week.sets.get(VolumeGroup.MID_BACK, 0.0) for week in found.weeks) == sum(sets for _, sets in trained)
