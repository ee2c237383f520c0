"""`dorsi why` about the next session, and the coach's rules in `dorsi rule`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dorsi.coach.coaching_rules import RULES, CoachingRule
from tests.cli.coaching.conftest import ATHLETE, Gym
from tests.cli.running import dorsi

Golden = Callable[[str, str], None]


def test_the_whole_session(trained: Gym, golden: Golden) -> None:
    golden("why", trained.dorsi("why").out)


def test_one_exercise_with_its_sets_and_what_follows(trained: Gym, golden: Golden) -> None:
    golden("why-deadlift", trained.dorsi("why", "deadlift").out)
    assert trained.dorsi("why", "2").out == trained.dorsi("why", "deadlift").out


def test_a_programme_file_is_explained_as_before(trained: Gym) -> None:
    done = trained.dorsi("why", trained.folder / "two-days.yaml", "lower/2", "-a", ATHLETE)
    assert done.code == 0
    assert "Deadlift, conventional  lower/2" in done.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(("99",), "It has: 2 Deadlift"), (("two-days.yaml",), "which place"), (("2", "-a", ATHLETE), "--athlete")],
)
def test_a_question_that_makes_no_sense_is_answered_plainly(
    trained: Gym, arguments: tuple[object, ...], says: str
) -> None:
    done = trained.dorsi("why", *arguments)
    assert done.code == 64
    assert says in done.err


def test_a_coaching_rule_has_its_card(golden: Golden) -> None:
    golden("rule-prg101", dorsi("rule", "prg101").stdout)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_coaching_rule_can_be_looked_up(rule: CoachingRule, gym: Gym) -> None:
    done = gym.dorsi("rule", rule.code)
    assert done.code == 0
    assert rule.name in done.out
