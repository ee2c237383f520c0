"""Alpha Progression: a report of sessions, each with numbered exercises and a small table of sets under each."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from dorsi.journal.importing.dates import Dates
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.gathering import NOTHING_ENTERED, Draft, Gathering, Refusal, no_date
from dorsi.journal.importing.measures import MOST_LOAD, MOST_REPS, MOST_SECONDS
from dorsi.journal.importing.table import normal_heading
from dorsi.journal.importing.values import Numbers, is_blank, mass_unit, number_and_unit, seconds_of
from dorsi.journal.model import LoadMode, SetKind
from dorsi.units import MassUnit

_DOT = "\u00b7"
_EXERCISE = re.compile(r"\d+\.\s+\S")
_WARM_UP = re.compile(r"(?:WU|AW|W)\s?\d*$", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
_SESSION = re.compile(r"\d{4}-\d{2}-\d{2}\s|\d{1,2}[./]\d{1,2}[./]\d{2,4}\s")
_NEW_ROW = re.compile(r'\s*$|"|#[;\t]|\d+[;\t]')
_HOUR_MARK = re.compile(r"\s*(?:h|hrs?|uhr|std)\.?\s*$", re.IGNORECASE)
_LOAD, _REPS, _TIME = "load", "reps", "time"
_USED = ("", _LOAD, _REPS, _TIME, "rir", "rpe", "#")
_MEANINGS = {
    **dict.fromkeys(("reps", "rep", "wdh", "wiederholungen", "répétitions", "repeticiones", "ripetizioni"), _REPS),
    **dict.fromkeys(("time", "zeit", "sec", "s", "sek", "sekunden", "dauer", "duration", "seconds", "min"), _TIME),
}


class AlphaProgression:
    """Each line is a row of the file: titles and small headings, sets, and remarks that belong to neither."""

    name = "alpha-progression"
    title = "Alpha Progression (CSV)"

    def recognises(self, text: str) -> bool:
        """True if one of the first lines is the small heading "#;KG;REPS" and another names an exercise."""
        first = [cells for _, cells in _lines(text[:8000])][:40]
        return any(_is_heading(cells) for cells in first) and any(_EXERCISE.match(cells[0]) for cells in first)

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """Sessions as they stand; warm-ups come from the exercise's line, several sets from one row."""
        return _Report(list(_lines(text)), day_first, self.name).log()


