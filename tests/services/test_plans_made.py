"""Plans made once, for all who ask for them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

import pytest

from dorsi.athlete.answers import Intake
from dorsi.errors import WishesClash
from dorsi.services.plans_made import PlansMade

ANSWERS = [Intake(age=age, body_mass=80, training_age_months=3) for age in range(20, 24)]


def test_a_plan_is_made_once_and_the_oldest_is_let_go() -> None:
    made: list[int] = []
    plans = PlansMade(2, lambda intake, _demands: made.append(intake.age))  # type: ignore[arg-type,func-returns-value]
    for number in (0, 1, 0, 2, 0, 1):
        plans.get(ANSWERS[number], None)
    assert made == [20, 21, 22, 21]


def test_whoever_asks_for_a_plan_in_the_making_waits_for_it() -> None:
    begun, go_on, made = Event(), Event(), []

    def make(intake: Intake, _demands: object) -> Any:
        made.append(intake.age)
        begun.set()
        assert go_on.wait(20)
        return f"plan {intake.age}"

    plans, together = PlansMade(2, make), Barrier(2, timeout=20)

    def ask() -> Any:
        together.wait()
        return plans.get(ANSWERS[0], None)

    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(ask) for _ in range(2)]
        assert begun.wait(20)
        go_on.set()
        assert [each.result(20) for each in both] == ["plan 20", "plan 20"]
    assert made == [20]


def test_wishes_that_clash_are_told_and_not_kept() -> None:
    asked = 0

    def make(_intake: Intake, _demands: object) -> Any:
        nonlocal asked
        asked += 1
        raise WishesClash(["time"], [])

    plans = PlansMade(2, make)
    for _ in range(2):
        with pytest.raises(WishesClash):
            plans.get(ANSWERS[0], None)
    assert asked == 2
