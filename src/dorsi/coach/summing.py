"""One lift in one session, summed up: which sets were the work, at what load, and how they turned out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dorsi.athlete.strength import MOST_REPS, share_of_max
from dorsi.atlas.model import Exercise, Loading
from dorsi.coach.adopted import Asked
from dorsi.coach.state import Exposure, Outcome, Telling
from dorsi.journal.model import LoadMode, LoggedSet, SetKind
from dorsi.progress.series import EPLEY_REPS

EASY_BY = 2.0
"""Reps in reserve beyond those asked for from which a load counts as clearly too easy (heuristic)."""
ENOUGH_SETS = 0.6
"""Share of the sets asked for that must be there: a return after a break, or a short day, has fewer (heuristic)."""
NO_RESERVE = 0.5
"""Reserve up to which a set went to the limit; estimates of half a rep mean as much."""
KNOWN_SETS_DAYS = 120
"""Sets older than this no longer stand for what the athlete can do (heuristic)."""
MOST_LEFT = 3.0
"""Reserve beyond this is a guess and not counted as reps. Source: Halperin22."""
_BODY = (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS)
_WARM_UP, _DROP, _FAILURE, _TOTAL = SetKind.WARM_UP, SetKind.DROP, SetKind.FAILURE, LoadMode.TOTAL
"""Looked up once here instead of once for every set, which Python 3.11 does slowly for members of enums."""


def signed_kg(entry: LoggedSet, body: float) -> float:
    """The set's load as programmes count it: assistance below zero, nothing where none was entered.

    `body` is what of the body is lifted besides (see `body_kg`); a load entered as the whole includes it.
    """
    load = entry.load
    if load is None:
        return 0.0
    if body and load.mode is _TOTAL and load.value:
        return load.kg - body
    return load.signed_kg


def body_kg(exercise: Exercise | None, body_mass_kg: float) -> float:
    """How much of the body is lifted besides the entered load."""
    if exercise is None:
        return 0.0
    if exercise.loading in _BODY:
        return body_mass_kg
    if exercise.loading is Loading.BODYWEIGHT_SHARE:
        return body_mass_kg * (exercise.bodyweight_share or 0.0)
    return 0.0


def reserve_of(entry: LoggedSet) -> float | None:
    """Reps in reserve; a set to failure has none."""
    return 0.0 if entry.kind is _FAILURE else entry.reserve


def estimated_max(system_kg: float, reps: int | None, reserve: float | None) -> float | None:
    """One-repetition maximum of system load; None beyond the reps that say something. Unknown reserve counts as one."""
    if not reps or system_kg <= 0:
        return None
    to_failure = reps + (1.0 if reserve is None else min(reserve, 4.0))
    return system_kg / share_of_max(to_failure) if to_failure <= MOST_REPS else None


class Summed(NamedTuple):
    """A lift's sets of one session: the exposure, what the strength filter reads, the best set, the ids of all."""

    exposure: Exposure
    telling: tuple[Telling, ...]
    best: LoggedSet
    ids: frozenset[str]


