"""GymBook: one row a set, with units inside the cells ("8 Wiederholungen", "2,5 kg") and German headings."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dorsi.journal.importing.dates import Dates, When
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, NOTHING_ENTERED, Draft, Gathering, Refusal, no_date, too_wide
from dorsi.journal.importing.measures import MOST_LOAD, MOST_METRES, MOST_REPS, MOST_SECONDS
from dorsi.journal.importing.moments import moment
from dorsi.journal.importing.table import ABSENT, Row, Table, normal_heading, read_heading, read_table
from dorsi.journal.importing.values import Numbers, is_blank, mass_unit, metres_in, number_and_unit, seconds_of
from dorsi.journal.importing.words import is_yes
from dorsi.journal.model import LoadMode, SetKind

_DATE, _TIME = ("datum", "date"), ("zeit", "time", "uhrzeit")
_WORKOUT, _EXERCISE = ("training", "workout"), ("übung", "exercise", "ubung")
_DONE = ("wiederholungen zeit", "repetitions time", "reps time", "wiederholungen", "repetitions", "wdh", "reps")
_LOAD = ("gewicht strecke", "weight distance", "gewicht", "weight")
_NOTES = ("notizen", "notes", "notiz", "note")
_KIND = (
    "satz aufwärmsatz abkühlungssatz", "satz aufwärmsatz abkühlsatz", "set warm up set cool down set",
    "set warmup set cooldown set",
)  # fmt: skip
_SKIPPED = ("ausgelassen", "skipped")
_REPS = ("", "wiederholung", "wiederholungen", "wdh", "repetition", "repetitions", "reps", "rep", "x")
_WARM, _COOL = ("aufwärm", "warm"), ("abkühl", "cool")


class GymBook:
    """Known by its German headings; an English reading of the same is taken too. Skipped sets are refused."""

    name = "gymbook"
    title = "GymBook (CSV)"

    def recognises(self, text: str) -> bool:
        """True for a heading with an exercise and a column that holds repetitions or time, as only GymBook has."""
        table = read_heading(text)
        wanted = all(table.index(*names) != ABSENT for names in (_DATE, _EXERCISE, _DONE))
        own = table.index(*_KIND, *_SKIPPED, *_DONE[:3]) != ABSENT
        german = table.index("datum") != ABSENT and table.index("übung") != ABSENT
        return wanted and (own or german)

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """Sessions by day and training, their sets in the order of the clock."""
        table = read_table(text)
        gathering = Gathering(self.name)
        columns = _Columns.of(table)
        if day_first is None and columns.german:
            day_first = True
        dates = Dates.of((row.cells[columns.date] for row in table.rows), day_first=day_first)
        cells = {row.cells[index] for row in table.rows for index in (columns.done, columns.load)}
        numbers = Numbers.of({number_and_unit(cell)[0] for cell in cells}, delimiter=table.delimiter)
        rows = table.rows
        moments = [moment(dates, row.cells[columns.date], row.cells[columns.time]) for row in rows]
        if _newest_first([when for when in moments if when]):
            rows, moments = rows[::-1], moments[::-1]
        starts: dict[tuple[object, str], When] = {}
        for row, when in zip(rows, moments, strict=True):
            outcome: Fate | Refusal
            if table.is_heading(row):
                outcome = Fate.HEADING
            elif row.extra:
                outcome = too_wide(row, table)
            elif when is None:
                outcome = no_date(row.cells[columns.date])
            else:
                title = row.cells[columns.workout]
                draft = gathering.session(starts.setdefault((when.on, title), when), title)
                outcome = _add(row, columns, numbers, draft, when)
            text = table.text(row) if isinstance(outcome, Refusal) else ""
            gathering.settle(row.line, text, outcome)
        return gathering.log(dates.guesses)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where the table keeps what."""

    german: bool
    date: int
    time: int
    workout: int
    exercise: int
    done: int
    load: int
    notes: int
    kind: int
    skipped: int

    @classmethod
    def of(cls, table: Table) -> _Columns:
        return cls(
            german=table.index("datum") != ABSENT,
            date=table.index(*_DATE),
            time=table.index(*_TIME),
            workout=table.index(*_WORKOUT),
            exercise=table.index(*_EXERCISE),
            done=table.index(*_DONE),
            load=table.index(*_LOAD),
            notes=table.index(*_NOTES),
            kind=table.index(*_KIND),
            skipped=table.index(*_SKIPPED),
        )


def _newest_first(moments: list[When]) -> bool:
    """True if more neighbours go back in time than forward; a file may hold either order."""
    times = [(when.on, when.at.replace(tzinfo=None)) for when in moments if when.at]
    return sum(a > b for a, b in pairwise(times)) > sum(a < b for a, b in pairwise(times))


def _add(row: Row, columns: _Columns, numbers: Numbers, draft: Draft, when: When) -> Fate | Refusal:
    """Adds the set of the row to the session, unless there is none."""
    exercise = row.cells[columns.exercise]
    if not exercise:
        return Refusal(reason=NO_EXERCISE)
    if is_yes(row.cells[columns.skipped]):
        return Refusal(reason="the set was skipped")
    draft.enter(exercise)
    notes = [row.cells[columns.notes]]
    reps, seconds = _done(row.cells[columns.done], numbers, notes)
    load_text, unit_text = number_and_unit(row.cells[columns.load])
    value, unit, metre = numbers.read(load_text), mass_unit(unit_text), metres_in(unit_text)
    load = metres = None
    if value is not None and metre and 0 <= value * metre <= MOST_METRES:
        metres = round(value * metre, 3) or None
    elif value is not None and (unit or not unit_text) and abs(value) <= MOST_LOAD:
        load = value or None
    elif not is_blank(row.cells[columns.load]):
        notes.append(row.cells[columns.load])
    if not (reps or seconds or metres or load):
        return Refusal(reason=NOTHING_ENTERED)
    kind_text = row.cells[columns.kind].casefold()
    if kind_text.startswith(_COOL):
        notes.append(row.cells[columns.kind])
    draft.add(
        ForeignSet(
            line=row.line,
            exercise=exercise,
            kind=SetKind.WARM_UP if kind_text.startswith((*_WARM, *_COOL)) else SetKind.WORK,
            load=abs(load) if load else None,
            unit=unit if load else None,
            mode=LoadMode.ASSISTED if load and load < 0 else None,
            reps=reps,
            seconds=seconds,
            metres=metres,
            note="\n".join(note for note in notes if note),
            run=draft.stretch,
            done_at=when.at,
        )
    )
    return Fate.SET


def _done(cell: str, numbers: Numbers, notes: list[str]) -> tuple[int | None, float | None]:
    """Repetitions or seconds, whichever the cell's unit says; what is neither goes into the notes."""
    if is_blank(cell):
        return None, None
    number, word = number_and_unit(cell)
    value = numbers.read(number)
    known = word in _REPS or normal_heading(word) in _REPS
    if value is not None and known and 0 <= value <= MOST_REPS and value == int(value):
        return int(value) or None, None
    seconds = seconds_of(cell)
    if seconds is not None and seconds <= MOST_SECONDS and word:
        return None, seconds or None
    notes.append(cell)
    return None, None
