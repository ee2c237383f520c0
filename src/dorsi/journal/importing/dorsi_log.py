"""Dorsi's own JSON log: the journal as it stands, sessions and all that is beside them.

A document has `dorsi` (the version), `sessions` (with their sets), `things` (measurements, adopted programmes,
swaps, exercises of one's own ...) and `names` (what other apps' names mean). Every set, every session without sets,
every thing and every name counts as a row.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from dorsi.errors import InvalidFile
from dorsi.journal.codec import event_from, session_from, set_from
from dorsi.journal.events import Event, Noted
from dorsi.journal.folding import with_notes
from dorsi.journal.importing.foreign import Fate, ForeignLog, Rejected
from dorsi.journal.importing.news import Thing
from dorsi.journal.importing.soundness import fault_of_session, fault_of_set
from dorsi.journal.model import Journal, LoggedSession, LoggedSet, Measurement

LOG_VERSION = "log/1"
_HEAD_CHARACTERS = 400
_LONGEST_EXCERPT = 200
_MISREAD = (LookupError, TypeError, ValueError, AttributeError, OverflowError)


class DorsiJournal:
    """Reads what `journal.exporting.dorsi_json` writes, without loss."""

    name: Final = "dorsi-json"
    title: Final = "Dorsi log (JSON)"

    def recognises(self, text: str) -> bool:
        """True if the document begins with Dorsi's header."""
        head = text[:_HEAD_CHARACTERS].lstrip()
        return head.startswith("{") and '"dorsi"' in head and '"log/' in head

    def read(self, text: str, *, day_first: bool | None = None) -> ForeignLog:
        """The log in the document; damaged entries are rejected one by one. All days are ISO."""
        reading = _Reading()
        try:
            document = json.loads(text, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            return _refused(1, text, f"the document is not JSON: {error}")
        if not isinstance(document, dict) or document.get("dorsi") != LOG_VERSION:
            version = document.get("dorsi") if isinstance(document, dict) else None
            return _refused(1, text, f"Dorsi reads '{LOG_VERSION}' documents, this one is '{version}'")
        for entry in _listed(document, "sessions"):
            reading.session(entry)
        for entry in _listed(document, "things"):
            reading.thing(entry)
        names = document.get("names", {})
        for name, exercise in names.items() if isinstance(names, dict) else ():
            reading.name(name, exercise)
        return reading.log()


@dataclass(slots=True)
class _Reading:
    """Gathers entries and what became of each; places are counted from 1 in the order of the document."""

    sessions: dict[str, LoggedSession] = field(default_factory=dict)
    set_ids: set[str] = field(default_factory=set)
    notes: dict[str, Event] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    fates: Counter[Fate] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)

    def session(self, document: object) -> None:
        entries = document.get("sets", []) if isinstance(document, dict) else []
        entries = entries if isinstance(entries, list) else [entries]
        try:
            header = session_from({**_mapping(document), "sets": (), "batch": ""})
            fault = fault_of_session(header)
            if not fault and header.id in self.sessions:
                fault = "the session stands there twice"
            run_notes = tuple((run, text) for run, text in header.run_notes)
        except _MISREAD as error:
            fault = _said(error)
        if fault:
            for entry in entries or [document]:
                self._reject(entry, f"session: {fault}")
            return
        sets = tuple(entry for document in entries if (entry := self._set(document)) is not None)
        if not entries:
            self.fates[Fate.HEADING] += 1
        self.sessions[header.id] = replace(header, sets=sets, run_notes=run_notes)

    def _set(self, document: object) -> LoggedSet | None:
        try:
            entry = set_from(_mapping(document))
            fault = fault_of_set(entry)
            if not fault and entry.id in self.set_ids:
                fault = "the set stands there twice"
        except _MISREAD as error:
            fault = _said(error)
        if fault:
            self._reject(document, fault)
            return None
        self.set_ids.add(entry.id)
        self.fates[Fate.SET] += 1
        return entry

    def thing(self, document: object) -> None:
        try:
            event = event_from({**_mapping(document), "id": "-", "at": "2000-01-01T00:00:00Z", "batch": ""})
            fault = "" if not isinstance(event.body, Noted) else _fault_of_thing(event.body.thing)
        except InvalidFile as error:
            fault = "; ".join(problem.message for problem in error.problems)
        except _MISREAD as error:
            fault = _said(error)
        if fault:
            self._reject(document, fault)
        elif not isinstance(event.body, Noted):
            self._reject(document, "this kind of entry does not belong here")
        elif event.body.thing.id in self.notes:
            self._reject(document, "the entry stands there twice")
        else:
            self.notes[event.body.thing.id] = event
            measured = isinstance(event.body.thing, Measurement)
            self.fates[Fate.MEASUREMENT if measured else Fate.NOTE] += 1

    def name(self, name: str, exercise: object) -> None:
        if isinstance(exercise, str) and exercise:
            self.names[name] = exercise
            self.fates[Fate.NOTE] += 1
        else:
            self._reject({name: exercise}, "the name stands for no exercise")

    def _reject(self, document: object, reason: str) -> None:
        self.fates[Fate.REJECTED] += 1
        text = json.dumps(document, ensure_ascii=False)[:_LONGEST_EXCERPT]
        self.rejected.append(Rejected(line=self.fates.total(), text=text, reason=reason))

    def log(self) -> ForeignLog:
        return ForeignLog(
            format=DorsiJournal.name,
            rows=self.fates.total(),
            fates=dict(self.fates),
            rejected=tuple(self.rejected),
            ours=replace(with_notes(self.sessions.values(), self.notes.values()), names=self.names),
        )


def _listed(document: Mapping[str, Any], key: str) -> Iterable[object]:
    value = document.get(key, [])
    return value if isinstance(value, list) else [value]


def _fault_of_thing(thing: Thing) -> str:
    if not thing.id:
        return "the entry has no id"
    if isinstance(thing, Measurement) and not 0 <= thing.value < float("inf"):
        return "the value is not a number of 0 or more"
    return ""


def _mapping(document: object) -> dict[str, Any]:
    if not isinstance(document, dict):
        raise TypeError("this is not an entry that Dorsi wrote")
    return document


def _refused(rows: int, text: str, reason: str) -> ForeignLog:
    return ForeignLog(
        format=DorsiJournal.name,
        rows=rows,
        fates={Fate.REJECTED: rows},
        rejected=(Rejected(line=1, text=text[:_LONGEST_EXCERPT], reason=reason),),
        ours=Journal(),
    )


def _said(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _no_number(text: str) -> object:
    raise ValueError(f"'{text}' is not a number")