def sum_up(
    sets: Sequence[LoggedSet],
    exercise: Exercise,
    body_mass_kg: float,
    on: date,
    asked: Asked,
    *,
    eased: bool,
) -> Summed | None:
    """What these sets of one exercise amount to; None where none of them counts.

    The work load is the one with most sets, the heavier of equals. `asked` is what stood against them, `eased`
    says that they belong to a deload.
    """
    body = body_kg(exercise, body_mass_kg)
    by_load: dict[float, list[LoggedSet]] = {}
    tops: dict[float, Telling] = {}
    best: float | None = None
    best_set: LoggedSet | None = None
    for entry in sets:
        kind = entry.kind
        if kind is _WARM_UP or kind is _DROP:
            continue
        load = signed_kg(entry, body)
        if load in by_load:
            by_load[load].append(entry)
        else:
            by_load[load] = [entry]
        if best_set is None:
            best_set = entry
        reps, system = entry.reps, body + load
        if not reps or system <= 0:
            continue
        left = reserve_of(entry)
        if load not in tops or reps + (left or 0.0) > tops[load][1] + (tops[load][2] or 0.0):
            tops[load] = (system, reps, left)
            estimate = estimated_max(system, reps, left)
            if estimate is not None and (best is None or estimate > best):
                best, best_set = estimate, entry
    if best_set is None:
        return None
    load_kg, work = next(iter(by_load.items()))
    if len(by_load) > 1:
        load_kg, work = max(by_load.items(), key=lambda pair: (len(pair[1]), pair[0]))
    amounts = tuple([_amount(entry) for entry in work])
    reserves = tuple([reserve_of(entry) for entry in work])
    felt = [entry.discomfort for entry in sets if entry.discomfort]
    sore = max(felt, key=lambda d: d.score) if felt else None
    exposure = Exposure(
        on=on,
        load_kg=load_kg,
        reps=amounts,
        reserves=reserves,
        e1rm_kg=best,
        shown_kg=_shown(best, body + load_kg, amounts, reserves),
        asked_sets=asked.sets,
        outcome=outcome(amounts, reserves, asked.amount, asked.reserve, asked.sets),
        eased=eased,
        set_ids=tuple([entry.id for entry in work]),
        discomfort=sore.score if sore else 0,
        place=sore.place if sore else "",
    )
    return Summed(exposure, tuple(tops.values()), best_set, frozenset(entry.id for entry in sets))


def _amount(entry: LoggedSet) -> int:
    if entry.reps is not None:
        return entry.reps
    return int(entry.seconds or entry.metres or 0)


def outcome(
    amounts: Sequence[int],
    reserves: Sequence[float | None],
    asked: tuple[int, int],
    reserve: float | None,
    sets: int,
) -> Outcome:
    """How the work sets turned out: topped, clearly too easy, missed (half of them or more) or within the range.

    Far fewer sets than asked for cannot top the range; an unknown reserve is taken as the one asked for, and reps
    beyond the top make up for reserve that was not left.
    """
    low, high = asked
    if sum(amount < low for amount in amounts) * 2 >= len(amounts):
        return Outcome.MISSED
    wanted = reserve or 0.0
    enough = len(amounts) >= ENOUGH_SETS * sets and all(amount >= high for amount in amounts)
    if not enough or any(
        r is not None and r + (amount - high) < wanted - NO_RESERVE for r, amount in zip(reserves, amounts, strict=True)
    ):
        return Outcome.WITHIN
    known = [r for r in reserves if r is not None]
    easy = len(known) == len(reserves) and min(known) >= wanted + EASY_BY
    return Outcome.EASED if easy else Outcome.TOPPED


def _shown(e1rm_kg: float | None, system_kg: float, amounts: Sequence[int], reserves: Sequence[float | None]) -> float:
    """The maximum that a session's sets show. Sets too long for an estimate count by Epley, the most they could show.

    It is used for nothing but to keep loads within what was done, so that a generous reading of long sets is right:
    progression steps up from them by the same formula.
    """
    many = max(amounts, default=0)
    if many <= MOST_REPS - 2:
        return e1rm_kg or 0.0
    left = min((r for r in reserves if r is not None), default=0.0)
    return max(e1rm_kg or 0.0, system_kg * (1 + (many + min(left, MOST_LEFT)) / EPLEY_REPS))


def set_max_kg(entry: LoggedSet, body: float) -> float:
    """The maximum that one set shows, read as generously as a session's sets are; 0 where it shows none."""
    reps, system = entry.reps, body + signed_kg(entry, body)
    if not reps or system <= 0:
        return 0.0
    left = reserve_of(entry)
    estimate = estimated_max(system, reps, left) or 0.0
    if reps <= MOST_REPS - 2:
        return estimate
    return max(estimate, system * (1 + (reps + min(left or 0.0, MOST_LEFT)) / EPLEY_REPS))
