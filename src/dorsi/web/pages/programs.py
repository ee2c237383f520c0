"""Programmes from elsewhere: the guides' own, and any that was uploaded, as the rules see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.errors import InvalidFile
from dorsi.languages import in_english, known, said
from dorsi.program.model import Program
from dorsi.rules.finding import Severity
from dorsi.rules.registry import rule_by_code
from dorsi.services.checking import Checked
from dorsi.web.pages.findings import Findings
from dorsi.web.pages.plan import VolumeRow, level_words, volume_rows, work_lines

_LACKS_A_SUBJECT = ("is ", "does ")
"""How messages about a whole file begin, which are made to follow its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateCard:
    """A guide's programme at a glance."""

    id: str
    name: str
    source: str
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLines:
    """A session of a programme that nobody follows yet: its work in its first week."""

    name: str
    day: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPage:
    """A programme with what the rules say of it, and whether it can be taken up.

    `for_whom` says whom it was checked for, `needs_answers` that nobody's answers are known to train by,
    `is_refused` that health limits forbid it.
    """

    name: str
    size: str
    note: str
    for_whom: str
    needs_answers: bool
    sessions: tuple[SessionLines, ...]
    volumes: tuple[VolumeRow, ...]
    findings: Findings
    is_refused: bool

    @classmethod
    def from_checked(cls, checked: Checked) -> CheckedPage:
        """The page for a checked programme."""
        program, view = checked.program, checked.view
        weeks = sorted(view.weeks, key=lambda week: week.weeks[0])
        level = checked.athlete.level if checked.athlete is not None else None
        health = [f for f in checked.findings if f.severity is Severity.ERROR and rule_by_code(f.code).health]
        typical = next((week for week in weeks if not week.is_deload), weeks[0])
        return cls(
            name=known(program.name),
            size=size_words(program),
            note=known(program.note),
            for_whom=level_words(checked.athlete) if level is not None else "",
            needs_answers=checked.athlete is None,
            sessions=tuple(
                SessionLines(
                    name=known(session.session.title),
                    day=said(session.session.day.label) if session.session.day is not None else "",
                    lines=work_lines(session),
                )
                for session in weeks[0].sessions
            ),
            volumes=volume_rows(typical, level) if level is not None else (),
            findings=Findings.of(checked.findings, program),
            is_refused=bool(health),
        )


def size_words(program: Program) -> str:
    """'2 sessions a week, 8 weeks'."""
    most = max(sum(s.takes_place(week) for s in program.sessions) for week in range(1, program.weeks + 1))
    sessions = ngettext("%(count)d session a week", "%(count)d sessions a week", most) % {"count": most}
    weeks = ngettext("%(count)d week", "%(count)d weeks", program.weeks) % {"count": program.weeks}
    return f"{sessions}, {weeks}"


def template_cards(programs: Iterable[tuple[str, Program]]) -> tuple[TemplateCard, ...]:
    """The guides' programmes as cards."""
    return tuple(
        TemplateCard(
            id=name,
            name=said(program.name.partition(", ")[2].capitalize() or program.name),
            source=said(program.source[:1].upper() + program.source[1:]),
            size=size_words(program),
        )
        for name, program in programs
    )


def problem_lines(error: InvalidFile, most: int = 20) -> Sequence[str]:
    """What is wrong with a file, a line each."""
    lines: list[str] = []
    for problem in error.problems[:most]:
        place = _("Line %(line)d: ") % {"line": problem.line} if problem.line is not None else ""
        subject = problem.where or (_("The text") if problem.message.startswith(_LACKS_A_SUBJECT) else "")
        where = f"{subject} " if subject else ""
        message = problem.message if problem.message.endswith((".", "?")) else f"{problem.message}."
        lines.append(format_html("{}{}", place, in_english(f"{where}{message} {problem.remedy}".strip())))
    more = len(error.problems) - most
    return [*lines, _("… and %(more)d more.") % {"more": more}] if more > 0 else lines
