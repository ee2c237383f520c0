"""wger: the training log or the body weights as its web interface hands them out, in JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

from dorsi.journal.importing.body_weight import highest
from dorsi.journal.importing.dates import Dates, When
from dorsi.journal.importing.foreign import Fate, ForeignLog, ForeignMeasurement, ForeignSet
from dorsi.journal.importing.gathering import NO_EXERCISE, NOTHING_ENTERED, Draft, Gathering, Refusal, no_date
from dorsi.journal.importing.measures import MOST_LOAD, MOST_METRES, MOST_REPS, MOST_SECONDS
from dorsi.journal.importing.values import Numbers
from dorsi.journal.model import MeasureKind, SetKind
from dorsi.units import MassUnit

_REPETITION_UNITS = (
    "repetitions", "until failure", "seconds", "minutes", "miles", "kilometers", "max reps", "meters",
)  # fmt: skip
_WEIGHT_UNITS = ("kg", "lb", "body weight", "plates", "km/h", "mph")
_SECONDS = {"seconds": 1.0, "minutes": 60.0}
_METRES = {"miles": 1609.344, "kilometers": 1000.0, "meters": 1.0}
_MASS = {"kg": MassUnit.KG, "lb": MassUnit.LB}
_TO_FAILURE = ("until failure", "max reps")
_HEAD_CHARACTERS = 4000
_SHOWN_CHARACTERS = 200
_NUMBERS = Numbers(decimal_signs=".")

_Record = Mapping[str, Any]


class Wger:
    """A list of `workoutlog` or `weightentry` records, bare or as pages of results.

    wger names exercises by number, which stays in the name ("wger exercise 73"), unless names were put in.
    """

    name = "wger"
    title = "wger (JSON)"

    def recognises(self, text: str) -> bool:
        """True for JSON that begins like a list of wger's log or weight records."""
        head = text[: 2 * _HEAD_CHARACTERS].lstrip("\ufeff \t\r\n")[:_HEAD_CHARACTERS]
        if not (head.startswith("[") or (head.startswith("{") and '"results"' in head)) or '"date"' not in head:
            return False
        return all(f'"{field}' in head for field in ("repetitions", "exercise", "weight")) or (
            '"weight"' in head and '"id"' in head and '"exercise' not in head
        )

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """Every record a set or a weighing, in the order of time. A line is the number of the record."""
        gathering = Gathering(self.name)
        try:
            records = _records(json.loads(text.lstrip("\ufeff")))
        except (ValueError, RecursionError):
            gathering.settle(1, text[:_SHOWN_CHARACTERS], Refusal(reason="the file is no complete JSON"))
            return gathering.log()
        dates = Dates.of((_text(record, "date") for record in records), day_first=day_first)
        drops = {_text(record, "next_log") for record in records} - {""}
        dated: list[tuple[When, int, _Record]] = []
        for line, record in enumerate(records, start=1):
            when = dates.read(_text(record, "date"))
            if when is None:
                gathering.settle(line, _shown(record), no_date(_text(record, "date")))
            else:
                dated.append((when, line, record))
        sessions: dict[str, Draft] = {}
        for when, line, record in sorted(dated, key=lambda entry: _moment(entry[0])):
            outcome: Fate | Refusal
            if "repetitions" in record or any(name.startswith("exercise") for name in record):
                session = f"{when.on} {_text(record, 'session') or _text(record, 'workout')}"
                draft = sessions[session] = sessions.get(session) or gathering.session(when)
                outcome = _add(draft, line, record, drops)
            else:
                outcome = _weigh(gathering, when, line, record)
            shown = _shown(record) if isinstance(outcome, Refusal) else ""
            gathering.settle(line, shown, outcome)
        return gathering.log(dates.guesses)


def _records(data: object) -> list[_Record]:
    """The records of a list, of one page of results, or of several pages put into a list."""
    if isinstance(data, dict):
        results = data.get("results")
        data = results if isinstance(results, list) else [data]
    if not isinstance(data, list):
        raise ValueError(data)
    found: list[_Record] = []
    for record in data:
        if isinstance(record, dict) and isinstance(page := record.get("results"), list):
            found.extend(entry if isinstance(entry, dict) else {"?": entry} for entry in page)
        else:
            found.append(record if isinstance(record, dict) else {"?": record})
    return found


