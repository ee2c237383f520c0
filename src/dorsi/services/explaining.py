"""Why a prescription of a programme file is what it is."""

from __future__ import annotations

from functools import lru_cache

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.coach.adopted import adopted
from dorsi.planner.why import Explanation, explain
from dorsi.program.reading import read_program
from dorsi.services.checking import embedded_athlete


@lru_cache(maxsize=64)
def explain_adopted(plan_id: str, text: str, cycle: int, place: str, *, priced: bool = False) -> Explanation:
    """Explains one place of a programme under way as it stands in a cycle; what it costs to do something else there is
    worked out only where it is to be `priced`, which takes some seconds the first time.

    Raises UnknownName for a place that is not there.
    """
    plan = adopted(plan_id, text, cycle)
    return explain(plan.program, plan.athlete, place, plan.atlas, priced=priced)


def explain_text(text: str, file: str, place: str, athlete: Athlete | None = None) -> Explanation:
    """Explains one place of a programme file, for the athlete given or the one the file carries.

    Raises InvalidFile, TrainingRefused, or UnknownName for a place that is not there.
    """
    atlas = load_atlas()
    program = read_program(text, file, atlas)
    return explain(program, athlete or embedded_athlete(program, file), place, atlas)
