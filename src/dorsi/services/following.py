"""A planned session while it is being trained: where each set belongs, what follows from it and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dorsi.athlete.model import Athlete
from dorsi.athlete.screening import PAINFUL
from dorsi.coach.adopted import adopted
from dorsi.coach.matching import OVERLAP
from dorsi.coach.model import Contingency, NextSession, PlannedItem, PlannedSet, Timing
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.coach.wording import load_words
from dorsi.errors import InvalidFile, TrainingRefused, UsageError
from dorsi.journal.model import LoggedSession, LoggedSet, SetKind
from dorsi.program.model import BlockKind, Role
from dorsi.services.coaching import Coaching
from dorsi.services.ports import JournalStore

_WORK = (Role.WORK, Role.TEST)
_COUNTED = (Role.WARMUP, Role.WORK, Role.TEST)
_SAME_KG = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class NextUp:
    """The set to do next: the exercise, the set's number among its sets, what is asked."""

    item: PlannedItem
    number: int
    planned: PlannedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """The planned session that a day's sets are held against, and whose it is."""

    session: NextSession
    athlete: Athlete

    def item_for(self, exercise: str, kind: SetKind, done: Sequence[LoggedSet]) -> PlannedItem | None:
        """The place that one more set of an exercise fills: the first with room, else the last there is."""
        warm_up = kind is SetKind.WARM_UP
        fitting = [i for i in self.session.items if i.exercise.id == exercise and (i.role not in _WORK) is warm_up]
        roomy = next((item for item in fitting if len(_sets_of(item, done)) < len(item.sets)), None)
        return roomy or (fitting[-1] if fitting else None)

    def superset(self, item: PlannedItem) -> int | None:
        """A number that an exercise shares with those it is done in turn with; None if it is done alone."""
        for number, block in enumerate(self.session.blocks, 1):
            if item in block.items:
                return None if block.kind is BlockKind.SINGLE else number
        return None

    def counts_as_planned(self, sets: Iterable[LoggedSet]) -> bool:
        """True if these sets make it the planned session: any of it from the day it is due, half of it before."""
        planned = {item.exercise.id for item in self.session.items if item.role in _WORK}
        done = planned & {entry.exercise for entry in sets}
        if self.session.timing is Timing.EARLY:
            return bool(planned) and len(done) >= OVERLAP * len(planned)
        return bool(done) or any(entry.slot for entry in sets)

    def follows(self, entry: LoggedSet, done: Sequence[LoggedSet]) -> str:
        """What follows from a set of a planned exercise, as a sentence; empty where nothing does.

        `done` holds the session's sets, this one included.
        """
        item = next((each for each in self.session.items if _fills(each, entry)), None)
        if item is None:
            return ""
        own = _sets_of(item, done)
        index = next((at for at, one in enumerate(own) if one.id == entry.id), len(own))
        rule = self._rule(item, index, entry)
        if rule is None:
            return ""
        lifted = entry.load.signed_kg if entry.load is not None else 0.0
        if rule.next_set_kg is not None:
            load = load_words(rule.next_set_kg, item.exercise, self.athlete)
            same = abs(rule.next_set_kg - lifted) <= _SAME_KG
            return f"stay at {load}" if same else f"next set {load}"
        if rule.next_time_kg is not None:
            load = load_words(rule.next_time_kg, item.exercise, self.athlete)
            if rule.next_time_kg <= lifted + _SAME_KG:
                return f"the same again next time, {load}"
            all_at_top = all(one.reps is not None and one.reps >= (rule.reps_from or 0) for one in own)
            return f"every set reached {rule.reps_from}, so next time {load}" if all_at_top else ""
        return "" if rule.reps_to is not None and rule.reps_from is not None else rule.says

    def _adjusted(self, item: PlannedItem, own: Sequence[LoggedSet]) -> PlannedSet:
        """The next set of an exercise with the load that follows from the one before: by its table if it was done as
        planned, else the load that was lifted."""
        planned = item.sets[len(own)]
        if not own or item.role is not Role.WORK or own[-1].load is None:
            return planned
        rule = self._rule(item, len(own) - 1, own[-1])
        if rule is not None:
            return planned if rule.next_set_kg is None else replace(planned, load_kg=rule.next_set_kg)
        before = item.sets[len(own) - 1].load_kg
        lifted = own[-1].load.signed_kg
        as_planned = before is not None and abs(before - lifted) <= _SAME_KG
        return planned if as_planned else replace(planned, load_kg=lifted)

    def _rule(self, item: PlannedItem, index: int, entry: LoggedSet) -> Contingency | None:
        """The line of the set's table that applies; none where another load was lifted than planned.

        An unknown reserve counts as the one asked for.
        """
        if index >= len(item.sets) or entry.reps is None or entry.kind is SetKind.WARM_UP:
            return None
        planned = item.sets[index]
        lifted = entry.load.signed_kg if entry.load is not None else 0.0
        if planned.load_kg is None or abs(planned.load_kg - lifted) > _SAME_KG:
            return None
        reps, reserve = entry.reps, 0.0 if entry.kind is SetKind.FAILURE else entry.reserve
        for rule in reversed(planned.contingencies):
            if (rule.reps_from is None or reps >= rule.reps_from) and (rule.reps_to is None or reps <= rule.reps_to):
                short = rule.reserve_from is not None and reserve is not None and reserve < rule.reserve_from
                return None if short and rule.next_set_kg is None else rule
        return None

    def next_up(self, done: Sequence[LoggedSet]) -> NextUp | None:
        """The set to do next after these: what is begun is brought to its end, then comes what follows it. An exercise
        that hurt is over for the day."""
        items = self.session.items
        last = next((at for entry in reversed(done) for at, item in enumerate(items) if _fills(item, entry)), -1)
        blocks = [block for block in self.session.blocks if last < 0 or items.index(block.items[-1]) >= last]
        behind = [block for block in self.session.blocks if block not in blocks]
        hurting = {e.exercise for e in done if e.discomfort is not None and e.discomfort.score >= PAINFUL}
        worked = {entry.exercise for entry in done if entry.kind is not SetKind.WARM_UP}
        for block in (*blocks, *behind):
            open_items = [
                item
                for item in block.items
                if item.role in _COUNTED
                and item.exercise.id not in hurting
                and len(_sets_of(item, done)) < len(item.sets)
                and not (item.role is Role.WARMUP and (block in behind or item.exercise.id in worked))
            ]
            if open_items:
                item = min(open_items, key=lambda each: len(_sets_of(each, done)))
                own = _sets_of(item, done)
                planned = self._adjusted(item, own)
                return NextUp(item=item, number=len(own) + 1, planned=planned)
        return None


