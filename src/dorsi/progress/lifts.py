"""What each logged set amounts to: hard or not, what moved and what it says of strength.

A journal is read once; volume, balance, records and the other measures share what was found. Ten years hold
tens of thousands of sets, so nothing is kept for each of them: a bout (one exercise in one session) sums
its sets up and points to the best of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from math import inf
from typing import NamedTuple

from dorsi.athlete.model import Athlete, OtherMuscle, Sex
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, ExternalKind, Loading, Pattern, VolumeGroup
from dorsi.atlas.volume import group_values, set_value
from dorsi.journal.model import (
    CustomExercise,
    Journal,
    LoadMode,
    LoggedLoad,
    LoggedSession,
    LoggedSet,
    MeasureKind,
    Measurement,
    PlanRef,
    SetKind,
)
from dorsi.journal.other_lifts import OTHER, other_lifts
from dorsi.program.evaluate import EASY_FROM_RIR
from dorsi.progress.formula import Formula, formula_for, reps_to_failure, share_of_max

ONE_SIDE = 0.5
"""What a set of one side alone counts: left and right together make one set for the muscle group."""
LOWERED_ONLY = frozenset({"pull-up-eccentric"})
"""Lifts whose load is only let down, which says nothing of what can be lifted."""
_PUSHES = frozenset({OtherMuscle.CHEST, OtherMuscle.SHOULDERS})
_WARM_UP, _TEST, _TOTAL = SetKind.WARM_UP, SetKind.TEST, LoadMode.TOTAL
"""Looked up once here instead of once for every set, which Python 3.11 does slowly for members of enums."""
_LOAD_DIGITS = 1
"""Loads are told apart in tenths of a kilogram, so that dust from pounds makes no new weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """What an exercise id of the journal means for measuring.

    `values` holds what a hard set is worth for each volume group (0.5 or 1); `body_share` how much of the body
    moves along with the load where it is not the whole of it (inverted rows, back extensions); `formula` leads to
    a maximum and is None where nothing does. What nobody has described has no pattern, loading or values.
    """

    id: str
    name: str
    family: str = ""
    pattern: Pattern | None = None
    loading: Loading | None = None
    is_work: bool = True
    pushes: bool = False
    body_share: float = 0.0
    formula: Formula | None = Formula.MEDIAN
    values: Mapping[VolumeGroup, float] = field(default_factory=dict)

    @property
    def lifts_body(self) -> bool:
        """True if the whole body is lifted, so that a load is what was added or taken off."""
        return self.loading is Loading.BODYWEIGHT_PLUS or self.loading is Loading.BODYWEIGHT_MINUS


class Best(NamedTuple):
    """A set that stands out. A named tuple, since these are made by the thousand.

    `load_kg` is what was on the bar, added to the body, or help as a negative number, None where it is unsaid or
    unknown; `max_kg` the one-repetition maximum that the set points to, as system load.
    """

    load_kg: float | None
    max_kg: float | None
    entry: LoggedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Bout:
    """One exercise in one session, warm-ups left out.

    `work_sets` counts sets but tests, `hard_sets` those that leave fewer than five reps in reserve or do not say,
    a set of one side as half of one; preparation counts as neither. `volume_kg` is what moved times reps. `reps_at`
    holds the set with most reps at each load, heaviest first; `maximum` the one that points to the highest
    maximum, `bare_hands` the same among sets without straps. `longest` and `farthest` are of sets without reps.
    Entries whose numbers are not trusted count as sets and nothing more.

    Source: Pelland24 counts sets of 0-4 reps in reserve; estimates beyond that err widely (Halperin22).
    """

    lift: Lift
    on: date
    session_id: str
    work_sets: int
    hard_sets: float
    volume_kg: float
    reps_at: tuple[Best, ...]
    heaviest: Best | None
    maximum: Best | None
    bare_hands: Best | None
    longest: Best | None
    farthest: Best | None


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


