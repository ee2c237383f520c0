"""Files that people send, kept between looking at them and keeping what is in them."""

from __future__ import annotations

import gzip
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from dorsi.errors import InvalidFile, Problem
from dorsi.languages import said
from dorsi.services.questioning import Drafts

MOST_PACKED_BYTES = 12 * 1024 * 1024
"""Packed, as it is kept; ten years of training, as other apps write them, pack into half a megabyte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that was sent: its bytes and name, and what was said about it since."""

    data: bytes
    file: str
    told: dict[str, Any]


def keep_upload(drafts: Drafts, kind: str, upload: Upload) -> None:
    """Keeps a file for the next pages. Raises InvalidFile for one that is too large to be a log."""
    packed = gzip.compress(upload.data, mtime=0)
    if len(packed) > MOST_PACKED_BYTES:
        message = "it is far larger than a training log"
        raise InvalidFile([Problem(file=upload.file, where="", message=message, remedy="Is it the right file?")])
    drafts.keep(kind, {"file": upload.file, "told": upload.told, "data": b64encode(packed).decode("ascii")})


def kept_upload(drafts: Drafts, kind: str) -> Upload | None:
    """The file that was sent last; None once it was kept or dropped."""
    kept = drafts.get(kind)
    if not kept:
        return None
    data = gzip.decompress(b64decode(kept["data"]))
    return Upload(data=data, file=str(kept["file"]), told=dict(kept["told"]))


def objection(problem: Problem) -> str:
    """What is wrong with a file that was sent, and what to do, in sentences for the reader."""
    message = problem.message[:1].upper() + problem.message[1:]
    ended = message if message.endswith((".", "!", "?")) else f"{message}."
    return f"{said(ended)} {said(problem.remedy)}".strip()
