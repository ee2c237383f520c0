"""From a quick entry to sets of the journal: the exercise, what a load means, gaps filled, the place in the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from dorsi.atlas.model import Loading
from dorsi.coach.model import PlannedItem
from dorsi.journal.model import LoadMode, LoggedLoad, LoggedSet, SetKind
from dorsi.journal.quick_entry import QuickEntry, QuickLoad, QuickSet
from dorsi.program.model import Role
from dorsi.services.calling import Called, Names
from dorsi.services.following import Following
from dorsi.units import MassUnit, from_kg, number

_SIGNS: Mapping[LoadMode | None, str] = {LoadMode.ADDED: "+", LoadMode.ASSISTED: "-"}

Made: TypeAlias = tuple[LoggedSet, tuple[str, ...]]
"""A set, and how what was not typed was filled in."""


@dataclass(slots=True, kw_only=True)
class SetMaker:
    """Makes sets one line after the other; `sets` are all of the session, `made` the new ones with remarks."""

    names: Names
    guide: Following | None
    sets: tuple[LoggedSet, ...]
    units: MassUnit
    ids: Callable[[], str]
    done_at: datetime | None = None
    made: list[Made] = field(default_factory=list)

    def take(self, entry: QuickEntry) -> Iterator[tuple[str, str]]:
        """Takes a line in; yields what is wrong with it as pairs of what was read and what was expected."""
        called = self._called(entry)
        if called is None:
            yield "", "an exercise, such as deadlift 3x5 140kg; there is no set before that this could go on with"
            return
        for position, said in enumerate(entry.sets):
            wrong = misfit(said.load, called)
            if wrong is not None:
                yield wrong
                return
            last = position == len(entry.sets) - 1
            self._add(said, called, entry.note if last else "", goes_on=not entry.exercise, first=position == 0)

    def _called(self, entry: QuickEntry) -> Called | None:
        if not entry.exercise:
            return self.names.called(self.sets[-1].exercise) if self.sets else None
        added = any(one.load is not None and one.load.mode is not LoadMode.ASSISTED for one in entry.sets)
        return self.names.find(entry.exercise, added=added)

    def _add(self, said: QuickSet, called: Called, note: str, *, goes_on: bool, first: bool) -> None:
        item = self.guide.item_for(called.id, said.kind, self.sets) if self.guide is not None else None
        remarks: list[str] = []
        kind = said.kind
        if item is not None and item.role is Role.TEST and kind is SetKind.WORK:
            kind = SetKind.TEST
            remarks.append("taken as the attempt that is planned")
        before = next((one for one in reversed(self.sets) if one.exercise == called.id), None)
        load, filled = self._load(said, called, item, before, goes_on=goes_on)
        remarks += [filled] if filled else []
        if called.guess and first:
            remarks.append("the one planned today")
        counted = in_its_measure(said, called.loading)
        made = LoggedSet(
            id=self.ids(),
            exercise=called.id,
            kind=kind,
            load=load,
            reps=counted.reps,
            rir=counted.rir,
            rpe=counted.rpe,
            seconds=counted.seconds,
            metres=counted.metres,
            side=counted.side,
            straps=counted.straps,
            discomfort=counted.discomfort,
            note=note,
            run=self._run(called.id, item),
            superset=self.guide.superset(item) if self.guide is not None and item is not None else None,
            slot=item.slot if item is not None else "",
            done_at=self.done_at,
        )
        self.sets = (*self.sets, made)
        self.made.append((made, tuple(remarks)))

    def _load(
        self, said: QuickSet, called: Called, item: PlannedItem | None, before: LoggedSet | None, *, goes_on: bool
    ) -> tuple[LoggedLoad | None, str]:
        """The load, and how it was found where none was typed."""
        if said.load is not None:
            return said.load.as_logged(called.mode), ""
        if before is not None and before.load is not None and (goes_on or called.is_loaded):
            return before.load, f"{before.load} as in the set before"
        if not called.is_loaded:
            return None, ""
        done = sum(one.slot == item.slot for one in self.sets) if item is not None else 0
        planned = item.sets[min(done, len(item.sets) - 1)].load_kg if item is not None and item.sets else None
        if planned is None:
            return None, "no load given" if said.kind is not SetKind.WARM_UP else ""
        mode = LoadMode.ASSISTED if planned < 0 else called.mode
        load = LoggedLoad(value=round(from_kg(abs(planned), self.units), 2), unit=self.units, mode=mode)
        return load, f"{load} as planned"

    def _run(self, exercise: str, item: PlannedItem | None) -> int:
        """The stretch it belongs to: that of its place in the plan, else the last one if the exercise goes on."""
        if not self.sets:
            return 0
        same = [one for one in self.sets if item is not None and one.slot == item.slot and one.exercise == exercise]
        if same:
            return same[-1].run
        last = self.sets[-1]
        return last.run if last.exercise == exercise and item is None else max(one.run for one in self.sets) + 1


def misfit(load: QuickLoad | None, called: Called) -> tuple[str, str] | None:
    """What was read of a load whose sign makes no sense for the exercise, and what was expected; None if it does."""
    if load is None:
        return None
    read = f"{_SIGNS.get(load.mode, '')}{number(load.value)}"
    if called.loading in (Loading.EXTERNAL, Loading.DISTANCE) and load.mode in (LoadMode.ADDED, LoadMode.ASSISTED):
        return read, "all of the load without a sign, such as 60kg"
    if called.loading is Loading.BODYWEIGHT_MINUS and load.mode is LoadMode.ADDED:
        return read, "the help with a minus or without a sign, such as -20kg"
    return None


def in_its_measure(said: QuickSet, loading: Loading | None) -> QuickSet:
    """Bare numbers of something that is held are seconds, of something that is carried metres."""
    if said.reps is None:
        return said
    if loading is Loading.TIME:
        return replace(said, reps=None, seconds=float(said.reps))
    return replace(said, reps=None, metres=float(said.reps)) if loading is Loading.DISTANCE else said
