"""A FitNotes backup becomes the CSV that FitNotes exports; whatever else the file is, it is refused in words."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dorsi.errors import FileMissing, InvalidFile
from dorsi.store import fitnotes_backup
from dorsi.store.fitnotes_backup import read_fitnotes_backup

SCHEMA = """
CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT, category_id INTEGER, exercise_type_id INTEGER,
                       weight_unit_id INTEGER);
CREATE TABLE Category (_id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE Comment (_id INTEGER PRIMARY KEY, owner_type_id INTEGER, owner_id INTEGER, comment TEXT);
CREATE TABLE BodyWeight (_id INTEGER PRIMARY KEY, date TEXT, body_weight_metric REAL, comments TEXT);
CREATE TABLE settings (_id INTEGER PRIMARY KEY, metric INTEGER);
CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id INTEGER, date DATE, metric_weight INTEGER,
                           reps INTEGER, unit INTEGER, is_complete INTEGER, distance INTEGER, duration_seconds INTEGER);
INSERT INTO Category VALUES (5, 'Back');
INSERT INTO exercise VALUES (1, 'Lat Pulldown, Wide', 5, 0, 0), (2, 'Plank', 5, 3, 0), (3, 'Rowing Machine', 5, 1, 0),
                            (4, 'Deadlift', 5, 0, 2);
"""


def made(path: Path, *sets: Iterable[Any], metric: int | None = 1, more: str = "") -> Path:
    """A backup with these rows: exercise, date, kilograms, reps, complete, distance, seconds."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(SCHEMA + more)
        if metric is not None:
            database.execute("INSERT INTO settings VALUES (1, ?)", (metric,))
        database.executemany(
            "INSERT INTO training_log (exercise_id, date, metric_weight, reps, is_complete, distance, duration_seconds)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            sets,
        )
        database.commit()
    return path


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(read_fitnotes_backup(path).log.splitlines()))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "FitNotes_Backup.fitnotes"


def test_a_set_becomes_a_row_of_the_export(file: Path) -> None:
    made(
        file,
        (1, "2026-03-02", 62.5, 8, 1, 0, 0),
        (2, "2026-03-01", 0, 0, 1, 0, 3725),
        (3, "2026-03-02", 0, 0, 1, 2000, 480),
        more="INSERT INTO Comment VALUES (1, 1, 1, 'slow, strict'), (2, 9, 3, 'not about a set');",
    )
    assert read_fitnotes_backup(file).log == (
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
        "2026-03-01,Plank,Back,,,,,,1:02:05,\n"
        '2026-03-02,"Lat Pulldown, Wide",Back,62.5,kgs,8,,,,"slow, strict"\n'
        "2026-03-02,Rowing Machine,Back,,,,2000,m,0:08:00,\n"
    )


def test_body_weights_come_apart_from_the_sets(file: Path) -> None:
    made(file, more="INSERT INTO BodyWeight VALUES (1, '2026-03-02', 80.55, ''), (2, '2026-03-01', 81, 'after lunch');")
    assert read_fitnotes_backup(file).body_weights == "Date,Weight\n2026-03-01,81\n2026-03-02,80.55\n"


def test_body_weight_lifts_have_a_weight_of_nought_and_holds_have_none(file: Path) -> None:
    made(file, (1, "2026-03-02", 0, 8, 1, 0, 0), (2, "2026-03-02", 0, 0, 1, 0, 60))
    assert [row["Weight"] for row in rows(file)] == ["0", ""]


@pytest.mark.parametrize(
    ("exercise", "metric", "kilograms", "typed"),
    [
        (1, 1, 62.5, ("62.5", "kgs")),
        (1, 0, 102.0582, ("225", "lbs")),
        (1, 0, 225 * 0.45359237, ("225", "lbs")),
        (1, 1, 225 * 0.45359237, ("225", "lbs")),
        (1, 0, 100, ("100", "kgs")),
        (4, 1, 61.37, ("135.3", "lbs")),
        (1, 1, 61.37, ("61.37", "kgs")),
        (1, None, 61.37, ("61.37", "kgs")),
        (1, 1, -20, ("-20", "kgs")),
    ],
)
def test_a_weight_is_told_in_the_unit_it_was_typed_in(
    file: Path, exercise: int, metric: int | None, kilograms: float, typed: tuple[str, str]
) -> None:
    made(file, (exercise, "2026-03-02", kilograms, 8, 1, 0, 0), metric=metric)
    assert [(row["Weight"], row["Weight Unit"]) for row in rows(file)] == [typed]


