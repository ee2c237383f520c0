"""Somebody who trains: a true maximum for each exercise that grows, good and bad days, and slips of the finger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from random import Random

from dorsi.athlete.loads import lightest, reachable
from dorsi.athlete.model import Athlete
from dorsi.athlete.strength import share_of_max
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise
from dorsi.coach.inference import SHARES
from dorsi.coach.model import NextSession, PlannedSet
from dorsi.coach.summing import body_kg
from dorsi.journal.model import LoadMode, LoggedLoad, LoggedSession, LoggedSet, SetKind
from dorsi.program.model import Role

KINDS = {Role.WARMUP: SetKind.WARM_UP, Role.WORK: SetKind.WORK, Role.TEST: SetKind.TEST}
OTHER = ("other:bench-press", "other:overhead-press", "other:curl", "other:lateral-raise")
FREE = ("pulldown-medium", "seated-row-narrow", "rear-delt-fly", "shrug-dumbbell", "back-extension-45")
"""What is trained on days that no plan asks for, besides presses and curls."""
GROWTH, MOST_GAIN = 0.002, 1.33
"""What of the way to the most that can be gained a planned session brings."""
SLIP = 0.001
"""Chance that a load is typed wrongly."""


class Lifter:
    """Logs sessions, one after the other."""

    def __init__(self, athlete: Athlete, atlas: Atlas, random: Random) -> None:
        self._athlete, self._atlas, self._random = athlete, atlas, random
        self._maxima: dict[str, float] = {}
        self._gain = 1.0
        self._count = 0

    def planned(self, session: NextSession, on: date, sets: int) -> LoggedSession:
        """The planned session as it went, with presses and curls after it up to about so many sets."""
        done = [
            self._set(item.exercise, planned, item.slot, number)
            for item in session.items
            if item.role in KINDS
            for number, planned in enumerate(item.sets)
        ]
        done += self._others(sets - len(done))
        self._gain += GROWTH * (MOST_GAIN - self._gain)
        return self._session(on, session.title, done, minutes=70, plan=session)

    def free(self, on: date, sets: int) -> LoggedSession:
        """A session that no plan asked for."""
        done = []
        for name in FREE:
            for number in range(3):
                role = Role.WORK if number else Role.WARMUP
                done.append(self._set(self._atlas.exercises[name], PlannedSet(role=role, reps=(8, 12)), "", number))
        done += self._others(sets - len(done))
        return self._session(on, "Extra", done, minutes=55, plan=None)

    def _session(
        self, on: date, title: str, sets: list[LoggedSet], minutes: int, plan: NextSession | None
    ) -> LoggedSession:
        return LoggedSession(
            id=f"session-{self._count}",
            on=on,
            started_at=datetime.combine(on, time(17, 30), UTC),
            zone="UTC",
            duration_s=60 * (minutes + self._random.randint(-10, 10)),
            title=title,
            sets=tuple(sets),
            plan=None if plan is None else plan.ref,
        )

    def _others(self, count: int) -> Iterator[LoggedSet]:
        names = self._random.sample(OTHER, 2)
        load = LoggedLoad(value=2.5 * self._random.randint(8, 20))
        for number in range(max(0, count)):
            self._count += 1
            name, reps = names[number * 2 // count], self._random.randint(8, 12)
            yield LoggedSet(id=f"set-{self._count}", exercise=name, load=load, reps=reps, rir=1.0, rest_s=90)

    def _set(self, exercise: Exercise, planned: PlannedSet, slot: str, number: int) -> LoggedSet:
        self._count += 1
        kind, set_id = KINDS[planned.role], f"set-{self._count}"
        if planned.seconds or planned.metres:
            low, high = planned.seconds or planned.metres or (0, 0)
            done = self._random.randint(low, high)
            return LoggedSet(
                id=set_id, exercise=exercise.id, kind=kind, slot=slot,
                seconds=done if planned.seconds else None, metres=done if planned.metres else None,
            )  # fmt: skip
        body = body_kg(exercise, self._athlete.body_mass_kg)
        low, high = planned.reps or (5, 12)
        wanted = planned.reserve[0] if planned.reserve else 1.0
        today = self._maximum(exercise, body) * self._gain * self._random.gauss(1.0, 0.02) * (1 - 0.012 * number)
        load = planned.load_kg
        if load is None:
            load = self._found(exercise, today * share_of_max((low + high) / 2 + wanted) - body)
        able = next((reps for reps in range(1, 30) if body + load > today * share_of_max(reps + 1.0)), 30)
        reps = max(1, min(high, able - round(wanted))) if kind is not SetKind.WARM_UP else low
        slipped = abs(load) * self._random.choice((10.0, 0.1)) if self._random.random() < SLIP else abs(load)
        mode = LoadMode.ASSISTED if load < 0 else LoadMode.ADDED if body else LoadMode.TOTAL
        return LoggedSet(
            id=set_id,
            exercise=exercise.id,
            kind=kind,
            slot=slot,
            load=LoggedLoad(value=slipped, mode=mode) if load or not body else None,
            reps=reps,
            rir=float(max(0, min(5, able - reps))) if kind is SetKind.WORK else None,
            rest_s=planned.rest_s or None,
        )

    def _found(self, exercise: Exercise, wanted: float) -> float:
        """The load that a lifter finds who knows about what it should be."""
        made = reachable(wanted, exercise, self._athlete)
        return made if made is not None else lightest(exercise, self._athlete) or 0.0

    def _maximum(self, exercise: Exercise, body: float) -> float:
        """The maximum at first, as system load."""
        found = self._maxima.get(exercise.id)
        if found is None:
            mass = self._athlete.body_mass_kg
            found = max(SHARES.get(exercise.id, 0.3) * 1.9 * mass, 1.3 * body)
            self._maxima[exercise.id] = found
        return found