def lift_of(exercise_id: str, custom: Mapping[str, CustomExercise], atlas: Atlas, sex: Sex) -> Lift:
    """What an id means: an exercise of the atlas, another common lift, the athlete's own, or a bare name. Sex
    decides on the formula of pull-ups."""
    exercise = atlas.exercises.get(exercise_id)
    if exercise is not None:
        return Lift(
            id=exercise_id,
            name=exercise.short,
            family=exercise.family,
            pattern=exercise.pattern,
            loading=exercise.loading,
            is_work=exercise.is_work,
            body_share=exercise.bodyweight_share or 0.0,
            formula=formula_for(exercise, sex) if _tells_strength(exercise) else None,
            values=group_values(exercise, atlas) if exercise.is_work else {},
        )
    other = other_lifts().get(exercise_id) if exercise_id.startswith(OTHER) else None
    if other is not None:
        return Lift(
            id=exercise_id,
            name=other.name,
            loading=other.loading,
            is_work=other.loading not in (Loading.TIME, Loading.DISTANCE),
            pushes=bool(_PUSHES & set(other.trains)),
        )
    own = custom.get(exercise_id)
    if own is None:
        return Lift(id=exercise_id, name=exercise_id)
    return Lift(
        id=exercise_id,
        name=own.name,
        pattern=own.pattern,
        loading=own.loading,
        values=_worth(own.muscles, atlas),
    )


def _tells_strength(exercise: Exercise) -> bool:
    """True if the load says how strong someone is: not where a band or an unknown part of the body makes most of it."""
    return (
        exercise.loading in (Loading.EXTERNAL, Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS)
        and exercise.external_kind is not ExternalKind.BAND
        and exercise.id not in LOWERED_ONLY
    )


def _worth(muscles: Mapping[str, float], atlas: Atlas) -> Mapping[VolumeGroup, float]:
    values = {
        group: max((set_value(muscles.get(muscle, 0.0)) for muscle in members), default=0.0)
        for group, members in atlas.group_muscles.items()
    }
    return {group: value for group, value in values.items() if value}


class _Reader:
    """Reads sessions, remembering exercises and shares of the maximum that it has met before."""

    def __init__(self, journal: Journal, athlete: Athlete, atlas: Atlas, distrusted: frozenset[str]) -> None:
        self.lifts: dict[str, Lift] = {}
        self.body_mass = BodyMass(journal.measurements, athlete.body_mass_kg)
        self.distrusted = distrusted
        self._custom = journal.exercises
        self._atlas = atlas
        self._sex = athlete.sex
        self._shares: dict[Formula, dict[tuple[int, float | None], float | None]] = {each: {} for each in Formula}

    def session(self, session: LoggedSession) -> TrainedSession | None:
        """The session as measured; None if nothing but warm-ups was done."""
        mass_kg = self.body_mass.on(session.on)
        tallies: dict[str, _Tally] = {}
        for entry in session.sets:
            if entry.kind is _WARM_UP or not (entry.reps or entry.seconds or entry.metres):
                continue
            tally = tallies.get(entry.exercise)
            if tally is None:
                tally = tallies[entry.exercise] = _Tally(self._lift(entry.exercise), mass_kg, self)
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

    def share_of_max(self, formula: Formula, reps: int, reserve: float | None) -> float | None:
        """The share of the maximum that a set was done with; None where it says too little."""
        shares, key = self._shares[formula], (reps, reserve)
        if key not in shares:
            to_failure = reps_to_failure(reps, reserve)
            shares[key] = None if to_failure is None else share_of_max(to_failure, formula)
        return shares[key]

    def _lift(self, exercise_id: str) -> Lift:
        lift = self.lifts.get(exercise_id)
        if lift is None:
            lift = self.lifts[exercise_id] = lift_of(exercise_id, self._custom, self._atlas, self._sex)
        return lift


