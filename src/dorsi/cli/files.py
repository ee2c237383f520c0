"""Files on disk: read whole with a plain reason when that fails, written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path

from dorsi.errors import FileMissing, FileUnwritable, UsageError

MAX_BYTES = 8_000_000
"""No file that Dorsi reads comes near this size; it keeps devices and videos out."""
STDIN = "-"


def read_text(path: str) -> str:
    """The file's text, line ends as they are; '-' reads standard input. Raises FileMissing with the reason."""
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
        raise FileMissing(path, _reason(error)) from error
    if len(data) > MAX_BYTES:
        raise FileMissing(path, f"it is larger than {MAX_BYTES // 1_000_000} MB, far more than a plan takes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileMissing(path, "it is not text in UTF-8") from error
    if "\0" in text:
        raise FileMissing(path, "it holds binary data, not text")
    return text


def shown_name(path: str) -> str:
    """What a file is called in messages."""
    return "standard input" if path == STDIN else path


def refuse_overwrite(path: Path, force: bool, source: str) -> None:
    """Raises FileUnwritable for a file that is there, unless it may be replaced; never the file that is read."""
    if str(path) == STDIN:
        raise UsageError("Give -o the name of a file; without -o the result is shown here.")
    if source != STDIN and path.exists() and Path(source).exists() and path.samefile(source):
        raise FileUnwritable(str(path), "it is the very file that is read")
    if path.is_dir():
        raise FileUnwritable(str(path), "it is a folder")
    if not force and path.is_file():
        raise FileUnwritable(str(path), "it is already there; --force replaces it")


def write_atomically(path: Path, content: str | bytes, *, private: bool = True) -> None:
    """Writes a whole file or nothing. Raises FileUnwritable.

    A file that is there keeps its permissions; a new one is readable by its owner alone if `private`,
    because most files of Dorsi hold health data.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, _mode(target, private))
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise FileUnwritable(str(path), _reason(error)) from error


def _mode(target: Path, private: bool) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    if private:
        return 0o600
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _reason(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else ""
    return (said or "the system refused").lower()
