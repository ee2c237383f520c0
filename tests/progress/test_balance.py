"""How training is shared out between the sides of a back, and between pulls and pushes."""

from __future__ import annotations

import pytest

from dorsi.athlete.model import Athlete, OtherMuscle
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import VolumeGroup
from dorsi.atlas.volume import group_values
from dorsi.journal.model import LoggedSet
from dorsi.journal.other_lifts import other_lifts
from dorsi.progress.balance import Balance, balance_of, ratio_of
from dorsi.progress.training import training_of
from dorsi.progress.volume import Standing
from tests.journal.making import a_journal, a_session, day, straight

PUSH = next(lift.id for lift in other_lifts().values() if OtherMuscle.CHEST in lift.trains)
CURL = next(lift.id for lift in other_lifts().values() if lift.trains == (OtherMuscle.ARMS,))


def balance(atlas: Atlas, *sets: list[LoggedSet], today: int = 6) -> Balance:
    return balance_of(training_of(a_journal(a_session(0, *sets)), Athlete(), atlas, day(today)))


@pytest.mark.parametrize(
    ("exercise", "percent"),
    [
        ("pulldown-medium", (100, 0, 0)),
        ("straight-arm-pulldown", (100, 0, 0)),
        ("machine-row", (0, 100, 0)),
        ("shrug-dumbbell", (0, 100, 0)),
        ("back-extension-45", (0, 0, 100)),
    ],
)
def test_pulldowns_make_width_rows_thickness_and_extensions_the_lower_back(
    atlas: Atlas, exercise: str, percent: tuple[float, float, float]
) -> None:
    assert balance(atlas, straight(4, exercise, 30, 10)).shares.percent == percent


def test_a_hinge_adds_to_the_lower_back_and_to_nothing_else(atlas: Atlas) -> None:
    values = group_values(atlas.exercise("deadlift"), atlas)
    assert values.get(VolumeGroup.MID_BACK), "a hinge that helps the mid-back is what this test needs"
    shares = balance(atlas, straight(3, "deadlift", 80, 8)).shares
    assert (shares.width, shares.thickness, shares.lower_back) == (0, 0, 3 * values[VolumeGroup.ERECTORS])


def test_without_training_there_are_no_shares(atlas: Atlas) -> None:
    assert balance(atlas, straight(3, CURL, 10, 10)).shares.percent is None


def test_shares_follow_the_last_four_weeks_and_weeks_keep_the_rest(atlas: Atlas) -> None:
    sessions = (
        a_session(0, straight(4, "pulldown-medium", 50, 10)),
        a_session(28, straight(4, "machine-row", 50, 10)),
    )
    found = balance_of(training_of(a_journal(*sessions), Athlete(), atlas, day(28)))
    assert found.shares.percent == (0, 100, 0)
    assert [week.shares.total for week in found.weeks] == [4, 0, 0, 0, 4]


@pytest.mark.parametrize(
    ("vertical", "rows", "standing"),
    [
        (12, 12, Standing.WITHIN),
        (8, 16, Standing.WITHIN),
        (16, 8, Standing.WITHIN),
        (7, 17, Standing.BELOW),
        (17, 7, Standing.ABOVE),
        (24, 0, Standing.ABOVE),
        (10, 0, None),
    ],
)
def test_vertical_pulls_and_rows_stay_within_two_to_one(
    atlas: Atlas, vertical: int, rows: int, standing: Standing | None
) -> None:
    sets = (straight(vertical, "pulldown-medium", 50, 10), straight(rows, "machine-row", 50, 10))
    found = balance(atlas, *sets).vertical_to_horizontal
    assert (found.first, found.second, found.standing) == (vertical, rows, standing)


def test_pushes_are_compared_only_where_they_are_logged(atlas: Atlas) -> None:
    pulls = straight(15, "pulldown-medium", 50, 10)
    assert balance(atlas, pulls, straight(5, CURL, 10, 10)).pull_to_push is None
    found = balance(atlas, pulls, straight(12, PUSH, 60, 8)).pull_to_push
    assert found is not None
    assert (found.ratio, found.standing) == (1.25, Standing.WITHIN)


def test_ratios_leave_out_what_is_older_than_four_weeks(atlas: Atlas) -> None:
    sets = (straight(12, "pulldown-medium", 50, 10), straight(12, "machine-row", 50, 10), straight(12, PUSH, 60, 8))
    assert balance(atlas, *sets, today=27).vertical_to_horizontal.ratio == 1
    late = balance(atlas, *sets, today=28)
    assert late.vertical_to_horizontal.ratio is None
    assert late.pull_to_push is None


def test_a_ratio_to_nothing_has_no_number() -> None:
    assert ratio_of(30, 0, (0.5, 2)).ratio is None
