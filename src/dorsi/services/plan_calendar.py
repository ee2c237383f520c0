"""The cycle under way as a calendar: what of it is done or left out, what comes next and when the rest is likely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from dorsi.athlete.model import Athlete
from dorsi.coach.adopted import Adopted, adopted
from dorsi.coach.folding import fold
from dorsi.coach.model import NextSession
from dorsi.coach.present import athlete_now
from dorsi.coach.schedule import due_on
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState, Position, Trained
from dorsi.coach.swapping import Alternative, alternatives
from dorsi.errors import UsageError
from dorsi.journal.model import PlanRef
from dorsi.program.evaluate import SessionView
from dorsi.program.model import Session
from dorsi.rules.base import Case
from dorsi.rules.checking import check
from dorsi.rules.finding import Finding
from dorsi.services.coaching import Coaching
from dorsi.services.keeping_results import KeptResults
from dorsi.services.ports import JournalStore
from dorsi.services.swapping import TriedSwap, facing, try_swap


class Standing(StrEnum):
    """What has become of a planned session."""

    DONE = "done"
    SKIPPED = "skipped"
    NEXT = "next"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """One session of the cycle: when it was done or left out, or when it is likely to be (None: done longer ago than is
    remembered)."""

    ref: PlanRef
    session: Session
    view: SessionView | None
    on: date | None
    standing: Standing
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWeek:
    """A week of the programme with its sessions in the order in which they are trained."""

    number: int
    is_deload: bool
    days: tuple[PlannedDay, ...]

    @property
    def is_over(self) -> bool:
        """True if every session of it is done or was left out."""
        return all(day.standing in (Standing.DONE, Standing.SKIPPED) for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCalendar:
    """The programme as it stands in this cycle, whose it is now, and its weeks. `starts` is set while it is still to
    begin, and `follows_another` while one taken up earlier is followed until then."""

    today: date
    state: CoachState
    plan: Adopted
    weeks: tuple[CalendarWeek, ...]
    starts: date | None = None
    follows_another: bool = False

    @property
    def current(self) -> CalendarWeek:
        """The week of the session that comes next."""
        return self.week(self.state.position.week) or self.weeks[0]

    @property
    def coming(self) -> Mapping[tuple[int, str], date]:
        """The likely day of each session still to come, by its week and id."""
        return {
            (day.ref.week, day.ref.session): day.on
            for week in self.weeks
            for day in week.days
            if day.standing in (Standing.NEXT, Standing.AHEAD) and day.on is not None
        }

    def day(self, week: int, session: str) -> PlannedDay | None:
        """The session of that id in that week."""
        found = self.week(week)
        return next((day for day in found.days if day.ref.session == session), None) if found is not None else None

    def week(self, number: int) -> CalendarWeek | None:
        """The week of that number."""
        return next((week for week in self.weeks if week.number == number), None)

    @property
    def text(self) -> str:
        """The programme's file."""
        assert self.state.adoption is not None, "a calendar is that of a programme taken up"
        return self.state.adoption.text

    @property
    def athlete(self) -> Athlete:
        """Whose it is, as of now."""
        return athlete_now(self.plan.athlete, self.state, self.today, self.plan.atlas)

    def session(self, week: int, session: str) -> NextSession:
        """A session of the cycle as the coach would give it if it were next.

        Raises UnknownName for one that is not there, TrainingRefused while a warning sign stands.
        """
        return next_session(facing(self.state, (week, session)), self._asked_on)

    def alternatives(self, week: int, session: str, place: str) -> tuple[Alternative, ...]:
        """What else could be done in a place of a session, best first. Raises UnknownName."""
        state = facing(self.state, (week, session))
        return alternatives(next_session(state, self._asked_on), place, state, self._asked_on)

    def try_swap(self, week: int, session: str, place: str, instead: str) -> TriedSwap:
        """What another exercise would make of a session. Raises UnknownName, UsageError where the rules forbid it."""
        return try_swap(facing(self.state, (week, session)), place, instead, self._asked_on)

    @property
    def _asked_on(self) -> date:
        return self.starts or self.today

    def findings(self) -> tuple[Finding, ...]:
        """What the rules say of the programme in this cycle, for the athlete as of now."""
        return _findings(self.plan.id, self.text, self.state.position.cycle, self.athlete)


