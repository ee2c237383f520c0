"""What looks wrong in an import: shown before it is kept, never dropped.

All limits are heuristics, set so that a slip of the finger shows and hard training does not.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median
from typing import TypeAlias

from dorsi.atlas.model import Loading, Pattern
from dorsi.journal.model import LoadMode, LoggedSession, LoggedSet, MeasureKind, Measurement, SetKind
from dorsi.units import MassUnit, duration, from_kg, number

MOST_REPS = 100
LONGEST_SESSION_S = 5 * 3600
OLDEST = date(2000, 1, 1)
BODY_MASS_KG = (25.0, 350.0)
OVER_MEDIAN = 2.2
OVER_SECOND = 1.6
_FEWEST_DAYS = 4
_LEAST_EXCESS_KG = 15.0
_MOST_ALIKE = 15
_SWITCH = (2.0, 2.45)
"""Pounds for kilograms make numbers 2.2 times as large; the span leaves room for gains and rounding."""
_SWITCH_DAYS_EACH = 3
_SWITCH_SPAN = timedelta(days=21)
_FEWEST_TO_COMPARE = 3


@dataclass(slots=True)
class _Day:
    """A day's sets of a lift, and the heaviest load among them."""

    kg: float
    session: LoggedSession
    sets: list[LoggedSet]


Lifts: TypeAlias = dict[tuple[str, LoadMode, str], list[_Day]]
"""The days of each lift, told apart by exercise, mode and the file's own name for it."""


