"""Made-up years of training: a programme followed by somebody who grows stronger, has good and bad days, and errs.

The load of every planned set is the coach's, so that the journal is what a journal kept with Dorsi would be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random

from bench.clocks import ATHLETES
from bench.lifter import Lifter
from dorsi.coach.adopted import adopted
from dorsi.coach.folding import fold
from dorsi.coach.model import NextSession
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.coach.swapping import alternatives
from dorsi.journal.model import (
    Adoption,
    Answer,
    Hurt,
    Journal,
    LoggedSession,
    Measurement,
    MeasureKind,
    MeasureUnit,
    Swap,
)
from dorsi.program.model import Role
from dorsi.program.writing import write_program
from dorsi.services.planning import plan_from_text

NEW_PROGRAMME_DAYS = 600
SETS = 20
BREAK = 0.008
"""Chance that a break of two to six weeks comes before a session."""
FREE = 0.5
"""Chance that a planned session is followed by one that no plan asked for."""


@cache
def plan_text() -> str:
    """The plan of examples/athletes/intermediate.toml."""
    path = ATHLETES / "intermediate.toml"
    return write_program(plan_from_text(path.read_text("utf-8"), path.name).program)


@cache
def history(years: int, last: date) -> Journal:
    """So many years up to and on `last`: two planned sessions a week and a free one, of about 20 sets each."""
    return _Life(last - timedelta(weeks=52 * years), last).journal()


@dataclass(kw_only=True)
class _Notes:
    """What is noted beside sessions."""

    adoptions: list[Adoption] = field(default_factory=list)
    measurements: list[Measurement] = field(default_factory=list)
    swaps: list[Swap] = field(default_factory=list)
    hurts: list[Hurt] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def since(self, day: date) -> Journal:
        """Those of `day` and later."""
        return Journal(**{name: tuple(t for t in things if t.on >= day) for name, things in self.all().items()})

    def all(self) -> dict[str, list]:  # type: ignore[type-arg]
        """Each kind by its name in the journal."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


class _Life:
    def __init__(self, first: date, last: date) -> None:
        self.last, self.random = last, Random(1)
        self.notes = _Notes()
        self.sessions: list[LoggedSession] = []
        self.state = CoachState()
        self.carried = first - timedelta(days=1)
        self._adopt(first)
        plan = adopted("first", plan_text(), 1)
        self.lifter = Lifter(plan.athlete, plan.atlas, self.random)

    def journal(self) -> Journal:
        for day, session in self._days():
            self._note(day, session)
            planned = self.lifter.planned(session, day, SETS)
            self.sessions.append(planned)
            self.lifter.grow()
            if day + timedelta(days=2) <= self.last and self.random.random() < FREE:
                self.sessions.append(self.lifter.free(day + timedelta(days=2), SETS))
        whole = self.notes.all()
        sessions = sorted(self.sessions, key=lambda session: session.order)
        return Journal(sessions=tuple(sessions), **{name: tuple(things) for name, things in whole.items()})

    def _days(self) -> Iterator[tuple[date, NextSession]]:
        """Each planned session with its day; weekly weighings fall on the days between."""
        today = self.carried + timedelta(days=1)
        while True:
            session = self._next(today)
            day = max(session.due, today)
            if self.random.random() < BREAK:
                day += timedelta(days=self.random.randint(14, 42))
            if day > self.last:
                return
            yield day, self._next(day)
            today = day + timedelta(days=1)

    def _next(self, today: date) -> NextSession:
        """The coach's word, with the state carried on to the day."""
        since = self.carried + timedelta(days=1)
        notes = self.notes.since(since)
        sessions = [session for session in self.sessions[-4:] if since <= session.on < today]
        journal = Journal(
            sessions=tuple(sorted(sessions, key=lambda s: s.order)),
            **{name: getattr(notes, name) for name in self.notes.all()},
        )
        self.state = fold(self.state, journal, today=today, since=since, before=today)
        self.carried = today - timedelta(days=1)
        return next_session(fold(self.state, self.notes.since(today), today=today, since=today), today)

    def _adopt(self, on: date) -> None:
        self.notes.adoptions.append(Adoption(id=f"plan-{len(self.notes.adoptions)}", on=on, text=plan_text()))

    def _note(self, day: date, session: NextSession) -> None:
        notes, count = self.notes, len(self.sessions)
        if not notes.measurements or (day - notes.measurements[-1].on).days >= 7:
            mass = round(82.0 + self.random.gauss(0, 0.6), 1)
            kind, unit = MeasureKind.BODY_MASS, MeasureUnit.KG
            notes.measurements.append(Measurement(id=f"m-{count}", on=day, kind=kind, unit=unit, value=mass))
        if (day - notes.adoptions[-1].on).days >= NEW_PROGRAMME_DAYS:
            self._adopt(day)
        if count % 120 == 60:
            notes.hurts.append(Hurt(id=f"h-{count}", on=day, place="elbow", score=self.random.randint(2, 4)))
        for question in session.questions:
            true = self.random.random() < 0.5
            notes.answers.append(Answer(id=f"a-{question.set_id}", on=day, set_id=question.set_id, true=true))
        if count % 150 == 75:
            item = next(item for item in reversed(session.items) if item.role is Role.WORK)
            for other in alternatives(session, item.slot, self.state, day)[:1]:
                place = item.planned or item.exercise.id
                notes.swaps.append(Swap(id=f"w-{count}", on=day, exercise=place, instead=other.exercise.id))
