"""What looks wrong is shown, and hard but honest training is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dorsi.journal.importing.oddities import Oddity, OddityKind, oddities, world_ceiling_kg
from dorsi.journal.model import (
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

TODAY = date(2026, 11, 22)
FIRST = date(2026, 3, 2)


def _load(kg: float, mode: LoadMode = LoadMode.TOTAL) -> LoggedLoad:
    return LoggedLoad(value=kg, mode=mode)


def _set(set_id: str, kg: float | None, reps: int = 5, exercise: str = "row", **values: object) -> LoggedSet:
    load = None if kg is None else _load(kg)
    return LoggedSet(id=set_id, exercise=exercise, name=exercise, load=load, reps=reps, **values)  # type: ignore[arg-type]


def _days(*loads: float, exercise: str = "row") -> list[LoggedSession]:
    """A session every third day with two sets of the load."""
    return [
        LoggedSession(
            id=f"{exercise}-{at}",
            on=FIRST + timedelta(days=3 * at),
            sets=(_set(f"{exercise}-{at}-a", kg, exercise=exercise), _set(f"{exercise}-{at}-b", kg - 1, 8, exercise)),
        )
        for at, kg in enumerate(loads)
    ]


def _found(sessions: list[LoggedSession], *measured: Measurement, **values: object) -> list[Oddity]:
    given = {"today": TODAY, "ceiling": lambda _: 520.0, "lines": {}, **values}
    return list(oddities(sessions, measured, **given))  # type: ignore[arg-type]


def _kinds(sessions: list[LoggedSession], *measured: Measurement) -> list[OddityKind]:
    return [oddity.kind for oddity in _found(sessions, *measured)]


def test_a_load_far_above_the_lifts_usual_is_shown_with_its_line() -> None:
    sessions = _days(60, 62.5, 65, 67.5, 700 - 635, 160, 65, 67.5)
    found = _found(sessions, lines={"row-5-a": 17, "row-5-b": 18})
    assert [(oddity.kind, oddity.line) for oddity in found] == [(OddityKind.HEAVY, 17), (OddityKind.HEAVY, 18)]
    assert "160 kg where 65 kg is usual" in found[0].says


def test_the_usual_load_is_told_in_the_unit_of_the_odd_one() -> None:
    in_pounds = _days(60, 62.5, 65, 67.5, 65, 160, 65, 67.5)
    odd = replace(in_pounds[5].sets[0], load=LoggedLoad(value=360, unit=MassUnit.LB))
    in_pounds[5] = replace(in_pounds[5], sets=(odd,))
    assert "360 lb where 143.3 lb is usual" in _found(in_pounds)[0].says


def test_a_slip_of_a_digit_in_the_heaviest_set_is_shown() -> None:
    assert set(_kinds(_days(80, 80, 82.5, 85, 86 * 2))) == {OddityKind.HEAVY}


def test_a_beginners_gains_are_not_odd() -> None:
    assert _kinds(_days(*(20 + 2.5 * at for at in range(30)))) == []


def test_a_jump_back_after_a_light_month_is_not_odd() -> None:
    assert _kinds(_days(100, 100, 102.5, 60, 60, 60, 60, 100, 102.5)) == []


def test_few_days_say_nothing_about_what_is_usual() -> None:
    assert _kinds(_days(20, 100, 20)) == []


def test_loads_beyond_anybodys_are_shown_even_once() -> None:
    assert set(_kinds(_days(860))) == {OddityKind.RECORD}


def test_warm_ups_and_help_are_not_compared() -> None:
    sessions = _days(60, 60, 60, 60, 60, 60)
    last = sessions[-1]
    extra = (
        _set("w", 400, kind=SetKind.WARM_UP),
        LoggedSet(id="h", exercise="row", load=_load(400, LoadMode.ASSISTED), reps=5),
    )
    sessions[-1] = LoggedSession(id=last.id, on=last.on, sets=(*last.sets, *extra))
    assert _kinds(sessions) == []


@pytest.mark.parametrize(("reps", "kinds"), [(100, []), (101, [OddityKind.REPS])])
def test_more_than_a_hundred_repetitions_are_shown(reps: int, kinds: list[OddityKind]) -> None:
    assert _kinds([LoggedSession(id="s", on=FIRST, sets=(_set("a", None, reps),))]) == kinds


@pytest.mark.parametrize(("hours", "kinds"), [(5, []), (264, [OddityKind.LONG])])
def test_sessions_of_many_hours_are_shown(hours: int, kinds: list[OddityKind]) -> None:
    assert _kinds([LoggedSession(id="s", on=FIRST, duration_s=hours * 3600)]) == kinds


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        (date(1999, 12, 31), [OddityKind.DAY]),
        (date(2000, 1, 1), []),
        (TODAY + timedelta(days=1), []),
        (TODAY + timedelta(days=2), [OddityKind.DAY]),
    ],
)
def test_days_outside_living_memory_are_shown(on: date, kinds: list[OddityKind]) -> None:
    assert _kinds([LoggedSession(id="s", on=on)]) == kinds


def test_the_same_session_twice_is_shown_also_where_another_app_brought_it() -> None:
    sets = tuple(_set(f"a{at}", 60.0 + at, 8) for at in range(4))
    one = LoggedSession(id="one", on=FIRST, sets=sets, source="strong")
    pounds = tuple(
        LoggedSet(
            id=f"b{at}", exercise="another", reps=8, load=LoggedLoad(value=(60 + at) / 0.45359237, unit=MassUnit.LB)
        )
        for at in range(4)
    )
    two = LoggedSession(id="two", on=FIRST, sets=pounds, source="hevy")
    assert _kinds([one, two]) == [OddityKind.TWIN]
    (oddity,) = _found([two], others=[one])
    assert "from strong" in oddity.says
    assert _kinds([one]) == []


def test_the_same_row_many_times_is_shown() -> None:
    sets = tuple(_set(f"a{at}", 60.0) for at in range(16))
    assert _kinds([LoggedSession(id="s", on=FIRST, sets=sets)]) == [OddityKind.ALIKE]
    assert _kinds([LoggedSession(id="s", on=FIRST, sets=sets[:15])]) == []


@pytest.mark.parametrize(("value", "kinds"), [(80.0, []), (8.0, [OddityKind.BODY]), (400.0, [OddityKind.BODY])])
def test_impossible_body_masses_are_shown(value: float, kinds: list[OddityKind]) -> None:
    measured = Measurement(id="m", on=FIRST, kind=MeasureKind.BODY_MASS, value=value, unit=MeasureUnit.KG)
    assert _kinds([], measured) == kinds


@pytest.mark.parametrize("factor", [2.2, 1 / 2.2])
def test_a_change_of_unit_is_shown_once_for_all_lifts(factor: float) -> None:
    def switched(first: float, exercise: str) -> list[LoggedSession]:
        return _days(*[first] * 5, *[first * factor] * 5, exercise=exercise)

    found = _found([*switched(60, "row"), *switched(80, "deadlift")])
    (oddity,) = [one for one in found if one.kind is OddityKind.UNIT]
    assert oddity.on == FIRST + timedelta(days=15)
    assert "row" in oddity.says
    assert "deadlift" in oddity.says


def test_one_lift_that_doubles_is_no_change_of_unit() -> None:
    found = _found(_days(*[60.0] * 5, *[132.0] * 5))
    assert OddityKind.UNIT not in {oddity.kind for oddity in found}


def test_sessions_of_one_day_are_taken_in_their_order() -> None:
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    late = LoggedSession(id="a", on=FIRST, started_at=at + timedelta(hours=9), duration_s=90000)
    early = LoggedSession(id="b", on=FIRST, started_at=at, duration_s=90000)
    assert [oddity.session_id for oddity in _found([late, early])] == ["b", "a"]


def test_a_press_has_a_lower_ceiling_than_a_sled() -> None:
    press = world_ceiling_kg(None, None, for_legs=False, for_press=True)
    sled = world_ceiling_kg(None, None, for_legs=True, for_press=False)
    assert press < 860 < sled
