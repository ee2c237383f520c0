"""Builds the next session out of the planned one: what to do in each place, how heavy, in which sets."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dorsi.athlete.loads import plates_per_side, reachable
from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Loading
from dorsi.coach.adopted import Adopted
from dorsi.coach.asking import asked_amount
from dorsi.coach.contingency import contingencies
from dorsi.coach.load import Load, Target
from dorsi.coach.model import Decision, PlannedBlock, PlannedItem, PlannedSet
from dorsi.coach.modifiers import DELOAD_SETS, Modifiers
from dorsi.coach.progression import progressed, series_of
from dorsi.coach.slots import Slot, slots_of
from dorsi.coach.state import CoachState, Exposure
from dorsi.coach.summing import body_kg
from dorsi.coach.warming import has_ramp, ramp_sets
from dorsi.coach.wording import exposure_words
from dorsi.program import model as program_model
from dorsi.program.evaluate import evaluate, rest_seconds
from dorsi.program.model import Block, BlockKind, LoadKind, Prescription, Program, Role, Session, SetTarget, WeekSets
from dorsi.rules import standards
from dorsi.units import from_kg, to_kg

_LOADED = (
    Loading.EXTERNAL,
    Loading.BODYWEIGHT_PLUS,
    Loading.BODYWEIGHT_MINUS,
    Loading.BODYWEIGHT_SHARE,
    Loading.DISTANCE,
)


class Builder:
    """Builds the blocks of one session."""

    def __init__(
        self,
        base: Session,
        week: int,
        state: CoachState,
        plan: Adopted,
        athlete: Athlete,
        modifiers: Modifiers,
        on: date,
    ) -> None:
        self.base, self.week, self.state, self.plan = base, week, state, plan
        self.athlete, self.modifiers, self.on = athlete, modifiers, on
        self.atlas: Atlas = plan.atlas
        self.slots = slots_of(base, week, state, athlete, modifiers, on, plan.atlas)
        self.work = [slot for slot in self.slots if slot.item.role is Role.WORK]
        self.trimmed: dict[str, int] = {}
        self.loads = {slot.place: self._load(slot) for slot in self.work}
        self.too_heavy = {place for place, load in self.loads.items() if load.too_heavy}
        self.slots = tuple(slot for slot in self.slots if slot not in self._beyond())
        self.work = [slot for slot in self.work if slot.place not in self.too_heavy]

    def _beyond(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.work if slot.place in self.too_heavy)

    def fitted(self) -> tuple[tuple[PlannedBlock, ...], Session, float]:
        """The blocks, the session they make and its minutes; sets of the last exercises go where time runs out."""
        limit = max(self.athlete.minutes, self._planned_minutes())
        while True:
            blocks = self.blocks()
            session = self.session(blocks)
            minutes = _minutes(session, self.atlas)
            spare = [slot for slot in self.work[1:] if self._target(slot).sets > 1]
            if minutes <= limit + 0.5 or not spare:
                return blocks, session, minutes
            self.trimmed[spare[-1].place] = self.trimmed.get(spare[-1].place, 0) + 1

    def _planned_minutes(self) -> float:
        view = self.plan.views.get((self.week, self.base.id))
        return 0.0 if view is None else view.minutes

    def blocks(self) -> tuple[PlannedBlock, ...]:
        """The session's blocks in running order, warm-ups before their lift."""
        found: list[PlannedBlock] = []
        warmed: set[str] = set()
        leads = True
        members: dict[int, list[PlannedItem]] = {}
        for slot in self.slots:
            item = self._item(slot, warmed, leads=leads)
            if item is None:
                continue
            if item.role is Role.WARMUP and has_ramp(item.exercise):
                leads = False
            members.setdefault(slot.block, []).append(item)
        kinds = {slot.block: slot.kind for slot in self.slots}
        for index, items in members.items():
            kind = kinds[index] if len(items) > 1 else BlockKind.SINGLE
            kind = BlockKind.SUPERSET if kind is BlockKind.TRISET and len(items) == 2 else kind
            found.append(PlannedBlock(kind=kind, items=tuple(items)))
        return tuple(found)

    def _item(self, slot: Slot, warmed: set[str], *, leads: bool) -> PlannedItem | None:
        if slot.item.role is Role.WORK:
            return self._work_item(slot)
        if slot.item.role is Role.WARMUP:
            return self._warm_up(slot, warmed, leads=leads)
        return self._as_written(slot)

    def _warm_up(self, slot: Slot, warmed: set[str], *, leads: bool) -> PlannedItem | None:
        """A warm-up follows its lift: in load where that is known, to another exercise where that took the place."""
        lift = next((work for work in self.work if work.planned is slot.exercise), None)
        if lift is None:
            planned = {item.exercise for block in self.base.blocks for item in block.items if item.role is Role.WORK}
            return None if slot.exercise.id in planned else self._as_written(slot)
        if lift.exercise.id in warmed:
            return None
        warmed.add(lift.exercise.id)
        load = self.loads[lift.place].load_kg
        if has_ramp(lift.exercise) and load is not None:
            sets = ramp_sets(lift.exercise, load, self.athlete, leads=leads)
            return PlannedItem(slot=slot.place, role=Role.WARMUP, exercise=lift.exercise, sets=sets) if sets else None
        if lift.exercise is slot.exercise:
            return self._as_written(slot)
        light = PlannedSet(role=Role.WARMUP, reps=(8, 8), light=True, rest_s=60)
        return PlannedItem(slot=slot.place, role=Role.WARMUP, exercise=lift.exercise, sets=(light,))

    def _as_written(self, slot: Slot) -> PlannedItem:
        item = slot.item
        sets = []
        for target in item.targets(self.week):
            load = _own_kg(target)
            one = PlannedSet(
                role=item.role,
                reps=target.reps,
                to_max=target.to_max,
                seconds=target.seconds,
                metres=target.metres,
                reserve=target.rir,
                load_kg=load,
                light=target.load is not None and target.load.kind is LoadKind.LIGHT,
                plates_kg=() if load is None else plates_per_side(load, slot.exercise, self.athlete),
                rest_s=_rest(item, self._block(slot), slot.exercise),
            )
            sets += [one] * target.sets[1]
        decisions: tuple[Decision, ...] = ()
        first_try = False
        if item.role is Role.TEST and slot.exercise.family == "pull-up":
            best = self.athlete.max_pull_ups
            first_try = best == 0
            known = f"Your best so far is {best}. " if best else ""
            says = (
                f"{known}One honest try, fresh. After eight in two sessions running, or ten in one, "
                "you train full pull-ups in sets."
            )
            decisions = (Decision(rule="LAD101", says=says),)
        return PlannedItem(
            slot=slot.place, role=item.role, exercise=slot.exercise, sets=tuple(sets), tempo=item.tempo,
            note=item.note, decisions=decisions, first_try=first_try,
        )  # fmt: skip

    def _load(self, slot: Slot) -> Load:
        """What is lifted in a place of work today."""
        target = self._target(slot)
        lift = series_of(slot.exercise.id, self.state.lifts, straps=slot.item.straps)
        first = slot.item.targets(self.week)[0]
        stated = _own_kg(first)
        if _share(first) is not None and lift is not None and lift.last is not None:
            stated, lift = self._share_kg(slot, first), None
        return progressed(
            slot.exercise, lift, target, stated, self.athlete, self.modifiers, self.atlas, self.on,
            amber=slot.amber,
        )  # fmt: skip

    def _share_kg(self, slot: Slot, line: SetTarget) -> float | None:
        """The load that a share of the maximum comes to, from the last estimate; None where there is none."""
        lift, share = series_of(slot.exercise.id, self.state.lifts, straps=slot.item.straps), _share(line)
        if lift is None or lift.last is None or not lift.last.e1rm_kg or share is None:
            return None
        body = body_kg(slot.exercise, self.athlete.body_mass_kg)
        return reachable(lift.last.e1rm_kg * share * self.modifiers.load - body, slot.exercise, self.athlete)

    def _line_kg(self, slot: Slot, line: SetTarget, load: Load) -> float | None:
        """The load of one line among lines that differ: its own share, or as far above the first as it is written."""
        first = slot.item.targets(self.week)[0]
        if _share(line) is not None:
            return self._share_kg(slot, line)
        own, lead = _own_kg(line), _own_kg(first)
        if load.load_kg is None or own is None or not lead:
            return load.load_kg
        return reachable(load.load_kg * own / lead, slot.exercise, self.athlete)

    def _target(self, slot: Slot) -> Target:
        """Range, reserve and number of sets, after what bends the session."""
        targets = slot.item.targets(self.week)
        spans = [span for t in targets if (span := t.reps or t.seconds or t.metres) is not None]
        amount = (min(s[0] for s in spans), min(s[1] for s in spans)) if spans else (1, 1)
        if not spans and any(t.to_max for t in targets):
            amount = standards.rep_range(slot.exercise, self.athlete)
        amount = asked_amount(slot.exercise, amount, self.athlete.max_pull_ups)
        reserves = [t.rir for t in targets if t.rir is not None]
        hardest, easiest = (
            reserves[0] if reserves else tuple(map(float, standards.rir_range(slot.exercise, self.athlete)))
        )
        least = max(self.modifiers.reserve, 4.0 if slot.amber else 0.0)
        hardest, easiest = max(hardest, least), max(easiest, least)
        count = sum(t.sets[1] for t in targets)
        count = max(1, count + self._volume(slot))
        share = self.modifiers.sets
        if self._undiminished(slot):
            share = min(share, DELOAD_SETS)
        if share < 1:
            lead = bool(self.work) and slot.place == self.work[0].place
            exact = count * share
            count = max(1, math.ceil(exact - 1e-9) if lead else math.floor(exact + 1e-9))
        count = max(1, count - self.trimmed.get(slot.place, 0))
        return Target(amount=amount, reserve=(hardest, easiest), sets=count)

    def _undiminished(self, slot: Slot) -> bool:
        """True in a deload week of the programme that asks for the same as the week before."""
        own = self.modifiers.eased and self.week in self.plan.program.deload_weeks
        return own and slot.item.targets(self.week) == slot.item.targets(self.week - 1)

    def _work_item(self, slot: Slot) -> PlannedItem:
        load, target = self.loads[slot.place], self._target(slot)
        exercise, item = slot.exercise, slot.item
        lines = [line for line in item.targets(self.week) for _ in range(line.sets[1])]
        lines = [lines[min(index, len(lines) - 1)] for index in range(target.sets)]
        alike = len({(line.reps, line.to_max, line.seconds, line.metres, line.load) for line in lines}) == 1
        rest = _rest(item, self._block(slot), exercise)
        tables = {
            last: contingencies(load, exercise, self.athlete, target.reserve, last=last) for last in (False, True)
        }
        sets = []
        for index, line in enumerate(lines):
            timed, carried = exercise.loading is Loading.TIME, exercise.loading is Loading.DISTANCE
            counted = not timed and not carried
            to_max = line.to_max and not self.modifiers.no_max and not slot.amber and counted
            kg = load.load_kg if alike else self._line_kg(slot, line, load)
            amount = load.amount if alike else line.reps or line.seconds or line.metres or load.amount
            aim = load.aims[index] if alike and index < len(load.aims) else amount[1]
            sets.append(
                PlannedSet(
                    role=Role.WORK,
                    reps=amount if counted and not to_max else None,
                    to_max=to_max,
                    seconds=amount if timed else None,
                    metres=amount if carried else None,
                    reserve=target.reserve if counted and not to_max else None,
                    load_kg=kg if exercise.loading in _LOADED else None,
                    aim=None if to_max else aim,
                    plates_kg=() if kg is None else plates_per_side(kg, exercise, self.athlete),
                    rest_s=rest,
                    contingencies=tables[index == target.sets - 1] if alike and counted and not to_max else (),
                )
            )
        lift = series_of(exercise.id, self.state.lifts, straps=item.straps)
        return PlannedItem(
            slot=slot.place,
            role=Role.WORK,
            exercise=exercise,
            sets=tuple(sets),
            planned=slot.planned.id if slot.planned is not exercise else "",
            tempo=item.tempo,
            straps=item.straps,
            note=item.note if load.load_kg is None or not load.decisions else "",
            cap_kg=_highest(load.cap_kg, sets),
            last=_last_words(lift.last, exercise, self.athlete, self.on) if lift and lift.last else "",
            decisions=(
                *slot.decisions,
                *load.decisions,
                *self._volume_decision(slot),
                *self._straps(slot),
                *self._trim(slot),
            ),
        )

    def _volume(self, slot: Slot) -> int:
        """The set that a lift gets fewer which has stalled whatever was tried."""
        lift = series_of(slot.exercise.id, self.state.lifts, straps=slot.item.straps)
        return 0 if lift is None or self.modifiers.eased else lift.volume

    def _volume_decision(self, slot: Slot) -> tuple[Decision, ...]:
        change = self._volume(slot)
        if not change:
            return ()
        says = "The lift has not moved for a while: one set fewer than planned, to see what it answers to."
        return (Decision(rule="STL103", says=says, by_sets=change),)

    def _straps(self, slot: Slot) -> tuple[Decision, ...]:
        if not slot.item.straps:
            return ()
        return (Decision(rule="EFF102", says="With straps: compared with your strapped sets only."),)

    def _trim(self, slot: Slot) -> tuple[Decision, ...]:
        fewer = self.trimmed.get(slot.place, 0)
        if not fewer:
            return ()
        says = f"{fewer} set{'s' * (fewer > 1)} fewer, so that the session fits your {self.athlete.minutes} minutes."
        return (Decision(rule="SCH106", says=says, by_sets=-fewer),)

    def _block(self, slot: Slot) -> Block:
        return self.base.blocks[slot.block]

    def dropped(self) -> Iterable[Decision]:
        """What of the planned work has no place today."""
        kept = {slot.place for slot in self.slots}
        for index, block in enumerate(self.base.blocks):
            for member, item in enumerate(block.items):
                place = f"{index + 1}" + ("" if block.kind is BlockKind.SINGLE else "abc"[member])
                if item.role is Role.WORK and item.targets(self.week) and place not in kept:
                    exercise = self.atlas.exercises[item.exercise]
                    if place in self.too_heavy:
                        says = f"{exercise.short} is left out today: even the lightest load is too heavy for now."
                        yield Decision(rule="PRG104", says=says)
                        continue
                    says = f"{exercise.short} is left out today: nothing that takes its place would spare you."
                    yield Decision(rule="HRT102", says=says)

    def session(self, blocks: tuple[PlannedBlock, ...]) -> Session:
        """The same session as a programme session, so that any rule can check it."""
        made = []
        written = {(slot.place, slot.item.role): slot for slot in self.slots}
        for block in blocks:
            items = tuple(self._prescription(item, written.get((item.slot, item.role))) for item in block.items)
            made.append(Block(kind=block.kind, items=items, rest_s=None))
        return replace(self.base, blocks=tuple(made), weeks=None)

    def _prescription(self, item: PlannedItem, slot: Slot | None) -> Prescription:
        targets: list[SetTarget] = []
        for one in item.sets:
            target = SetTarget(
                sets=(1, 1), reps=one.reps, to_max=one.to_max, seconds=one.seconds, metres=one.metres,
                rir=one.reserve, load=_program_load(one, item.exercise, self.athlete),
            )  # fmt: skip
            if targets and replace(targets[-1], sets=(1, 1)) == target:
                count = targets[-1].sets[0] + 1
                targets[-1] = replace(target, sets=(count, count))
            else:
                targets.append(target)
        rest = slot.item.rest_s if slot is not None else None
        return Prescription(
            exercise=item.exercise.id, sets=(WeekSets(weeks=None, targets=tuple(targets)),), role=item.role,
            rest_s=rest, tempo=item.tempo, straps=item.straps, methods=slot.item.methods if slot is not None else (),
        )  # fmt: skip