class OddityKind(StrEnum):
    """What looks wrong."""

    HEAVY = "heavy"
    RECORD = "beyond-records"
    REPS = "many-reps"
    ALIKE = "many-alike"
    LONG = "long-session"
    DAY = "impossible-day"
    TWIN = "same-session-twice"
    BODY = "impossible-body-mass"
    UNIT = "unit-switch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """One thing that looks wrong, in a sentence; where in the file (line) and the journal (set, session), if known."""

    kind: OddityKind
    on: date
    says: str
    line: int | None = None
    session_id: str = ""
    set_id: str = ""


def oddities(
    whole: Sequence[LoggedSession],
    measurements: Iterable[Measurement],
    *,
    today: date,
    ceiling: Callable[[str], float],
    lines: Mapping[str, int],
    others: Iterable[LoggedSession] = (),
) -> tuple[Oddity, ...]:
    """Everything odd in these sessions and measurements, in the order of days.

    `others` are sessions of the journal that the file does not hold. `ceiling` gives the heaviest load in kilograms
    that anybody has handled in an exercise, `lines` the line in the file of a set.
    """
    ordered = sorted(whole, key=lambda session: session.order)
    lifts = _lifts(ordered)
    found = [
        *_of_sessions(ordered, today),
        *_twins(ordered, others),
        *_of_sets(ordered, lines),
        *_beyond_records(lifts, ceiling, lines),
        *_too_heavy(lifts, ceiling, lines),
        *_unit_switches(lifts),
        *_of_bodies(measurements, today),
    ]
    return tuple(sorted(found, key=lambda oddity: (oddity.on, oddity.line or 0)))


def world_ceiling_kg(loading: Loading | None, pattern: Pattern | None, *, for_legs: bool, for_press: bool) -> float:
    """About what the strongest people alive handle, with room above, so that nobody real is doubted.

    Added to the body 150 kg; pressed 400 (raw bench press 355 kg); with the legs 1,200 (sleds hold far more than
    squats); pulled 520 (deadlift 510 kg). Unknown exercises are held to the highest.
    """
    if loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT, Loading.BODYWEIGHT_SHARE, Loading.BODYWEIGHT_MINUS):
        return 150.0
    if for_legs:
        return 1200.0
    if for_press:
        return 400.0
    return 520.0 if pattern is not None else 1200.0


def _of_sessions(ordered: Iterable[LoggedSession], today: date) -> Iterator[Oddity]:
    for session in ordered:
        if session.duration_s is not None and session.duration_s > LONGEST_SESSION_S:
            yield _of_session(OddityKind.LONG, session, f"the session lasted {duration(session.duration_s)}")
        if not OLDEST <= session.on <= today + timedelta(days=1):
            yield _of_session(OddityKind.DAY, session, f"the session is dated {session.on.isoformat()}")


def _twins(ordered: Iterable[LoggedSession], others: Iterable[LoggedSession]) -> Iterator[Oddity]:
    met = {_work(session): session for session in others}
    for session in ordered:
        if len(session.sets) < _FEWEST_TO_COMPARE:
            continue
        other = met.setdefault(_work(session), session)
        if other is not session:
            where = "" if other.source == session.source else f", the other time from {other.source}"
            says = f"the same {len(session.sets)} sets stand on that day twice{where}"
            yield _of_session(OddityKind.TWIN, session, says)


def _work(session: LoggedSession) -> tuple[object, ...]:
    """What two records of one session have in common, whatever each app calls the exercises."""
    sets = [(entry.reps or 0, round(entry.load.kg) if entry.load else 0) for entry in session.sets]
    return session.on, *sorted(sets)


def _of_sets(ordered: Iterable[LoggedSession], lines: Mapping[str, int]) -> Iterator[Oddity]:
    for session in ordered:
        for entry in session.sets:
            if entry.reps is not None and entry.reps > MOST_REPS:
                yield _of_set(OddityKind.REPS, session, entry, f"{entry.reps} repetitions in one set", lines)
        if len(session.sets) <= _MOST_ALIKE:
            continue
        alike = Counter((e.exercise, e.load, e.reps, e.seconds, e.metres) for e in session.sets)
        for (exercise, *_), count in alike.most_common(1):
            if count > _MOST_ALIKE:
                says = f"{count} sets of {exercise} are all the same"
                yield _of_session(OddityKind.ALIKE, session, says)


def _beyond_records(lifts: Lifts, ceiling: Callable[[str], float], lines: Mapping[str, int]) -> Iterator[Oddity]:
    for (exercise, *_), days in lifts.items():
        most = ceiling(exercise)
        for day in days:
            for entry in day.sets if day.kg > most else ():
                if entry.load is not None and entry.load.kg > most:
                    says = f"{entry.load} is more than anybody has done"
                    yield _of_set(OddityKind.RECORD, day.session, entry, says, lines)


def _too_heavy(lifts: Lifts, ceiling: Callable[[str], float], lines: Mapping[str, int]) -> Iterator[Oddity]:
    """Loads far above what the lift usually is: over the median of the days before, or over every other day."""
    for (exercise, *_), days in lifts.items():
        if len(days) < _FEWEST_DAYS:
            continue
        tops = [top.kg for top in days]
        second, highest = sorted(tops)[-2:]
        middle = median(tops)
        before: list[float] = []
        for top in days:
            usual = max(middle, _middle(before))
            least = usual * OVER_MEDIAN if len(before) >= _FEWEST_DAYS - 1 else float("inf")
            if top.kg == highest:
                least = min(least, second * OVER_SECOND)
            if top.kg > least and top.kg - usual > _LEAST_EXCESS_KG:
                for entry in top.sets:
                    if entry.load is not None and least < entry.load.kg <= ceiling(exercise):
                        says = f"{entry.load} where {_usually(usual, entry.load.unit)} is usual"
                        yield _of_set(OddityKind.HEAVY, top.session, entry, says, lines)
            insort(before, top.kg)


def _usually(kilograms: float, unit: MassUnit) -> str:
    return f"{number(round(from_kg(kilograms, unit), 1))} {unit.value}"


def _unit_switches(lifts: Lifts) -> Iterator[Oddity]:
    """Days from which on several lifts are about 2.2 times what they were, or the part that undoes it."""
    switches: list[tuple[date, bool, str]] = []
    for (_, _, name), days in lifts.items():
        for at in range(_SWITCH_DAYS_EACH, len(days) - _SWITCH_DAYS_EACH + 1):
            before = median(top.kg for top in days[at - _SWITCH_DAYS_EACH : at])
            after = median(top.kg for top in days[at : at + _SWITCH_DAYS_EACH])
            up = after > before
            steps = (after / before, days[at].kg / days[at - 1].kg)
            if all(_SWITCH[0] <= (step if up else 1 / step) <= _SWITCH[1] for step in steps):
                switches.append((days[at].session.on, up, name))
    switches.sort()
    while switches:
        first, up, _ = switches[0]
        near = [s for s in switches if s[1] is up and s[0] - first <= _SWITCH_SPAN]
        names = sorted({name for _, _, name in near})
        if len(names) > 1:
            change = "2.2 times" if up else "1 / 2.2 of"
            says = f"from here on {len(names)} lifts are about {change} what they were: {', '.join(names[:3])}"
            yield Oddity(kind=OddityKind.UNIT, on=first, says=f"{says}; was the unit changed?")
        switches = [s for s in switches if s not in near]


def _of_bodies(measurements: Iterable[Measurement], today: date) -> Iterator[Oddity]:
    low, high = BODY_MASS_KG
    for measured in measurements:
        if measured.kind is MeasureKind.BODY_MASS and not low <= measured.base <= high:
            says = f"a body mass of {number(measured.value)} {measured.unit.value}"
            yield Oddity(kind=OddityKind.BODY, on=measured.on, says=says)
        if not OLDEST <= measured.on <= today + timedelta(days=1):
            says = f"a measurement is dated {measured.on.isoformat()}"
            yield Oddity(kind=OddityKind.DAY, on=measured.on, says=says)


def _lifts(ordered: Iterable[LoggedSession]) -> Lifts:
    lifts: Lifts = {}
    for session in ordered:
        for entry in session.sets:
            load = entry.load
            if load is None or not load.value or load.mode is LoadMode.ASSISTED or entry.kind is SetKind.WARM_UP:
                continue
            kg = load.kg
            days = lifts.setdefault((entry.exercise, load.mode, entry.name), [])
            if not days or days[-1].session is not session:
                days.append(_Day(kg=kg, session=session, sets=[entry]))
                continue
            days[-1].kg = max(days[-1].kg, kg)
            days[-1].sets.append(entry)
    return lifts


def _middle(ordered: Sequence[float]) -> float:
    return ordered[len(ordered) // 2] if ordered else 0.0


def _of_session(kind: OddityKind, session: LoggedSession, says: str) -> Oddity:
    title = f" ({session.title})" if session.title else ""
    return Oddity(kind=kind, on=session.on, says=f"{says}{title}", session_id=session.id)


def _of_set(kind: OddityKind, session: LoggedSession, entry: LoggedSet, says: str, lines: Mapping[str, int]) -> Oddity:
    return Oddity(
        kind=kind,
        on=session.on,
        says=f"{entry.name or entry.exercise}: {says}",
        line=lines.get(entry.id),
        session_id=session.id,
        set_id=entry.id,
    )
