"""The formats a journal can be written in: what each is called, how its files end and which function writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dorsi.errors import UnknownName
from dorsi.journal.exporting.dorsi_csv import to_dorsi_csv
from dorsi.journal.exporting.dorsi_json import to_dorsi_json
from dorsi.journal.exporting.hevy import to_hevy
from dorsi.journal.exporting.options import LogOptions
from dorsi.journal.exporting.strong import to_strong
from dorsi.journal.model import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class LogExport:
    """One format; `extension` comes without a dot."""

    name: str
    extension: str
    media_type: str
    description: str
    write: Callable[[Journal, LogOptions], bytes | str]


def _workbook(journal: Journal, options: LogOptions) -> bytes:
    # Late, because what writes workbooks takes 20 MB, which the idle server and most commands would pay.
    from dorsi.journal.exporting.workbook import to_workbook

    return to_workbook(journal, options)


_ALL = (
    LogExport(
        name="json",
        extension="json",
        media_type="application/json",
        description="All of the journal, to keep or to move to another Dorsi; nothing is lost.",
        write=to_dorsi_json,
    ),
    LogExport(
        name="csv",
        extension="csv",
        media_type="text/csv",
        description="One row for each set with every field; sessions come back without loss.",
        write=to_dorsi_csv,
    ),
    LogExport(
        name="xlsx",
        extension="xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        description="A workbook to sort and chart: sets, sessions and measurements.",
        write=_workbook,
    ),
    LogExport(
        name="strong",
        extension="csv",
        media_type="text/csv",
        description="The way Strong exports it, which most other apps read.",
        write=to_strong,
    ),
    LogExport(
        name="hevy",
        extension="csv",
        media_type="text/csv",
        description="The way Hevy exports it, with supersets.",
        write=to_hevy,
    ),
)
FORMATS: Mapping[str, LogExport] = {entry.name: entry for entry in _ALL}
"""Every format by name, in the order they are offered."""


def log_format(name: str) -> LogExport:
    """The format of that name. Raises UnknownName with the nearest names."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownName("export format", name, FORMATS, hint=f"There are {', '.join(FORMATS)}.") from None
