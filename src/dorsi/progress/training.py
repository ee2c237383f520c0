"""All that was trained, read from the journal once; volume, balance, records and the other measures share it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.journal.model import Journal, LoggedSession, MeasureKind, Measurement, PlanRef, SetKind
from dorsi.progress.bouts import Bout, Conversions, Tally
from dorsi.progress.lifts import Lift, lift_of

_WARM_UP = SetKind.WARM_UP
"""Looked up once here instead of once for every set, which Python 3.11 does slowly for members of enums."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedSession:
    """A session in which something was done. `monday` begins its week; `work_sets` counts sets but warm-ups and
    tests; `volume_kg` adds up what moved."""

    id: str
    on: date
    monday: date
    duration_s: int | None
    plan: PlanRef | None
    bouts: tuple[Bout, ...]
    work_sets: int
    volume_kg: float


@dataclass(frozen=True, kw_only=True)
class Training:
    """All that was trained up to and on `today`, in order, with the exercises it was made of."""

    today: date
    sessions: tuple[TrainedSession, ...]
    lifts: Mapping[str, Lift]
    body_mass: BodyMass

    @cached_property
    def by_lift(self) -> Mapping[str, tuple[Bout, ...]]:
        """Each exercise's bouts in order."""
        found: dict[str, list[Bout]] = {}
        for session in self.sessions:
            for bout in session.bouts:
                found.setdefault(bout.lift.id, []).append(bout)
        return {lift: tuple(bouts) for lift, bouts in found.items()}

    @cached_property
    def mondays(self) -> tuple[date, ...]:
        """The Mondays of all weeks from the first session to today, idle ones included."""
        if not self.sessions:
            return ()
        first, last = self.sessions[0].monday, monday_of(self.today)
        return tuple(first + timedelta(weeks=week) for week in range((last - first).days // 7 + 1))


class BodyMass:
    """Body mass by day: the last measurement on or before it, or what the athlete stated at first."""

    def __init__(self, measurements: Iterable[Measurement], stated_kg: float) -> None:
        found = sorted((m.on, n, m.base) for n, m in enumerate(measurements) if m.kind is MeasureKind.BODY_MASS)
        self._days = [on for on, _, _ in found]
        self._masses = [mass for _, _, mass in found]
        self._stated_kg = stated_kg

    def on(self, day: date) -> float:
        """Body mass in kilograms on `day`."""
        position = bisect_right(self._days, day)
        return self._masses[position - 1] if position else self._stated_kg


def monday_of(day: date) -> date:
    """The Monday that begins the day's ISO week."""
    return day - timedelta(days=day.weekday())


def training_of(
    journal: Journal, athlete: Athlete, atlas: Atlas, today: date, distrusted: Collection[str] = frozenset()
) -> Training:
    """Reads the journal up to `today` once. The numbers of sets whose ids are in `distrusted` are not used, nor
    those of sets which the athlete called a slip."""
    reader = _Reader(journal, athlete, atlas, frozenset(distrusted) | slips(journal))
    sessions = (reader.session(session) for session in journal.sessions if session.on <= today)
    return Training(
        today=today,
        sessions=tuple(session for session in sessions if session is not None),
        lifts=reader.lifts,
        body_mass=reader.body_mass,
    )


def slips(journal: Journal) -> frozenset[str]:
    """Ids of the sets that the athlete, when last asked, called a slip."""
    words = {answer.set_id: answer.true for answer in journal.answers}
    return frozenset(set_id for set_id, true in words.items() if not true)


class _Reader:
    """Reads sessions, remembering the exercises that it has met before."""

    def __init__(self, journal: Journal, athlete: Athlete, atlas: Atlas, distrusted: frozenset[str]) -> None:
        self.lifts: dict[str, Lift] = {}
        self.body_mass = BodyMass(journal.measurements, athlete.body_mass_kg)
        self._custom = journal.exercises
        self._atlas = atlas
        self._sex = athlete.sex
        self._conversions = Conversions(distrusted)

    def session(self, session: LoggedSession) -> TrainedSession | None:
        """The session as measured; None if nothing but warm-ups was done."""
        mass_kg = self.body_mass.on(session.on)
        tallies: dict[str, Tally] = {}
        for entry in session.sets:
            if entry.kind is _WARM_UP or not (entry.reps or entry.seconds or entry.metres):
                continue
            tally = tallies.get(entry.exercise)
            if tally is None:
                tally = tallies[entry.exercise] = Tally(self._lift(entry.exercise), mass_kg, self._conversions)
            tally.add(entry)
        if not tallies:
            return None
        bouts = tuple(tally.bout(session) for tally in tallies.values())
        return TrainedSession(
            id=session.id,
            on=session.on,
            monday=monday_of(session.on),
            duration_s=session.duration_s,
            plan=session.plan,
            bouts=bouts,
            work_sets=sum(bout.work_sets for bout in bouts),
            volume_kg=sum(bout.volume_kg for bout in bouts),
        )

    def _lift(self, exercise_id: str) -> Lift:
        lift = self.lifts.get(exercise_id)
        if lift is None:
            lift = self.lifts[exercise_id] = lift_of(exercise_id, self._custom, self._atlas, self._sex)
        return lift