def _minutes(session: Session, atlas: Atlas) -> float:
    """How long a session takes, laid out the way programmes are."""
    return evaluate(Program(name="", weeks=1, sessions=(session,)), atlas).weeks[0].sessions[0].minutes


def _share(target: SetTarget) -> float | None:
    """The share of the maximum that a line asks for, 0 to 1; None where it asks for none."""
    load = target.load
    return sum(load.percent) / 200 if load is not None and load.kind is LoadKind.PERCENT and load.percent else None


def _highest(cap_kg: float | None, sets: Iterable[PlannedSet]) -> float | None:
    """The limit of the item: that of its progression, or the heaviest line where lines differ."""
    loads = [one.load_kg for one in sets if one.load_kg is not None]
    return max(cap_kg, *loads) if cap_kg is not None and loads else cap_kg


def _own_kg(target: SetTarget) -> float | None:
    """The load a programme's line names in kilograms; None where it names none."""
    load = target.load
    return load.kg if load is not None and load.kind in (LoadKind.MASS, LoadKind.BODYWEIGHT) else None


def _program_load(one: PlannedSet, exercise: Exercise, athlete: Athlete) -> program_model.Load | None:
    if one.light:
        return program_model.Load(kind=LoadKind.LIGHT)
    if one.load_kg is None:
        return None
    kind = LoadKind.MASS if exercise.loading in (Loading.EXTERNAL, Loading.DISTANCE) else LoadKind.BODYWEIGHT
    typed = round(from_kg(one.load_kg, athlete.units), 2)
    return program_model.Load(kind=kind, kg=to_kg(typed, athlete.units), typed=typed, unit=athlete.units)


def _rest(item: Prescription, block: Block, exercise: Exercise) -> int:
    stated = item.rest_s or block.rest_s
    return round(sum(stated) / 2) if stated is not None else round(rest_seconds(exercise, item.role))


def _last_words(last: Exposure, exercise: Exercise, athlete: Athlete, on: date) -> str:
    days = (on - last.on).days
    when = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    return f"{exposure_words(last, exercise, athlete)} ({when})"
