"""From a choice of exercises to what a lifter reads: warm-ups, sets, loads, rests and notes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from dorsi.athlete.loads import reachable
from dorsi.athlete.model import Athlete
from dorsi.athlete.strength import estimated_max_kg, load_for_kg, share_of_max
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, ExternalKind, Loading, Pattern
from dorsi.planner.mesocycle import Span
from dorsi.planner.targets import planned_tempo, target_for, too_easy
from dorsi.planner.timing import (
    STRETCH_FROM_MINUTES,
    cardio_seconds,
    needs_ramp,
    wants_trunk_work,
)
from dorsi.program.model import Block, BlockKind, Load, LoadKind, Prescription, Role, SetTarget, WeekSets
from dorsi.program.notation import parse_sets
from dorsi.rules import standards
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.gates.pull_ups import WORK_SETS_FROM
from dorsi.rules.order.priority import is_heavy_hinge
from dorsi.rules.warmup.ramp import FULL_RAMP, LIGHT_BELOW, Steps, ramp_steps
from dorsi.units import MassUnit, from_kg, number, to_kg

DELOAD_RIR = 4.0
_CARDIO = ("row-ergometer", "stationary-bike", "treadmill-walk", "brisk-march")
_UPPER_PREPARATION = ("pulldown-medium", "band-pulldown", "scapular-hang", "band-pull-apart", "cat-camel")
_LUMBAR_PREPARATION = ("back-extension-45", "bird-dog")
PREPARATIONS = frozenset({*_UPPER_PREPARATION, *_LUMBAR_PREPARATION})
"""Exercises that may open a session as preparation."""
_STRETCHES = ("lat-stretch-kneeling", "childs-pose")


def single(item: Prescription) -> Block:
    """A block of one exercise."""
    return Block(kind=BlockKind.SINGLE, items=(item,))


def opening(work: tuple[Exercise, ...], athlete: Athlete, atlas: Atlas) -> Iterator[Block]:
    """General warm-up and preparation before the first lift. Source: claims A14, C30, D19."""
    cardio = next((atlas.exercises[c] for c in _CARDIO if suits(atlas.exercises[c], athlete)), None)
    if cardio is not None:
        yield single(_item(cardio, Role.CARDIO, f"1 x {round(cardio_seconds(athlete) / 60)} min"))
    lumbar = any(e.axial.rank >= Amount.MEDIUM.rank for e in work)
    wanted = _LUMBAR_PREPARATION if lumbar else _UPPER_PREPARATION
    first = work[0].id
    for exercise_id in (*wanted, *_UPPER_PREPARATION):
        exercise = atlas.exercises[exercise_id]
        if suits(exercise, athlete) and exercise_id != first:
            yield single(_item(exercise, Role.WARMUP, _preparation_sets(exercise)))
            return


def _preparation_sets(exercise: Exercise) -> str:
    if exercise.loading is Loading.TIME:
        return "1 x 30 s"
    if exercise.pattern is Pattern.VERTICAL_PULL:
        return "1 x 15 light"
    return "1 x 10 light" if exercise.loading is not Loading.BODYWEIGHT else "1 x 8"


def warm_up(exercise: Exercise, athlete: Athlete, *, leads: bool) -> Iterator[Block]:
    """The exercise's own warm-up sets: a ramp before heavy lifts and the main lift. Source: evidence on RibeiroB20."""
    if not (leads or needs_ramp(exercise)):
        return
    if exercise.loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_SHARE, Loading.BODYWEIGHT_MINUS):
        yield single(_item(exercise, Role.WARMUP, "1 x 3-5 @ RIR 5", note=_EASY_BODYWEIGHT.get(exercise.loading, "")))
        return
    if exercise.loading is not Loading.EXTERNAL:
        return
    work = planned_load(exercise, athlete)
    steps = ramp(exercise, athlete, leads=leads)
    groups = []
    for part, count in steps:
        if work is None:
            groups.append(f"{count} @ {round(part * 100)}%")
            continue
        load = reachable(work * part, exercise, athlete)
        text = "" if load is None else f"@ {number(from_kg(load, athlete.units))} {athlete.units.value}"
        if text and not (groups and groups[-1].endswith(text)):
            groups.append(f"{count} {text}")
    note = (
        "" if work is not None else "Until you know your work load: start with the lightest and go up in these steps."
    )
    yield single(_item(exercise, Role.WARMUP, "; ".join(groups) or f"{min(2, len(steps))} x 8 light", note=note))


