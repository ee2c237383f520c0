"""One exercise in one session: what its sets amount to and which of them stand out.

Ten years hold tens of thousands of sets, so nothing is kept for each of them: a bout sums its sets up and points to
the best. Bouts and bests are named tuples, which are made faster than frozen dataclasses.
"""

from __future__ import annotations

from datetime import date
from math import inf
from typing import NamedTuple

from dorsi.atlas.model import Loading
from dorsi.journal.model import LoadMode, LoggedLoad, LoggedSession, LoggedSet, SetKind
from dorsi.program.evaluate import EASY_FROM_RIR
from dorsi.progress.formula import Formula, reps_to_failure, share_of_max
from dorsi.progress.lifts import COUNTED_OTHERWISE, Lift
from dorsi.units import MassUnit

ONE_SIDE = 0.5
"""What a set of one side alone counts: left and right together make one set for the muscle group."""
_TEST, _TOTAL = SetKind.TEST, LoadMode.TOTAL
"""Looked up once here instead of once for every set, which Python 3.11 does slowly for members of enums."""
_LOAD_DIGITS = 1
"""Loads are told apart in tenths of a kilogram, so that dust from pounds makes no new weight."""


class Best(NamedTuple):
    """A set that stands out.

    `load_kg` is what was on the bar, added to the body, or help as a negative number, None where it is unsaid or
    unknown; `max_kg` the one-repetition maximum that the set points to, as system load.
    """

    load_kg: float | None
    max_kg: float | None
    entry: LoggedSet


class Bout(NamedTuple):
    """One exercise in one session, warm-ups left out.

    `work_sets` counts sets but tests, `hard_sets` those that leave fewer than five reps in reserve or do not say,
    a set of one side as half of one; preparation counts as neither. `volume_kg` is what moved times reps, nothing for
    holds, carries and an unknown part of the body. `reps_at` holds the set with most reps at each load, heaviest
    first; `maximum` the one that points to the highest maximum, `bare_hands` the same among sets without straps.
    `longest` and `farthest` are of sets without reps. Entries whose numbers are not trusted count as sets and
    nothing more.

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


class Conversions:
    """Turns what was typed into figures, remembering what it has met before: people lift the same loads for the
    same reps all year. `distrusted` holds the ids of sets whose numbers are not used."""

    def __init__(self, distrusted: frozenset[str]) -> None:
        self.distrusted = distrusted
        self._loads: dict[tuple[float, MassUnit, LoadMode], float] = {}
        self._shares: dict[Formula, dict[tuple[int, float | None], float | None]] = {each: {} for each in Formula}

    def load_kg(self, load: LoggedLoad) -> float:
        """What was typed, in kilograms fit to be compared; help is negative."""
        typed = (load.value, load.unit, load.mode)
        load_kg = self._loads.get(typed)
        if load_kg is None:
            load_kg = self._loads[typed] = round(load.signed_kg, _LOAD_DIGITS)
        return load_kg

    def share_of_max(self, formula: Formula, reps: int, reserve: float | None) -> float | None:
        """The share of the maximum that a set was done with; None where it says too little."""
        shares, key = self._shares[formula], (reps, reserve)
        if key not in shares:
            to_failure = reps_to_failure(reps, reserve)
            shares[key] = None if to_failure is None else share_of_max(to_failure, formula)
        return shares[key]


class Tally:
    """Sums the sets of one exercise in one session up. It runs once for every set of a journal, hence the little
    it calls."""

    def __init__(self, lift: Lift, mass_kg: float, conversions: Conversions) -> None:
        self._lift, self._mass_kg, self._conversions = lift, mass_kg, conversions
        self._shared_kg = lift.body_share * mass_kg
        self._is_work, self._lifts_body, self._undescribed = lift.is_work, lift.lifts_body, lift.loading is None
        self._formula = lift.formula
        unknown_part = lift.loading is Loading.BODYWEIGHT and not lift.body_share
        self._weighs = lift.loading not in COUNTED_OTHERWISE and not unknown_part
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
        if entry.id in self._conversions.distrusted:
            return
        body_kg = 0.0
        if self._lifts_body or (self._undescribed and load is not None and load.mode is not _TOTAL):
            body_kg = self._mass_kg
            load_kg = self._on_the_body(load)
        else:
            load_kg = None if load is None else self._conversions.load_kg(load)
        reps = entry.reps
        if not reps:
            self._keep(Best(load_kg, None, entry))
            return
        max_kg = None
        if self._weighs and (load_kg is not None or not body_kg):
            self._volume_kg += max(0.0, (load_kg or 0.0) * entry.implements + body_kg + self._shared_kg) * reps
        if load_kg is not None and self._formula is not None and load_kg + body_kg > 0:
            share = self._conversions.share_of_max(self._formula, reps, reserve)
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
        return round(load.kg - self._mass_kg, _LOAD_DIGITS) if load.mode is _TOTAL else self._conversions.load_kg(load)

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
