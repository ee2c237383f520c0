"""What to train next: the coach asked with an athlete's journal, and what the athlete tells it in return."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from dorsi.athlete.intake import intake_document, read_intake
from dorsi.athlete.screening_questions import QUESTIONS, HealthQuestion, Kind
from dorsi.atlas.load import load_atlas
from dorsi.atlas.vocabulary import REGIONS
from dorsi.coach.adopted import NAME, adopted
from dorsi.coach.folding import VERSION, fold
from dorsi.coach.model import NextSession
from dorsi.coach.schedule import spacing_warning
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.coach.swapping import Alternative, alternatives
from dorsi.errors import InvalidFile, Problem, UnknownName, UsageError
from dorsi.journal.codec import plain
from dorsi.journal.events import TICK, Body, Event, Noted, Withdrawn
from dorsi.journal.identity import RANDOM_BYTES, timed_id
from dorsi.journal.model import Adoption, Answer, Clearance, Hurt, Journal, Move, Sign, Skip, Swap
from dorsi.program.reading import read_program
from dorsi.program.writing import write_program
from dorsi.rules.finding import Finding
from dorsi.services.checking import embedded_athlete
from dorsi.services.keeping_results import KeptResults
from dorsi.services.ports import Chance, Clock, JournalStore, Snapshot
from dorsi.services.swapping import SessionOf, facing, try_swap
from dorsi.structure import structure

FURTHEST_DAYS = 60
"""A session can be moved this far ahead; beyond that it is a break."""
FURTHEST_START_DAYS = 366
"""A programme can be taken up this far ahead; a later day is a slip of the pen."""
_STATES: KeptResults[CoachState] = KeptResults(32)


class Coaching:
    """The coach at one athlete's side: reads the journal, writes down what the athlete decides."""

    def __init__(self, store: JournalStore, clock: Clock, chance: Chance) -> None:
        self._store, self._clock, self._chance = store, clock, chance

    @property
    def today(self) -> date:
        """The athlete's local day."""
        return self._clock.today()

    def state(self) -> CoachState:
        """What the coach knows today: the latest snapshot carried on, or the whole journal folded."""
        return _STATES.get(self._store, self.today, self._fold)

    def _fold(self) -> CoachState:
        snapshot = self._store.snapshot(VERSION)
        if snapshot is None:
            journal = self._store.journal()
            state = fold(CoachState(), journal, today=self.today)
            self._keep(CoachState(), journal, None)
            return state
        journal = self._store.recent(snapshot.day)
        known = _state_from(snapshot.document)
        if known is None:
            return fold(CoachState(), self._store.journal(), today=self.today)
        if journal.sessions and journal.sessions[-1].on > snapshot.day:
            self._keep(known, journal, snapshot.day)
        return fold(known, journal, today=self.today, since=snapshot.day)

    def before(self, day: date) -> CoachState:
        """What the coach knew on a day before anything was trained on it: from the latest snapshot where that is made
        of earlier days alone, else from the first."""
        snapshot = self._store.snapshot(VERSION)
        known = _state_from(snapshot.document) if snapshot is not None and snapshot.day <= day else None
        since = snapshot.day if snapshot is not None and known is not None else None
        journal = self._store.journal() if since is None else self._store.recent(since)
        earlier = replace(journal, sessions=tuple(each for each in journal.sessions if each.on < day))
        return fold(known or CoachState(), earlier, today=day, since=since)

    def _keep(self, state: CoachState, journal: Journal, since: date | None) -> None:
        """Keeps what was known before the latest session's day, so that the next question need not go further back."""
        if not journal.sessions:
            return
        day = min(journal.sessions[-1].on, self.today)
        earlier = fold(state, journal, today=self.today, since=since, before=day)
        self._store.keep_snapshot(Snapshot(day=day, version=VERSION, document=json.dumps(plain(earlier))))

    def next(self) -> NextSession:
        """The next session. Raises UsageError without a programme, TrainingRefused while a warning sign stands."""
        return next_session(self.state(), self.today)

    def start(
        self, text: str, file: str, on: date | None = None, athlete: str = "", athlete_file: str = ""
    ) -> Adoption:
        """Takes up a programme from a day on. The athlete is the one in the file, or the given answers.

        Raises InvalidFile, TrainingRefused, and UsageError where nobody says whose programme it is or the day is more
        than a year ahead.
        """
        if on is not None and (on - self.today).days > FURTHEST_START_DAYS:
            raise UsageError(f"{on:%d %B %Y} is more than a year away. Take the programme up when it comes closer.")
        atlas = load_atlas()
        program = read_program(text, file, atlas)
        if athlete:
            program = replace(program, athlete=intake_document(read_intake(athlete, athlete_file)))
            text = write_program(program)
        if embedded_athlete(program, file) is None:
            raise UsageError(f"{file} does not say whose programme it is. Name the athlete: --athlete ATHLETE.toml.")
        if not any(program.sessions):
            raise InvalidFile([Problem(file=file, where="sessions", message="there are none", remedy="Add one.")])
        thing = Adoption(id=self._id(), on=on or self.today, text=text)
        self._note(thing)
        return thing

    def edit(self, text: str) -> Adoption:
        """Puts another text in the place of the programme's, without losing the athlete's place in it. A programme that
        is to begin comes before the one followed until then.

        Raises InvalidFile for a text that is no programme, TrainingRefused where its athlete must not train, and
        UsageError where there is no programme to edit.
        """
        adoption = self.coming() or self.state().adoption
        if adoption is None:
            raise UsageError("No programme is under way, so there is none to change.")
        program = read_program(text, NAME, load_atlas())
        if embedded_athlete(program, NAME) is None or not any(program.sessions):
            raise UsageError("A programme to train by says whose it is and has at least one session.")
        thing = Adoption(id=self._id(), on=max(self.today, adoption.on), text=text, edits=adoption.id)
        self._note(thing)
        return thing

    def coming(self) -> Adoption | None:
        """A programme taken up for a day that is still to come, with the edits made to it since; None if there is
        none."""
        later = [each for each in self._store.recent(self.today).adoptions if each.on > self.today]
        found = next((each for each in reversed(later) if not each.edits), None)
        if found is None:
            return None
        edits = [each for each in later if each.edits == found.id]
        return replace(found, text=edits[-1].text) if edits else found

    def stay(self) -> None:
        """Withdraws what was to begin later, so that the programme under way goes on."""
        while (coming := self.coming()) is not None:
            self.take_back(coming.id)

    def move(self, to: date) -> str:
        """Puts the next session on another day; answers with what speaks against it, empty if nothing does."""
        state = self.state()
        session = next_session(state, self.today)
        if to < self.today:
            raise UsageError(f"{to:%d %B %Y} is over. Choose today or a later day.")
        if (to - self.today).days > FURTHEST_DAYS:
            raise UsageError(
                f"That is more than {FURTHEST_DAYS} days away. Train when you are back; the plan will wait."
            )
        self._note(Move(id=self._id(), on=self.today, to=to))
        assert state.adoption is not None, "a next session comes from a programme taken up"
        plan = adopted(state.adoption.id, state.adoption.text, session.ref.cycle)
        return spacing_warning(state, plan, session.ref, to)

    def openings(self, count: int) -> tuple[NextSession, tuple[tuple[date, str], ...]]:
        """The next session, and so many days from today on to put it on, each with what speaks against it."""
        state = self.state()
        session = next_session(state, self.today)
        assert state.adoption is not None, "a next session comes from a programme taken up"
        plan = adopted(state.adoption.id, state.adoption.text, session.ref.cycle)
        days = [self.today + timedelta(days=after) for after in range(count)]
        return session, tuple((day, spacing_warning(state, plan, session.ref, day)) for day in days)

    def skip(self) -> NextSession:
        """Leaves the next session out; answers with the one that was left out."""
        session = self.next()
        self._note(Skip(id=self._id(), on=self.today, plan=session.ref))
        return session

    def alternatives(self, place: str) -> tuple[Alternative, ...]:
        """What else could be done in a place of the next session, best first."""
        state = self.state()
        return alternatives(next_session(state, self.today), place, state, self.today)

    def swap(
        self, place: str, instead: str, *, once: bool = False, at: SessionOf | None = None
    ) -> tuple[NextSession, tuple[Finding, ...]]:
        """Puts another exercise in a place, for good or for the next session; answers with session and new findings.

        The place is one of the next session, or of the one named with `at`. Raises UnknownName for a place or exercise
        that is not known, UsageError where the rules forbid it.
        """
        state = self.state()
        faced = facing(state, at)
        if once and faced is not state:
            raise UsageError("Only the session that comes next can be swapped for once.")
        tried = try_swap(faced, place, instead, self.today, once=once)
        self._note(replace(tried.swap, id=self._id()))
        return tried.after, tried.new

    def hurts(
        self, place: str, score: int, *, exercise: str = "", signs: Iterable[str] = (), warnings: Iterable[str] = ()
    ) -> None:
        """Writes a discomfort down. `warnings` are ids of the questions of `warning_signs` answered with yes.

        Raises UnknownName for a place, sign or warning that is not known, UsageError for a score outside 0-10.
        """
        if not 0 <= score <= 10:
            raise UsageError(f"{score} is no score: 0 is nothing, 10 the worst imaginable.")
        atlas = load_atlas()
        where = place.strip().lower().replace(" ", "-")
        if where not in REGIONS:
            if where not in atlas.exercise_names:
                raise UnknownName("place", place, [*REGIONS, *atlas.exercises], hint=f"Places: {', '.join(REGIONS)}.")
            where = atlas.exercise_names[where]
        known = [question.id for question in warning_signs()]
        for warning in warnings:
            if warning not in known:
                raise UnknownName("warning sign", warning, known, hint=f"They are: {', '.join(known)}.")
        self._note(
            Hurt(
                id=self._id(), on=self.today, place=where, score=score, exercise=exercise,
                signs=frozenset(_sign(sign) for sign in signs), warnings=tuple(warnings),
            )
        )  # fmt: skip

    def cleared(self) -> None:
        """Writes down that a clinician has looked and training may go on."""
        self._note(Clearance(id=self._id(), on=self.today))

    def answer(self, set_id: str, *, true: bool) -> None:
        """Answers for a questioned set: it was so, or it was a slip. Raises UnknownName for a set not in question."""
        doubts = {doubt.set_id for doubt in self.state().doubts}
        if set_id not in doubts:
            raise UnknownName("questioned set", set_id, doubts)
        self._note(Answer(id=self._id(), on=self.today, set_id=set_id, true=true))

    def take_back(self, thing_id: str) -> None:
        """Withdraws a note, such as a move or a swap."""
        last = self._store.last_event()
        # A withdrawal holds only after what it withdraws, which may come from a phone whose clock is ahead.
        self._append(Withdrawn(id=thing_id), after=None if last is None else last.at)

    def _note(self, thing: Adoption | Move | Skip | Swap | Hurt | Clearance | Answer) -> None:
        self._append(Noted(thing=thing))

    def _append(self, body: Body, after: datetime | None = None) -> None:
        now = self._clock.now()
        self._store.append([Event(id=self._id(), at=now if after is None else max(now, after + TICK), body=body)])

    def _id(self) -> str:
        return timed_id(self._clock.now(), self._chance.bytes(RANDOM_BYTES))


def warning_signs() -> tuple[HealthQuestion, ...]:
    """Questions whose yes ends training until a clinician has looked, gravest first."""
    return tuple(q for q in QUESTIONS.values() if q.kind in (Kind.EMERGENCY, Kind.URGENT))


def _sign(name: str) -> Sign:
    try:
        return Sign(name)
    except ValueError:
        raise UnknownName("sign", name, [sign.value for sign in Sign]) from None


@lru_cache(maxsize=16)
def _state_from(text: str) -> CoachState | None:
    """The state in a snapshot's text; None where it does not fit, which only costs the time of a whole fold.

    A server is asked for the same one with every set that is logged, and reading it is most of the answer's cost.
    """
    problems: list[str] = []
    return structure(json.loads(text), CoachState, lambda path, message: problems.append(f"{path}: {message}"))
