"""Dorsi's own JSON log: the whole journal as it stands, to keep, to move and to read back without loss.

It holds what was entered, not the history of corrections; a backup holds that too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from dorsi.journal.codec import Document, body_document, session_document
from dorsi.journal.events import Noted
from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.importing.dorsi_log import LOG_VERSION
from dorsi.journal.model import Journal


def to_dorsi_json(journal: Journal, options: LogOptions) -> str:
    """The journal as a JSON document; the same journal on the same day gives the same text."""
    document = {
        "dorsi": LOG_VERSION,
        "written_on": options.today.isoformat(),
        "sessions": [_without_batch(session_document(session)) for session in journal.sessions],
        "things": list(_things(journal)),
        "names": dict(sorted(journal.names.items())),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _things(journal: Journal) -> Iterator[Document]:
    for group in (
        journal.exercises.values(),
        journal.measurements,
        journal.adoptions,
        journal.moves,
        journal.skips,
        journal.swaps,
        journal.hurts,
        journal.clearances,
        journal.answers,
    ):
        for thing in group:
            yield body_document(Noted(thing=thing))


def _without_batch(document: Document) -> Document:
    document.pop("batch", None)
    return document
