"""Made-up training for the tests of strength and forecasts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dorsi.progress.series import Exposure, StrengthSet

START = date(2025, 1, 6)


def exposure(day: int, *sets: tuple[float, int], context: str = "") -> Exposure:
    """A session `day` days after START; sets as (load in kg, reps)."""
    done = tuple(StrengthSet(load_kg=load_kg, reps=reps) for load_kg, reps in sets)
    return Exposure(on=START + timedelta(days=day), sets=done, context=context)


def weekly(loads_kg: Sequence[float], reps: int = 5) -> list[Exposure]:
    """One session a week with one load each."""
    return [exposure(7 * week, (load_kg, reps)) for week, load_kg in enumerate(loads_kg)]
