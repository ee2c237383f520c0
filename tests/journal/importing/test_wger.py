"""wger: records in JSON, units by number, decimals as text."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from dorsi.journal.importing.foreign import Fate, ForeignLog
from dorsi.journal.importing.wger import Wger
from dorsi.journal.model import MeasureKind, SetKind
from dorsi.units import MassUnit


def record(**fields: Any) -> dict[str, Any]:
    """A record of the training log with what its fields usually hold."""
    usual = {
        "id": "x",
        "date": "2025-05-01T18:10:00+02:00",
        "session": "s1",
        "exercise": 73,
        "repetitions_unit": 1,
        "repetitions": "8.00",
        "weight_unit": 1,
        "weight": "60.00",
        "rir": "2",
        "rest": 90,
        "next_log": None,
    }
    return {**usual, **fields}


def read(*records: object) -> ForeignLog:
    return Wger().read(json.dumps(list(records)))


def test_lists_and_pages_of_results_are_recognised() -> None:
    assert Wger().recognises(json.dumps([record()]))
    assert Wger().recognises(json.dumps({"count": 1, "next": None, "results": [record()]}))
    assert Wger().recognises(json.dumps([{"id": 1, "date": "2025-05-01", "weight": "81.50"}]))
    assert not Wger().recognises(json.dumps({"date": "2025-05-01", "weight": 3}))
    assert not Wger().recognises("Date,Weight\n")


def test_a_page_reads_as_its_results() -> None:
    log = Wger().read(json.dumps({"count": 1, "results": [record()]}))
    (session,) = log.sessions
    assert session.started == datetime(2025, 5, 1, 18, 10, tzinfo=timezone(timedelta(hours=2)))
    (entry,) = session.sets
    assert (entry.exercise, entry.load, entry.unit, entry.reps) == ("wger exercise 73", 60.0, MassUnit.KG, 8)
    assert (entry.rir, entry.rest_s) == (2.0, 90)


@pytest.mark.parametrize(
    ("unit", "amount", "expected"),
    [
        (1, "8.00", (8, None, None)),
        (2, "8.00", (8, None, None)),
        (3, "45.00", (None, 45.0, None)),
        (4, "1.50", (None, 90.0, None)),
        (5, "1.00", (None, None, 1609.344)),
        (6, "2.00", (None, None, 2000.0)),
        (8, "400.00", (None, None, 400.0)),
    ],
)
def test_the_unit_of_repetitions_says_what_was_counted(unit: int, amount: str, expected: tuple[object, ...]) -> None:
    entry = read(record(repetitions_unit=unit, repetitions=amount)).sessions[0].sets[0]
    assert (entry.reps, entry.seconds, entry.metres) == expected


def test_sets_to_failure_and_drop_sets_have_their_kind() -> None:
    log = read(
        record(id="a", next_log="b"),
        record(id="b", weight="40.00"),
        record(id="c", repetitions_unit=2),
    )
    assert [entry.kind for entry in log.sessions[0].sets] == [SetKind.WORK, SetKind.DROP, SetKind.FAILURE]


def test_loads_that_are_no_mass_stay_as_text() -> None:
    entry = read(record(weight_unit=4, weight="3.00")).sessions[0].sets[0]
    assert (entry.load, entry.unit, entry.note) == (None, None, "weight: 3.00 plates")


def test_records_are_put_in_the_order_of_time() -> None:
    log = read(
        record(date="2025-05-01T18:20:00+02:00", exercise={"id": 4, "name": "Row"}),
        record(date="2025-05-01T18:00:00+02:00", exercise={"id": 5, "name": "Plank"}),
    )
    assert [entry.exercise for entry in log.sessions[0].sets] == ["Plank", "Row"]


def test_every_record_has_one_fate() -> None:
    log = read(record(), record(date="?"), record(exercise=None), record(repetitions=None, weight=None), 5, None)
    assert log.rows == 6
    assert dict(log.fates) == {Fate.SET: 1, Fate.REJECTED: 5}
    assert {r.line: r.reason for r in log.rejected} == {
        2: "the date '?' cannot be read",
        3: "the exercise has no name",
        4: "nothing was entered",
        5: "the row has no date",
        6: "the row has no date",
    }


def test_body_weights_are_measurements() -> None:
    log = read({"id": 1, "date": "2025-05-01", "weight": "81.50"}, {"id": 2, "date": "2025-05-02", "weight": "-1"})
    assert [(m.on, m.kind, m.value) for m in log.measurements] == [(date(2025, 5, 1), MeasureKind.BODY_MASS, 81.5)]
    assert log.fates[Fate.REJECTED] == 1


@pytest.mark.parametrize("text", ["[", "", '[{"id": 1,', "[" * 100_000, "3"])
def test_broken_json_is_one_refused_row(text: str) -> None:
    log = Wger().read(text)
    assert (log.rows, dict(log.fates)) == (1, {Fate.REJECTED: 1})
