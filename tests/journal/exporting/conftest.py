"""A small journal with one of everything that other apps know."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dorsi.journal.model import (
    CustomExercise,
    Journal,
    LoadMode,
    LoggedLoad,
    LoggedSession,
    LoggedSet,
    MeasureKind,
    Measurement,
    MeasureUnit,
    SetKind,
)
from dorsi.units import MassUnit

BENCH = "Bench Press (Barbell)"
PULL_UP = "Pull Up"


def _set(set_id: str, name: str, **values: object) -> LoggedSet:
    exercises = {BENCH: "other:bench-press", PULL_UP: "pull-up-medium", "My row": "custom:my-row"}
    return LoggedSet(id=set_id, exercise=exercises.get(name, "plank"), name=name, **values)  # type: ignore[arg-type]


@pytest.fixture
def small_journal() -> Journal:
    """Two sessions: kinds, units, assistance, supersets, rests and remarks; measurements."""
    first = LoggedSession(
        id="first",
        on=date(2026, 5, 28),
        started_at=datetime(2026, 5, 28, 5, 32, tzinfo=UTC),
        zone="Europe/Rome",
        duration_s=4980,
        title="Morning; heavy",
        note="Slept well.\nNo coffee.",
        sets=(
            _set("a", BENCH, kind=SetKind.WARM_UP, load=LoggedLoad(value=40.0), reps=8, rest_s=90),
            _set("b", BENCH, load=LoggedLoad(value=82.5), reps=5, rpe=8.5, rest_s=180),
            _set("c", BENCH, kind=SetKind.FAILURE, load=LoggedLoad(value=82.5), reps=4),
            _set("d", BENCH, kind=SetKind.DROP, load=LoggedLoad(value=60.0), reps=9),
            _set("e", PULL_UP, load=LoggedLoad(value=22.5, mode=LoadMode.ADDED), reps=6, rir=1.0, run=1, superset=0),
            _set("f", "My row", load=LoggedLoad(value=95.0, unit=MassUnit.LB), reps=8, run=2, superset=0),
            _set("g", BENCH, load=LoggedLoad(value=50.0), reps=12, run=3),
        ),
        run_notes=((0, "Feet flat."),),
        source="strong",
    )
    second = LoggedSession(
        id="second",
        on=date(2026, 5, 30),
        title="=cmd()",
        sets=(
            _set("h", PULL_UP, load=LoggedLoad(value=20.0, mode=LoadMode.ASSISTED), reps=10),
            _set("i", "Plank", seconds=60.0, run=1),
            _set("j", "Running", metres=5000.0, seconds=1500.0, run=2),
        ),
    )
    return Journal(
        sessions=(first, second),
        measurements=(
            Measurement(id="m", on=date(2026, 5, 28), kind=MeasureKind.BODY_MASS, value=81.5, unit=MeasureUnit.KG),
        ),
        exercises={"custom:my-row": CustomExercise(id="custom:my-row", name="My row")},
    )
