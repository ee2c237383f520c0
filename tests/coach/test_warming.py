"""Warm-up ramps and the plates for a load."""

from __future__ import annotations

import pytest

from dorsi.athlete.loads import reachable
from dorsi.athlete.model import Athlete
from dorsi.atlas.equipment import PRESETS
from dorsi.atlas.load import Atlas
from dorsi.coach.model import PlannedItem
from dorsi.coach.warming import ramp_sets
from dorsi.program.model import Role
from tests.coach.making import coached, done, in_pounds, lead, programme
from tests.journal.making import a_session, straight

GYM = Athlete(equipment=frozenset(PRESETS["full-gym"]))
DEADLIFT = ({"warmup": "deadlift", "sets": "8 @ 45%; 5 @ 65%; 3 @ 80%"}, "deadlift 3 x 5-8 @ RIR 2")


def warm_ups(*loads: float) -> list[PlannedItem]:
    session = coached(programme(*DEADLIFT), *(done(3 * n, "deadlift", load, 6, 6, 6) for n, load in enumerate(loads)))
    return [item for item in session.items if item.role is Role.WARMUP]


def test_the_ramp_follows_the_load_of_the_day() -> None:
    """45, 65 and 80 % of 100 kg are 45, 65 and 80 kg, and a bar makes all of them."""
    (item,) = warm_ups(100)
    assert [planned.load_kg for planned in item.sets] == [45, 65, 80]
    assert [planned.reps for planned in item.sets] == [(8, 8), (5, 5), (3, 3)]


def test_ramp_loads_are_rounded_down_to_what_the_bar_makes() -> None:
    """Of 117.5 kg they are 52.9, 76.4 and 94 kg."""
    assert [planned.load_kg for planned in warm_ups(117.5)[0].sets] == [52.5, 75, 92.5]


@pytest.mark.parametrize("exercise_id", ["deadlift", "barbell-row", "pulldown-medium", "dumbbell-row", "t-bar-row"])
def test_every_step_can_be_made_is_heavier_than_the_one_before_and_lighter_than_the_work(
    exercise_id: str, atlas: Atlas
) -> None:
    exercise = atlas.exercises[exercise_id]
    for tenths in range(0, 2000, 35):
        work_kg = reachable(tenths / 10, exercise, GYM)
        if work_kg is None:
            continue
        for leads in (True, False):
            loads = [planned.load_kg or 0.0 for planned in ramp_sets(exercise, work_kg, GYM, leads=leads)]
            assert loads == [reachable(load, exercise, GYM) for load in loads]
            assert loads == sorted(set(loads))
            assert all(load < work_kg for load in loads)


def test_the_lightest_load_has_no_ramp(atlas: Atlas) -> None:
    assert ramp_sets(atlas.exercises["deadlift"], 20, GYM, leads=True) == ()


def test_a_warm_up_follows_its_lift_to_the_exercise_that_took_its_place() -> None:
    text = programme(
        {"warmup": "pull-up-medium", "sets": "1 x 3-5 @ RIR 5"},
        "pull-up-medium 3 x 5-8 @ RIR 1",
        athlete={"max_pull_ups": 4},
    )
    warm_up, work = coached(text).items
    assert (warm_up.role, warm_up.exercise.id) == (Role.WARMUP, "pull-up-assisted")
    assert work.exercise.id == "pull-up-assisted"


@pytest.mark.parametrize(
    ("load", "plates"),
    [
        (60, (20,)),
        (62.5, (20, 1.25)),
        (100, (25, 15)),  # 40 kg a side
        (20, ()),  # the bar alone
        (142.5, (25, 25, 10, 1.25)),  # 61.25 kg a side
    ],
)
def test_plates_are_named_a_side_the_heaviest_first(load: float, plates: tuple[float, ...]) -> None:
    assert (
        lead(coached(programme("barbell-row 3 x 6-10 @ RIR 2"), done(0, "barbell-row", load, 8, 8, 8)))
        .sets[0]
        .plates_kg
        == plates
    )


def test_plates_on_the_belt_are_named_as_they_hang() -> None:
    text = programme("pull-up-weighted 3 x 5-8 @ RIR 1", athlete={"max_pull_ups": 14})
    item = lead(coached(text, done(0, "pull-up-weighted", "+12.5", 6, 6, 6, rir=1)))
    assert item.sets[0].plates_kg == (10, 2.5)


@pytest.mark.parametrize("pounds", [45, 95, 135, 140, 145, 185, 190, 225])
def test_plates_in_pounds_add_up_to_the_load(pounds: float) -> None:
    text = programme("barbell-row 3 x 6-10 @ RIR 2", athlete={"units": "lb", "body_mass": 176})
    sets = [in_pounds(one, pounds) for one in straight(3, "barbell-row", None, 8, rir=2)]
    planned = lead(coached(text, a_session(0, sets))).sets[0]
    plates_lb = [plate / 0.45359237 for plate in planned.plates_kg]
    assert 45 + 2 * sum(plates_lb) == pytest.approx(pounds, abs=0.01)
    assert (planned.load_kg or 0) / 0.45359237 == pytest.approx(pounds, abs=0.01)


def test_stacks_and_dumbbells_have_no_plates() -> None:
    for exercise in ("pulldown-medium", "dumbbell-row"):
        assert lead(coached(programme(f"{exercise} 3 x 8-12"), done(0, exercise, 30, 9, 9, 9))).sets[0].plates_kg == ()