class _Report:
    """Walks down the report with the session, exercise and columns that the titles above named."""

    def __init__(self, lines: Sequence[tuple[int, list[str]]], day_first: bool | None, name: str) -> None:
        self.lines = lines
        self.gathering = Gathering(name)
        self.dates = Dates.of((_start(cells) for _, cells in lines if _is_session(cells)), day_first=day_first)
        self.numbers = Numbers.of((cell for _, cells in lines for cell in cells[1:]), delimiter=";")
        self.draft: Draft | None = None
        self.exercise = ""
        self.columns: list[str] = []
        self.unit: MassUnit | None = None

    def log(self) -> ForeignLog:
        """The whole report, line by line."""
        for line, cells in self.lines:
            outcome = self._outcome(line, cells)
            text = ";".join(cells).replace("\n", " ") if isinstance(outcome, Refusal) else ""
            self.gathering.settle(line, text, outcome)
        return self.gathering.log(self.dates.guesses)

    def _outcome(self, line: int, cells: list[str]) -> Fate | Refusal:
        if _is_session(cells):
            return self._session(cells)
        if _is_heading(cells):
            self.columns = [_meaning(cell) for cell in cells]
            self.unit = next((unit for cell in cells if (unit := mass_unit(cell))), None)
            return Fate.HEADING
        if self.draft is None:
            return Refusal(reason="no session stands above this line")
        if len(cells) > 1 and cells[0].isdigit():
            return self._set(self.draft, line, cells)
        if _EXERCISE.match(cells[0]) and len(cells) <= 2:
            return self._exercise(self.draft, line, cells)
        (self.draft.remark if self.exercise else self.draft.describe)(" ".join(cell for cell in cells if cell))
        return Fate.NOTE

    def _session(self, cells: list[str]) -> Fate | Refusal:
        self.draft, self.exercise = None, ""
        when = self.dates.read(_start(cells))
        if when is None:
            return no_date(cells[1])
        self.draft = self.gathering.session(when, cells[0])
        if len(cells) > 2:
            self.draft.last(seconds_of(cells[2]), cells[2])
        return Fate.HEADING

    def _exercise(self, draft: Draft, line: int, cells: list[str]) -> Fate:
        parts = [part.strip() for part in cells[0].partition(".")[2].split(_DOT)]
        target = next((i for i, part in enumerate(parts) if i and part[:1].isdigit()), len(parts))
        names = parts[:target]
        self.exercise = f"{', '.join(names[:-1])} ({names[-1]})" if len(names) > 1 else names[0]
        draft.enter(self.exercise)
        draft.remark(f" {_DOT} ".join(parts[target + 1 :]))
        fate = Fate.HEADING
        for text in _BREAK.split(cells[1] if len(cells) > 1 else ""):
            warm_up = self._warm_up(line, draft.stretch, text)
            if warm_up is not None:
                draft.add(warm_up)
                fate = Fate.SET
            else:
                draft.remark(text.strip())
        return fate

    def _warm_up(self, line: int, run: int, text: str) -> ForeignSet | None:
        """The set in "WU1 . 37,5 kg . 9 reps" with dots at mid-height, or None if it is something else."""
        parts = [part.strip() for part in text.split(_DOT)]
        values: dict[str, str] = {}
        unit = None
        for part in parts[1:] if _WARM_UP.match(parts[0]) else ():
            number, word = number_and_unit(part)
            meaning = _meaning(word)
            if meaning == _LOAD:
                unit = mass_unit(word)
            elif meaning not in (_REPS, _TIME):
                return None
            values[meaning] = part if meaning == _TIME else number
        return self._entry(line, run, SetKind.WARM_UP, values, unit, "")

    def _set(self, draft: Draft, line: int, cells: list[str]) -> Fate | Refusal:
        if not self.exercise:
            return Refusal(reason="no exercise stands above this set")
        values = dict(zip(self.columns, cells, strict=False))
        other = [f"{column}: {cell}" for column, cell in values.items() if column not in _USED and not is_blank(cell)]
        other += [cell for cell in cells[len(self.columns) :] if cell]
        entry = self._entry(line, draft.stretch, SetKind.WORK, values, self.unit, "\n".join(other))
        if entry is None:
            blank = all(is_blank(cell) for cell in cells[1:])
            return Refusal(reason=NOTHING_ENTERED if blank else "nothing in it can be read as a set")
        draft.add(entry)
        return Fate.SET

    def _entry(
        self, line: int, run: int, kind: SetKind, values: dict[str, str], unit: MassUnit | None, note: str
    ) -> ForeignSet | None:
        """A set of the values by what they mean; what cannot be so goes into its note."""
        notes = [note]
        written = values.get(_LOAD, "")
        load = self._value(written.lstrip("+-−"), "load", notes, MOST_LOAD)
        reps = self._value(values.get(_REPS, ""), "reps", notes, MOST_REPS)
        held = values.get(_TIME, "")
        seconds = seconds_of(held)
        if not is_blank(held) and (seconds is None or seconds > MOST_SECONDS):
            notes.append(f"time: {held}")
            seconds = None
        if not load and not reps and not seconds:
            return None
        added = {"+": LoadMode.ADDED, "-": LoadMode.ASSISTED, "−": LoadMode.ASSISTED}
        return ForeignSet(
            line=line,
            exercise=self.exercise,
            kind=kind,
            load=load or None,
            unit=unit if load else None,
            mode=added.get(written[:1]) if load else None,
            reps=int(reps) if reps is not None and (reps or not seconds) else None,
            rir=self._value(values.get("rir", ""), "RIR", notes, 100),
            rpe=self._value(values.get("rpe", ""), "RPE", notes, 10) or None,
            seconds=seconds or None,
            note="\n".join(text for text in notes if text),
            run=run,
        )

    def _value(self, text: str, what: str, notes: list[str], most: float) -> float | None:
        """The number; "8+" means at least 8 and says so in a note, as does what cannot be right."""
        if is_blank(text):
            return None
        value = self.numbers.read(text.removesuffix("+"))
        if value is None or not 0 <= value <= most:
            notes.append(f"{what}: {text}")
            return None
        if text.endswith("+") or (what == "reps" and value != int(value)):
            notes.append(f"{what}: {text}")
        return value


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every line that is not blank, as cells, with its number; a quoted cell may hold line breaks."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter = "\t" if not any(";" in line for line in lines[:20]) else ";"
    number = 0
    while number < len(lines):
        first, record = number, lines[number]
        number += 1
        while record.count('"') % 2 and number < len(lines) and not _NEW_ROW.match(lines[number]):
            record += f"\n{lines[number]}"
            number += 1
        cells = [cell.strip() for cell in _cells(record, delimiter)]
        if any(cells):
            yield first + 1, cells


def _cells(record: str, delimiter: str) -> list[str]:
    """The cells of a row; quotes that do not fit together are taken off."""
    if record.count('"') % 2 == 0:
        try:
            return next(csv.reader(record.splitlines(keepends=True), delimiter=delimiter), [])
        except csv.Error:
            pass
    return record.replace('"', "").split(delimiter)


def _meaning(word: str) -> str:
    """What a column or a value with this unit says: load, reps, time, or the word itself ("rir", "#")."""
    plain = normal_heading(word) or word
    return _LOAD if mass_unit(plain) else _MEANINGS.get(plain, plain)


def _start(cells: Sequence[str]) -> str:
    """The moment in a session's title, without the mark of hours behind it."""
    return _HOUR_MARK.sub("", cells[1])


def _is_session(cells: Sequence[str]) -> bool:
    return len(cells) in (2, 3) and bool(_SESSION.match(f"{cells[1]} "))


def _is_heading(cells: Sequence[str]) -> bool:
    return cells[0] == "#" and len(cells) > 1
