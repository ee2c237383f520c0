"""The printed programme, read back with pypdf."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from export_programmes import program_view
from fpdf import FPDF
from pypdf import PdfReader

from dorsi.program.evaluate import ProgramView
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.pdf import to_pdf
from dorsi.program.export.pdf_font import add_fonts, printable
from dorsi.program.export.table import distinct_weeks


@pytest.fixture(scope="module")
def drawable() -> frozenset[int]:
    """The characters of the typeface."""
    pdf = FPDF()
    found = add_fonts(pdf)
    for font in pdf.fonts.values():
        font.close()
    return found


def _pages(data: bytes) -> list[str]:
    """The text of each page on one line, since words wrap in narrow columns."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def test_a_landscape_page_for_each_distinct_week(everything: ProgramView, options: ExportOptions) -> None:
    data = to_pdf(everything, options)
    pages = _pages(data)
    weeks = distinct_weeks(everything)
    assert len(pages) == len(weeks)
    for number, (text, week) in enumerate(zip(pages, weeks, strict=True), start=1):
        assert week.heading in text
        assert f"Page {number} of {len(weeks)}" in text
        assert "Спина: тяга и сила" in text
    box = PdfReader(BytesIO(data)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


def test_every_row_is_printed(everything: ProgramView, options: ExportOptions) -> None:
    for text, week in zip(_pages(to_pdf(everything, options)), distinct_weeks(everything), strict=True):
        for session in week.sessions:
            assert session.heading in text
            for row in session.rows:
                for part in (row.exercise, row.prescription, row.rest, row.tempo, row.note):
                    assert part in text


def test_weeks_that_share_a_page_have_a_tick_box_each(everything: ProgramView, options: ExportOptions) -> None:
    first, second, _ = _pages(to_pdf(everything, options))
    assert "Print one copy a week and tick it: 1 2" in first
    assert "tick it" not in second


def test_bytes_depend_on_the_programme_and_the_day_alone(everything: ProgramView, options: ExportOptions) -> None:
    data = to_pdf(everything, options)
    assert data == to_pdf(everything, options)
    assert data != to_pdf(everything, replace(options, today=date(2026, 1, 3)))
    assert PdfReader(BytesIO(data)).metadata["/CreationDate"].startswith("D:20260102")


def test_scripts_the_font_lacks_are_replaced(hostile: ProgramView, options: ExportOptions) -> None:
    text = " ".join(_pages(to_pdf(hostile, options)))
    assert "? Ћирилица, ελληνικά; ? \\ day" in text
    assert "=cmd()" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Žluťoučký Übung жґї έά Việt", "Žluťoučký Übung жґї έά Việt"),
        ("e\u0301te\u0301", "été"),
        ("a\u200db\ufe0f", "ab"),
        ("\uff26\uff55\uff4c\uff4c 10\u33a9 \U0001d401", "Full 10Pa B"),
        ("背中の日", "?"),
        ("one\ntwo\tthree", "one two three"),
    ],
)
def test_printable(text: str, shown: str, drawable: frozenset[int]) -> None:
    assert printable(text, drawable) == shown


def test_a_programme_without_bounds_still_fits_its_pages(options: ExportOptions) -> None:
    groups = "; ".join(f"20 x {reps} @ {reps} kg" for reps in range(1, 13))
    blocks = "".join(
        f"\n      - exercise: pull-up-medium\n        sets: 3 x {n + 1}\n        note: {'long words ' * 90}"
        for n in range(20)
    )
    head = f"dorsi: program/1\nname: {'W' * 300}\nweeks: 52\nnote: {'much to say ' * 900}\nsessions:\n"
    text = (
        head + f"  - id: long\n    blocks:{blocks}\n  - id: many\n    blocks:\n      - exercise: deadlift\n"
        f"        sets: {groups}\n"
    )
    pages = _pages(to_pdf(program_view(text), options))
    assert 4 <= len(pages) <= 20
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert all("WWW..." in page for page in pages)
