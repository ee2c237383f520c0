"""Dorsi's own logs after people and programs have been at them: what is damaged is refused, the rest is read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from foreign_logs import settled
from hypothesis import given, settings
from hypothesis import strategies as st

from dorsi.journal.importing.dorsi_log import DorsiJournal
from dorsi.journal.importing.dorsi_table import COLUMNS, DorsiTable
from dorsi.journal.importing.foreign import Fate, ForeignLog
from dorsi.journal.model import CustomExercise

GOOD = {
    "row": "set", "session_id": "s", "on": "2026-03-02", "set_id": "a", "exercise_id": "deadlift", "run": "0",
    "load": "60", "load_unit": "kg", "load_mode": "total", "reps": "5", "kind": "work", "implements": "1",
}  # fmt: skip
A_SET = {"id": "a", "exercise": "deadlift", "load": [60.0, "kg", "total"], "reps": 5}


def _table(*rows: dict[str, str]) -> ForeignLog:
    lines = [",".join(COLUMNS), *(",".join(row.get(name, "") for name in COLUMNS) for row in rows)]
    return _checked(DorsiTable().read("\r\n".join(lines) + "\r\n"))


def _document(*sets: Any, **values: Any) -> ForeignLog:
    session = {"id": "s", "on": "2026-03-02", "sets": list(sets), **values}
    return _checked(DorsiJournal().read(json.dumps({"dorsi": "log/1", "sessions": [session]})))


def _checked(log: ForeignLog) -> ForeignLog:
    assert sum(log.fates.values()) == log.rows
    assert log.fates.get(Fate.REJECTED, 0) == len(log.rejected)
    return log


def test_a_good_row_is_read() -> None:
    log = _table(GOOD)
    assert log.ours is not None
    assert log.ours.sessions[0].sets[0].load is not None
    assert log.rejected == ()


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("reps", "5.5", "reps '5.5' is not a whole number"),
        ("reps", "many", "reps 'many' is not a number"),
        ("load", "-5", "load '-5' is not a number of 0 or more"),
        ("load", "nan", "load 'nan' is not a number of 0 or more"),
        ("load", "1e300", "load is not a number of 0 or more"),
        ("load_unit", "stone", "'stone' is not a valid MassUnit"),
        ("on", "3/2/2026", "'3/2/2026' is not a day such as 2026-03-31"),
        ("started_at", "noon", "started_at 'noon' is not a time such as 2026-03-31T18:00:00Z"),
        ("row", "", "'' is no kind of row: set, note or session"),
        ("set_id", "", "the set has no id"),
        ("session_id", "", "the session has no id"),
        ("exercise_id", "", "the set has no exercise"),
        ("discomfort", "11", "discomfort is not a whole number from 0 to 10"),
        ("straps", "perhaps", "straps 'perhaps' is neither yes nor no"),
        ("run", "", "run is missing"),
    ],
)
def test_a_damaged_cell_refuses_its_row_alone(column: str, cell: str, reason: str) -> None:
    log = _table({**GOOD, column: cell}, {**GOOD, "set_id": "b"})
    assert [(row.line, row.reason) for row in log.rejected] == [(2, reason)]
    assert log.fates[Fate.SET] == 1


def test_a_set_copied_to_another_row_is_refused() -> None:
    log = _table(GOOD, GOOD)
    assert [row.reason for row in log.rejected] == ["the set stands there twice"]
    log = _document(A_SET, A_SET)
    assert [row.reason for row in log.rejected] == ["the set stands there twice"]


def test_decimal_commas_of_a_table_program_are_read() -> None:
    log = DorsiTable().read(";".join(GOOD) + "\n" + ";".join({**GOOD, "load": "62,5"}.values()) + "\n")
    assert log.ours is not None
    load = log.ours.sessions[0].sets[0].load
    assert load is not None
    assert load.value == 62.5


@pytest.mark.parametrize(
    "change",
    [
        {"reps": "five"},
        {"reps": -1},
        {"load": [60.0, "stone", "total"]},
        {"load": ["heavy", "kg", "total"]},
        {"load": []},
        {"run": None},
        {"unheard": 1},
        {"id": ""},
        {"id": 5},
        {"kind": "nap"},
        {"kind": None},
        {"straps": "no"},
        {"done_at": "noon"},
        {"discomfort": {"score": 99}},
        {"seconds": 10**400},
    ],
)
def test_a_damaged_set_is_refused_alone(change: dict[str, Any]) -> None:
    log = _document({**A_SET, **change}, {**A_SET, "id": "b"})
    assert log.fates == {Fate.REJECTED: 1, Fate.SET: 1}
    assert log.rejected[0].reason


@pytest.mark.parametrize(
    "change", [{"on": "noon"}, {"id": ""}, {"plan": {"week": 1}}, {"finished": 3}, {"title": None}]
)
def test_a_damaged_session_refuses_its_sets_one_by_one(change: dict[str, Any]) -> None:
    log = _document(A_SET, {**A_SET, "id": "b"}, **change)
    assert log.fates == {Fate.REJECTED: 2}


@pytest.mark.parametrize(
    "text", ['{"dorsi": "log/1"', '{"dorsi": "log/9"}', '{"dorsi": "log/1", "x": NaN}', "[" * 100_000]
)
def test_a_broken_document_is_one_refused_row(text: str) -> None:
    log = _checked(DorsiJournal().read(text))
    assert len(log.rejected) == 1


def test_things_that_are_no_things_are_refused() -> None:
    things = [{"kind": "measurement", "thing": {"id": "m"}}, {"kind": "session-deleted", "session_id": "s"}, 5, {}]
    log = _checked(
        DorsiJournal().read(json.dumps({"dorsi": "log/1", "things": things, "names": {"a": 1, "b": "deadlift"}}))
    )
    assert len(log.rejected) == 5
    assert log.fates[Fate.NOTE] == 1


def test_an_exercise_this_version_does_not_know_becomes_an_own_one() -> None:
    found = settled(_document({**A_SET, "exercise": "moon-row"}))
    assert found.news.sessions[0].sets[0].exercise == "custom:moon-row"
    assert found.things == (CustomExercise(id="custom:moon-row", name="moon-row"),)


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=5), max_size=12), max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_table_makes_the_reader_fail(rows: list[dict[str, str]]) -> None:
    _table(*rows)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["id", "on", "sets", "plan", "exercise", "load", "reps", "kind", "thing", "run_notes", "done_at"]
)


@given(
    st.dictionaries(st.sampled_from(["sessions", "things", "names"]), JSON | st.lists(st.dictionaries(FIELDS, JSON)))
)
@settings(max_examples=60, deadline=None)
def test_no_document_makes_the_reader_fail(document: dict[str, Any]) -> None:
    _checked(DorsiJournal().read(json.dumps({"dorsi": "log/1", **document})))