def ramp(exercise: Exercise, athlete: Athlete, *, leads: bool) -> Steps:
    """The warm-up steps: the full ramp before a heavy free lift, two before one later on, else one or two."""
    (low, high), (hard, easy) = standards.rep_range(exercise, athlete), standards.rir_range(exercise, athlete)
    share = share_of_max((low + high) / 2 + (hard + easy) / 2)
    if needs_ramp(exercise):
        return ramp_steps(max(share, LIGHT_BELOW), first_lift=True) if leads else FULL_RAMP[1:]
    return ramp_steps(share, leads)[:2]


_EASY_BODYWEIGHT = {
    Loading.BODYWEIGHT_PLUS: "Easy reps without added weight, or with a foot on a box.",
    Loading.BODYWEIGHT_MINUS: "Easy reps with clearly more assistance than in the work sets.",
    Loading.BODYWEIGHT_SHARE: "Easy reps, body more upright than in the work sets.",
}


def work_item(
    exercise: Exercise,
    athlete: Athlete,
    sets: dict[frozenset[int] | None, int],
    span: Span,
    *,
    leads: bool,
    deloads: bool = True,
) -> Prescription:
    """The work sets of an exercise; `sets` maps weeks (None: all training weeks of the block) to a number of sets.

    A deload keeps half of them, rounded up for the main lift and down for others. Source: Bell23 for the
    idea, the number is a heuristic.
    """
    entries = []
    deload = frozenset(span.deload) if deloads else frozenset()
    for weeks, count in sets.items():
        named = frozenset(span.training) if weeks is None and deload else weeks
        entries.append(WeekSets(weeks=named, targets=(_target(exercise, athlete, count),)))
    if deload:
        half = max(sets.values()) / 2
        kept = max(1, math.ceil(half) if leads else math.floor(half))
        entries.append(WeekSets(weeks=deload, targets=(_deload_target(exercise, athlete, kept),)))
    load = planned_load(exercise, athlete)
    return Prescription(
        exercise=exercise.id,
        sets=tuple(entries),
        rest_s=standards.rest_range(exercise, athlete),
        tempo=planned_tempo(exercise, athlete),
        straps=wants_straps(exercise, athlete),
        note=_load_note(exercise, athlete) if load is None else "",
    )


def wants_straps(exercise: Exercise, athlete: Athlete) -> bool:
    """True for the heaviest pulls of an athlete who uses straps and does not compete. Source: claim C34."""
    return athlete.straps and not athlete.powerlifter and is_heavy_hinge(exercise)


def attempt(athlete: Athlete, atlas: Atlas, span: Span | None = None) -> Iterator[Block]:
    """One attempt at pull-ups each session while fewer than eight are there; none in a deload. Source: claim A18."""
    exercise = atlas.exercises["pull-up-medium"]
    if not wants_attempt(exercise, athlete):
        return
    if athlete.max_pull_ups == 0:
        note = (
            "Rested, one clean try from a hang. If the chin stays below the bar, step up on a box and lower yourself "
            "once in 3-5 s: that counts as today's attempt. Never jump or kick."
        )
    else:
        note = "Rested, as many clean reps as come without kicking; stop before the first that would grind."
    hang = atlas.exercises["scapular-hang"]
    if suits(hang, athlete):
        yield single(_item(hang, Role.WARMUP, "1 x 5"))
    weeks = frozenset(span.training) if span is not None and span.deload else None
    item = _item(exercise, Role.TEST, "1 x max @ RIR 1", note=note, rest=(120, 120))
    yield single(replace(item, sets=(WeekSets(weeks=weeks, targets=item.sets[0].targets),)))


def wants_attempt(exercise: Exercise, athlete: Athlete) -> bool:
    """True if the athlete makes one attempt at pull-ups each session. Source: claim A18.

    Not in the first weeks of training, not where effort must stay moderate, not where the pull-up is unsuitable.
    """
    few = athlete.max_pull_ups is not None and athlete.max_pull_ups < WORK_SETS_FROM
    careful = athlete.tags & (standards.CAREFUL_TAGS | {"detrained", "under-18"})
    return few and not careful and athlete.age < standards.OLDER_FROM_AGE and suits(exercise, athlete)