@lru_cache(maxsize=16)
def _findings(plan_id: str, text: str, cycle: int, athlete: Athlete) -> tuple[Finding, ...]:
    return check(Case(view=adopted(plan_id, text, cycle).laid_out, athlete=athlete))


def plan_calendar(store: JournalStore, coaching: Coaching) -> PlanCalendar:
    """The calendar of the programme that is to begin, or else of the one under way.

    Raises UsageError where there is neither.
    """
    return _CALENDARS.get(store, coaching.today, lambda: _calendar(store, coaching))


_CALENDARS: KeptResults[PlanCalendar] = KeptResults(16)


def _calendar(store: JournalStore, coaching: Coaching) -> PlanCalendar:
    today = coaching.today
    state = coaching.state()
    coming, present = coaching.coming(), state.adoption
    if coming is not None:
        state = fold(state, store.recent(today), today=coming.on, since=today + timedelta(days=1))
    if state.adoption is None:
        raise UsageError("No programme is under way. Answer the questions, or take up a programme of your own.")
    plan = adopted(state.adoption.id, state.adoption.text, state.position.cycle)
    day = coming.on if coming is not None else today
    left_out = {skip.plan: skip.on for skip in store.recent(day).skips}
    dates = dict(projected(state, plan, day))
    trained = {each.ref: each.on for each in state.trained if each.ref is not None}
    weeks = tuple(
        CalendarWeek(
            number=number,
            is_deload=number in plan.program.deload_weeks,
            days=tuple(
                _planned_day(plan, Position(cycle=state.position.cycle, week=number, index=at), session, state, trained,
                             left_out, dates, day)
                for at, session in enumerate(sessions)
            ),
        )
        for number, sessions in plan.weeks.items()
        if sessions
    )  # fmt: skip
    if coming is None:
        return PlanCalendar(today=today, state=state, plan=plan, weeks=weeks)
    return PlanCalendar(
        today=today, state=state, plan=plan, weeks=weeks, starts=coming.on, follows_another=present is not None
    )


def _planned_day(
    plan: Adopted,
    position: Position,
    session: Session,
    state: CoachState,
    trained: Mapping[PlanRef, date],
    left_out: Mapping[PlanRef, date],
    dates: Mapping[PlanRef, tuple[date, bool]],
    today: date,
) -> PlannedDay:
    ref = plan.ref(position)
    assert ref is not None, "every session of a week has its place"
    past = (position.week, position.index) < (state.position.week, state.position.index) or ref in state.passed
    on, late = dates.get(ref, (None, False))
    if past:
        standing = Standing.SKIPPED if ref in left_out and ref not in trained else Standing.DONE
        on, late = trained.get(ref, left_out.get(ref)), False
    else:
        standing = Standing.NEXT if position == state.position else Standing.AHEAD
    return PlannedDay(
        ref=ref, session=session, view=plan.views.get((ref.week, ref.session)), on=on, standing=standing, late=late
    )


def projected(state: CoachState, plan: Adopted, today: date) -> Iterator[tuple[PlanRef, tuple[date, bool]]]:
    """The likely day of each session still to come in this cycle, were each trained when it is due; and whether it
    was due before today."""
    position = state.position
    while position.cycle == state.position.cycle:
        ref = plan.ref(position)
        if ref is None:
            return
        if ref not in state.passed:
            due = due_on(state, plan, ref)
            on = max(due, today)
            yield ref, (on, due < today)
            state = replace(state, trained=(*state.trained, Trained(on=on, ref=ref)), move=None)
        following = plan.after(position)
        if following.cycle != position.cycle:
            return
        position = following
