"""From the bytes of a file to its text: archives opened, encodings told apart, within bounds."""

from __future__ import annotations

import codecs
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from dorsi.errors import InvalidFile, Problem

MOST_BYTES = 50 * 1024 * 1024
"""The largest file that is read, packed or unpacked; the longest real logs are under 5 MB."""
_ZIP = b"PK\x03\x04"
_LOG_ENDINGS = (".csv", ".txt", ".json", ".tsv", ".fitnotes")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD_BYTES = 4000
_MOST_ZEROS = 100
"""One character in so many may be zero; more of them make no text."""
_MISREAD_SHARE = 0.1
"""Bytes that are no UTF-8, as a share of the characters outside ASCII, up to which the rest still is."""


def unpacked(data: bytes, file: str) -> tuple[bytes, str]:
    """The bytes and name of the one log in a zip archive; anything else as it is.

    Raises InvalidFile for what is too large, damaged, locked, or holds no log or several.
    """
    _bounded(len(data), file)
    if not data.startswith(_ZIP):
        return data, file
    try:
        with ZipFile(BytesIO(data)) as archive:
            inside = [entry for entry in archive.infolist() if _is_log(entry)]
            if len(inside) != 1:
                raise _many(inside, file)
            _bounded(inside[0].file_size, file)
            with archive.open(inside[0]) as packed:
                content = packed.read(MOST_BYTES + 1)
    except (BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError, OSError, ValueError) as error:
        raise _invalid(file, f"the archive cannot be opened ({error})", "Unpack it and import what is in it.") from None
    _bounded(len(content), file)
    return content, inside[0].filename.rpartition("/")[2]


def text_of(data: bytes, file: str) -> str:
    """The text in UTF-8, UTF-16, UTF-32 or, failing these, Windows' western code page.

    Raises InvalidFile for what is empty or no text.
    """
    if not data.strip():
        raise _invalid(file, "the file is empty", "Export the log once more.")
    text = _decoded(data)
    if text.count("\0") * _MOST_ZEROS > len(text):
        raise _invalid(file, "this is not a text file", "Dorsi reads logs exported as CSV, text or JSON.")
    return text


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _wide(data[:_HEAD_BYTES])
    for attempt in filter(None, (encoding, "utf-8")):
        try:
            return data.decode(attempt)
        except UnicodeDecodeError:
            continue
    mended = data.decode("utf-8", "replace")
    foreign = sum(character > "\x7f" for character in mended)
    if mended.count("\ufffd") <= _MISREAD_SHARE * foreign:
        return mended
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: in western text every second byte is zero."""
    if head[1::2].count(0) > 0.4 * len(head[1::2]):
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > 0.4 * len(head[0::2]) else ""


def _is_log(entry: ZipInfo) -> bool:
    name = entry.filename.lower()
    return name.endswith(_LOG_ENDINGS) and not name.startswith("__macosx/") and "/." not in name


def _many(inside: list[ZipInfo], file: str) -> InvalidFile:
    if not inside:
        return _invalid(file, "the archive holds no log", f"Logs end in {', '.join(_LOG_ENDINGS)}.")
    names = ", ".join(entry.filename for entry in inside[:5])
    return _invalid(file, f"the archive holds {len(inside)} logs: {names}", "Unpack it and import them one by one.")


def _bounded(size: int, file: str) -> None:
    if size > MOST_BYTES:
        raise _invalid(file, f"the file is larger than {MOST_BYTES // 1024 // 1024} MB", "Is it a training log?")


def _invalid(file: str, message: str, remedy: str) -> InvalidFile:
    return InvalidFile([Problem(file=file, where="", message=message, remedy=remedy)])
