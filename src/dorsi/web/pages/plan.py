"""What Plan shows: the weeks of the cycle, the sessions of one of them, volume against its band."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Level
from dorsi.languages import all_said, known, said
from dorsi.program.evaluate import SessionView, WeekView
from dorsi.program.notation import format_sets
from dorsi.rules.bounds import WEEKLY, Band
from dorsi.rules.finding import Finding
from dorsi.services.plan_calendar import CalendarWeek, PlanCalendar, PlannedDay, Standing
from dorsi.web.pages.findings import Findings
from dorsi.web.templatetags.dorsi_tags import day as day_words
from dorsi.web.templatetags.dorsi_tags import localised

CARD_STATES = {
    Standing.DONE: "done", Standing.SKIPPED: "missed", Standing.NEXT: "next", Standing.AHEAD: "ahead",
}  # fmt: skip
LINES_SHOWN = 5
MONDAYS = tuple(date(2024, 1, number) for number in range(1, 8))
"""A Monday and the days after it, to take the names of weekdays from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A session in the calendar: its number in the week, its state, its day of the month and what it reads as."""

    state: str
    number: str
    says: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """A week from Monday to Sunday: the marks of each day, and the weeks of the programme that they belong to ('3').

    `begins` and `span` are its days in short and in full, empty where nobody remembers when that was.
    """

    weeks: str
    begins: str
    span: str
    is_deload: bool
    is_current: bool
    is_over: bool
    cells: tuple[tuple[Mark, ...], ...]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    """A session of a week at a glance, ready for the component of that name."""

    name: str
    address: str
    day: str
    state: str
    lines: tuple[tuple[str, str], ...]
    more: int
    chips: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeRow:
    """Weekly sets of a muscle against its band; the places are percentages of the track."""

    label: str
    group: str
    value: str
    band: str
    low: float
    span: float
    at: float
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """The plan as a whole."""

    name: str
    cycle: int
    weeks: int
    at_week: int
    starts: date | None
    follows_another: bool
    is_stopped: bool
    done: int
    planned: int
    weekdays: tuple[str, ...]
    rows: tuple[CalendarRow, ...]
    is_deload: bool
    cards: tuple[SessionCard, ...]
    volumes: tuple[VolumeRow, ...]
    findings: Findings
    reasons: tuple[str, ...]

    @classmethod
    def from_calendar(cls, calendar: PlanCalendar, findings: Iterable[Finding]) -> PlanPage:
        """The page for a calendar and what the rules say of it."""
        program = calendar.plan.program
        current = calendar.current
        days = [day for week in calendar.weeks for day in week.days]
        return cls(
            name=known(program.name),
            cycle=calendar.state.position.cycle,
            weeks=program.weeks,
            at_week=current.number,
            starts=calendar.starts,
            follows_another=calendar.follows_another,
            is_stopped=bool(calendar.state.warnings),
            done=sum(day.standing is Standing.DONE for day in days),
            planned=len(days),
            weekdays=weekday_names(),
            rows=calendar_rows(calendar),
            is_deload=current.is_deload,
            cards=session_cards(current, calendar.today),
            volumes=volume_rows(calendar.plan.laid_out.by_week[current.number], calendar.athlete.level),
            findings=Findings.of(findings, program, linked=True),
            reasons=all_said(program.reasons),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """One week: its sessions and what they add up to."""

    number: int
    weeks: int
    span: str
    is_deload: bool
    is_current: bool
    cards: tuple[SessionCard, ...]
    volumes: tuple[VolumeRow, ...]
    before: int | None
    after: int | None

    @classmethod
    def from_week(cls, calendar: PlanCalendar, week: CalendarWeek) -> WeekPage:
        """The page for a week of a calendar."""
        numbers = [each.number for each in calendar.weeks]
        at = numbers.index(week.number)
        return cls(
            number=week.number,
            weeks=calendar.plan.program.weeks,
            span=_span(week.days),
            is_deload=week.is_deload,
            is_current=week is calendar.current,
            cards=session_cards(week, calendar.today, every_line=True),
            volumes=volume_rows(calendar.plan.laid_out.by_week[week.number], calendar.athlete.level),
            before=numbers[at - 1] if at else None,
            after=numbers[at + 1] if at + 1 < len(numbers) else None,
        )


def weekday_names() -> tuple[str, ...]:
    """'Mo' to 'Su', in the language of the page."""
    return tuple(date_format(day, "D")[:2] for day in MONDAYS)


def calendar_rows(calendar: PlanCalendar) -> tuple[CalendarRow, ...]:
    """The weeks in which the cycle was and will be trained. A session that nobody remembers the day of stands with the
    one before it, or by itself at the top."""
    found: dict[date, list[PlannedDay]] = {}
    monday = date.min
    for day in (day for week in calendar.weeks for day in week.days):
        monday = day.on - timedelta(days=day.on.weekday()) if day.on is not None else monday
        found.setdefault(monday, []).append(day)
    return tuple(_row(monday, found[monday], calendar) for monday in sorted(found))


def _row(monday: date, days: Sequence[PlannedDay], calendar: PlanCalendar) -> CalendarRow:
    cells: list[list[Mark]] = [[] for _day in range(7)]
    for number, day in enumerate(days, 1):
        cells[_column(day, number)].append(_mark(day, number, calendar.today))
    weeks = sorted({day.ref.week for day in days})
    is_known = monday != date.min
    return CalendarRow(
        weeks=str(weeks[0]) if len(weeks) == 1 else f"{weeks[0]}–{weeks[-1]}",
        begins=date_format(monday, "j M") if is_known else "",
        span=_span_words(monday, monday + timedelta(days=6)) if is_known else "",
        is_deload=all(week in calendar.plan.program.deload_weeks for week in weeks),
        is_current=any(day.standing is Standing.NEXT for day in days),
        is_over=all(day.standing in (Standing.DONE, Standing.SKIPPED) for day in days),
        cells=tuple(tuple(cell) for cell in cells),
        address=reverse("web:plan-week", args=[weeks[0]]),
    )


def _column(day: PlannedDay, number: int) -> int:
    """The weekday of a session; of one without any day its place in the week."""
    if day.on is not None:
        return day.on.weekday()
    return day.session.day.number if day.session.day is not None else min(number, 7) - 1


def _mark(day: PlannedDay, number: int, today: date) -> Mark:
    when = f", {day_words(day.on)}" if day.on is not None else ""
    return Mark(
        state=CARD_STATES[day.standing],
        number=str(day.on.day) if day.on is not None else str(number),
        says=f"{known(day.session.title)}{when}: {standing_words(day, today)}",
        address=reverse("web:plan-session", args=[day.ref.week, day.ref.session]),
    )


def _span(days: Sequence[PlannedDay]) -> str:
    """'9–13 Nov', '30 Nov – 4 Dec'; empty where no day is known."""
    dates = [day.on for day in days if day.on is not None]
    if not dates:
        return ""
    return _span_words(min(dates), max(dates))


def _span_words(first: date, last: date) -> str:
    if first == last:
        return date_format(first, "j M")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_format(last, 'j M')}"
    return f"{date_format(first, 'j M')} – {date_format(last, 'j M')}"


def standing_words(day: PlannedDay, today: date) -> str:
    """'done', 'left out', 'next', 'waits for you', 'to come'."""
    match day.standing:
        case Standing.DONE:
            return _("done")
        case Standing.SKIPPED:
            return _("left out")
        case Standing.NEXT:
            return _("waits for you") if day.late else _("today") if day.on == today else _("next")
        case _:
            return _("to come")


def session_cards(week: CalendarWeek, today: date, *, every_line: bool = False) -> tuple[SessionCard, ...]:
    """The week's sessions; with `every_line` all their exercises."""
    return tuple(_session_card(day, today, LINES_SHOWN if not every_line else 99) for day in week.days)


