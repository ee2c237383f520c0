"""A chart with what stands around it: title, summary, legend, and a table of the same numbers."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.web.charts.bars import BarChart
from dorsi.web.charts.line import LineChart


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One chart, of lines or of bars. `legend` holds the end of a class and words; `rows` are the numbers as texts."""

    title: str
    summary: str = ""
    line: LineChart | None = None
    bars: BarChart | None = None
    legend: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
