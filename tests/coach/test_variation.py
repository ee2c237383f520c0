"""What changes from cycle to cycle and what stays, and in what order kindred exercises come."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.equipment import PRESETS
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import GripWidth, Level
from dorsi.coach.adopted import adopted
from dorsi.coach.variation import kindred, varied
from dorsi.program.model import Program, Role
from dorsi.program.writing import sets_text
from tests.coach.making import programme

TEXT = programme(
    "deadlift 3 x 5-8 @ RIR 2",
    "pull-up-medium 3 x 5-8 @ RIR 1",
    "seated-row-narrow 3 x 8-12 @ RIR 1",
    "rear-delt-fly 2 x 12-20 @ RIR 1",
    athlete={"max_pull_ups": 9, "trunk_ready": True},
)
GYM = Athlete(equipment=frozenset(PRESETS["full-gym"]))


def exercises(program: Program) -> list[str]:
    return [
        item.exercise
        for session in program.sessions
        for block in session.blocks
        for item in block.items
        if item.role is Role.WORK
    ]


def cycle(number: int) -> list[str]:
    return exercises(adopted("any", TEXT, number).program)


def test_the_first_cycle_is_as_written() -> None:
    assert cycle(1) == ["deadlift", "pull-up-medium", "seated-row-narrow", "rear-delt-fly"]


def test_main_lifts_and_pull_ups_stay_and_accessories_change() -> None:
    for number in (2, 3):
        deadlift, pull_up, row, fly = cycle(number)
        assert (deadlift, pull_up) == ("deadlift", "pull-up-medium")
        assert row != "seated-row-narrow"
        assert fly != "rear-delt-fly"


def test_three_exercises_take_turns_in_a_place() -> None:
    rows = [cycle(number)[2] for number in range(1, 7)]
    assert len(set(rows[:3])) == 3
    assert rows[3:] == rows[:3]


def test_a_session_never_holds_an_exercise_twice() -> None:
    for number in range(1, 7):
        assert len(set(cycle(number))) == len(cycle(number))


def test_variation_keeps_the_number_of_sets(atlas: Atlas) -> None:
    plan = adopted("any", TEXT, 1)
    new = varied(plan.program, 2, plan.athlete, atlas)
    counts = [
        [item.targets(1)[0].sets for session in program.sessions for block in session.blocks for item in block.items]
        for program in (plan.program, new)
    ]
    assert counts[0] == counts[1]


def test_the_next_narrower_grip_comes_first_and_the_wide_one_last(atlas: Atlas) -> None:
    """Of pulldowns: medium is followed by shoulder width, then by closer ones."""
    widths = [
        e.grip_width
        for e in kindred(atlas.exercises["pulldown-medium"], (), GYM, atlas)
        if e.family == "pulldown" and e.grip_width is not None
    ]
    assert widths[0] is GripWidth.SHOULDER
    assert widths[-1] is GripWidth.WIDE


def test_the_wide_grip_is_nothing_for_beginners(atlas: Atlas) -> None:
    beginner = Athlete(equipment=GYM.equipment, level=Level.BEGINNER)
    assert all(
        e.grip_width is not GripWidth.WIDE for e in kindred(atlas.exercises["pulldown-medium"], (), beginner, atlas)
    )


def test_kindred_exercises_load_the_spine_and_ask_for_skill_no_more_than_the_first(atlas: Atlas) -> None:
    row = atlas.exercises["seated-row-narrow"]
    found = kindred(row, (), GYM, atlas)
    assert found
    for other in found:
        assert other.pattern is row.pattern
        assert other.axial.rank <= row.axial.rank
        assert other.skill.rank <= row.skill.rank


def test_nothing_is_kindred_that_the_athlete_cannot_or_will_not_do(atlas: Atlas) -> None:
    row = atlas.exercises["seated-row-narrow"]
    first = kindred(row, (), GYM, atlas)[0]
    refusing = Athlete(equipment=GYM.equipment, never=(first.id,))
    assert first not in kindred(row, (), refusing, atlas)
    assert kindred(row, (), Athlete(), atlas) == ()


def test_a_warm_up_follows_its_exercise_and_stays_a_warm_up() -> None:
    """The load of the old exercise says nothing about the new one, so the few reps are light."""
    text = programme(
        "deadlift 3 x 5-8 @ RIR 2",
        {"warmup": "seated-row-narrow", "sets": "1 x 5 @ 40 kg; 1 x 3 @ 80%"},
        "seated-row-narrow 3 x 8-12 @ RIR 1",
        athlete={"max_pull_ups": 9, "trunk_ready": True},
    )
    _, warm_up, row = (block.items[0] for block in adopted("any", text, 2).program.sessions[0].blocks)
    assert warm_up.exercise == row.exercise != "seated-row-narrow"
    assert sets_text(warm_up.targets(1)) == "1 x 5 light; 1 x 3 @ 80%"