def _session_card(day: PlannedDay, today: date, most: int) -> SessionCard:
    lines = work_lines(day.view)
    weekday = said(day.session.day.label) if day.session.day is not None else ""
    when = day_words(day.on) if day.on is not None else weekday
    standing = standing_words(day, today)
    chips = [(_("about %(minutes)d min") % {"minutes": round(day.view.minutes)}, "")] if day.view is not None else []
    return SessionCard(
        name=known(day.session.title),
        address=reverse("web:plan-session", args=[day.ref.week, day.ref.session]),
        day=f"{when} · {standing}" if when else standing,
        state=CARD_STATES[day.standing],
        lines=lines[:most],
        more=max(0, len(lines) - most),
        chips=tuple(chips),
    )


def work_lines(view: SessionView | None) -> tuple[tuple[str, str], ...]:
    """The work of a session: exercise and sets."""
    if view is None:
        return ()
    return tuple((said(entry.exercise.short), short_sets(format_sets(entry.targets))) for entry in view.work)


def short_sets(line: str) -> str:
    """A line of set notation without loads and reserves: '4 × 6–12'."""
    parts = [part.split("@")[0].strip() for part in line.split(";")]
    return "; ".join(parts).replace(" x ", " × ").replace("-", "–")


def volume_rows(week: WeekView, level: Level) -> tuple[VolumeRow, ...]:
    """Hard sets of each muscle group in that week against the band of the level; a deload is never too little."""
    return tuple(
        volume_row(said(group.label), group.value, week.volume.get(group, 0.0), bands[level], is_deload=week.is_deload)
        for group, bands in WEEKLY.items()
    )


def volume_row(label: str, group: str, amount: float, band: Band, *, is_deload: bool = False) -> VolumeRow:
    """One muscle group's bar."""
    most = max(band.cap, amount) * 1.04
    state = "above" if amount > band.cap else "below" if amount < band.low and not is_deload else "within"
    return VolumeRow(
        label=label,
        group=group,
        value=localised(amount),
        band=f"{localised(band.low)}–{localised(band.high)}",
        low=round(band.low / most * 100, 1),
        span=round((band.high - band.low) / most * 100, 1),
        at=round(amount / most * 100, 1),
        state=state,
    )


def level_words(athlete: Athlete | None) -> str:
    """'checked for you, a beginner': whom the bands are for."""
    return {
        Level.BEGINNER: _("checked for you, a beginner"),
        Level.INTERMEDIATE: _("checked for you, an intermediate lifter"),
        Level.ADVANCED: _("checked for you, an advanced lifter"),
    }[athlete.level if athlete is not None else Level.INTERMEDIATE]
