"""Programmes of a few lines, small journals on top of them, and what the coach makes of both.

Unless a test says otherwise the athlete weighs 80 kg, is intermediate and trains in a full gym: bars go up in
steps of 2.5 kg, dumbbells of 2 kg, stacks of 5 kg.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dorsi.coach.folding import fold
from dorsi.coach.model import NextSession, PlannedItem
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.journal.model import Adoption, Hurt, Journal, LoggedLoad, LoggedSession, LoggedSet, PlanRef
from dorsi.program.model import Role
from dorsi.units import MassUnit
from tests.journal.making import MONDAY, a_journal, a_session, a_set, day, straight

ROW = "barbell-row 3 x 6-10 @ RIR 2"
"""The line most tests train by: 60 kg go up to 62.5 kg once 10, 10, 10 are there with two in reserve."""
BEGINNER = {"training_age_months": 3}
ADVANCED = {"training_age_months": 48, "pace": "slower"}
PROGRAMME = "a-programme"
"""Sorts before the ids of other notes, as a programme taken up before them does."""
Line = str | Mapping[str, Any]


def programme(
    *lines: Line,
    sessions: Mapping[str, Sequence[Line]] | None = None,
    days: Mapping[str, str] | None = None,
    weeks: int = 12,
    between: int | None = 2,
    athlete: Mapping[str, Any] | None = None,
    **fields: Any,
) -> str:
    """A programme's text. A line is 'EXERCISE SETS' or a block as in a file; `days` are the sessions' weekdays.

    Without weekdays two full days lie `between` sessions, so that the next one is due three days after the last.
    """
    document = {
        "dorsi": "program/1",
        "name": "Made for a test",
        "weeks": weeks,
        "athlete": {"age": 30, "body_mass": 80, "training_age_months": 24, "minutes": 120, **(athlete or {})},
        "sessions": [
            {"id": name, "blocks": [_block(line) for line in blocks], **({"day": days[name]} if days else {})}
            for name, blocks in (sessions or {"only": lines}).items()
        ],
        **({"days_between": between} if between is not None and not days else {}),
        **fields,
    }
    return json.dumps(document)


def _block(line: Line) -> Mapping[str, Any]:
    if not isinstance(line, str):
        return line
    exercise, sets = line.split(" ", 1)
    return {"exercise": exercise, "sets": sets}


def told(text: str, *sessions: LoggedSession, **fields: Any) -> Journal:
    """The journal of someone who took the programme up on day 0 and then trained these sessions."""
    return a_journal(*sessions, adoptions=(Adoption(id=PROGRAMME, on=MONDAY, text=text),), **fields)


def known(text: str, *sessions: LoggedSession, on: int | None = None, **fields: Any) -> CoachState:
    """What the coach knows on day `on`, three days after the last session if none is named."""
    journal = told(text, *sessions, **fields)
    return fold(CoachState(), journal, today=day(_asked_on(sessions) if on is None else on))


def coached(text: str, *sessions: LoggedSession, on: int | None = None, **fields: Any) -> NextSession:
    """The session that the coach prescribes on day `on`, three days after the last one if none is named."""
    today = _asked_on(sessions) if on is None else on
    return next_session(known(text, *sessions, on=today, **fields), day(today))


def _asked_on(sessions: Sequence[LoggedSession]) -> int:
    return max(((session.on - MONDAY).days + 3 for session in sessions), default=0)


def done(number: int, exercise: str, load: str | float | None, *reps: int, **fields: Any) -> LoggedSession:
    """A session on day `number` with one exercise: a work set for each number of reps."""
    return a_session(number, *(a_set(exercise, load, one, **fields) for one in reps))


def held(number: int, exercise: str, *seconds: int) -> LoggedSession:
    """A session on day `number` with one timed exercise."""
    return a_session(number, *(a_set(exercise, seconds=one) for one in seconds))


def topped(number: int, load: float, **fields: Any) -> LoggedSession:
    """A session on day `number` in which every set of `ROW` reached the top with the reserve asked for."""
    return a_session(number, straight(3, "barbell-row", load, 10, rir=2, **fields))


def same(exercise: str, load: str | float, reps: int, *numbers: int, rir: float | None = 2) -> list[LoggedSession]:
    """The very same session on each of these days: three sets, nothing gained."""
    return [a_session(number, straight(3, exercise, load, reps, rir=rir)) for number in numbers]


def in_pounds(entry: LoggedSet, value: float) -> LoggedSet:
    """The set with a load typed in pounds."""
    return replace(entry, load=LoggedLoad(value=value, unit=MassUnit.LB))


def as_planned(session: LoggedSession, name: str, week: int = 1, cycle: int = 1) -> LoggedSession:
    """The session with the name of the planned one it was."""
    return replace(session, plan=PlanRef(program=PROGRAMME, session=name, week=week, cycle=cycle))


def hurt(number: int, place: str, score: int, **fields: Any) -> Hurt:
    """A discomfort reported on day `number`."""
    return Hurt(id=f"hurt-{number}-{place}", on=day(number), place=place, score=score, **fields)


def work(session: NextSession) -> tuple[PlannedItem, ...]:
    """The items that are work, in running order."""
    return tuple(item for item in session.items if item.role is Role.WORK)


def lead(session: NextSession) -> PlannedItem:
    """The first item that is work."""
    return work(session)[0]


def load_of(session: NextSession) -> float | None:
    """The load of the first work."""
    return lead(session).sets[0].load_kg


def aims(item: PlannedItem) -> tuple[int | None, ...]:
    """The reps each set goes for."""
    return tuple(planned.aim for planned in item.sets)


def rules(item: PlannedItem) -> tuple[str, ...]:
    """The rules behind what was decided about an item."""
    return tuple(decision.rule for decision in item.decisions)


def session_rules(session: NextSession) -> tuple[str, ...]:
    """The rules behind what was decided about the whole session."""
    return tuple(decision.rule for decision in session.decisions)
