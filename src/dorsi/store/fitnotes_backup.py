"""A `.fitnotes` backup, which is an SQLite database, as the text of the CSV that the same app exports.

Going through that text keeps one way into the journal. The file is somebody's download: it is opened read-only,
bounded in size and time, and nothing of its schema is trusted.
"""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dorsi.errors import FileMissing, InvalidFile, Problem
from dorsi.units import MassUnit, from_kg

MAX_BYTES = 200_000_000
"""Ten years of training take about 5 MB; more than this is something else."""
MAX_ROWS = 1_000_000
_MAX_TEXT = 10_000
_MAX_STEPS = 20_000
"""A query is stopped after so many thousand steps of SQLite's machine; a sound log of 100,000 sets takes 3,000."""
_STEP = 1000
_MAGIC = b"SQLite format 3\0"
_HEADER = (
    "Date",
    "Exercise",
    "Category",
    "Weight",
    "Weight Unit",
    "Reps",
    "Distance",
    "Distance Unit",
    "Time",
    "Comment",
)
_UNITS = {1: MassUnit.KG, 2: MassUnit.LB}
"""Codes of `weight_unit_id`; 0 follows the app's setting."""
_QUARTER = 0.25
_NEAR = 0.002
"""So close to a quarter of a unit must a weight come out to have been typed in it; the app's pound is 0.453592 kg."""
_WEIGHT_AND_REPS = 0
_COMMENT_ON_SET = 1
_UNREADABLE_REMEDY = "Make a new backup in FitNotes, or export a CSV file there and import that."


@dataclass(frozen=True, slots=True, kw_only=True)
class FitNotesBackup:
    """What a backup holds: sets and body weights as CSV, and how many sets of its plans were never ticked off."""

    log: str
    body_weights: str
    not_done: int = 0


def is_fitnotes_backup(head: bytes) -> bool:
    """True if a file that begins so is an SQLite database, as these backups are."""
    return head.startswith(_MAGIC)


def fitnotes_backup_in(data: bytes) -> FitNotesBackup:
    """The backup that these bytes are; SQLite reads files alone, so they are put into one for the time.

    Raises InvalidFile where they are none.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "backup.fitnotes"
        file.write_bytes(data)
        return read_fitnotes_backup(file)


def read_fitnotes_backup(path: Path) -> FitNotesBackup:
    """The backup in a file. Raises FileMissing where it cannot be opened, InvalidFile where it is no such backup."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise FileMissing(str(path), (error.strerror or "the system refused").lower()) from error
    if size > MAX_BYTES:
        raise FileMissing(str(path), f"it is larger than {MAX_BYTES // 1_000_000} MB, far more than a training log")
    if not is_fitnotes_backup(head):
        raise _no_backup(path, "it is no SQLite database")
    # Immutable keeps SQLite from looking for, or leaving behind, companions of the file.
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            return _read(_Tables(database), path)
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
        raise _no_backup(path, f"it cannot be read ({error})") from error


