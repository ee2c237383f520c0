"""The registry of formats, and what all of them keep to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dorsi.errors import UnknownName
from dorsi.journal.importing.formats import FORMATS, format_by_name, recognise

HEADERS = {
    "strong": "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE",
    "hevy": "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,"
    "weight_kg,reps,distance_km,duration_seconds,rpe",
    "fitnotes": "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment",
    "fitnotes-ios": "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind",
    "fit-notes": "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,"
    "RIR,Categories,Note",
    "fitbod": "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier",
    "hevy-measurements": "date,weight_kg,fat_percent,neck_cm,shoulder_cm",
    "set-table": "Date,Exercise,Sets,Reps,Weight",
}

CELLS = st.one_of(
    st.sampled_from(["", "0", "5", "62.5", "32,5", "-8", "10000", "1e999", "nan", "1h 5m", "0:01:00", "kg", "km"]),
    st.sampled_from(["2024-01-05 10:00:00", "2024-01-05", "28 May 2024, 07:32", "3/4/2024", "2024-01-05T10:00:00Z"]),
    st.sampled_from(
        ["Row", "Pull Up", "W", "Rest Timer", "Note", "Done", "true", "9" * 400, '"open', 'a"b', "x" * 3000]
    ),
    st.text(max_size=15),
)


def test_names_are_unique_and_every_format_has_a_title() -> None:
    assert len({form.name for form in FORMATS}) == len(FORMATS)
    assert all(form.title for form in FORMATS)


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_is_recognised_as_its_own_format(name: str) -> None:
    form = recognise(HEADERS[name] + "\n")
    assert form is not None
    assert form.name == name


@pytest.mark.parametrize("text", ["", "\n", "hello", "{}", "[]", "a,b\n1,2\n", "\ufeff", "\x00"])
def test_other_text_is_no_log(text: str) -> None:
    assert recognise(text) is None


def test_a_format_is_found_by_its_name() -> None:
    assert format_by_name("strong").title == "Strong"
    with pytest.raises(UnknownName, match="strong"):
        format_by_name("strnog")


@pytest.mark.parametrize("name", HEADERS)
@settings(max_examples=60)
@given(data=st.data())
def test_random_rows_never_fail_and_each_has_one_fate(name: str, data: st.DataObject) -> None:
    header = HEADERS[name]
    width = header.count(",") + 1
    rows = data.draw(st.lists(st.lists(CELLS, min_size=1, max_size=width + 2), max_size=6))
    text = header + "\n" + "\n".join(",".join(f'"{c}"' if "," in c else c for c in row) for row in rows)
    log = format_by_name(name).read(text)
    assert sum(log.fates.values()) == log.rows
    assert len(log.rejected) == log.fates.get("rejected", 0)  # type: ignore[call-overload]
    assert log.format == name


@pytest.mark.parametrize("name", HEADERS)
@given(rows=st.integers(0, 12))
def test_every_line_of_plain_cells_is_a_row(name: str, rows: int) -> None:
    width = HEADERS[name].count(",") + 1
    text = "\n".join([HEADERS[name], *[",".join(["x"] * width)] * rows])
    assert format_by_name(name).read(text).rows == rows


@given(text=st.text(max_size=200))
def test_no_text_makes_a_format_fail(text: str) -> None:
    for form in FORMATS:
        form.recognises(text)
