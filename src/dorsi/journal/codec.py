"""Events and sessions as plain JSON documents and back: what is blank is left out, what is typed stays as typed."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, lru_cache
from typing import Any, cast

from dorsi.errors import InvalidFile, Problem
from dorsi.journal import events as ev
from dorsi.journal.model import (
    Adoption,
    Answer,
    Clearance,
    CustomExercise,
    Hurt,
    LoadMode,
    LoggedDiscomfort,
    LoggedLoad,
    LoggedSession,
    LoggedSet,
    Measurement,
    Move,
    PlanRef,
    SetKind,
    Side,
    Skip,
    Swap,
)
from dorsi.structure import structure
from dorsi.units import MassUnit

Document = dict[str, Any]

_THINGS: dict[str, type] = {
    "measurement": Measurement,
    "adoption": Adoption,
    "move": Move,
    "skip": Skip,
    "swap": Swap,
    "hurt": Hurt,
    "clearance": Clearance,
    "answer": Answer,
    "exercise": CustomExercise,
}
_THING_NAMES = {kind: name for name, kind in _THINGS.items()}
_SET_KINDS = {kind.value: kind for kind in SetKind}
_UNITS = {unit.value: unit for unit in MassUnit}
_MODES = {mode.value: mode for mode in LoadMode}
_SCALARS = frozenset({bool, int, float, str})
"""Types that JSON has as they are; their subclasses, such as enums, are not meant."""


def event_document(event: ev.Event) -> Document:
    """The event as a JSON document: id, at, kind and what the kind needs."""
    document: Document = {"id": event.id, "at": _instant_text(event.at), **body_document(event.body)}
    if event.batch:
        document["batch"] = event.batch
    return document


def body_document(body: ev.Body) -> Document:
    """An event's body as a JSON document with its `kind`."""
    match body:
        case ev.SessionLogged():
            return {"kind": "session", "session": session_document(body.session)}
        case ev.SessionDeleted():
            return {"kind": "session-deleted", "session_id": body.session_id}
        case ev.SetLogged():
            return {"kind": "set", "session_id": body.session_id, "set": set_document(body.entry)}
        case ev.SetDeleted():
            return {"kind": "set-deleted", "session_id": body.session_id, "set_id": body.set_id}
        case ev.Noted():
            return {"kind": _THING_NAMES[type(body.thing)], "thing": plain(body.thing)}
        case ev.Withdrawn():
            return {"kind": "withdrawn", "thing_id": body.id}
        case ev.NameSettled():
            return {"kind": "name", "name": body.name, "exercise": body.exercise}
        case ev.ImportUndone():
            return {"kind": "import-undone", "batch_id": body.batch}
        case ev.Imported():
            return {"kind": "imported", **plain(body)}


def event_from(document: Mapping[str, Any], file: str = "the journal") -> ev.Event:
    """The event in a document. Raises InvalidFile with every problem of a document that is none."""
    try:
        return ev.Event(
            id=document["id"],
            at=_instant(document["at"]),
            body=_body(document, file),
            batch=document.get("batch", ""),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise _unreadable(file, f"event {document.get('id', '?')}", error) from error


def _body(document: Mapping[str, Any], file: str) -> ev.Body:
    kind = document["kind"]
    if kind in _THINGS:
        return ev.Noted(thing=_structured(document["thing"], _THINGS[kind], file))
    match kind:
        case "set":
            return ev.SetLogged(session_id=document["session_id"], entry=set_from(document["set"]))
        case "session":
            return ev.SessionLogged(session=session_from(document["session"]))
        case "session-deleted":
            return ev.SessionDeleted(session_id=document["session_id"])
        case "set-deleted":
            return ev.SetDeleted(session_id=document["session_id"], set_id=document["set_id"])
        case "withdrawn":
            return ev.Withdrawn(id=document["thing_id"])
        case "name":
            return ev.NameSettled(name=document["name"], exercise=document["exercise"])
        case "import-undone":
            return ev.ImportUndone(batch=document["batch_id"])
        case "imported":
            told = {key: value for key, value in document.items() if key not in ("id", "at", "kind", "batch")}
            return ev.Imported(**{**told, "fates": dict(told.get("fates", {}))})
    raise ValueError(f"'{kind}' is no kind of event")


def session_document(session: LoggedSession) -> Document:
    """A session with its sets as a JSON document."""
    document = plain(session, but="sets")
    if session.sets:
        document["sets"] = [set_document(entry) for entry in session.sets]
    return document


def session_from(document: Mapping[str, Any]) -> LoggedSession:
    """The session in a document; raises KeyError, TypeError or ValueError where it is none."""
    values = dict(document)
    plan = values.get("plan")
    if plan is not None:
        values["plan"] = PlanRef(**plan)
    if values.get("started_at") is not None:
        values["started_at"] = _instant(values["started_at"])
    if "run_notes" in values:
        values["run_notes"] = tuple((int(run), str(text)) for run, text in values["run_notes"])
    values["on"] = date.fromisoformat(values["on"])
    values["sets"] = tuple(map(set_from, values.get("sets", ())))
    return LoggedSession(**values)


def set_document(entry: LoggedSet) -> Document:
    """A set as a JSON document."""
    document = plain(entry, but="load")
    if entry.load is not None:
        document["load"] = [entry.load.value, entry.load.unit.value, entry.load.mode.value]
    return document


def set_from(document: Mapping[str, Any]) -> LoggedSet:
    """The set in a document; raises KeyError, TypeError or ValueError where it is none."""
    values = dict(document)
    load = values.get("load")
    if load is not None:
        values["load"] = _load(*load)
    kind = values.get("kind")
    if kind is not None:
        values["kind"] = _SET_KINDS[kind]
    if "side" in values:
        values["side"] = Side(values["side"])
    if "discomfort" in values:
        values["discomfort"] = LoggedDiscomfort(**values["discomfort"])
    if "done_at" in values:
        values["done_at"] = _instant(values["done_at"])
    return LoggedSet(**values)


@lru_cache(maxsize=4096, typed=True)
def _load(value: float, unit: str, mode: str) -> LoggedLoad:
    """People lift the same loads all year, so most of a journal's loads are one of a few."""
    return LoggedLoad(value=value, unit=_UNITS[unit], mode=_MODES[mode])


def plain(value: Any, *, but: str = "") -> Document:
    """A frozen dataclass as a JSON document; fields that hold their default are left out, and so is field `but`."""
    document: Document = {}
    for name, default in _defaults(cast(Hashable, type(value))):
        own = getattr(value, name)
        if own is default or name == but or own == default:
            continue
        document[name] = own if type(own) in _SCALARS else _plain(own)
    return document


@cache
def _defaults(cls: Any) -> tuple[tuple[str, Any], ...]:
    found = []
    for field in fields(cls):
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        found.append((field.name, default))
    return tuple(found)


def _plain(value: object) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return _instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(_plain(item) for item in value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return plain(value)


def _structured(document: Mapping[str, Any], cls: type, file: str) -> Any:
    problems: list[Problem] = []
    thing: object | None = structure(
        document, cls, lambda path, message: problems.append(Problem(file=file, where=path, message=message))
    )
    if thing is None:
        raise InvalidFile(problems)
    return thing


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _instant_text(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _unreadable(file: str, where: str, error: Exception) -> InvalidFile:
    said = f"{error} is missing" if isinstance(error, KeyError) else str(error)
    return InvalidFile(
        [
            Problem(
                file=file,
                where=where,
                message=f"this is not an entry that Dorsi wrote ({said})",
                remedy="Leave it out or restore a backup.",
            )
        ]
    )
