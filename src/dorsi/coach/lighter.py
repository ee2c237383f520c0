"""The next load down that makes a difference."""

from __future__ import annotations

from dorsi.athlete.loads import lightest, reachable
from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise
from dorsi.coach.summing import body_kg

LIGHTER = 0.95
"""Share of what is lifted that a lighter load has at the most (heuristic)."""


def lighter_load(load_kg: float, exercise: Exercise, athlete: Athlete) -> float | None:
    """The next load down that is at least 5 % less of what is lifted; None if there is none."""
    body = body_kg(exercise, athlete.body_mass_kg)
    least = lightest(exercise, athlete)
    wanted = (body + load_kg) * LIGHTER - body
    if body and load_kg >= 0 and wanted < 0:
        return 0.0 if load_kg > 0 else None
    made = reachable(wanted, exercise, athlete)
    if made is None and least is not None and least < load_kg:
        return least
    return made if made is not None and made < load_kg else None