def _add(draft: Draft, line: int, record: _Record, drops: set[str]) -> Fate | Refusal:
    """Adds the set of one record to its session. What has no place in a set, such as plates, stays in its note."""
    exercise = _named(record, "exercise_name", "exercise", "exercise_base")
    if not exercise:
        return Refusal(reason=NO_EXERCISE)
    if exercise.isdigit():
        exercise = f"wger exercise {exercise}"
    draft.enter(exercise)
    notes = [_text(record, "notes")]
    done, unit = _number(record, "repetitions"), _unit(record, "repetitions_unit", _REPETITION_UNITS)
    reps = seconds = metres = None
    if done is not None and done > 0:
        if unit in _SECONDS and done * _SECONDS[unit] <= MOST_SECONDS:
            seconds = done * _SECONDS[unit]
        elif unit in _METRES and done * _METRES[unit] <= MOST_METRES:
            metres = done * _METRES[unit]
        elif unit not in _SECONDS and unit not in _METRES and done <= MOST_REPS:
            reps = int(done)
    if done and seconds is None and metres is None and done != reps:
        notes.append(f"{unit or 'repetitions'}: {_text(record, 'repetitions')}")
    load, mass = _number(record, "weight"), _unit(record, "weight_unit", _WEIGHT_UNITS)
    if load and not (mass in ("", *_MASS) and 0 < load <= MOST_LOAD):
        notes.append(f"weight: {_text(record, 'weight')} {mass}".rstrip())
        load = None
    if not (reps or seconds or metres or load):
        return Refusal(reason=NOTHING_ENTERED)
    kind = SetKind.FAILURE if unit in _TO_FAILURE else SetKind.WORK
    reserve, rest = _number(record, "rir"), _number(record, "rest")
    draft.add(
        ForeignSet(
            line=line,
            exercise=exercise,
            kind=SetKind.DROP if _text(record, "id") in drops else kind,
            load=load or None,
            unit=_MASS.get(mass) if load else None,
            reps=reps,
            rir=reserve if reserve is not None and 0 <= reserve <= 100 else None,
            seconds=seconds,
            metres=metres,
            rest_s=round(rest) if rest is not None and 0 < rest <= MOST_SECONDS else None,
            note="\n".join(note for note in notes if note),
            run=draft.stretch,
        )
    )
    return Fate.SET


def _weigh(gathering: Gathering, when: When, line: int, record: _Record) -> Fate | Refusal:
    value = _number(record, "weight")
    if value is None or not 0 < value <= highest(None):
        return Refusal(reason="the record is neither a set nor a weighing")
    gathering.measurements.append(ForeignMeasurement(line=line, on=when.on, kind=MeasureKind.BODY_MASS, value=value))
    return Fate.MEASUREMENT


def _unit(record: _Record, field: str, known: Sequence[str]) -> str:
    """The unit's name in lower case, which wger gives by number from 1. Empty if the record names none."""
    text = _named(record, field).casefold()
    if text.isascii() and text.isdigit():
        number = int(text[:4])
        return known[number - 1] if 1 <= number <= len(known) else f"unit {text}"
    return text


def _named(record: _Record, *fields: str) -> str:
    """A name, or the number that stands for it; a nested record gives its own name or number."""
    for field in fields:
        value = record.get(field)
        if isinstance(value, dict):
            value = value.get("name") or value.get("id")
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def _number(record: _Record, field: str) -> float | None:
    return _NUMBERS.read(_text(record, field))


def _text(record: _Record, field: str) -> str:
    value = record.get(field)
    return str(value).strip() if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _moment(when: When) -> tuple[str, float]:
    """Sorts by day and moment; a time without a zone counts as UTC, which keeps the order within one log."""
    at = when.at
    return when.on.isoformat(), 0.0 if at is None else (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _shown(record: _Record) -> str:
    return json.dumps(record.get("?", record), ensure_ascii=False)[:_SHOWN_CHARACTERS]
