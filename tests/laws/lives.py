"""Simulated training lives: an athlete who answers to training the way the evidence says people do, and errs like them.

The athlete has a true maximum for each exercise. It grows with each exposure by an amount that shrinks as it comes
nearer to a ceiling (or not at all in a life that stalls), wanders from day to day, falls a little in a break, and is
hidden from the coach, who sees logged sets only: some with reserve misjudged, some with slips of the finger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from dorsi.athlete.loads import has_steps, lightest, reachable
from dorsi.athlete.model import Athlete
from dorsi.athlete.strength import share_of_max
from dorsi.atlas.model import Exercise, Loading
from dorsi.coach.adopted import adopted
from dorsi.coach.folding import fold
from dorsi.coach.inference import SHARES
from dorsi.coach.model import NextSession, PlannedItem, PlannedSet
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.coach.summing import body_kg
from dorsi.errors import TrainingRefused
from dorsi.journal.model import (
    Adoption,
    Clearance,
    Hurt,
    Journal,
    LoadMode,
    LoggedDiscomfort,
    LoggedLoad,
    LoggedSession,
    LoggedSet,
    SetKind,
)
from dorsi.program.model import Role

FIRST_DAY = date(2026, 1, 5)
KINDS = {Role.WORK: SetKind.WORK, Role.TEST: SetKind.TEST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """What kind of life it is. Shares are chances per session, `growth` the gain of a first exposure."""

    seed: int
    strength: float = 1.0
    growth: float = 0.012
    ceiling: float = 1.6
    noise: float = 0.02
    misjudges: float = 0.8
    misses: float = 0.08
    long_breaks: float = 0.01
    typos: float = 0.01
    hurts: float = 0.03
    red_flags: float = 0.0
    tells_reserve: bool = True
    stalls_after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One session of a life: the state it was asked of, what was prescribed and what was logged."""

    today: date
    state: CoachState
    session: NextSession
    logged: LoggedSession


