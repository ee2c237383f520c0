"""Made-up years of training: a programme followed by somebody who grows stronger, has good and bad days, and errs.

The load of every planned set is the coach's, so that the journal is what a journal kept with Dorsi would be.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from bench.clocks import ATHLETES
from bench.lifter import Lifter
from dorsi.coach.adopted import adopted
from dorsi.coach.folding import fold
from dorsi.coach.model import NextSession
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.coach.swapping import alternatives
from dorsi.journal.model import Adoption, Answer, Hurt, Journal, MeasureKind, Measurement, MeasureUnit, Swap
from dorsi.program.model import Role
from dorsi.program.writing import write_program
from dorsi.services.planning import plan_from_text

SETS = 20
"""Sets of a session, warm-ups included."""
NEW_PROGRAMME_DAYS = 600
BREAK = 0.008
"""Chance that a break of two to six weeks comes before a session."""
FREE = 0.5
"""Chance that a planned session is followed by one that no plan asked for."""
KINDS = ("adoptions", "measurements", "swaps", "hurts", "answers", "sessions")
"""What these journals hold, by the names of the journal's fields."""


@cache
def plan_text() -> str:
    """The plan of examples/athletes/intermediate.toml."""
    path = ATHLETES / "intermediate.toml"
    return write_program(plan_from_text(path.read_text("utf-8"), path.name).program)


@cache
def history(years: int, last: date) -> Journal:
    """So many years up to `last`: two planned sessions a week and every other week a free one."""
    return _Life(last - timedelta(weeks=52 * years), last).journal()


def since(journal: Journal, day: date) -> Journal:
    """The part of such a journal that is about `day` and later."""
    found: dict[str, Any] = {name: tuple(t for t in getattr(journal, name) if t.on >= day) for name in KINDS}
    return Journal(**found)


class _Life:
    """Years of training, lived session by session."""

    def __init__(self, first: date, last: date) -> None:
        self._last, self._random = last, Random(1)
        self._things: dict[str, list[Any]] = {name: [] for name in KINDS}
        self._state, self._carried = CoachState(), first
        self._adopt(first)
        plan = adopted("first", plan_text(), 1)
        self._lifter = Lifter(plan.athlete, plan.atlas, self._random)

    def journal(self) -> Journal:
        sessions = self._things["sessions"]
        for day, session in self._days():
            self._note(day, session)
            sessions.append(self._lifter.planned(session, day, SETS))
            free = day + timedelta(days=2)
            if free <= self._last and self._random.random() < FREE:
                sessions.append(self._lifter.free(free, SETS))
        sessions.sort(key=lambda session: session.order)
        return self._known()

    def _known(self) -> Journal:
        known: dict[str, Any] = {name: tuple(things) for name, things in self._things.items()}
        return Journal(**known)

    def _days(self) -> Iterator[tuple[date, NextSession]]:
        """The planned sessions and the days on which they are trained."""
        today = self._carried
        while True:
            day = max(today, self._next(today).due)
            if self._random.random() < BREAK:
                day += timedelta(days=self._random.randint(14, 42))
            if day > self._last:
                return
            yield day, self._next(day)
            today = day + timedelta(days=1)

    def _next(self, today: date) -> NextSession:
        """The coach's word, with the state carried on to the day."""
        news = since(self._known(), self._carried)
        self._state = fold(self._state, news, today=today, since=self._carried, before=today)
        self._carried = today
        return next_session(fold(self._state, since(news, today), today=today, since=today), today)

    def _note(self, day: date, session: NextSession) -> None:
        """What is noted beside the session: weighings, new programmes, answers, discomfort, swaps."""
        things, count = self._things, len(self._things["sessions"])
        weighed = things["measurements"]
        if not weighed or (day - weighed[-1].on).days >= 7:
            kg, kind = round(82.0 + self._random.gauss(0, 0.6), 1), MeasureKind.BODY_MASS
            weighed.append(Measurement(id=f"weighed-{count}", on=day, kind=kind, value=kg, unit=MeasureUnit.KG))
        if (day - things["adoptions"][-1].on).days >= NEW_PROGRAMME_DAYS:
            self._adopt(day)
        for question in session.questions:
            true = self._random.random() < 0.5
            things["answers"].append(Answer(id=f"word-{question.set_id}", on=day, set_id=question.set_id, true=true))
        if self._random.random() < 0.01:
            things["hurts"].append(Hurt(id=f"hurt-{count}", on=day, place="elbow", score=self._random.randint(2, 4)))
        if self._random.random() < 0.01:
            item = next(item for item in reversed(session.items) if item.role is Role.WORK)
            for other in alternatives(session, item.slot, self._state, day)[:1]:
                planned = item.planned or item.exercise.id
                things["swaps"].append(Swap(id=f"swap-{count}", on=day, exercise=planned, instead=other.exercise.id))

    def _adopt(self, on: date) -> None:
        adoptions = self._things["adoptions"]
        adoptions.append(Adoption(id=f"plan-{len(adoptions)}", on=on, text=plan_text()))
