"""A training log of another app from disk: its bytes."""

from __future__ import annotations

import sys

from dorsi.cli.files import STDIN
from dorsi.errors import FileMissing
from dorsi.store.fitnotes_backup import MAX_BYTES


def read_bytes(path: str) -> bytes:
    """The file's bytes; '-' reads standard input. Raises FileMissing with the reason."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileMissing(path) from None
    except IsADirectoryError:
        raise FileMissing(path, "it is a folder, not a file") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else ""
        raise FileMissing(path, (reason or "the system refused").lower()) from error
    if len(data) > MAX_BYTES:
        raise FileMissing(path, f"it is larger than {MAX_BYTES // 1_000_000} MB, far more than a training log")
    return data