class _Tally:
    """Sums the sets of one exercise in one session up. It runs once for every set of a journal, hence the little
    it calls."""

    def __init__(self, lift: Lift, mass_kg: float, reader: _Reader) -> None:
        self._lift, self._mass_kg, self._reader = lift, mass_kg, reader
        self._shared_kg = lift.body_share * mass_kg
        self._is_work, self._lifts_body, self._undescribed = lift.is_work, lift.lifts_body, lift.loading is None
        self._formula = lift.formula
        self._reps_at: dict[float, Best] = {}
        self._heaviest: Best | None = None
        self._maximum: Best | None = None
        self._bare_hands: Best | None = None
        self._longest: Best | None = None
        self._farthest: Best | None = None
        self._heaviest_kg, self._max_kg, self._bare_hands_kg = -inf, 0.0, 0.0
        self._work_sets, self._hard_sets, self._volume_kg = 0, 0.0, 0.0

    def add(self, entry: LoggedSet) -> None:
        """Takes a set in that was done and was no warm-up."""
        load = entry.load
        reserve = entry.rir if entry.rpe is None else entry.reserve
        if self._is_work and entry.kind is not _TEST:
            self._work_sets += 1
            if reserve is None or reserve < EASY_FROM_RIR:
                self._hard_sets += ONE_SIDE if entry.side else 1.0
        if entry.id in self._reader.distrusted:
            return
        body_kg = 0.0
        if self._lifts_body or (self._undescribed and load is not None and load.mode is not _TOTAL):
            body_kg = self._mass_kg
            load_kg = self._on_the_body(load)
        else:
            load_kg = None if load is None else round(load.signed_kg, _LOAD_DIGITS)
        reps = entry.reps
        if not reps:
            self._keep(Best(load_kg, None, entry))
            return
        max_kg = None
        if load_kg is not None or not body_kg:
            self._volume_kg += max(0.0, (load_kg or 0.0) * entry.implements + body_kg + self._shared_kg) * reps
        if load_kg is not None and self._formula is not None and load_kg + body_kg > 0:
            share = self._reader.share_of_max(self._formula, reps, reserve)
            max_kg = None if share is None else (load_kg + body_kg) / share
        standing = self._reps_at.get(load_kg or 0.0)
        if standing is None or reps > (standing.entry.reps or 0) or (max_kg or 0.0) > self._bare_hands_kg:
            self._keep(Best(load_kg, max_kg, entry))

    def bout(self, session: LoggedSession) -> Bout:
        """The sum of all sets taken in."""
        return Bout(
            lift=self._lift,
            on=session.on,
            session_id=session.id,
            work_sets=self._work_sets,
            hard_sets=self._hard_sets,
            volume_kg=self._volume_kg,
            reps_at=tuple([best for _, best in sorted(self._reps_at.items(), reverse=True)]),
            heaviest=self._heaviest,
            maximum=self._maximum,
            bare_hands=self._bare_hands,
            longest=self._longest,
            farthest=self._farthest,
        )

    def _on_the_body(self, load: LoggedLoad | None) -> float | None:
        """What a load adds to the body or takes off it, in kilograms.

        No load, and a total of nothing, mean the body alone, but with help whose size is unknown where a band or
        a machine helps. Any other total holds the body.
        """
        if load is None or (load.mode is _TOTAL and not load.value):
            return None if self._lift.loading is Loading.BODYWEIGHT_MINUS else 0.0
        load_kg = load.kg - self._mass_kg if load.mode is _TOTAL else load.signed_kg
        return round(load_kg, _LOAD_DIGITS)

    def _keep(self, best: Best) -> None:
        """Keeps the set wherever it is better than the ones before."""
        load_kg, max_kg, entry = best
        if load_kg is not None and load_kg > self._heaviest_kg:
            self._heaviest_kg, self._heaviest = load_kg, best
        if entry.reps:
            standing = self._reps_at.get(load_kg or 0.0)
            if standing is None or entry.reps > (standing.entry.reps or 0):
                self._reps_at[load_kg or 0.0] = best
        elif entry.metres:
            if self._farthest is None or entry.metres > (self._farthest.entry.metres or 0.0):
                self._farthest = best
        elif self._longest is None or (entry.seconds or 0.0) > (self._longest.entry.seconds or 0.0):
            self._longest = best
        if max_kg is None:
            return
        if max_kg > self._max_kg:
            self._max_kg, self._maximum = max_kg, best
        if max_kg > self._bare_hands_kg and not entry.straps:
            self._bare_hands_kg, self._bare_hands = max_kg, best
