"""The programmes every format is tried on, and a fixed day of export."""

from __future__ import annotations

from datetime import date

import pytest
from export_programmes import EVERYTHING, HOSTILE, program_view

from dorsi.program.evaluate import ProgramView
from dorsi.program.export.options import ExportOptions


@pytest.fixture(scope="session")
def everything() -> ProgramView:
    """Supersets, trisets, maxima, times, distances, shares of 1RM, body weight, sets by week; Cyrillic name."""
    return program_view(EVERYTHING)


@pytest.fixture(scope="session")
def hostile() -> ProgramView:
    """Names that look like formulas, markup, emoji and scripts few fonts have."""
    return program_view(HOSTILE)


@pytest.fixture(scope="session")
def options() -> ExportOptions:
    """A fixed day of export, and a Monday to start on."""
    return ExportOptions(today=date(2026, 1, 2), start=date(2026, 1, 5))