class _Tables:
    """The rows of the tables that are there; columns that are not read as None."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._steps = 0
        database.text_factory = lambda raw: raw[:_MAX_TEXT].decode("utf-8", "replace")
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 1_000_000)
        database.set_progress_handler(self._count, _STEP)
        database.execute("PRAGMA trusted_schema = OFF")
        found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchmany(1000)
        self._names = {str(name).casefold(): str(name) for (name,) in found}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    def rows(self, table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """These columns of every row, in the order in which rows were made; nothing if the table lacks."""
        name = self._names.get(table.casefold())
        if name is None:
            return
        quoted = name.replace('"', '""')
        there = {str(row[1]) for row in self._database.execute(f'PRAGMA table_info("{quoted}")')}
        wanted = ", ".join(f'"{column}"' if column in there else "NULL" for column in columns)
        yield from self._database.execute(f'SELECT {wanted} FROM "{quoted}" ORDER BY rowid LIMIT {MAX_ROWS}')

    def _count(self) -> int:
        self._steps += 1
        return self._steps > _MAX_STEPS


def _read(tables: _Tables, path: Path) -> FitNotesBackup:
    if "training_log" not in tables or "exercise" not in tables:
        raise _no_backup(path, "it is a database, but not one of FitNotes")
    categories = dict(tables.rows("Category", "_id", "name"))
    exercises = {
        key: (_text(name), _text(categories.get(category)), kind, unit)
        for key, name, category, kind, unit in tables.rows(
            "exercise", "_id", "name", "category_id", "exercise_type_id", "weight_unit_id"
        )
    }
    comments = {
        owner: _text(comment)
        for owner, comment, kind in tables.rows("Comment", "owner_id", "comment", "owner_type_id")
        if kind in (None, _COMMENT_ON_SET)
    }
    metric = next((row[0] for row in tables.rows("settings", "metric")), None)
    usual = MassUnit.LB if metric == 0 else MassUnit.KG
    columns = (
        "_id",
        "exercise_id",
        "date",
        "metric_weight",
        "reps",
        "distance",
        "duration_seconds",
        "is_complete",
    )
    entries = [dict(zip(columns, row, strict=True)) for row in tables.rows("training_log", *columns)]
    entries.sort(key=lambda entry: _text(entry["date"]))
    ticked = {entry["date"] for entry in entries if entry["is_complete"] == 1}
    lines: list[tuple[str, ...]] = []
    not_done = 0
    for entry in entries:
        if entry["is_complete"] == 0 and entry["date"] in ticked:
            not_done += 1
            continue
        name, category, kind, unit = exercises.get(entry["exercise_id"], ("", "", None, None))
        cells = _cells(entry, counts_weight=kind in (None, _WEIGHT_AND_REPS), unit=_UNITS.get(unit, usual))
        lines.append((_text(entry["date"]), name, category, *cells, comments.get(entry["_id"], "")))
    weights = [
        (_text(day), _number(kilograms)) for day, kilograms in tables.rows("BodyWeight", "date", "body_weight_metric")
    ]
    return FitNotesBackup(
        log=_csv(_HEADER, lines), body_weights=_csv(("Date", "Weight"), sorted(weights)), not_done=not_done
    )


def _cells(entry: Mapping[str, Any], *, counts_weight: bool, unit: MassUnit) -> tuple[str, ...]:
    """Weight to Time of one row. The app stores a nought for what an exercise does not count; that stays blank."""
    kilograms, reps = _float(entry["metric_weight"]), _float(entry["reps"])
    weight = weight_unit = ""
    if kilograms or (counts_weight and reps):
        typed = _typed_unit(kilograms or 0.0, unit)
        weight = _number(round(from_kg(kilograms or 0.0, typed), 2))
        weight_unit = "kgs" if typed is MassUnit.KG else "lbs"
    metres, seconds = _float(entry["distance"]), _float(entry["duration_seconds"])
    return (
        weight,
        weight_unit,
        _number(reps) if reps else "",
        _number(metres) if metres else "",
        "m" if metres else "",
        _clock(int(seconds)) if seconds else "",
    )


def _typed_unit(kilograms: float, usual: MassUnit) -> MassUnit:
    """The unit in which the weight comes out round; the usual one where both do or neither.

    The app stores kilograms whatever was typed, and people change its setting over the years (heuristic).
    """
    fitting = [unit for unit in MassUnit if _is_round(from_kg(kilograms, unit))]
    return fitting[0] if len(fitting) == 1 else usual


def _is_round(value: float) -> bool:
    return abs(value / _QUARTER - round(value / _QUARTER)) * _QUARTER < _NEAR


def _clock(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _float(value: object) -> float | None:
    """The number in a cell; None for whatever else a file may hold there."""
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    return float(value) if isinstance(value, int | float) and abs(value) < 1e9 else None


def _number(value: object) -> str:
    found = _float(value)
    return "" if found is None else f"{found:.4f}".rstrip("0").rstrip(".")


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, bytes) else str(value).replace("\0", "")


def _csv(header: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return file.getvalue()


def _no_backup(path: Path, reason: str) -> InvalidFile:
    message = f"this is no FitNotes backup: {reason}"
    return InvalidFile([Problem(file=str(path), where="", message=message, remedy=_UNREADABLE_REMEDY)])