@dataclass(kw_only=True)
class Life:
    """A life being lived; iterate over `moments` and look at `journal` afterwards."""

    text: str
    character: Character
    weeks: int = 52
    first_day: date = FIRST_DAY
    sessions: list[LoggedSession] = field(default_factory=list)
    hurts: list[Hurt] = field(default_factory=list)
    clearances: list[Clearance] = field(default_factory=list)
    refusals: int = 0

    def __post_init__(self) -> None:
        self.rng = Random(self.character.seed)
        self.adoption = Adoption(id=f"life-{self.character.seed}", on=self.first_day, text=self.text)
        self.plan = adopted(self.adoption.id, self.text, 1)
        self.athlete: Athlete = self.plan.athlete
        self.shares: dict[str, float] = {}
        self.exposures: dict[str, int] = {}
        self.count = 0

    @property
    def journal(self) -> Journal:
        """Everything that was logged."""
        return Journal(
            sessions=tuple(self.sessions),
            adoptions=(self.adoption,),
            hurts=tuple(self.hurts),
            clearances=tuple(self.clearances),
        )

    def moments(self) -> Iterator[Moment]:
        """Session by session until the weeks are over; the state is carried on from day to day."""
        state = CoachState()
        carried = self.first_day
        today = self.first_day
        while today < self.first_day + timedelta(weeks=self.weeks):
            state = fold(state, self._since(carried), today=today, since=carried, before=today)
            carried = today
            now = fold(state, self._since(today), today=today, since=today)
            try:
                session = next_session(now, today)
            except TrainingRefused:
                self.refusals += 1
                today += timedelta(days=self.rng.randint(3, 20))
                self.clearances.append(Clearance(id=f"{today}-1", on=today))
                continue
            day = max(session.due, today) + timedelta(days=self._delay())
            if day > today:
                today = day
                continue_from = fold(state, self._since(carried), today=day, since=carried, before=day)
                state, carried = continue_from, day
                now = fold(state, self._since(day), today=day, since=day)
                session = next_session(now, day)
            logged = self._train(session, day)
            yield Moment(today=day, state=now, session=session, logged=logged)
            self.sessions.append(logged)
            self._feel(day)
            today = day + timedelta(days=1)

    def _since(self, day: date) -> Journal:
        """The part of the journal that is about days from `day` on."""
        sessions = []
        for session in reversed(self.sessions):
            if session.on < day:
                break
            sessions.append(session)
        return replace(
            Journal(),
            sessions=tuple(reversed(sessions)),
            adoptions=(self.adoption,) if day <= self.adoption.on else (),
            hurts=tuple(h for h in self.hurts[-3:] if h.on >= day),
            clearances=tuple(c for c in self.clearances[-3:] if c.on >= day),
        )

    def _delay(self) -> int:
        if self.rng.random() < self.character.long_breaks:
            return self.rng.randint(15, 60)
        return self.rng.randint(1, 12) if self.rng.random() < self.character.misses else 0

    def _feel(self, day: date) -> None:
        """Now and then something hurts after training."""
        chance = self.rng.random()
        if chance < self.character.red_flags:
            warnings = ("bladder-or-bowel",)
            self.hurts.append(Hurt(id=f"{day}-2", on=day, place="lower-back", score=8, warnings=warnings))
        elif chance < self.character.hurts:
            place = self.rng.choice(("lower-back", "shoulder", "elbow"))
            self.hurts.append(Hurt(id=f"{day}-2", on=day, place=place, score=self.rng.randint(2, 8)))

    def _train(self, session: NextSession, day: date) -> LoggedSession:
        sets: list[LoggedSet] = []
        for item in session.items:
            if item.role in KINDS:
                sets += self._work(item)
        return LoggedSession(id=f"s-{len(self.sessions)}", on=day, sets=tuple(sets), plan=session.ref)

    def _work(self, item: PlannedItem) -> Iterator[LoggedSet]:
        exercise = item.exercise
        body = body_kg(exercise, self.athlete.body_mass_kg)
        maximum = self._maximum(exercise) * (1 + self.rng.gauss(0, self.character.noise))
        load: float | None = None
        for number, planned in enumerate(item.sets):
            load = planned.load_kg if planned.load_kg is not None else load
            if load is None and planned.role is Role.WORK:
                load = self._found(exercise, planned, maximum, body)
            yield self._set(item, planned, load, maximum * (1 - 0.012 * number), body)
        self._grow(exercise)

    def _set(
        self, item: PlannedItem, planned: PlannedSet, load: float | None, maximum: float, body: float
    ) -> LoggedSet:
        rng, exercise = self.rng, item.exercise
        self.count += 1
        amount = planned.seconds or planned.metres
        if amount is not None:
            done = max(5, round((planned.aim or amount[0]) * rng.uniform(0.8, 1.15)))
            return LoggedSet(
                id=f"e-{self.count}", exercise=exercise.id, kind=KINDS[planned.role], slot=item.slot,
                seconds=done if planned.seconds else None, metres=done if planned.metres else None,
            )  # fmt: skip
        system = body + (load or 0.0)
        able = self._able(maximum, system) if system > 0 else 15
        wanted = planned.reserve[0] if planned.reserve else 0.0
        top = planned.reps[1] if planned.reps else 40
        reps = max(0, min(able - round(wanted * (not planned.to_max)), top))
        left = max(0.0, min(5.0, able - reps + round(rng.gauss(-0.5, self.character.misjudges))))
        discomfort = LoggedDiscomfort(score=rng.randint(1, 5)) if rng.random() < 0.004 else None
        typed = self._slip(abs(load)) if load is not None else None
        mode = LoadMode.ADDED if body else LoadMode.TOTAL
        if load is not None and load < 0:
            mode = LoadMode.ASSISTED
        return LoggedSet(
            id=f"e-{self.count}", exercise=exercise.id, kind=KINDS[planned.role], slot=item.slot, reps=reps,
            rir=left if self.character.tells_reserve and planned.role is Role.WORK else None, straps=item.straps,
            load=None if typed is None else LoggedLoad(value=typed, mode=mode), discomfort=discomfort,
        )  # fmt: skip

    def _slip(self, typed: float) -> float:
        if self.rng.random() >= self.character.typos / 3:
            return typed
        return typed * self.rng.choice((2.2046, 10.0, 1.5, 0.1))

    @staticmethod
    def _able(maximum: float, system: float) -> int:
        """Reps to failure at a load, by the same curve the coach reads sets with, in whole reps."""
        reps = 0
        while reps < 40 and system <= maximum * share_of_max(min(reps + 1, 36)):
            reps += 1
        return reps

    def _found(self, exercise: Exercise, planned: PlannedSet, maximum: float, body: float) -> float | None:
        """The load a sensible lifter finds where none is known."""
        if not has_steps(exercise, self.athlete) and not has_steps(exercise, self.athlete, -10.0):
            return None
        low, high = planned.reps or (8, 12)
        wanted = maximum * share_of_max((low + high) / 2 + (planned.reserve[0] if planned.reserve else 1.0)) - body
        if exercise.loading is Loading.BODYWEIGHT_PLUS:
            wanted = max(0.0, wanted)
        made = reachable(wanted, exercise, self.athlete)
        return made if made is not None else lightest(exercise, self.athlete)

    def _maximum(self, exercise: Exercise) -> float:
        """The true maximum in system load today."""
        if exercise.id not in self.shares:
            share = SHARES.get(exercise.id, 0.3)
            whole = self.athlete.body_mass_kg * (1.55 if self.athlete.max_pull_ups else 1.25) * self.character.strength
            if exercise.family == "pull-up":
                pulls = self.athlete.max_pull_ups or 0
                self.shares[exercise.id] = self.athlete.body_mass_kg * (0.97 + pulls / 30)
            else:
                body = body_kg(exercise, self.athlete.body_mass_kg)
                self.shares[exercise.id] = max(share * whole, body * 1.25)
            known = self.athlete.known_set(exercise.id)
            if known is not None:
                body = body_kg(exercise, self.athlete.body_mass_kg)
                self.shares[exercise.id] = (known.load_kg + body) / share_of_max(min(12, known.reps + known.rir))
        return self.shares[exercise.id]

    def _grow(self, exercise: Exercise) -> None:
        """One exposure's gain for the exercise and, by half, for its family."""
        count = sum(self.exposures.values())
        self.exposures[exercise.id] = self.exposures.get(exercise.id, 0) + 1
        if self.character.stalls_after is not None and count >= self.character.stalls_after:
            return
        gain = self.character.growth * max(0.0, 1 - self.exposures[exercise.id] / 120)
        for name in self.shares:
            other = self.plan.atlas.exercises[name]
            if name == exercise.id:
                self.shares[name] *= 1 + gain
            elif other.pattern is exercise.pattern:
                self.shares[name] *= 1 + gain / 2
