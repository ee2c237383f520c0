"""Dorsi's own CSV log: one row for each set with every field as typed, read back without loss.

`row` says what a row is: a `set`, a `note` on a run of sets, or a `session` that has no sets. The session's
own columns stand on every row; those of its first row count. Columns are found by name, in any order.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from io import StringIO
from typing import Final

from dorsi.journal.importing.foreign import Fate, ForeignLog, Rejected
from dorsi.journal.importing.soundness import fault_of_session, fault_of_set
from dorsi.journal.model import (
    CUSTOM,
    CustomExercise,
    Journal,
    LoadMode,
    LoggedDiscomfort,
    LoggedLoad,
    LoggedSession,
    LoggedSet,
    PlanRef,
    SetKind,
    Side,
)
from dorsi.units import MassUnit

SESSION_COLUMNS = (
    "session_id", "on", "started_at", "zone", "duration_s", "title", "session_note", "plan_program", "plan_session",
    "plan_week", "plan_cycle", "source", "finished",
)  # fmt: skip
SET_COLUMNS = (
    "row", "run", "set_id", "exercise_id", "exercise", "kind", "load", "load_unit", "load_mode", "reps", "rir", "rpe",
    "seconds", "metres", "side", "straps", "tempo", "rest_s", "superset", "implements", "discomfort",
    "discomfort_place", "slot", "done_at", "name_elsewhere", "note",
)  # fmt: skip
COLUMNS = (*SESSION_COLUMNS, *SET_COLUMNS)
YES, NO = "yes", "no"
_NEEDED = frozenset({"row", "session_id", "on", "set_id", "exercise_id", "run"})
_LONGEST_EXCERPT = 200
_FIELD_LIMIT = 10_000_000


class DorsiTable:
    """Reads what `journal.exporting.dorsi_csv` writes, without loss."""

    name: Final = "dorsi-csv"
    title: Final = "Dorsi log (CSV)"

    def recognises(self, text: str) -> bool:
        """True if the header holds the columns that tell sets apart."""
        header = text.lstrip("\ufeff").partition("\n")[0]
        return set(_header(header)) >= _NEEDED

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the table; rows that make no sense are rejected one by one. All days are ISO."""
        text = text.lstrip("\ufeff")
        first_line = text.partition("\n")[0]
        csv.field_size_limit(max(_FIELD_LIMIT, csv.field_size_limit()))
        rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(first_line))
        reading = _Reading()
        header: list[str] = []
        line = 0
        try:
            for cells in rows:
                line, start = rows.line_num, line + 1
                if not header:
                    header = _names(cells)
                elif any(cells):
                    reading.row(start, dict(zip(header, map(_typed, cells), strict=False)), cells)
        except csv.Error as error:
            reading.reject(line + 1, "", f"the table cannot be read from here on ({error})")
        return reading.log()


@dataclass(slots=True)
class _Reading:
    """Gathers sessions row by row and what became of each row."""

    sessions: dict[str, LoggedSession] = field(default_factory=dict)
    sets: dict[str, list[LoggedSet]] = field(default_factory=dict)
    run_notes: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    exercises: dict[str, CustomExercise] = field(default_factory=dict)
    set_ids: set[str] = field(default_factory=set)
    fates: Counter[Fate] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)

    def row(self, line: int, row: Mapping[str, str], cells: list[str]) -> None:
        try:
            fate = self._settled(row)
        except ValueError as error:
            self.reject(line, ",".join(cells), str(error))
            return
        self.fates[fate] += 1

    def _settled(self, row: Mapping[str, str]) -> Fate:
        what = row.get("row", "")
        if what not in ("set", "note", "session"):
            raise ValueError(f"'{what}' is no kind of row: set, note or session")
        entry = _set(row) if what == "set" else None
        if entry is not None and entry.id in self.set_ids:
            raise ValueError("the set stands there twice")
        session_id = row.get("session_id", "")
        if session_id not in self.sessions:
            self.sessions[session_id] = _session(row)
        if what == "note":
            self.run_notes.setdefault(session_id, []).append((_whole(row, "run") or 0, row.get("note", "")))
            return Fate.NOTE
        if entry is None:
            return Fate.HEADING
        self.set_ids.add(entry.id)
        self.sets.setdefault(session_id, []).append(entry)
        if entry.exercise.startswith(CUSTOM) and entry.exercise not in self.exercises:
            name = row.get("exercise") or entry.exercise.removeprefix(CUSTOM)
            self.exercises[entry.exercise] = CustomExercise(id=entry.exercise, name=name)
        return Fate.SET

    def reject(self, line: int, text: str, reason: str) -> None:
        self.fates[Fate.REJECTED] += 1
        self.rejected.append(Rejected(line=line, text=text[:_LONGEST_EXCERPT], reason=reason))

    def log(self) -> ForeignLog:
        sessions = tuple(
            replace(session, sets=tuple(self.sets.get(key, ())), run_notes=tuple(self.run_notes.get(key, ())))
            for key, session in self.sessions.items()
        )
        return ForeignLog(
            format=DorsiTable.name,
            rows=self.fates.total(),
            fates=dict(self.fates),
            rejected=tuple(self.rejected),
            ours=Journal(sessions=sessions, exercises=self.exercises),
        )


