"""Reading a folder of logs and measuring the forecasts on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from dorsi.errors import FileMissing
from dorsi.journal.importing.foreign import ForeignLog, ForeignSession, ForeignSet
from dorsi.journal.model import LoadMode, SetKind
from dorsi.progress.walk_forward import FIRST_PREDICTED, OURS
from dorsi.services.forecasting import STRAPPED, measured, series_of
from dorsi.units import KG_PER_LB, MassUnit

HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
MONDAY = date(2026, 3, 2)


def strong(sessions: int, exercise: str = "Deadlift (Barbell)") -> bytes:
    """A log in the form Strong writes, one exercise three times a fortnight."""
    rows = (
        f"{MONDAY + timedelta(days=5 * n)} 18:00:00,Pull,{exercise},1,{100 + 2.5 * (n // 3)},{5 + n % 3},0,0,,,\n"
        for n in range(sessions)
    )
    return (HEADER + "".join(rows)).encode()


def given(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def log_of(*sets: ForeignSet) -> ForeignLog:
    return ForeignLog(format="strong", sessions=(ForeignSession(key="a", on=MONDAY, title="Pull", sets=sets),))


def test_every_series_is_foretold_from_the_ninth_session_on() -> None:
    found = measured([("long.csv", given(strong(24))), ("short.csv", given(strong(19)))])
    assert found.result.series == 1
    assert found.result.points == 24 - FIRST_PREDICTED
    assert [(log.file, log.format, log.long_enough) for log in found.logs] == [
        ("long.csv", "Strong", 1),
        ("short.csv", "Strong", 0),
    ]
    assert {score.method for score in found.result.best} >= {OURS, "last value"}


def test_the_same_exercise_in_two_logs_is_two_series() -> None:
    assert measured([("a.csv", given(strong(20))), ("b.csv", given(strong(20)))]).result.series == 2


def test_what_cannot_be_read_is_told_with_its_reason() -> None:
    def closed() -> bytes:
        raise FileMissing("c.csv")

    found = measured([("a.txt", given(b"hello")), ("b.csv", given(strong(0))), ("c.csv", closed)])
    assert found.logs == ()
    assert [each.file for each in found.unread] == ["a.txt", "b.csv", "c.csv"]
    assert "no training log" in found.unread[0].reason


def test_help_is_no_load_and_straps_stand_apart() -> None:
    found = series_of(
        log_of(
            ForeignSet(line=1, exercise="Pull Up", load=20, reps=8, mode=LoadMode.ASSISTED),
            ForeignSet(line=2, exercise="Chin Up (Assisted)", load=20, reps=8),
            ForeignSet(line=3, exercise="Deadlift", load=100, reps=5, kind=SetKind.WARM_UP),
            ForeignSet(line=4, exercise="Deadlift", load=140, reps=5, straps=True),
            ForeignSet(line=5, exercise="Deadlift", load=None, reps=5),
        )
    )
    assert set(found) == {"Deadlift", "Deadlift" + STRAPPED}
    assert found["Deadlift"][0].sets[0].warm_up


@pytest.mark.parametrize(("own", "kilograms"), [(None, 100 * KG_PER_LB), (MassUnit.KG, 100.0)])
def test_the_unit_is_the_logs_own_before_the_one_named(own: MassUnit | None, kilograms: float) -> None:
    found = series_of(log_of(ForeignSet(line=1, exercise="Row", load=100, unit=own, reps=5)), MassUnit.LB)
    assert found["Row"][0].sets[0].load_kg == pytest.approx(kilograms)


def test_the_limit_on_reps_decides_which_sessions_count() -> None:
    log = strong(24)
    assert measured([("a.csv", given(log))], most_reps=4).result.series == 0
    assert measured([("a.csv", given(log))], most_reps=7).result.series == 1
