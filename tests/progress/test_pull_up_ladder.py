"""The ladder from a hang to weighted pull-ups."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.journal.model import LoggedSession
from dorsi.progress.pull_up_ladder import Reached, Rung, Step, pull_up_ladder
from dorsi.progress.training import training_of
from tests.journal.making import a_journal, a_session, a_set, day


def ladder(*sessions: LoggedSession) -> dict[Step, Rung]:
    training = training_of(a_journal(*sessions), Athlete(), load_atlas(), day(60))
    return {rung.step: rung for rung in pull_up_ladder(training)}


def test_without_anything_the_hang_is_the_step_to_work_on() -> None:
    rungs = ladder()
    assert rungs[Step.HANG].state is Reached.HERE
    assert all(rungs[step].state is Reached.AHEAD for step in Step if step is not Step.HANG)


def test_a_step_half_done_is_where_one_stands() -> None:
    rungs = ladder(a_session(0, a_set("dead-hang", seconds=40)), a_session(3, a_set("pull-up-eccentric", reps=3)))
    assert rungs[Step.HANG].state is Reached.DONE
    assert (rungs[Step.LOWERING].state, rungs[Step.LOWERING].best) == (Reached.HERE, 3)


def test_a_full_pull_up_leaves_all_steps_below_behind() -> None:
    rungs = ladder(a_session(0, a_set("pull-up-medium", "+0", 3)))
    assert [rungs[step].state for step in Step] == [*[Reached.DONE] * 4, Reached.HERE, Reached.AHEAD]
    assert rungs[Step.FIRST].on == day(0)


def test_help_and_chin_ups_are_no_full_pull_ups() -> None:
    rungs = ladder(a_session(0, a_set("pull-up-assisted", "-20", 9), a_set("chin-up", "+0", 9)))
    assert rungs[Step.HELPED].state is Reached.DONE
    assert (rungs[Step.FIRST].state, rungs[Step.FIRST].best) == (Reached.HERE, 0)


def test_weight_on_the_belt_is_the_top() -> None:
    rungs = ladder(a_session(0, a_set("pull-up-weighted", "+10", 5)))
    assert rungs[Step.WEIGHTED].best == 10
    assert all(rung.state is Reached.DONE for rung in rungs.values())