def closing(athlete: Athlete, atlas: Atlas, *, trunk: bool) -> Iterator[Block]:
    """Trunk work while the trunk is made ready for hinges, and a stretch where there is time."""
    if trunk and wants_trunk_work(athlete):
        plank = atlas.exercises["plank"]
        if suits(plank, athlete):
            low, high = plank.reps
            yield single(
                _item(
                    plank,
                    Role.WORK,
                    f"2 x {low}-{high} s",
                    note="Getting the trunk ready for the deadlift.",
                    rest=(60, 60),
                )
            )
    if athlete.minutes >= STRETCH_FROM_MINUTES:
        for exercise_id in _STRETCHES:
            if suits(atlas.exercises[exercise_id], athlete):
                yield single(_item(atlas.exercises[exercise_id], Role.STRETCH, "1 x 20-30 s"))
                return


def planned_load(exercise: Exercise, athlete: Athlete) -> float | None:
    """The load to start with, reachable and rounded down, from the athlete's own known set; None without one.

    It is the load that should allow the lower half of the range at the planned effort, so that reps can
    grow before load does. The result is external load, or what is added to body mass.
    """
    known = athlete.known_set(exercise.id)
    if known is None or exercise.loading not in (Loading.EXTERNAL, Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS):
        return None
    maximum = estimated_max_kg(known, exercise, athlete)
    if maximum is None:
        return None
    low, high = standards.rep_range(exercise, athlete)
    rir = standards.rir_range(exercise, athlete)
    load = load_for_kg(maximum, low + (high - low) / 3, sum(rir) / 2, exercise, athlete)
    if exercise.loading is Loading.BODYWEIGHT_PLUS and load < 0:
        return None
    return reachable(load, exercise, athlete)


def _target(exercise: Exercise, athlete: Athlete, sets: int) -> SetTarget:
    target = target_for(exercise, athlete, sets)
    load = planned_load(exercise, athlete)
    if load is None or target.reps is None:
        return target
    kind = LoadKind.MASS if exercise.loading is Loading.EXTERNAL else LoadKind.BODYWEIGHT
    return SetTarget(sets=target.sets, reps=target.reps, rir=target.rir, load=_typed(kind, load, athlete))


def _deload_target(exercise: Exercise, athlete: Athlete, sets: int) -> SetTarget:
    target = _target(exercise, athlete, sets)
    rir = (DELOAD_RIR, DELOAD_RIR) if target.reps is not None else None
    return SetTarget(
        sets=target.sets, reps=target.reps, seconds=target.seconds, metres=target.metres, rir=rir, load=target.load
    )


def _typed(kind: LoadKind, load_kg: float, athlete: Athlete) -> Load:
    typed = round(from_kg(load_kg, athlete.units), 2)
    return Load(kind=kind, kg=to_kg(typed, athlete.units), typed=typed, unit=athlete.units)


def _load_note(exercise: Exercise, athlete: Athlete) -> str:
    """How to find a load that nobody knows yet."""
    if too_easy(exercise, athlete):
        return "Lower for four seconds and pause at the bottom, so that these reps are hard; add weight when you can."
    if exercise.loading is Loading.EXTERNAL and exercise.external_kind is ExternalKind.BAND:
        return "Find the band: one that lets you reach the top of the range with the reserve asked for."
    if exercise.loading is Loading.EXTERNAL:
        return (
            "Find the load: start light and add weight from set to set until the top of the range leaves the reserve "
            "asked for. That load is yours for next time."
        )
    if exercise.loading is Loading.BODYWEIGHT_MINUS:
        return "Find the assistance: as little as still allows the bottom of the range with the reserve asked for."
    if exercise.id == "pull-up-weighted":
        step = "2.5 kg" if athlete.units is MassUnit.KG else "5 lb"
        return f"Find the load: add {step} at a time until the top of the range leaves the reserve asked for."
    if exercise.family == "inverted-row":
        return "Set the height so that the top of the range leaves the reserve asked for; lower is harder."
    if exercise.family == "reverse-hyperextension":
        return "The legs alone to begin with; add a little at the ankles once the top of the range comes easily."
    if exercise.loading is Loading.BODYWEIGHT_SHARE:
        return "Body weight alone to begin with; hold a plate to the chest once the top of the range comes easily."
    if exercise.loading is Loading.DISTANCE:
        return "As heavy as you can carry the distance without leaning or hurrying."
    return ""


def _item(
    exercise: Exercise, role: Role, sets: str, *, note: str = "", rest: tuple[int, int] | None = None
) -> Prescription:
    return Prescription(
        exercise=exercise.id, role=role, sets=(WeekSets(weeks=None, targets=parse_sets(sets)),), note=note, rest_s=rest
    )
