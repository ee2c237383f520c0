"""What Today shows: the session to do, a day of rest, or why there is no session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.athlete.screening_questions import QUESTIONS, Kind
from dorsi.atlas.load import Atlas
from dorsi.coach.adopted import adopted
from dorsi.coach.model import NextSession, Timing
from dorsi.coach.state import CoachState
from dorsi.journal.model import Adoption
from dorsi.languages import known, said
from dorsi.program.model import Role
from dorsi.services.plan_calendar import projected
from dorsi.services.training_day import TrainingDay
from dorsi.web.pages.reasons import Reason, reasons_of
from dorsi.web.pages.session import WORK, SessionSheet, sets_words
from dorsi.web.templatetags.dorsi_tags import day as day_words

StripDay = tuple[str, int, str, str, str]
"""A day of the week strip: letter, number, state, words for screen readers, address."""
NAMES_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """An entry that looks like a slip, with the question about it."""

    set_id: str
    exercise: str
    on: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """Today with a programme. `is_on` shows the session, else the day of rest with the session to come.

    `over` stands above the title, `at_week` and `session` are where the plan has it, `undo` is the event that the last
    action made, `under_way` says what of the session is logged already, `moved` that the athlete has chosen the day,
    `coming` is the day on which another programme begins. `sore` tells what of the session to come makes way for
    discomfort.
    """

    over: str
    title: str
    when: str
    week: str
    at_week: int
    session: str
    is_on: bool
    is_open: bool
    is_late: bool
    is_early: bool
    sheet: SessionSheet
    names: str
    strip: tuple[StripDay, ...]
    strip_today: int
    questions: tuple[Doubtful, ...]
    rest_reason: Reason
    finished: str
    under_way: str
    beside: str
    moved: bool
    undo: str
    coming: date | None
    sore: tuple[Reason, ...]

    @classmethod
    def from_day(
        cls,
        day: TrainingDay,
        state: CoachState,
        atlas: Atlas,
        *,
        anyway: bool = False,
        undo: str = "",
        coming: Adoption | None = None,
    ) -> TodayPage:
        """The page for a day as it stands; `anyway` shows the session on a day of rest too. While another programme is
        about to begin Plan shows that one, so nothing leads there from the session."""
        session = day.session
        finished = ""
        if day.finished is not None:
            count = sum(entry.kind.counts for entry in day.finished.sets)
            finished = _("%(sets)s are in your journal.") % {"sets": sets_words(count)}
        total = sum(len(item.sets) for item in session.items if item.role in WORK)
        to_go = sum(day.left(item) for item in session.items if item.role in WORK)
        names = dict.fromkeys(_name(entry.exercise, atlas) for entry in day.beside)
        return cls(
            over=_over(day),
            title=known(session.title),
            when=_when(session, day.today),
            week=_week(session, state),
            at_week=session.ref.week,
            session=session.ref.session if coming is None else "",
            is_on=day.is_on or anyway,
            is_open=day.open is not None,
            is_late=session.timing is Timing.LATE and day.open is None,
            is_early=session.timing is Timing.EARLY and day.open is None,
            sheet=SessionSheet.from_session(session, day.athlete, atlas, day.done),
            names=_names(session),
            strip=_strip(state, day.today),
            strip_today=day.today.day,
            questions=_questions(session, atlas),
            rest_reason=_spacing(atlas),
            finished=finished,
            under_way=_("%(done)d of %(total)s done") % {"done": total - to_go, "total": sets_words(total)},
            beside=", ".join(names),
            moved=state.move is not None,
            undo=undo,
            coming=coming.on if coming is not None else None,
            sore=_sore(session, atlas),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoppedPage:
    """Training is stopped by warning signs: what was reported, and who is to look at it how soon."""

    is_emergency: bool
    reasons: tuple[str, ...]

    @classmethod
    def from_warnings(cls, warnings: Sequence[str]) -> StoppedPage:
        """The page for these signs, by the ids of the health questions."""
        known = [QUESTIONS[warning] for warning in warnings if warning in QUESTIONS]
        return cls(
            is_emergency=any(question.kind is Kind.EMERGENCY for question in known),
            reasons=tuple(said(question.says) for question in known),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingPage:
    """No programme is under way; `starts` is the day on which one begins."""

    starts: date | None

    @classmethod
    def from_coming(cls, coming: Adoption | None) -> NothingPage:
        """The page where a programme is still to begin, or where there is none."""
        return cls(starts=coming.on if coming is not None else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDay:
    """A day to put the session on."""

    value: str
    name: str
    note: str
    is_tight: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePage:
    """Another day for the next session: its title, the days to choose from, and why some are tight."""

    title: str
    due: str
    days: tuple[MoveDay, ...]
    reason: Reason

    @classmethod
    def from_openings(
        cls, session: NextSession, openings: Sequence[tuple[date, str]], today: date, atlas: Atlas
    ) -> MovePage:
        """The page for the days that there are."""
        days = tuple(
            MoveDay(
                value=on.isoformat(),
                name=_short(on, today),
                note=_tight(warning) or (_("as planned") if on == session.due else ""),
                is_tight=bool(warning),
            )
            for on, warning in openings
        )
        return cls(title=known(session.title), due=_near(session.due, today), days=days, reason=_spacing(atlas))


def _sore(session: NextSession, atlas: Atlas) -> tuple[Reason, ...]:
    decisions = (*session.decisions, *(each for item in session.items for each in item.decisions))
    return reasons_of((each for each in decisions if each.rule.startswith("HRT")), atlas)


def _spacing(atlas: Atlas) -> Reason:
    return Reason.of_rule("SCH101", atlas, says=_("Why sessions want days between them"))


def _tight(warning: str) -> str:
    return _("little rest") if warning else ""


def _over(day: TrainingDay) -> str:
    if day.open is not None:
        return _("Under way")
    match day.session.timing:
        case Timing.LATE:
            return _("It has waited for you")
        case Timing.DUE:
            return _("Today's session")
        case _:
            return _("Next session")


def _when(session: NextSession, today: date) -> str:
    if session.timing is Timing.LATE:
        days = (today - session.due).days
        return ngettext("was due %(days)d day ago", "was due %(days)d days ago", days) % {"days": days}
    return _near(session.due, today)


def _near(on: date, today: date) -> str:
    """'Today', 'Tomorrow, Mon 23 November', 'Thu 26 November'."""
    match (on - today).days:
        case 0:
            return _("Today")
        case 1:
            return _("Tomorrow, %(day)s") % {"day": day_words(on)}
        case _:
            return day_words(on)


def _short(on: date, today: date) -> str:
    """'Today', 'Tomorrow', 'Thu 26 Nov'."""
    days = (on - today).days
    return (_("Today"), _("Tomorrow"))[days] if days < 2 else date_format(on, "D j M")


def _week(session: NextSession, state: CoachState) -> str:
    assert state.adoption is not None, "a session comes from a programme taken up"
    weeks = adopted(state.adoption.id, state.adoption.text, session.ref.cycle).program.weeks
    words = _("Week %(week)d of %(weeks)d") % {"week": session.ref.week, "weeks": weeks}
    return words if session.ref.cycle == 1 else _("%(week)s, cycle %(cycle)d") % {
        "week": words, "cycle": session.ref.cycle,
    }  # fmt: skip


def _names(session: NextSession) -> str:
    found = list(dict.fromkeys(said(item.exercise.short) for item in session.items if item.role is Role.WORK))
    shown = " · ".join(found[:NAMES_SHOWN])
    more = len(found) - NAMES_SHOWN
    return shown if more <= 0 else _("%(names)s and %(more)d more") % {"names": shown, "more": more}


def _questions(session: NextSession, atlas: Atlas) -> tuple[Doubtful, ...]:
    return tuple(
        Doubtful(set_id=q.set_id, exercise=_name(q.exercise, atlas), on=day_words(q.on), says=said(q.says))
        for q in reversed(session.questions)
    )


def _name(exercise: str, atlas: Atlas) -> str:
    known = atlas.exercises.get(exercise)
    return said(known.short) if known is not None else exercise


def _strip(state: CoachState, today: date) -> tuple[StripDay, ...]:
    """The days of this week: what was trained, what is likely to be."""
    assert state.adoption is not None, "only shown with a programme"
    monday = today - timedelta(days=today.weekday())
    plan = adopted(state.adoption.id, state.adoption.text, state.position.cycle)
    trained = {each.on for each in state.trained}
    ahead: set[date] = set()
    for _ref, (on, _late) in projected(state, plan, today):
        if (on - monday).days > 6:
            break
        ahead.add(on)
    days: list[StripDay] = []
    for number in range(7):
        on = monday + timedelta(days=number)
        kind, words = ("done", _("trained")) if on in trained else ("rest", _("rest"))
        if on in ahead and on not in trained:
            kind, words = "train", _("session")
        days.append((date_format(on, "D")[:2], on.day, kind, f"{day_words(on)}: {words}", ""))
    return tuple(days)
