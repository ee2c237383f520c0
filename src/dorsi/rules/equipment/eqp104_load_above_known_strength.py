"""EQP104: a stated load beyond what the athlete's known set says is possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.athlete.loads import has_steps, reachable
from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Grade, Loading
from dorsi.program.evaluate import Entry
from dorsi.program.model import Load, LoadKind, Role, SetTarget
from dorsi.program.notation import format_sets
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, SetValue, Severity
from dorsi.rules.scopes import EntryRule
from dorsi.units import MassUnit, from_kg, mass

REPS_PER_MAX = 30.0
"""Epley's formula: each repetition in a set to failure adds a thirtieth of the load. Source: Epley85."""
MOST_REPS = 12
"""Sets of more repetitions than this, reserve included, say too little about strength (heuristic)."""
TOO_FAR = 1.10
"""No load is planned more than a tenth above what is known. Source: ACSM09 (steps of 2-10 %)."""
FAR = 1.05
"""Above this the plan asks for more than the estimate's own uncertainty (heuristic)."""


class LoadAboveKnownStrength(EntryRule):
    """Flags sets that would take more strength than the athlete has shown."""

    code = "EQP104"
    slug = "load-above-known-strength"
    name = "Load beyond your known strength"
    severity = Severity.ERROR
    confidence = Grade.MODERATE
    references = ("ACSM09", "Epley85", "Halperin22", "Nuzzo24")
    checks = (
        "Where you gave a set you know, no planned set of the same exercise takes more strength than that set "
        "shows: over 5 % more is a warning, over 10 % an error."
    )
    why = (
        "Loads are best raised by 2 to 10 % at a time, once the target has been beaten. Estimates of a maximum "
        "are themselves off by about 5 %, so a tenth above is a plan to miss repetitions or lose form."
    )
    limits = (
        "It compares Epley estimates from sets of up to 12 repetitions, taking the fewest repetitions and the "
        "least reserve the plan allows. It does not know whether your set was with straps or on another machine."
    )
    bad = """\
dorsi: program/1
name: A leap
weeks: 4
athlete:
  age: 26
  body_mass: 78
  training_age_months: 14
  known_set: [{exercise: deadlift, load: 100, reps: 5, rir: 1}]
sessions:
  - id: pull
    blocks:
      - {exercise: deadlift, sets: 3 x 5 @ 120 kg, rest: 4 min}
"""
    good = """\
dorsi: program/1
name: A step
weeks: 4
athlete:
  age: 26
  body_mass: 78
  training_age_months: 14
  known_set: [{exercise: deadlift, load: 100, reps: 5, rir: 1}]
sessions:
  - id: pull
    blocks:
      - {exercise: deadlift, sets: 3 x 5 @ 102.5 kg, rest: 4 min}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """The hardest set of the prescription, if it asks for too much."""
        athlete = case.athlete
        if athlete is None or entry.role not in (Role.WORK, Role.TEST):
            return
        known = athlete.known_set(entry.exercise.id)
        if known is None or known.reps + known.rir > MOST_REPS:
            return
        base = _body_share(entry.exercise, athlete)
        shown = _epley(base + known.load_kg, known.reps, known.rir)
        demands = [(d, t) for t in entry.targets if (d := _demand(t, base)) is not None]
        if not demands or shown <= 0:
            return
        asked, hardest = max(demands, key=lambda pair: pair[0])
        if asked <= shown * FAR or hardest.load is None:
            return
        units = athlete.units
        fix = self._fix(entry, athlete, shown, base)
        yield self.finding(
            entry.place(),
            f"{_load_words(hardest.load, units)} for {_reps(hardest)} in {entry.exercise.short} takes a maximum of "
            f"about {_whole(asked, units)}{', your own weight included' if base else ''}: {asked / shown - 1:.0%} "
            f"above the {_whole(shown, units)} that your known set stands for.",
            "Start from the load of your known set and let the log earn the increase.",
            severity=Severity.ERROR if asked > shown * TOO_FAR else Severity.WARNING,
            numbers={
                "load kg": round(hardest.load.kg, 2),
                "implied maximum kg": round(asked, 1),
                "known maximum kg": round(shown, 1),
            },
            fix=fix,
        )

    def _fix(self, entry: Entry, athlete: Athlete, shown: float, base: float) -> Fix | None:
        if len(entry.prescription.sets) > 1:
            return None
        lowered = tuple(_lowered(target, entry.exercise, athlete, shown, base) for target in entry.targets)
        if any(target is None for target in lowered):
            return None
        text = format_sets(tuple(target for target in lowered if target is not None))
        return Fix(
            says="Lower the load to what your known set supports.",
            edits=(SetValue(path=(*entry.path, "sets"), value=text),),
        )


def _epley(load_kg: float, reps: float, rir: float) -> float:
    """The one-repetition maximum a set stands for; a single to failure is its own load. Source: Epley85."""
    to_failure = reps + rir
    return load_kg if to_failure <= 1 else load_kg * (1 + to_failure / REPS_PER_MAX)


def _body_share(exercise: Exercise, athlete: Athlete) -> float:
    """How much of the body is lifted besides the stated load, in kilograms."""
    if exercise.loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS):
        return athlete.body_mass_kg
    if exercise.loading is Loading.BODYWEIGHT_SHARE:
        return athlete.body_mass_kg * (exercise.bodyweight_share or 0.0)
    return 0.0


def _least(target: SetTarget) -> tuple[float, float] | None:
    """Fewest repetitions and least reserve the target allows; None if it counts no repetitions."""
    reps = target.reps[0] if target.reps else (1 if target.to_max else None)
    rir = target.rir[0] if target.rir else 0.0
    return None if reps is None or reps + rir > MOST_REPS else (reps, rir)


def _demand(target: SetTarget, base: float) -> float | None:
    least = _least(target)
    if least is None or target.load is None or target.load.kind not in (LoadKind.MASS, LoadKind.BODYWEIGHT):
        return None
    return _epley(base + target.load.kg, *least)


def _reps(target: SetTarget) -> str:
    least = _least(target)
    count = int(least[0]) if least else 1
    return f"{count} rep{'' if count == 1 else 's'}"


def _load_words(load: Load, units: MassUnit) -> str:
    return mass(load.kg, units) if load.kg >= 0 else f"{mass(-load.kg, units)} of help"


def _whole(mass_kg: float, units: MassUnit) -> str:
    """An estimate, in whole units: more digits would promise too much."""
    return f"{round(from_kg(mass_kg, units))} {units.value}"


def _lowered(target: SetTarget, exercise: Exercise, athlete: Athlete, shown: float, base: float) -> SetTarget | None:
    """The target with the highest load that the known set supports; None if no such load exists."""
    demand, least = _demand(target, base), _least(target)
    if demand is None or least is None or target.load is None or demand <= shown * FAR:
        return target
    supported = (base + target.load.kg) * shown / demand - base
    made = reachable(supported, exercise, athlete) if has_steps(exercise, athlete, supported) else supported
    if made is None:
        return None
    typed = round(from_kg(made, athlete.units), 2)
    return replace(target, load=Load(kind=target.load.kind, kg=made, typed=typed, unit=athlete.units))
