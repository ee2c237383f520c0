"""The registry of formats."""

from __future__ import annotations

import pytest

from dorsi.errors import UnknownName
from dorsi.program.evaluate import ProgramView
from dorsi.program.export.formats import FORMATS, export_format, exported
from dorsi.program.export.options import ExportOptions

STARTS = {"xlsx": b"PK", "pdf": b"%PDF", "ics": b"BEGIN:VCALENDAR", "csv": b"week,", "markdown": b"# "}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_its_kind_of_file_and_the_same_one_twice(
    name: str, everything: ProgramView, options: ExportOptions
) -> None:
    data = exported(everything, name, options)
    assert data.startswith(STARTS[name])
    assert data == exported(everything, name, options)


def test_names_and_extensions_are_told_apart() -> None:
    assert list(FORMATS) == list(STARTS)
    assert len({entry.extension for entry in FORMATS.values()}) == len(FORMATS)
    assert all(entry.name == name and "/" in entry.media_type for name, entry in FORMATS.items())


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UnknownName, match="'xlsx'"):
        export_format("xlx")
