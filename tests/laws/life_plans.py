"""Plans for simulated lives: the example athletes', and some with one answer changed, each planned once a process."""

from __future__ import annotations

from functools import cache

from dorsi.athlete.intake import intake_document, intake_from_mapping, read_intake
from dorsi.program.writing import write_program
from dorsi.services.planning import plan_from_intake
from tests.planner.plans import PLANNED, athlete_text, plan_text

CHANGED: dict[str, tuple[str, dict[str, object]]] = {
    "climber": ("newcomer", {"max_pull_ups": 2, "training_age_months": 5}),
    "pounds": ("intermediate", {"units": "lb", "body_mass": 180, "known_set": []}),
    "five-pull-ups": ("intermediate", {"max_pull_ups": 5, "known_set": []}),
    "three-days": ("strength", {"days": ["mon", "wed", "fri"], "weeks": 6}),
}
NAMES = (*PLANNED, *CHANGED)


@cache
def life_plan(name: str) -> str:
    """The plan's text by name."""
    if name in PLANNED:
        return plan_text(name)
    base, changes = CHANGED[name]
    document = {**intake_document(read_intake(athlete_text(base), base)), **changes}
    return write_program(plan_from_intake(intake_from_mapping(document, name)).program)
