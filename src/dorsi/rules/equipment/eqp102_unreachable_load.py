"""EQP102: a stated load that the athlete's plates, stack or dumbbells cannot make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.athlete.loads import has_steps, lightest, reachable
from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Grade
from dorsi.program.evaluate import Entry
from dorsi.program.model import Load, LoadKind, SetTarget
from dorsi.program.notation import format_sets
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, SetValue, Severity
from dorsi.rules.scopes import EntryRule
from dorsi.units import from_kg, mass

CLOSE_ENOUGH_KG = 0.05
"""Difference that comes from writing pounds or kilograms with two decimals, not from a missing plate."""


class UnreachableLoad(EntryRule):
    """Flags loads between or below the steps the equipment has."""

    code = "EQP102"
    slug = "unreachable-load"
    name = "Load you cannot put together"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    references = ("ACSM09",)
    checks = (
        "Each load given in kilograms or pounds, in warm-ups too, can be made with your bar, plates, stack, "
        "dumbbells or kettlebells."
    )
    why = (
        "A load that cannot be put together gets rounded in a hurry, usually upwards. Rounding down on paper "
        "keeps the session what it was meant to be."
    )
    limits = (
        "Plates are taken to be there in as many pairs as needed. Bands have no kilograms and are not checked, "
        "nor are percentages."
    )
    bad = """\
dorsi: program/1
name: Odd weights
weeks: 4
athlete:
  age: 28
  body_mass: 80
  training_age_months: 24
  equipment: {preset: full-gym, plates: [20, 10, 5, 2.5]}
sessions:
  - id: back
    blocks:
      - {warmup: barbell-row, sets: 6 @ 32 kg}
      - {exercise: barbell-row, sets: 4 x 6-8 @ 62.5 kg}
"""
    good = """\
dorsi: program/1
name: Weights that exist
weeks: 4
athlete:
  age: 28
  body_mass: 80
  training_age_months: 24
  equipment: {preset: full-gym, plates: [20, 10, 5, 2.5]}
sessions:
  - id: back
    blocks:
      - {warmup: barbell-row, sets: 6 @ 30 kg}
      - {exercise: barbell-row, sets: 4 x 6-8 @ 60 kg}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """One finding with all loads of the prescription that cannot be made."""
        athlete = case.athlete
        if athlete is None:
            return
        stated = [load.kg for target in entry.targets if (load := _stated(target)) is not None]
        wrong = [kg for kg in dict.fromkeys(stated) if not _can_make(kg, entry.exercise, athlete)]
        if not wrong:
            return
        nearest = {kg: reachable(kg, entry.exercise, athlete) for kg in wrong}
        too_light = [kg for kg in wrong if nearest[kg] is None]
        units = athlete.units
        listed = " and ".join(mass(kg, units) for kg in wrong)
        fix = None
        if too_light:
            least = lightest(entry.exercise, athlete)
            remedy = "Choose an easier exercise for this load" + (
                f", or start from {mass(least, units)} if that is light enough." if least else "."
            )
        else:
            lower = " and ".join(mass(kg, units) for kg in nearest.values() if kg is not None)
            remedy = f"Round down to {lower}."
            if len(entry.prescription.sets) == 1:
                targets = tuple(_rounded(target, entry.exercise, athlete) for target in entry.targets)
                edit = SetValue(path=(*entry.path, "sets"), value=format_sets(targets))
                fix = Fix(says=remedy, edits=(edit,))
        yield self.finding(
            entry.place(),
            f"Your equipment cannot make {listed} for {entry.exercise.short}.",
            remedy,
            numbers={"load kg": round(wrong[0], 2), "reachable kg": nearest[wrong[0]] or 0},
            fix=fix,
        )


def _stated(target: SetTarget) -> Load | None:
    load = target.load
    return load if load is not None and load.kind in (LoadKind.MASS, LoadKind.BODYWEIGHT) else None


def _can_make(load_kg: float, exercise: Exercise, athlete: Athlete) -> bool:
    if not has_steps(exercise, athlete, load_kg):
        return True
    made = reachable(load_kg + CLOSE_ENOUGH_KG, exercise, athlete)
    return made is not None and abs(made - load_kg) <= CLOSE_ENOUGH_KG


def _rounded(target: SetTarget, exercise: Exercise, athlete: Athlete) -> SetTarget:
    load = _stated(target)
    if load is None or _can_make(load.kg, exercise, athlete):
        return target
    made = reachable(load.kg, exercise, athlete)
    if made is None:
        return target
    typed = round(from_kg(made, athlete.units), 2)
    return replace(target, load=Load(kind=load.kind, kg=made, typed=typed, unit=athlete.units))
