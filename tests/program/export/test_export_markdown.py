"""The Markdown document, table by table."""

from __future__ import annotations

import re
from itertools import pairwise

from export_programmes import program_view
from markdown_it import MarkdownIt

from dorsi.program.evaluate import ProgramView
from dorsi.program.export.markdown import to_markdown
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.table import distinct_weeks


def _tables(text: str) -> list[list[list[str]]]:
    """The cells of every table, as a Markdown reader sees them."""
    tables: list[list[list[str]]] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for before, token in pairwise(tokens):
        if before.type == "table_open":
            tables.append([])
        elif before.type == "tr_open":
            tables[-1].append([])
        if before.type in ("td_open", "th_open"):
            tables[-1][-1].append("".join(child.content for child in token.children or ()))
    return tables


def test_a_table_for_each_session_of_each_group_of_weeks(everything: ProgramView, options: ExportOptions) -> None:
    text = to_markdown(everything, options)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Weeks 1-2", "Week 3", "Week 4 (deload)"]
    sessions = [session for week in distinct_weeks(everything) for session in week.sessions]
    tables = _tables(text)
    assert len(tables) == len(sessions)
    for table, session in zip(tables, sessions, strict=True):
        assert [len(line) for line in table] == [10] * (1 + len(session.rows))
        assert [(line[0], line[1], line[3], line[4], line[5], line[9]) for line in table[1:]] == [
            (row.order, row.exercise, row.sets, row.reps, row.load, row.note) for row in session.rows
        ]


def test_what_people_write_is_not_markup(hostile: ProgramView, options: ExportOptions) -> None:
    html = MarkdownIt("commonmark").enable("table").render(to_markdown(hostile, options))
    assert "<b>" not in html
    assert "<em>" not in html
    assert "<ul>" not in html
    assert html.startswith("<h1>=cmd('calc')!A1</h1>")
    assert "<p>+1 &amp; &lt;b&gt;*bold*&lt;/b&gt;</p>" in html
    assert "💪🏽 Ћирилица, ελληνικά; 背中 \\ day" in html


def test_weeks_without_sessions_say_so(options: ExportOptions) -> None:
    view = program_view(
        "dorsi: program/1\nname: Gap\nweeks: 2\nsessions:\n  - id: a\n    weeks: 2\n    blocks:\n"
        "      - exercise: pull-up-medium\n        sets: 3 x 5\n"
    )
    assert "## Week 1\n\nNo sessions." in to_markdown(view, options)
