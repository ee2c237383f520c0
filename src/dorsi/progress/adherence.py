"""How steadily someone trains: planned against done, weeks in a row, how dense sessions are, which days."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dorsi.journal.model import Adoption, Journal, PlanRef
from dorsi.program.model import Program
from dorsi.progress.training import TrainedSession, Training, monday_of

SHORTEST_S = 5 * 60
LONGEST_S = 5 * 60 * 60
"""Durations outside of these come from a clock started too late or never stopped (heuristic)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramWeek:
    """Seven days of a programme, counted from the day it was taken up.

    `week` and `cycle` tell which of the programme's weeks they are, both from 1. `done` counts planned sessions
    trained in these days, each once, `skipped` those left out on purpose, `free` sessions that no plan asked for.
    """

    program: str
    starts: date
    week: int
    cycle: int
    planned: int
    done: int
    skipped: int
    free: int
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """Weeks in a row (Monday first) with at least one session; the current week counts once it has one."""

    current: int
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How much was done for the time a session took."""

    session_id: str
    on: date
    minutes: float
    work_sets_per_hour: float
    volume_kg_per_minute: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDay:
    """One day with training, for a heat map."""

    on: date
    sessions: int
    work_sets: int
    volume_kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """All of it. `kept` is the share of planned sessions done over finished weeks of the current programme, more
    than planned in one week not making up for another; None where no week is over."""

    weeks: tuple[ProgramWeek, ...]
    kept: float | None
    streak: Streak
    densities: tuple[Density, ...]
    days: tuple[TrainingDay, ...]


def adherence_of(training: Training, journal: Journal, programs: Mapping[str, Program]) -> Adherence:
    """What became of the plans. `programs` holds the programmes taken up, by the ids of their adoptions; an
    adoption whose programme is not there is passed over."""
    weeks = tuple(_program_weeks(training, journal, programs))
    return Adherence(
        weeks=weeks,
        kept=_kept(weeks),
        streak=streak_of((session.monday for session in training.sessions), training.today),
        densities=tuple(density for session in training.sessions if (density := density_of(session)) is not None),
        days=_days(training.sessions),
    )


def density_of(session: TrainedSession) -> Density | None:
    """Work sets an hour and kilograms moved a minute; None where the duration is unknown or cannot be right."""
    if session.duration_s is None or not SHORTEST_S <= session.duration_s <= LONGEST_S:
        return None
    minutes = session.duration_s / 60
    return Density(
        session_id=session.id,
        on=session.on,
        minutes=minutes,
        work_sets_per_hour=session.work_sets / minutes * 60,
        volume_kg_per_minute=session.volume_kg / minutes,
    )


def streak_of(mondays: Iterable[date], today: date) -> Streak:
    """The current and the longest run of weeks, given the Mondays of weeks with training."""
    run = longest = 0
    last: date | None = None
    for monday in sorted(set(mondays)):
        run = run + 1 if last is not None and (monday - last).days == 7 else 1
        longest, last = max(longest, run), monday
    is_alive = last is not None and (monday_of(today) - last).days <= 7
    return Streak(current=run if is_alive else 0, longest=longest)


def _days(sessions: Sequence[TrainedSession]) -> tuple[TrainingDay, ...]:
    found: dict[date, list[TrainedSession]] = {}
    for session in sessions:
        found.setdefault(session.on, []).append(session)
    return tuple(
        TrainingDay(
            on=on,
            sessions=len(same),
            work_sets=sum(session.work_sets for session in same),
            volume_kg=sum(session.volume_kg for session in same),
        )
        for on, same in sorted(found.items())
    )


def _program_weeks(training: Training, journal: Journal, programs: Mapping[str, Program]) -> Iterable[ProgramWeek]:
    taken_up = (a for a in journal.adoptions if a.on <= training.today and not a.edits)
    adoptions = sorted(taken_up, key=lambda a: a.on)
    for position, adoption in enumerate(adoptions):
        program = programs.get(adoption.id)
        if program is None:
            continue
        following = adoptions[position + 1].on if position + 1 < len(adoptions) else None
        end = following or training.today + timedelta(days=1)
        spans = [_Span() for _ in range(-(-(end - adoption.on).days // 7))]
        for session in training.sessions[bisect_left(training.sessions, adoption.on, key=lambda s: s.on) :]:
            if session.on >= end:
                break
            spans[(session.on - adoption.on).days // 7].take(session, adoption.id)
        for skip in journal.skips:
            if adoption.on <= skip.on < end and skip.plan.program == adoption.id:
                spans[(skip.on - adoption.on).days // 7].skipped += 1
        until = min(end, training.today)
        yield from (_week(adoption, program, number, span, until) for number, span in enumerate(spans))


class _Span:
    """What happened in seven days of a programme."""

    def __init__(self) -> None:
        self.done: set[PlanRef] = set()
        self.skipped = self.free = 0

    def take(self, session: TrainedSession, program: str) -> None:
        """Counts a session as planned or free."""
        if session.plan is not None and session.plan.program == program:
            self.done.add(session.plan)
        else:
            self.free += 1


def _week(adoption: Adoption, program: Program, number: int, span: _Span, until: date) -> ProgramWeek:
    starts = adoption.on + timedelta(weeks=number)
    cycle, week = divmod(number, program.weeks)
    return ProgramWeek(
        program=adoption.id,
        starts=starts,
        week=week + 1,
        cycle=cycle + 1,
        planned=sum(session.takes_place(week + 1) for session in program.sessions),
        done=len(span.done),
        skipped=span.skipped,
        free=span.free,
        over=starts + timedelta(weeks=1) <= until,
    )


def _kept(weeks: Sequence[ProgramWeek]) -> float | None:
    current = [week for week in weeks if week.program == weeks[-1].program and week.over and week.planned]
    if not current:
        return None
    return sum(min(week.done, week.planned) for week in current) / sum(week.planned for week in current)
