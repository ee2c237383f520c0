"""The next load of a lift. The loads expected are worked out in the comments, on the equipment of `making`."""

from __future__ import annotations

from typing import Any

import pytest

from dorsi.units import KG_PER_LB
from tests.coach.making import (
    ADVANCED,
    BEGINNER,
    ROW,
    aims,
    coached,
    done,
    held,
    in_pounds,
    lead,
    load_of,
    programme,
    rules,
    topped,
)
from tests.journal.making import a_session, straight

DUMBBELL = "dumbbell-row 3 x 8-12 @ RIR 1"
STRENGTH_ROW = "barbell-row 3 x 4-6 @ RIR 2"


@pytest.mark.parametrize(
    ("line", "logged", "following"),
    [
        (ROW, (60, 10), 62.5),  # the smallest plates are two of 1.25 kg
        (DUMBBELL, (20, 12), 22),
        ("pulldown-medium 3 x 8-12 @ RIR 1", (50, 12), 55),
        ("t-bar-row 3 x 6-10 @ RIR 2", (40, 10), 41.25),  # one plate on one end
    ],
)
def test_all_sets_at_the_top_take_the_smallest_step_of_the_equipment(
    line: str, logged: tuple[float, int], following: float
) -> None:
    exercise, asked = line.split(" ", 1)
    load, reps = logged
    reserve = float(asked[-1])
    item = lead(coached(programme(line), done(0, exercise, load, reps, reps, reps, rir=reserve)))
    assert item.sets[0].load_kg == following
    assert rules(item) == ("PRG101",)
    assert item.decisions[0].by_kg == following - load


@pytest.mark.parametrize(
    ("line", "pounds", "step"),
    [
        *((ROW, pounds, 5) for pounds in (95, 135, 140, 185, 225)),
        *(("dumbbell-row 3 x 8-12 @ RIR 1", pounds, 5) for pounds in (50, 55, 65, 75)),
        *(("pulldown-medium 3 x 8-12 @ RIR 1", pounds, 10) for pounds in (110, 150)),
        pytest.param("dumbbell-row 3 x 8-12 @ RIR 1", 60, 5),
        *(pytest.param("pulldown-medium 3 x 8-12 @ RIR 1", pounds, 10) for pounds in (100, 120, 130)),
    ],
)
def test_in_pounds_the_smallest_step_is_one_of_pounds(line: str, pounds: float, step: float) -> None:
    """Plates are of 2.5 lb and more, dumbbells stand 5 lb apart, stacks 10 lb."""
    exercise, asked = line.split(" ", 1)
    top = 10 if line == ROW else 12
    sets = [in_pounds(one, pounds) for one in straight(3, exercise, None, top, rir=float(asked[-1]))]
    session = coached(programme(line, athlete={"units": "lb", "body_mass": 176}), a_session(0, sets))
    assert load_of(session) == pytest.approx((pounds + step) * KG_PER_LB, abs=1e-3)
    assert f"{step} lb more" in lead(session).decisions[0].says


def test_an_unstated_reserve_is_taken_as_the_one_asked_for() -> None:
    assert load_of(coached(programme(ROW), done(0, "barbell-row", 60, 10, 10, 10))) == 62.5


def test_reps_at_the_top_without_the_reserve_asked_for_earn_no_step() -> None:
    item = lead(coached(programme(ROW), done(0, "barbell-row", 60, 10, 10, 10, rir=0)))
    assert item.sets[0].load_kg == 60
    assert rules(item) == ("PRG102",)


def test_the_first_short_set_aims_for_one_rep_more() -> None:
    item = lead(coached(programme(ROW), done(0, "barbell-row", 60, 10, 9, 8, rir=2)))
    assert item.sets[0].load_kg == 60
    assert aims(item) == (10, 10, 8)
    assert rules(item) == ("PRG102",)


def test_far_fewer_sets_than_asked_for_earn_no_step() -> None:
    assert load_of(coached(programme(ROW), done(0, "barbell-row", 60, 10, rir=2))) == 60


def test_a_step_that_would_drop_below_the_range_widens_it_first() -> None:
    """From 10 to 12 kg: 30 * ((1 + (t + 1) / 30) * 10 / 12 - 1) - 1 first leaves 8 reps (to a tenth) at t = 16."""
    text = programme(DUMBBELL)
    item = lead(coached(text, done(0, "dumbbell-row", 10, 12, 12, 12, rir=1)))
    assert item.sets[0].load_kg == 10
    assert item.sets[0].reps == (8, 16)
    assert rules(item) == ("PRG103",)
    assert aims(item) == (13, 12, 12)


@pytest.mark.parametrize(("reps", "load"), [(15, 10), (16, 12)])
def test_the_step_is_taken_once_every_set_reaches_the_wide_top(reps: int, load: float) -> None:
    text = programme(DUMBBELL)
    first = done(0, "dumbbell-row", 10, 12, 12, 12, rir=1)
    assert load_of(coached(text, first, done(3, "dumbbell-row", 10, reps, reps, reps, rir=1))) == load


def test_a_near_miss_is_tried_again_at_the_same_load() -> None:
    item = lead(coached(programme(ROW), done(0, "barbell-row", 60, 6, 5, 5, rir=2)))
    assert item.sets[0].load_kg == 60
    assert rules(item) == ("PRG104",)


def test_a_second_near_miss_in_a_row_takes_load_off() -> None:
    """95 % of 60 kg are 57 kg, and the bar makes 55 kg of it."""
    misses = [done(number, "barbell-row", 60, 6, 5, 5, rir=2) for number in (0, 3)]
    item = lead(coached(programme(ROW), *misses))
    assert item.sets[0].load_kg == 55
    assert rules(item) == ("PRG104",)
    assert item.decisions[0].by_kg == -5


