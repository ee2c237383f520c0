"""Variation between cycles: main lifts stay, accessories give way to kindred exercises, grips go closer step by step.

Source: claims C35, A12; Kassiano22 for leaving the main lifts alone. How alike two exercises are is a heuristic.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, GripWidth, Kind, Level, Loading, Pattern
from dorsi.planner.targets import planned_tempo, target_for
from dorsi.program.evaluate import SessionView, WeekView, evaluate
from dorsi.program.model import Block, Load, LoadKind, Prescription, Program, Role, Session, SetTarget, WeekSets
from dorsi.rules import standards
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Severity
from dorsi.rules.order.priority import is_free_pull, is_heavy_hinge
from dorsi.rules.selection.similarity import WIDTH_STEPS, similarity

CHOICES = 3
"""Exercises that take turns in one place over the cycles, the programme's own first (heuristic)."""
TURNS = math.lcm(*range(1, CHOICES + 1))
"""Cycles after which the programme is what it was at first: so many places of up to CHOICES exercises come round."""
_COUNTED = {Loading.TIME: 1, Loading.DISTANCE: 2}


def varied(program: Program, cycle: int, athlete: Athlete, atlas: Atlas) -> Program:
    """The programme of that cycle; the first is as written."""
    if cycle == 1:
        return program
    mains = _mains(program, atlas)
    sessions = tuple(_varied_session(s, cycle, mains, athlete, atlas) for s in program.sessions)
    return replace(program, sessions=sessions)


def _mains(program: Program, atlas: Atlas) -> frozenset[str]:
    """The first compound lift of each session: what stays so that progress can be seen."""
    weeks: tuple[WeekView, ...] = evaluate(program, atlas).weeks
    views: Iterator[SessionView] = (view for week in weeks for view in week.sessions)
    leads = (
        next((e.exercise.id for e in view.work if e.role is Role.WORK and e.exercise.kind is Kind.COMPOUND), "")
        for view in views
    )
    return frozenset(leads) - {""}


def _varied_session(session: Session, cycle: int, mains: frozenset[str], athlete: Athlete, atlas: Atlas) -> Session:
    present = [atlas.exercises[i.exercise] for b in session.blocks for i in b.items if i.role is Role.WORK]
    instead: dict[str, str] = {}
    for exercise in present:
        if exercise.id in mains or not exercise.is_work or exercise.family == "pull-up":
            continue
        others = [e for e in present if e is not exercise]
        others += [atlas.exercises[new] for new in instead.values()]
        choices = (exercise, *kindred(exercise, others, athlete, atlas)[: CHOICES - 1])
        instead[exercise.id] = choices[(cycle - 1) % len(choices)].id
    blocks = tuple(_varied_block(block, instead, athlete, atlas) for block in session.blocks)
    return replace(session, blocks=blocks)


def _varied_block(block: Block, instead: dict[str, str], athlete: Athlete, atlas: Atlas) -> Block:
    items = []
    for item in block.items:
        new = instead.get(item.exercise, item.exercise)
        if new == item.exercise:
            items.append(item)
        elif item.role is Role.WORK:
            items.append(with_exercise(item, atlas.exercises[new], athlete))
        else:
            items.append(_warm_up_of(item, new))
    return replace(block, items=tuple(items))


def _warm_up_of(item: Prescription, exercise: str) -> Prescription:
    """A warm-up that goes along with its lift; loads in kilograms were the old lift's and are left out."""
    sets = tuple(
        WeekSets(weeks=entry.weeks, targets=tuple(_without_mass(target) for target in entry.targets))
        for entry in item.sets
    )
    return replace(item, exercise=exercise, sets=sets, note="")


def _without_mass(target: SetTarget) -> SetTarget:
    named = target.load is not None and target.load.kind in (LoadKind.MASS, LoadKind.BODYWEIGHT)
    return replace(target, load=Load(kind=LoadKind.LIGHT)) if named else target


def with_exercise(item: Prescription, exercise: Exercise, athlete: Athlete) -> Prescription:
    """The prescription for another exercise: as many sets, in its own range, without the load of the old one."""
    sets = tuple(
        WeekSets(weeks=entry.weeks, targets=tuple(_fitted(t, exercise, athlete) for t in entry.targets))
        for entry in item.sets
    )
    return replace(
        item, exercise=exercise.id, sets=sets, tempo=planned_tempo(exercise, athlete), methods=(), note="",
        rest_s=standards.rest_range(exercise, athlete), straps=item.straps and is_heavy_hinge(exercise),
    )  # fmt: skip


def _fitted(target: SetTarget, exercise: Exercise, athlete: Athlete) -> SetTarget:
    own = target_for(exercise, athlete, target.sets[1])
    if own.rir is None:
        return replace(own, sets=target.sets)
    floor = own.rir[0] if target.rir is None else max(target.rir[0], float(standards.rir_floor(exercise, athlete)))
    easiest = own.rir[1] if target.rir is None else target.rir[1]
    return replace(own, sets=target.sets, rir=(floor, max(floor, easiest)))


def kindred(
    exercise: Exercise, others: list[Exercise] | tuple[Exercise, ...], athlete: Athlete, atlas: Atlas
) -> tuple[Exercise, ...]:
    """Exercises that could take its place beside `others`, the most alike first.

    Same pattern, counted in the same unit, nothing against them for the athlete, no more load on the spine, no
    more skill, and no near-duplicate of another exercise of the session. Vertical pulls prefer the next
    narrower grip; the wide one comes last, and never for beginners.
    """
    found = [
        other
        for other in atlas.exercises.values()
        if other.id != exercise.id
        and other.pattern is exercise.pattern
        and other.is_work
        and other.kind is exercise.kind
        and _COUNTED.get(other.loading) == _COUNTED.get(exercise.loading)
        and other.axial.rank <= max(exercise.axial.rank, Amount.LOW.rank)
        and other.skill.rank <= max(exercise.skill.rank, Amount.LOW.rank)
        and is_free_pull(other) <= is_free_pull(exercise)
        and (other.loading is Loading.BODYWEIGHT_PLUS) <= (exercise.loading is Loading.BODYWEIGHT_PLUS)
        and suits(other, athlete)
        and not (other.grip_width is GripWidth.WIDE and athlete.level is Level.BEGINNER)
        and all(other.id != o.id and similarity(other, o) is not Severity.WARNING for o in others)
    ]
    return tuple(sorted(found, key=lambda other: (_grip_step(exercise, other), unlikeness(exercise, other), other.id)))


def _grip_step(old: Exercise, new: Exercise) -> int:
    """0 for the next narrower grip of a vertical pull, more for others; 0 throughout for other patterns."""
    if old.pattern is not Pattern.VERTICAL_PULL or old.grip_width is None or new.grip_width is None:
        return 0
    step = WIDTH_STEPS.index(old.grip_width) - WIDTH_STEPS.index(new.grip_width)
    return 0 if step == 1 else 1 if step >= 0 else 2 - step


def unlikeness(one: Exercise, other: Exercise) -> float:
    """How differently two exercises spread the work over the muscles; 0 for the same spread."""
    muscles = {*one.muscles, *other.muscles}
    return sum(abs(one.muscles.get(m, 0.0) - other.muscles.get(m, 0.0)) for m in muscles)