def following(store: JournalStore, coaching: Coaching, day: date, session: LoggedSession | None) -> Following | None:
    """The planned session that a day's sets belong to; None without a programme, or where another was trained since.

    For today that is the coach's next session; for a day gone by, and for a session that is finished, what would
    have been next on that day.
    """
    try:
        if day == coaching.today and (session is None or not session.finished):
            return _found(coaching.state(), day, session)
        own = session.id if session is not None else ""
        if any(each.plan is not None for each in store.recent(day).sessions if each.id != own):
            return None
        return _found(coaching.before(day), day, session)
    except (UsageError, TrainingRefused, InvalidFile):
        return None


def _found(state: CoachState, day: date, session: LoggedSession | None) -> Following | None:
    planned = next_session(state, day)
    if state.adoption is None or (session is not None and session.plan is not None and session.plan != planned.ref):
        return None
    athlete = adopted(state.adoption.id, state.adoption.text, planned.ref.cycle).athlete
    return Following(session=planned, athlete=athlete)


def _sets_of(item: PlannedItem, done: Iterable[LoggedSet]) -> list[LoggedSet]:
    return [entry for entry in done if _fills(item, entry)]


def _fills(item: PlannedItem, entry: LoggedSet) -> bool:
    return entry.exercise == item.exercise.id and entry.slot == item.slot


def athlete_known(coaching: Coaching) -> Athlete | None:
    """The athlete of the programme under way; None without one."""
    adoption = coaching.state().adoption
    if adoption is None:
        return None
    try:
        return adopted(adoption.id, adoption.text, 1).athlete
    except (InvalidFile, TrainingRefused):
        return None