def test_sets_far_below_the_range_take_load_off_at_once() -> None:
    """Two reps to failure at 60 kg: a maximum of 60 / 0.951 = 63.1 kg. For 7 1/3 reps with two left it supports
    63.1 / (1 + 9 1/3 / 30) = 48.1 kg, and the bar makes 47.5 kg of it."""
    item = lead(coached(programme(ROW), done(0, "barbell-row", 60, 2, 2, 2, rir=0)))
    assert item.sets[0].load_kg == 47.5
    assert rules(item) == ("PRG104",)


def test_a_load_clearly_too_easy_rises_by_more_than_a_step() -> None:
    """Six reps with four left and one misjudged: a maximum of about 82.8 kg. For 4 2/3 with two left it supports
    82.8 / (1 + 6 2/3 / 30) = 67.7 kg; the limit is twice 5 %, 66 kg, and the bar makes 65 kg of it."""
    item = lead(coached(programme(STRENGTH_ROW), done(0, "barbell-row", 60, 6, 6, 6, rir=4)))
    assert item.sets[0].load_kg == 65
    assert rules(item) == ("PRG109",)
    assert item.cap_kg == 66


@pytest.mark.parametrize(
    ("athlete", "line", "load", "limit"),
    [
        (BEGINNER, "deadlift 3 x 5-8 @ RIR 3", 160, 165),  # 10 % are 16 kg, a beginner's hinge stops at 5 kg
        (BEGINNER, ROW, 60, 62.5),  # 10 % are 6 kg, a beginner's pull stops at 2.5 kg
        (BEGINNER, "pulldown-medium 3 x 6-10 @ RIR 2", 50, 55),  # the stack has no smaller step
        ({}, "deadlift 3 x 5-8 @ RIR 3", 160, 168),  # 5 %
        (ADVANCED, "deadlift 3 x 5-8 @ RIR 3", 160, 164),  # 2.5 %
        (ADVANCED, ROW, 60, 62.5),  # 2.5 % are 1.5 kg, less than one step
    ],
)
def test_no_load_passes_the_limit_of_the_level(athlete: dict[str, Any], line: str, load: float, limit: float) -> None:
    exercise = line.split(" ", 1)[0]
    low = int(line.split(" x ")[1][0])
    item = lead(coached(programme(line, athlete=athlete), done(0, exercise, load, low, low, low)))
    assert item.cap_kg == limit


def test_a_beginners_deadlift_that_was_too_heavy_gets_lighter_and_is_not_left_out() -> None:
    """Five with one left at 160 kg: 192 kg. For five with three left that is 192 / (1 + 8 / 30) = 151.6 kg."""
    text = programme("deadlift 3 x 5-8 @ RIR 3", athlete=BEGINNER)
    item = lead(coached(text, done(0, "deadlift", 160, 5, 5, 5)))
    assert item.sets[0].load_kg == 150
    assert item.sets[0].reps == (5, 8)


def test_assistance_falls_by_one_step_of_the_stack() -> None:
    item = lead(coached(programme("pull-up-assisted 3 x 6-10 @ RIR 2"), done(0, "pull-up-assisted", "-30", 10, 10, 10)))
    assert item.sets[0].load_kg == -25
    assert rules(item) == ("PRG107",)
    assert "5 kg less help" in item.decisions[0].says


def test_seconds_grow_to_the_top_of_the_range_first() -> None:
    item = lead(coached(programme("side-plank 2 x 20-40 s"), held(0, "side-plank", 30, 25)))
    assert item.sets[0].seconds == (20, 40)
    assert aims(item) == (35, 25)
    assert rules(item) == ("PRG108",)


@pytest.mark.parametrize(("held_s", "asked_s"), [(40, 45), (45, 50), (50, 55), (55, 60), (60, 60)])
def test_a_plank_grows_past_its_range_up_to_the_sixty_seconds_of_the_trunk_test(held_s: int, asked_s: int) -> None:
    item = lead(coached(programme("plank 2 x 20-40 s"), held(0, "plank", held_s, held_s)))
    assert aims(item) == (asked_s, asked_s)


def test_the_load_named_in_the_programme_starts_a_lift_without_a_history() -> None:
    item = lead(coached(programme("barbell-row 3 x 6-10 @ 50 kg")))
    assert item.sets[0].load_kg == 50
    assert rules(item) == ("PRG105",)


def test_a_known_set_starts_a_lift_without_a_history() -> None:
    """72.5 kg for 8 with one left: a maximum of 72.5 * (1 + 9 / 30) = 94.25 kg. For 8 reps with 2.5 left it allows
    94.25 * (37 - 10.5) / 36 = 69.4 kg, and the bar makes 67.5 kg of it."""
    known_set = [{"exercise": "barbell-row", "load": 72.5, "reps": 8, "rir": 1}]
    item = lead(coached(programme("barbell-row 3 x 6-12 @ RIR 2", athlete={"known_set": known_set})))
    assert item.sets[0].load_kg == 67.5
    assert rules(item) == ("PRG105",)


def test_a_lift_nobody_knows_anything_about_has_no_load() -> None:
    item = lead(coached(programme(ROW)))
    assert item.sets[0].load_kg is None
    assert item.cap_kg is None


def test_the_sets_behind_a_decision_are_named() -> None:
    session = topped(0, 60)
    decision = lead(coached(programme(ROW), session)).decisions[0]
    assert [evidence.set_id for evidence in decision.evidence] == [session.sets[-1].id]
    assert decision.evidence[0].on == session.on
