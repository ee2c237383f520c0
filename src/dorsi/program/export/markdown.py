"""A readable document in Markdown: a heading for each group of like weeks and a table for each session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dorsi.program.evaluate import ProgramView
from dorsi.program.export.options import ExportOptions
from dorsi.program.export.table import SessionTable, WeekTable, distinct_weeks

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_SPACES = re.compile(r"\s+")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=])")
_HEADER = ("#", "Exercise", "Role", "Sets", "Reps", "Load", "RIR", "Rest", "Tempo", "Note")


def to_markdown(view: ProgramView, _options: ExportOptions) -> str:
    """The programme as a Markdown document (GitHub tables); text of the programme is escaped."""
    program = view.program
    length = f"{program.weeks} week{'' if program.weeks == 1 else 's'}"
    lines = [f"# {_inline(program.name)}", "", f"{length}."]
    if program.note:
        lines += ["", _paragraph(program.note)]
    for week in distinct_weeks(view):
        lines += _week(week)
    return "\n".join(lines) + "\n"


def _week(week: WeekTable) -> Iterator[str]:
    yield from ("", f"## {week.heading}")
    if not week.sessions:
        yield from ("", "No sessions.")
    for session in week.sessions:
        yield from _session(session)


def _session(session: SessionTable) -> Iterator[str]:
    yield from ("", f"### {_inline(session.heading)}")
    for remark in filter(None, (session.theme, session.note)):
        yield from ("", _paragraph(remark))
    yield from ("", _line(_HEADER), _line(["---"] * len(_HEADER)))
    for row in session.rows:
        amounts = (row.sets, row.reps, row.load, row.rir, row.rest, row.tempo)
        cells = (row.order, row.exercise, row.role_name, *amounts, row.note)
        yield _line([_inline(cell) for cell in cells])


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _inline(text: str) -> str:
    """Text on one line with nothing in it that Markdown would act on."""
    return _SPECIAL.sub(r"\\\1", _SPACES.sub(" ", text).strip())


def _paragraph(text: str) -> str:
    """Inline text that does not open a list or underline a heading either."""
    return _LINE_START.sub(lambda m: f"\\{m[3]}" if m[3] else f"{m[1]}\\{m[2]}", _inline(text))
