"""RSK104: a programme for someone over 65 that starts too heavy or with too much."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Amount, Exercise, Grade, Kind, Pattern
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.risk.effort import gentler
from dorsi.rules.scopes import EntryRule
from dorsi.rules.standards import OLDER_FROM_AGE, OLDER_REPS, UNSUPPORTED_ROWS

FEWEST_REPS = 8
"""Fewest repetitions in a compound lift from 65 on. Source: Fragala19 for moderate loads; heuristic."""
MOST_SETS = 3
"""Sets of one exercise in a session. Source: Fragala19 (2-3 sets)."""
KIND_HINGES = ("deadlift-trap-bar", "romanian-deadlift", "romanian-deadlift-dumbbell", "kettlebell-deadlift")
"""Hinges offered from 65 on, with the load near the body or light (heuristic)."""
HARD_PICK_PRICE = 3.0
"""Points a bar hinge or an unsupported row costs from 65 on (heuristic)."""
EXTRA_SET_PRICE = 3.0
"""Points each set beyond the third of an exercise costs from 65 on (heuristic)."""


class OlderBeginnerLoads(EntryRule):
    """Flags low repetitions, many sets and heavy bar hinges from 65 on."""

    code = "RSK104"
    slug = "older-beginner-loads"
    name = "Heavy start after 65"
    severity = Severity.WARNING
    confidence = Grade.MODERATE
    references = ("Fragala19",)
    checks = (
        "From the age of 65: compound lifts for at least 8 repetitions, no more than 3 sets of an exercise, and "
        "trap-bar or Romanian deadlifts in place of the other heavy hinges with a bar."
    )
    why = (
        "Strength training pays at every age, and the position statement for older adults gets there with two or "
        "three sets and loads that grow over months. Starting lower costs little and leaves room to learn the lifts."
    )
    limits = (
        "Age says little about one person. Someone who has lifted for decades may go on doing so; the numbers are "
        "where to start, not a ceiling for life."
    )
    bad = """\
dorsi: program/1
name: Fives at seventy
weeks: 8
athlete: {age: 70, body_mass: 78, training_age_months: 12}
sessions:
  - id: back
    blocks:
      - {exercise: rack-pull, sets: 5 x 5 @ RIR 2, rest: 3 min}
      - {exercise: machine-row, sets: 3 x 10-15 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Strong at seventy
weeks: 8
athlete: {age: 70, body_mass: 78, training_age_months: 12}
sessions:
  - id: back
    blocks:
      - {exercise: deadlift-trap-bar, sets: 3 x 8-10 @ RIR 3, rest: 3 min}
      - {exercise: machine-row, sets: 3 x 10-15 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """Up to three warnings: the lift itself, its repetitions, its sets."""
        athlete, exercise = case.athlete, entry.exercise
        if athlete is None or not _older(athlete) or entry.role is not Role.WORK or not exercise.is_work:
            return
        if _bar_hinge(exercise):
            other = stand_in(entry, case, first=KIND_HINGES)
            yield self.finding(
                entry.place(),
                f"{exercise.short} is a heavy pull with a straight bar, at the age of {athlete.age}.",
                f"Do {other.short} instead." if other else "Take a hinge with a trap bar or with light weights.",
                numbers={"age": athlete.age},
                fix=swap(entry, other, case) if other else None,
            )
        reps = (FEWEST_REPS, max(OLDER_REPS[1], entry.reps[1])) if entry.reps else None
        fix = gentler(entry, case, reps=reps, most_sets=MOST_SETS)
        if entry.reps and entry.reps[0] < FEWEST_REPS and exercise.kind is Kind.COMPOUND:
            yield self.finding(
                entry.place(),
                f"{exercise.short} goes down to {entry.reps[0]} repetitions, at the age of {athlete.age}.",
                f"Choose a load for {FEWEST_REPS} repetitions or more.",
                numbers={"age": athlete.age, "fewest reps": entry.reps[0]},
                fix=fix,
            )
        if entry.hard_sets > MOST_SETS:
            yield self.finding(
                entry.place(),
                f"{exercise.short} has {entry.hard_sets} work sets, at the age of {athlete.age}.",
                f"Keep {MOST_SETS} sets and spread further work over the week.",
                numbers={"age": athlete.age, "sets": entry.hard_sets},
                fix=fix,
            )

    def constrain(self, model: PlanModel) -> None:
        """Makes bar hinges, unsupported rows and fourth sets dear from 65 on."""
        if not _older(model.athlete):
            return
        for session in model.sessions:
            for exercise in model.candidates(session):
                if not exercise.is_work:
                    continue
                if _bar_hinge(exercise) or exercise.family in UNSUPPORTED_ROWS:
                    model.price(
                        {model.pick(session, exercise): 1.0},
                        above=0,
                        each=HARD_PICK_PRICE,
                        rule=self.code,
                        reason="After 65 supported rows and kinder hinges come first",
                    )
                model.price(
                    {model.sets(session, exercise): 1.0},
                    above=MOST_SETS,
                    each=EXTRA_SET_PRICE,
                    rule=self.code,
                    reason="After 65 two or three sets of an exercise are enough",
                )


def _older(athlete: Athlete) -> bool:
    return athlete.age >= OLDER_FROM_AGE


def _bar_hinge(exercise: Exercise) -> bool:
    return exercise.pattern is Pattern.HINGE and exercise.axial is Amount.HIGH and exercise.id not in KIND_HINGES