def _session(row: Mapping[str, str]) -> LoggedSession:
    plan = None
    if row.get("plan_week"):
        plan = PlanRef(
            program=row.get("plan_program", ""),
            session=row.get("plan_session", ""),
            week=_needed(_whole(row, "plan_week"), "plan_week"),
            cycle=_needed(_whole(row, "plan_cycle"), "plan_cycle"),
        )
    session = LoggedSession(
        id=row.get("session_id", ""),
        on=_day(row.get("on", "")),
        started_at=_instant(row, "started_at"),
        zone=row.get("zone", ""),
        duration_s=_whole(row, "duration_s"),
        title=row.get("title", ""),
        note=row.get("session_note", ""),
        plan=plan,
        source=row.get("source", ""),
        finished=_is_yes(row, "finished", default=True),
    )
    if fault := fault_of_session(session):
        raise ValueError(fault)
    return session


def _set(row: Mapping[str, str]) -> LoggedSet:
    entry = LoggedSet(
        id=row.get("set_id", ""),
        exercise=row.get("exercise_id", ""),
        kind=SetKind(row.get("kind") or SetKind.WORK),
        load=_load(row),
        reps=_whole(row, "reps"),
        rir=_number(row, "rir"),
        rpe=_number(row, "rpe"),
        seconds=_number(row, "seconds"),
        metres=_number(row, "metres"),
        side=Side(row["side"]) if row.get("side") else None,
        straps=_is_yes(row, "straps", default=False),
        tempo=row.get("tempo", ""),
        rest_s=_whole(row, "rest_s"),
        discomfort=_discomfort(row),
        note=row.get("note", ""),
        run=_needed(_whole(row, "run"), "run"),
        superset=_whole(row, "superset"),
        implements=_whole(row, "implements") or 1,
        name=row.get("name_elsewhere", ""),
        slot=row.get("slot", ""),
        done_at=_instant(row, "done_at"),
    )
    if fault := fault_of_set(entry):
        raise ValueError(fault)
    return entry


def _load(row: Mapping[str, str]) -> LoggedLoad | None:
    value = _number(row, "load")
    if value is None:
        return None
    unit = MassUnit(row.get("load_unit") or MassUnit.KG)
    return LoggedLoad(value=value, unit=unit, mode=LoadMode(row.get("load_mode") or LoadMode.TOTAL))


def _discomfort(row: Mapping[str, str]) -> LoggedDiscomfort | None:
    score = _whole(row, "discomfort")
    return None if score is None else LoggedDiscomfort(score=score, place=row.get("discomfort_place", ""))


def _whole(row: Mapping[str, str], name: str) -> int | None:
    value = _number(row, name)
    if value is None:
        return None
    if value != round(value):
        raise ValueError(f"{name} '{row[name]}' is not a whole number")
    return round(value)


def _number(row: Mapping[str, str], name: str) -> float | None:
    text = row.get(name, "")
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise ValueError(f"{name} '{text}' is not a number") from None
    if not 0 <= value < float("inf"):
        raise ValueError(f"{name} '{text}' is not a number of 0 or more")
    return value


def _needed(value: int | None, name: str) -> int:
    if value is None:
        raise ValueError(f"{name} is missing")
    return value


def _is_yes(row: Mapping[str, str], name: str, *, default: bool) -> bool:
    text = row.get(name, "").lower()
    if text not in (YES, NO, ""):
        raise ValueError(f"{name} '{text}' is neither yes nor no")
    return text == YES if text else default


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is not a day such as 2026-03-31") from None


def _instant(row: Mapping[str, str], name: str) -> datetime | None:
    text = row.get(name, "")
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"{name} '{text}' is not a time such as 2026-03-31T18:00:00Z") from None


def _typed(cell: str) -> str:
    """The text as typed, without the apostrophe that keeps spreadsheets from running it."""
    return cell.removeprefix("'")


def _header(line: str) -> list[str]:
    try:
        return _names(next(csv.reader([line], delimiter=_delimiter(line)), []))
    except csv.Error:
        # No header of a table has cells of a hundred thousand characters.
        return []


def _names(cells: list[str]) -> list[str]:
    return [cell.strip().lower() for cell in cells]


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)
