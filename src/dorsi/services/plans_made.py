"""Plans that were just asked for: one is made once, and whoever needs it meanwhile waits for it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock

from dorsi.athlete.answers import Intake
from dorsi.planner.choice import Demands
from dorsi.planner.plan import Plan


class PlansMade:
    """The latest `most` plans by answers and demands. What goes wrong is told to all who wait, and not kept."""

    def __init__(self, most: int, make: Callable[[Intake, Demands | None], Plan]) -> None:
        self._most, self._make = most, make
        self._plans: OrderedDict[tuple[Intake, Demands | None], Future[Plan]] = OrderedDict()
        self._lock = Lock()

    def get(self, intake: Intake, demands: Demands | None) -> Plan:
        """The plan for these answers. Raises what making it raises."""
        key = intake, demands
        with self._lock:
            plan = self._plans.get(key)
            is_ours = plan is None
            if plan is None:
                plan = self._plans[key] = Future()
                while len(self._plans) > self._most:
                    self._plans.popitem(last=False)
            self._plans.move_to_end(key)
        if is_ours:
            self._settle(key, plan)
        return plan.result()

    def _settle(self, key: tuple[Intake, Demands | None], plan: Future[Plan]) -> None:
        try:
            plan.set_result(self._make(*key))
        except BaseException as error:  # noqa: BLE001 - whoever waits is told of anything
            with self._lock:
                self._plans.pop(key, None)
            plan.set_exception(error)
