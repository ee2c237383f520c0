"""Backups: a whole journal in one compressed file of JSON lines that proves itself complete and unaltered.

The first line is a header, then comes every event in order, and the last line holds the SHA-256 of all before.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

from dorsi.errors import FileUnwritable, InvalidFile, Problem
from dorsi.journal.codec import event_document, event_from
from dorsi.journal.events import Event
from dorsi.services.ports import JournalStore
from dorsi.store.documents import as_text
from dorsi.store.soundness import misfits

FORMAT = "journal/1"
_FAMILY = "journal/"
MAX_BYTES = 1_000_000_000
"""Unpacked; a hundred years of training take less. It keeps out files that are made to unpack without end."""
_REMEDY = "Use another backup; your journal was not changed."
_LONGEST_ID = 64


def write_backup(journal: JournalStore, path: Path, made_at: datetime) -> int:
    """Writes every event as of one moment to `path`, whole or not at all, and answers how many they are.

    Only the owner may read the file. Raises FileUnwritable, StoreUnavailable.
    """
    events = tuple(journal.events())
    data = backup_of(events, made_at)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise FileUnwritable(str(path), (reason or "the system refused").lower()) from error
    return len(events)


def backup_of(events: Sequence[Event], made_at: datetime) -> bytes:
    """The bytes of a backup of these events, the same whenever they and `made_at` are."""
    header = {"dorsi": FORMAT, "events": len(events), "made_at": made_at.astimezone(UTC).isoformat()}
    lines = [as_text(header), *(as_text(event_document(event)) for event in events)]
    text = "".join(f"{line}\n" for line in lines).encode("ascii")
    seal = as_text({"sha256": hashlib.sha256(text).hexdigest()})
    return gzip.compress(text + f"{seal}\n".encode("ascii"), mtime=0)


def read_backup(data: bytes, file: str = "the backup") -> tuple[Event, ...]:
    """The events of a backup. Raises InvalidFile unless it is complete, unaltered and sound throughout."""
    text = _unpacked(data, file)
    body, _, seal = text.removesuffix(b"\n").rpartition(b"\n")
    body += b"\n"
    if not text.endswith(b"\n") or _json(seal) != {"sha256": hashlib.sha256(body).hexdigest()}:
        _refuse(file, "it is not whole, or it was altered: its check sum does not fit")
    lines = body.removesuffix(b"\n").split(b"\n")
    header = _json(lines[0])
    if not isinstance(header, dict) or not str(header.get("dorsi", "")).startswith(_FAMILY):
        _refuse(file, "it is no backup of a journal")
    if header["dorsi"] != FORMAT:
        _refuse(file, f"a newer version of Dorsi wrote it ({header['dorsi']})", "Read it with that version.")
    if header.get("events") != len(lines) - 1:
        _refuse(file, f"it says that it holds {header.get('events')} entries and holds {len(lines) - 1}")
    return _events(lines[1:], file)


def _events(lines: Iterable[bytes], file: str) -> tuple[Event, ...]:
    events: dict[str, Event] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=2):
        try:
            found = _json(line)
            event = event_from(found if isinstance(found, dict) else {}, file)
        except InvalidFile as error:
            problems += [replace(problem, line=number, remedy=problem.remedy or _REMEDY) for problem in error.problems]
            continue
        wrong = [f"{path}: this cannot stand here" for path in misfits(event)]
        if not wrong and not 0 < len(event.id) <= _LONGEST_ID:
            wrong.append("id: expected 1 to 64 characters")
        if not wrong and event.id in events:
            wrong.append(f"id: {event.id} is there twice")
        problems += [Problem(file=file, where="", line=number, message=message, remedy=_REMEDY) for message in wrong]
        events[event.id] = event
    if problems:
        raise InvalidFile(problems)
    return tuple(events.values())


def _unpacked(data: bytes, file: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as packed:
            text = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        _refuse(file, "it is not whole, or no backup that Dorsi made")
    if len(text) > MAX_BYTES:
        _refuse(file, "it is far larger than any journal")
    return text


def _json(line: bytes) -> Any:
    """The value in a line; None if it is no JSON, which has no NaN either."""
    try:
        return json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _refuse(file: str, message: str, remedy: str = _REMEDY) -> NoReturn:
    raise InvalidFile([Problem(file=file, where="", message=message, remedy=remedy)])
