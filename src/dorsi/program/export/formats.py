"""The registry of export formats: what each is called, how its files end and which function writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dorsi.errors import UnknownName
from dorsi.program.evaluate import ProgramView
from dorsi.program.export.csv_table import to_csv
from dorsi.program.export.ics import to_ics
from dorsi.program.export.markdown import to_markdown
from dorsi.program.export.options import ExportOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """One format; `extension` comes without a dot."""

    name: str
    extension: str
    media_type: str
    description: str
    write: Callable[[ProgramView, ExportOptions], bytes | str]


def _xlsx(view: ProgramView, options: ExportOptions) -> bytes:
    # Late, as in `_pdf`: 20 MB.
    from dorsi.program.export.xlsx import to_xlsx

    return to_xlsx(view, options)


def _pdf(view: ProgramView, options: ExportOptions) -> bytes:
    # Late, because what writes PDF takes 60 MB and half a second, which the idle server and most commands would pay.
    from dorsi.program.export.pdf import to_pdf

    return to_pdf(view, options)


_ALL = (
    ExportFormat(
        name="xlsx",
        extension="xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        description="A workbook with a sheet for every week and cells to log each set in.",
        write=_xlsx,
    ),
    ExportFormat(
        name="pdf",
        extension="pdf",
        media_type="application/pdf",
        description="Pages to print and write on, one for each distinct week.",
        write=_pdf,
    ),
    ExportFormat(
        name="ics",
        extension="ics",
        media_type="text/calendar",
        description="A calendar with an event for every session; needs the Monday of week 1.",
        write=to_ics,
    ),
    ExportFormat(
        name="csv",
        extension="csv",
        media_type="text/csv",
        description="One row for each planned set, for other programs.",
        write=to_csv,
    ),
    ExportFormat(
        name="markdown",
        extension="md",
        media_type="text/markdown",
        description="A readable document with a table for each session.",
        write=to_markdown,
    ),
)
FORMATS: Mapping[str, ExportFormat] = {entry.name: entry for entry in _ALL}
"""Every format by name, in the order they are offered."""


def export_format(name: str) -> ExportFormat:
    """The format of that name. Raises UnknownName with the nearest names."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownName("export format", name, FORMATS, hint=f"There are {', '.join(FORMATS)}.") from None


def exported(view: ProgramView, name: str, options: ExportOptions) -> bytes:
    """The programme in the format of that name, as the bytes of a file; text is UTF-8."""
    made = export_format(name).write(view, options)
    return made.encode() if isinstance(made, str) else made
