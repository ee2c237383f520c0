"""What to train next: the coach asked with an athlete's journal, and what the athlete tells it in return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dorsi.athlete.intake import intake_document, read_intake
from dorsi.athlete.screening_questions import QUESTIONS, HealthQuestion, Kind
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.atlas.vocabulary import REGIONS
from dorsi.coach.adopted import adopted
from dorsi.coach.checking import findings_for
from dorsi.coach.folding import VERSION, fold
from dorsi.coach.model import NextSession
from dorsi.coach.schedule import spacing_warning
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.coach.swapping import Alternative, alternatives, work_at
from dorsi.errors import InvalidFile, Problem, UnknownName, UsageError
from dorsi.journal.codec import plain
from dorsi.journal.events import Body, Event, Noted, Withdrawn
from dorsi.journal.identity import RANDOM_BYTES, timed_id
from dorsi.journal.model import Adoption, Answer, Clearance, Hurt, Journal, Move, Sign, Skip, Swap
from dorsi.journal.names import match_name
from dorsi.program.reading import read_program
from dorsi.program.writing import write_program
from dorsi.rules.finding import Finding, Severity
from dorsi.services.checking import embedded_athlete
from dorsi.services.ports import Chance, Clock, JournalStore, Snapshot
from dorsi.structure import structure

FURTHEST_DAYS = 60
"""A session can be moved this far ahead; beyond that it is a break."""


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
        snapshot = self._store.snapshot(VERSION)
        if snapshot is None:
            journal = self._store.journal()
            state = fold(CoachState(), journal, today=self.today)
            self._keep(CoachState(), journal, None)
            return state
        journal = self._store.recent(snapshot.day)
        known = _state_from(snapshot)
        if known is None:
            return fold(CoachState(), self._store.journal(), today=self.today)
        if journal.sessions and journal.sessions[-1].on > snapshot.day:
            self._keep(known, journal, snapshot.day)
        return fold(known, journal, today=self.today, since=snapshot.day)

    def _keep(self, state: CoachState, journal: Journal, since: date | None) -> None:
        """Keeps what was known before the latest session's day, so that the next question need not go further back."""
        if not journal.sessions:
            return
        day = min(journal.sessions[-1].on, self.today)
        earlier = fold(state, journal, today=self.today, since=since, before=day)
        self._store.keep_snapshot(Snapshot(day=day, version=VERSION, document=plain(earlier)))

    def next(self) -> NextSession:
        """The next session. Raises UsageError without a programme, TrainingRefused while a warning sign stands."""
        return next_session(self.state(), self.today)

    def start(
        self, text: str, file: str, on: date | None = None, athlete: str = "", athlete_file: str = ""
    ) -> Adoption:
        """Takes up a programme from a day on. The athlete is the one in the file, or the given answers.

        Raises InvalidFile, TrainingRefused, and UsageError where nobody says whose programme it is.
        """
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

    def skip(self) -> NextSession:
        """Leaves the next session out; answers with the one that was left out."""
        session = self.next()
        self._note(Skip(id=self._id(), on=self.today, plan=session.ref))
        return session

    def alternatives(self, place: str) -> tuple[Alternative, ...]:
        """What else could be done in a place of the next session, best first."""
        state = self.state()
        return alternatives(next_session(state, self.today), place, state, self.today)

    def swap(self, place: str, instead: str, *, once: bool = False) -> tuple[NextSession, tuple[Finding, ...]]:
        """Puts another exercise in a place, for good or for today; answers with the session and new findings.

        Raises UnknownName for a place or exercise that is not known, UsageError where the rules forbid it.
        """
        state = self.state()
        before = next_session(state, self.today)
        item = work_at(before, place)
        atlas = load_atlas()
        exercise = atlas.exercise(_exercise_called(instead, atlas))
        planned = item.planned or item.exercise.id
        back = planned == exercise.id
        thing = Swap(id=self._id(), on=self.today, exercise=planned, instead=exercise.id, once=once)
        held = tuple(s for s in state.swaps if s.exercise != planned or s.once is not once)
        trial = replace(state, swaps=held if back else (*held, thing))
        after = next_session(trial, self.today)
        known = {(f.code, f.message) for f in findings_for(before, state, self.today)}
        new = tuple(f for f in findings_for(after, trial, self.today) if (f.code, f.message) not in known)
        errors = [f for f in new if f.severity is Severity.ERROR]
        if errors:
            reasons = " ".join(f"{f.message} ({f.code})" for f in errors)
            raise UsageError(f"{exercise.short} cannot take that place. {reasons}")
        self._note(thing)
        return after, new

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
        self._append(Withdrawn(id=thing_id))

    def _note(self, thing: Adoption | Move | Skip | Swap | Hurt | Clearance | Answer) -> None:
        self._append(Noted(thing=thing))

    def _append(self, body: Body) -> None:
        self._store.append([Event(id=self._id(), at=self._clock.now(), body=body)])

    def _id(self) -> str:
        return timed_id(self._clock.now(), self._chance.bytes(RANDOM_BYTES))


def warning_signs() -> tuple[HealthQuestion, ...]:
    """Questions whose yes ends training until a clinician has looked, gravest first."""
    return tuple(q for q in QUESTIONS.values() if q.kind in (Kind.EMERGENCY, Kind.URGENT))


def _exercise_called(name: str, atlas: Atlas) -> str:
    """The id that any of an exercise's names means; the name itself where none does."""
    known = atlas.exercise_names.get(name.strip().lower().replace(" ", "-"))
    found = match_name(name).exercise if known is None else known
    return found if found is not None and found in atlas.exercises else name


def _sign(name: str) -> Sign:
    try:
        return Sign(name)
    except ValueError:
        raise UnknownName("sign", name, [sign.value for sign in Sign]) from None


def _state_from(snapshot: Snapshot) -> CoachState | None:
    """The state in a snapshot; None where it does not fit, which only costs the time of a whole fold."""
    problems: list[str] = []
    return structure(snapshot.document, CoachState, lambda path, message: problems.append(f"{path}: {message}"))