def test_planned_sets_that_were_never_ticked_off_are_left_out_and_counted(file: Path) -> None:
    made(
        file,
        (1, "2026-03-01", 60, 8, 0, 0, 0),
        (1, "2026-03-02", 60, 8, 1, 0, 0),
        (1, "2026-03-02", 60, 7, 0, 0, 0),
    )
    assert [(row["Date"], row["Reps"]) for row in rows(file)] == [("2026-03-01", "8"), ("2026-03-02", "8")]
    assert read_fitnotes_backup(file).not_done == 1


def test_old_backups_lack_tables_and_columns(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.executescript(
            "CREATE TABLE EXERCISE (_id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id INTEGER, date TEXT, metric_weight REAL,"
            " reps INTEGER); INSERT INTO exercise VALUES (1, 'Row');"
            "INSERT INTO training_log VALUES (1, 1, '2016-01-01', 40, 5);"
        )
    read = read_fitnotes_backup(file)
    assert read.log.splitlines()[1] == "2016-01-01,Row,,40,kgs,5,,,,"
    assert read.body_weights == "Date,Weight\n"


def test_odd_values_give_blank_cells_not_failures(file: Path) -> None:
    made(
        file,
        (1, "2026-03-02", "heavy", b"\xff", "x", float("inf"), 1e300),
        (99, None, 60, 8, 1, 0, 0),
        more="INSERT INTO exercise VALUES (7, CAST(x'ff41' AS TEXT), NULL, 'odd', x'00');",
    )
    assert [list(row.values()) for row in rows(file)] == [
        ["", "", "", "60", "kgs", "8", "", "", "", ""],
        ["2026-03-02", "Lat Pulldown, Wide", "Back", "", "", "", "", "", "", ""],
    ]


def test_reading_leaves_the_file_and_its_folder_alone(file: Path) -> None:
    made(file, (1, "2026-03-02", 62.5, 8, 1, 0, 0))
    before = file.read_bytes()
    file.chmod(0o400)
    read_fitnotes_backup(file)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


# ------------------------------------------------------------------- refusals
def refused(file: Path) -> str:
    with pytest.raises(InvalidFile) as caught:
        read_fitnotes_backup(file)
    assert "export a CSV" in str(caught.value)
    return str(caught.value)


def test_what_is_no_database_is_refused(file: Path) -> None:
    file.write_text("Date,Exercise\n")
    assert "no SQLite database" in refused(file)


def test_another_apps_database_is_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE training_log (x)")
    assert "not one of FitNotes" in refused(file)


def test_a_damaged_database_is_refused(file: Path) -> None:
    made(file, *((1, "2026-03-02", 60, 8, 1, 0, 0) for _ in range(2000)))
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    assert "cannot be read" in refused(file)


def test_a_view_in_the_place_of_a_table_is_not_run(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.executescript(
            "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT); CREATE VIEW training_log AS WITH RECURSIVE"
            " n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS _id, i AS date FROM n;"
        )
    assert "not one of FitNotes" in refused(file)


def test_a_query_that_does_not_end_is_stopped(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitnotes_backup, "_MAX_STEPS", 5)
    made(file, *((1, "2026-03-02", 60, 8, 1, 0, 0) for _ in range(5000)))
    assert "interrupted" in refused(file)


def test_a_file_that_is_not_there_or_far_too_large_is_not_opened(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileMissing, match="no such file"):
        read_fitnotes_backup(file)
    made(file)
    monkeypatch.setattr(fitnotes_backup, "MAX_BYTES", 1000)
    with pytest.raises(FileMissing, match="larger"):
        read_fitnotes_backup(file)
