"""The road to pull-ups and the deadlift: attempts, the gate at eight, weight from ten, the trunk tests."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dorsi.coach.ladder import best_pull_ups
from dorsi.coach.model import NextSession
from dorsi.journal.model import LoggedSession, SetKind
from dorsi.program.model import Role
from tests.coach.making import BEGINNER, coached, done, held, known, lead, load_of, programme, rules, topped, work
from tests.journal.making import a_session, a_set, straight

CLIMB = ({"test": "pull-up-medium", "sets": "1 x max @ RIR 1"}, "pull-up-assisted 3 x 5-10 @ RIR 2")
FOUR = programme(*CLIMB, athlete={"max_pull_ups": 4})
HINGE = programme("kettlebell-deadlift 3 x 8-12 @ RIR 3", athlete=BEGINNER)


def attempt(number: int, reps: int) -> LoggedSession:
    """One set to the maximum, then the easier pull."""
    return a_session(
        number,
        a_set("pull-up-medium", None, reps, kind=SetKind.TEST),
        straight(3, "pull-up-assisted", "-30", 7, rir=2),
    )


def attempts(session: NextSession) -> list[str]:
    """The exercises tested in a session."""
    return [item.exercise.id for item in session.items if item.role is Role.TEST]


def climbed(*best: int) -> NextSession:
    """The session after attempts with these reps, three days apart."""
    return coached(FOUR, *(attempt(3 * number, reps) for number, reps in enumerate(best)))


def test_below_eight_there_is_one_attempt_and_the_work_is_assisted() -> None:
    session = climbed(4)
    assert attempts(session) == ["pull-up-medium"]
    assert next(item for item in session.items if item.role is Role.TEST).sets[0].to_max
    assert [item.exercise.id for item in work(session)] == ["pull-up-assisted"]


@pytest.mark.parametrize(("best", "first"), [((), True), ((0,), True), ((0, 1), False)])
def test_without_a_pull_up_yet_the_attempt_is_a_first_try(best: Sequence[int], first: bool) -> None:
    none_yet = programme(*CLIMB, athlete={"max_pull_ups": 0})
    session = coached(none_yet, *(attempt(3 * number, reps) for number, reps in enumerate(best)))
    assert next(item for item in session.items if item.role is Role.TEST).first_try is first


def test_below_eight_full_pull_ups_give_way_to_an_easier_pull() -> None:
    item = lead(coached(programme("pull-up-medium 3 x 5-8 @ RIR 1", athlete={"max_pull_ups": 4})))
    assert item.exercise.id == "pull-up-assisted"
    assert item.planned == "pull-up-medium"
    assert rules(item)[0] == "LAD104"


@pytest.mark.parametrize(
    ("best", "unlocked"),
    [((8,), False), ((9,), False), ((8, 8), True), ((8, 7, 8), False), ((10,), True), ((4, 10), True)],
)
def test_eight_twice_running_or_ten_once_open_the_gate(best: Sequence[int], unlocked: bool) -> None:
    session = climbed(*best)
    assert (attempts(session) == []) is unlocked
    assert [item.exercise.id for item in work(session)] == ["pull-up-medium" if unlocked else "pull-up-assisted"]


def test_the_opened_gate_is_explained() -> None:
    assert "LAD102" in rules(lead(climbed(8, 8)))


def test_one_bad_day_does_not_close_the_gate_and_two_clearly_bad_ones_do() -> None:
    bad = [done(number, "pull-up-medium", None, 3, 3, 3, rir=1) for number in (6, 9)]
    opened = (attempt(0, 8), attempt(3, 8))
    assert known(FOUR, *opened, bad[0]).unlocked
    state = known(FOUR, *opened, *bad)
    assert not state.unlocked
    assert attempts(coached(FOUR, *opened, *bad)) == ["pull-up-medium"]


def test_work_sets_below_eight_do_not_break_the_run_of_eights() -> None:
    """Sets of five with two left are what the coach asks for; only an attempt can fail."""
    text = programme("pull-up-medium 3 x 5-8 @ RIR 1", athlete={"max_pull_ups": 8})
    sessions = [done(0, "pull-up-medium", None, 8, rir=0), done(3, "pull-up-medium", None, 6, 6, 6, rir=2)]
    assert known(text, *sessions).eights == 1


@pytest.mark.parametrize("exercise", ["chin-up", "pull-up-eccentric", "pull-up-assisted"])
def test_neither_chin_ups_nor_lowering_nor_help_count_as_full_pull_ups(exercise: str) -> None:
    load = "-10" if exercise == "pull-up-assisted" else None
    state = known(FOUR, done(0, exercise, load, 12, kind=SetKind.TEST))
    assert not state.unlocked
    assert best_pull_ups(state) == 4


def pull_ups(best: int, *reps: int) -> NextSession:
    """The session after pull-ups with one left, by someone who has told of this best set."""
    text = programme("pull-up-medium 3 x 5-8 @ RIR 1", athlete={"max_pull_ups": best})
    return coached(text, done(0, "pull-up-medium", None, *reps, rir=1))


def test_weight_goes_on_the_belt_from_a_best_of_ten() -> None:
    """The lightest plate is 1.25 kg. Nine to failure were shown, ten were told of."""
    item = lead(pull_ups(10, 8, 8, 8))
    assert item.sets[0].load_kg == 1.25
    assert rules(item) == ("LAD103",)


def test_below_ten_the_reps_go_on() -> None:
    item = lead(pull_ups(9, 8, 8, 8))
    assert item.sets[0].load_kg == 0
    assert item.sets[0].reps == (5, 9)
    assert "before weight" in item.decisions[0].says


def test_weighted_pull_ups_count_for_the_best_set() -> None:
    """Five with one left at 80 + 20 kg: 30 * ((1 + 6 / 30) * 100 / 80 - 1) = 15 at body weight."""
    state = known(FOUR, done(0, "pull-up-weighted", "+20", 5, 5, 5, rir=1))
    assert best_pull_ups(state) == 15


def test_a_best_set_speaks_for_the_present_for_eight_weeks() -> None:
    first = done(0, "pull-up-medium", None, 12, kind=SetKind.TEST)
    assert best_pull_ups(known(FOUR, first, done(56, "pull-up-medium", None, 7, kind=SetKind.TEST))) == 12
    assert best_pull_ups(known(FOUR, first, done(57, "pull-up-medium", None, 7, kind=SetKind.TEST))) == 7


def test_an_odd_number_of_pull_ups_does_not_open_the_gate_unasked() -> None:
    """Forty instead of four: a slip of the finger, which is asked about."""
    slips = [attempt(number, 4) for number in (0, 3, 6, 9)] + [attempt(12, 40)]
    state = known(FOUR, *slips)
    assert state.doubts
    assert not state.unlocked
    assert best_pull_ups(state) == 4


def trunk(planks: Sequence[int], extensions: Sequence[int]) -> list[LoggedSession]:
    """Sessions three days apart: seconds of planks first, then reps of back extensions, hinges in each."""
    tests = [
        *(held(0, "plank", seconds).sets for seconds in planks),
        *(done(0, "back-extension-45", None, reps).sets for reps in extensions),
    ]
    hinges = [straight(3, "kettlebell-deadlift", 20, 9, rir=3) for _ in tests]
    return [a_session(3 * number, both, own) for number, (own, both) in enumerate(zip(tests, hinges, strict=True))]


def test_both_trunk_tests_passed_twice_open_the_deadlift() -> None:
    item = lead(coached(HINGE, *trunk([60, 65], [15, 20])))
    assert item.exercise.id == "deadlift-trap-bar"
    assert item.planned == "kettlebell-deadlift"
    assert rules(item)[0] == "LAD106"


@pytest.mark.parametrize(
    ("planks", "extensions"),
    [([60, 60], [15, 14]), ([60, 59], [15, 15]), ([60, 60, 60], [15]), ([60, 60], []), ([], [15, 15])],
)
def test_anything_less_keeps_the_easier_hinge(planks: Sequence[int], extensions: Sequence[int]) -> None:
    assert lead(coached(HINGE, *trunk(planks, extensions))).exercise.id == "kettlebell-deadlift"


def test_a_session_that_has_a_deadlift_keeps_its_easier_hinge() -> None:
    text = programme("deadlift 3 x 5-8 @ RIR 3", "kettlebell-deadlift 2 x 8-12 @ RIR 3", athlete=BEGINNER)
    assert [item.exercise.id for item in work(coached(text, *trunk([60, 60], [15, 15])))] == [
        "deadlift",
        "kettlebell-deadlift",
    ]


def test_the_gates_do_not_touch_other_lifts() -> None:
    assert (
        load_of(coached(programme("barbell-row 3 x 6-10 @ RIR 2", athlete={"max_pull_ups": 4}), topped(0, 60))) == 62.5
    )
