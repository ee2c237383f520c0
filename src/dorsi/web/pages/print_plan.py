"""The plan on paper: a sheet a week, with room to write."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dorsi.languages import known, said
from dorsi.program.evaluate import week_spans
from dorsi.program.export.table import SessionTable, TableRow, WeekTable, distinct_weeks
from dorsi.program.model import Role
from dorsi.services.plan_calendar import PlanCalendar

MOST_BLANKS = 5
_SPAN = re.compile(r"(?<=\d)-(?=\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRow:
    """An exercise with as many cells to write in as it has sets."""

    order: str
    exercise: str
    sets: str
    load: str
    rir: str
    rest: str
    note: str
    is_work: bool
    is_plain: bool
    blanks: range


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSession:
    """A session with its rows."""

    heading: str
    rows: tuple[PrintRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A week, or weeks that look alike."""

    heading: str
    weeks: str
    sessions: tuple[PrintSession, ...]
    columns: range


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPage:
    """The sheets of a programme."""

    name: str
    sheets: tuple[Sheet, ...]

    @classmethod
    def from_calendar(cls, calendar: PlanCalendar, week: int | None) -> PrintPage:
        """The sheets of the cycle, or the one of a week."""
        tables = distinct_weeks(calendar.plan.laid_out)
        chosen = [table for table in tables if week is None or week in table.weeks]
        return cls(name=known(calendar.plan.program.name), sheets=tuple(_sheet(table, week) for table in chosen))


def _sheet(table: WeekTable, week: int | None) -> Sheet:
    most = min(MOST_BLANKS, max((len(r.planned) for s in table.sessions for r in s.rows if _counts(r.role)), default=1))
    weeks = (week,) if week is not None else table.weeks
    words = (_("Week %(weeks)s") if len(weeks) == 1 else _("Weeks %(weeks)s")) % {
        "weeks": week_spans(weeks).replace("-", "–")
    }
    return Sheet(
        heading=_("%(weeks)s, deload") % {"weeks": words} if table.is_deload else words,
        weeks=week_spans(table.weeks),
        sessions=tuple(_session(session, most) for session in table.sessions),
        columns=range(1, most + 1),
    )


def _session(table: SessionTable, most: int) -> PrintSession:
    numbers: dict[str, int] = {}
    return PrintSession(
        heading=_heading(table),
        rows=tuple(_row(row, _order(row.order, numbers), most) for row in table.rows),
    )


def _heading(table: SessionTable) -> str:
    """Title, weekday and length: 'Upper, Monday, about 55 min'."""
    length = _("about %(minutes)d min") % {"minutes": table.minutes}
    return ", ".join(filter(None, (known(table.title), said(table.day.label) if table.day else "", length)))


def _order(order: str, numbers: dict[str, int]) -> str:
    """The place of a row among those of its week, which has no gaps where the programme holds other weeks' exercises:
    '4a' becomes '3a'."""
    block = order.rstrip("abc")
    return f"{numbers.setdefault(block, len(numbers) + 1)}{order.removeprefix(block)}"


def _row(row: TableRow, order: str, most: int) -> PrintRow:
    is_plain = ";" not in row.sets
    return PrintRow(
        order=order,
        exercise=said(row.exercise),
        sets=_dashed(said(_sets(row) if is_plain else row.prescription.replace(" x ", " × "))),
        load=said(row.load) if is_plain else "",
        rir=_dashed(row.rir) if is_plain else "",
        rest=_dashed(said(row.rest)),
        note=said(row.note),
        is_work=_counts(row.role),
        is_plain=is_plain,
        blanks=range(most if _counts(row.role) else 0),
    )


def _sets(row: TableRow) -> str:
    """'4 × 6-12', or the reps of each set: '5, 3'."""
    return row.reps if "," in row.reps else f"{row.sets} × {row.reps}"


def _dashed(text: str) -> str:
    """Spans of numbers with the dash that print has for them."""
    return _SPAN.sub("–", text)


def _counts(role: Role) -> bool:
    return role in (Role.WORK, Role.TEST)
