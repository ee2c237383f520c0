"""The programme an athlete has taken up, read once: its sessions by week, whose it is, what it asks of each lift."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dorsi.athlete.intake import athlete_of, intake_from_mapping
from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.coach.state import Position
from dorsi.coach.variation import TURNS, varied
from dorsi.journal.model import PlanRef
from dorsi.program.evaluate import ProgramView, SessionView, evaluate
from dorsi.program.model import Program, Role, Session
from dorsi.program.reading import read_program
from dorsi.rules import standards

NAME = "the programme"
"""What the programme is called in messages about its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a session asks of an exercise: sets, amount (reps, seconds or metres) and reserve."""

    sets: int
    amount: tuple[int, int]
    reserve: float | None


@dataclass(frozen=True, kw_only=True)
class Adopted:
    """One cycle of a programme with its athlete as the questionnaire knew them."""

    id: str
    program: Program
    athlete: Athlete
    atlas: Atlas

    @cached_property
    def weeks(self) -> Mapping[int, tuple[Session, ...]]:
        """The sessions of each week in the order in which they are trained."""
        return {week: self._week(week) for week in range(1, self.program.weeks + 1)}

    def _week(self, week: int) -> tuple[Session, ...]:
        found = [s for s in self.program.sessions if s.takes_place(week)]
        days = [s.day.number for s in found if s.day is not None]
        if len(days) == len(found):
            found.sort(key=lambda s: s.day.number if s.day else 0)
        return tuple(found)

    @cached_property
    def laid_out(self) -> ProgramView:
        """The programme of this cycle laid out."""
        return evaluate(self.program, self.atlas)

    @cached_property
    def views(self) -> Mapping[tuple[int, str], SessionView]:
        """Each week's sessions laid out, by week and session id."""
        return {
            (number, view.session.id): view
            for week in self.laid_out.weeks
            for number in week.weeks
            for view in week.sessions
        }

    @cached_property
    def asked(self) -> Mapping[tuple[int, str], Mapping[str, Asked]]:
        """What each session of each week asks of its work exercises."""
        return {
            (week, session.id): _asked_of(session, week, self.athlete, self.atlas)
            for week, sessions in self.weeks.items()
            for session in sessions
        }

    @property
    def has_deload(self) -> bool:
        """True if the programme names deload weeks of its own."""
        return bool(self.program.deload_weeks)

    def ref(self, position: Position) -> PlanRef | None:
        """The planned session at a position; None past the end of its week."""
        sessions = self.weeks.get(position.week, ())
        if position.index >= len(sessions):
            return None
        return PlanRef(program=self.id, session=sessions[position.index].id, week=position.week, cycle=position.cycle)

    def after(self, position: Position) -> Position:
        """The position of the session that follows; after the last one a new cycle begins."""
        if position.index + 1 < len(self.weeks.get(position.week, ())):
            return Position(cycle=position.cycle, week=position.week, index=position.index + 1)
        for week in range(position.week + 1, self.program.weeks + 1):
            if self.weeks[week]:
                return Position(cycle=position.cycle, week=week)
        return Position(cycle=position.cycle + 1, week=self.first_week)

    def placed(self, position: Position, session: str) -> Position:
        """Where a session of that id stands in the week of a position; what comes next there where it is gone."""
        sessions = self.weeks.get(position.week, ())
        index = next((at for at, each in enumerate(sessions) if each.id == session), position.index)
        if index < len(sessions):
            return Position(cycle=position.cycle, week=position.week, index=index)
        return self.after(position)

    @cached_property
    def first_week(self) -> int:
        """The first week that has a session."""
        return next((week for week, sessions in self.weeks.items() if sessions), 1)


def _asked_of(session: Session, week: int, athlete: Athlete, atlas: Atlas) -> Mapping[str, Asked]:
    found: dict[str, Asked] = {}
    for block in session.blocks:
        for item in block.items:
            targets = item.targets(week)
            if item.role is not Role.WORK or not targets:
                continue
            spans = [span for t in targets if (span := t.reps or t.seconds or t.metres) is not None]
            spans = spans or [standards.rep_range(atlas.exercises[item.exercise], athlete)]
            reserves = [t.rir[0] for t in targets if t.rir is not None]
            found[item.exercise] = Asked(
                sets=sum(t.sets[0] for t in targets),
                amount=(min(s[0] for s in spans), min(s[1] for s in spans)),
                reserve=min(reserves, default=None),
            )
    return found


@lru_cache(maxsize=8)
def _read(text: str) -> tuple[Program, Athlete, Atlas]:
    atlas = load_atlas()
    program = read_program(text, NAME, atlas)
    athlete = athlete_of(intake_from_mapping(program.athlete or {}, NAME, under="athlete"))
    return program, athlete, atlas


def adopted(adoption_id: str, text: str, cycle: int) -> Adopted:
    """The programme as it stands in a cycle, with accessories varied from the second cycle on.

    Raises InvalidFile for a text that is no programme, TrainingRefused where its athlete must not train.
    """
    return _adopted(adoption_id, text, (cycle - 1) % TURNS + 1)


@lru_cache(maxsize=64)
def _adopted(adoption_id: str, text: str, cycle: int) -> Adopted:
    program, athlete, atlas = _read(text)
    return Adopted(id=adoption_id, program=varied(program, cycle, athlete, atlas), athlete=athlete, atlas=atlas)
