"""REP108: a strength goal, and no heavy compound set in the whole programme."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Grade, Kind
from dorsi.program.evaluate import Entry, Place
from dorsi.program.model import LoadKind, SetTarget
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.reps.targets import hard_targets
from dorsi.rules.standards import CAREFUL_TAGS, OLDER_FROM_AGE, wants_strength

HEAVY_REPS = 6
"""A heavy set starts at this many reps or fewer. Source: claims B14, B15; the figure is a heuristic."""
HEAVY_RANGE_TOP = 8
"""A range that runs higher than this is a growth range, wherever it starts (heuristic)."""
HEAVY_PERCENT = 80.0
"""Share of the one-rep maximum that strength asks for. Source: ACSM26."""


class StrengthWithoutHeavySets(Rule):
    """Flags programmes for strength that never get heavy."""

    code = "REP108"
    slug = "strength-without-heavy-sets"
    name = "Strength goal without heavy sets"
    severity = Severity.ADVICE
    confidence = Grade.MODERATE
    claims = ("B14", "B15")
    references = ("ACSM26", "Schoenfeld17load", "Lopez21")
    checks = (
        f"If strength is your main goal, at least one compound lift is trained in sets of {HEAVY_REPS} or fewer (a "
        f"range may run to {HEAVY_RANGE_TOP}), or with {HEAVY_PERCENT:.0f}% of the one-rep maximum."
    )
    why = (
        "Light and heavy sets build muscle alike, but the weight you can lift once grows most when you practise "
        "with heavy weights. A few such sets a week are enough."
    )
    limits = (
        "Where heavy begins is a convention. Nothing is asked of beginners, people under 18 or from 65 on, or "
        "anyone whose health calls for a wide margin."
    )
    bad = """\
dorsi: program/1
name: Strong on paper
weeks: 4
athlete: {age: 30, body_mass: 82, training_age_months: 24, goal: {width: 1, thickness: 1, strength: 5}}
sessions:
  - id: pull
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 10 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Strong in fact
weeks: 4
athlete: {age: 30, body_mass: 82, training_age_months: 24, goal: {width: 1, thickness: 1, strength: 5}}
sessions:
  - id: pull
    blocks:
      - {warmup: deadlift, sets: "8 @ 45%; 5 @ 65%; 3 @ 80%"}
      - {exercise: deadlift, sets: 3 x 4-6 @ RIR 2, rest: 4 min}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for the programme."""
        athlete = case.athlete
        if athlete is None or not wants_strength(athlete) or _takes_it_easy(athlete):
            return
        work = [e for week in case.view.weeks for e in week.work if e.exercise.kind is Kind.COMPOUND]
        if not work or any(_has_heavy_set(e) for e in work):
            return
        fewest = min((e.reps[0] for e in work if e.reps), default=0)
        yield self.finding(
            Place(),
            f"You want strength above all, yet no compound lift here is trained in sets of {HEAVY_REPS} or fewer.",
            "Open one session a week with 3-5 sets of 4-6 on a deadlift, a weighted pull-up or a row.",
            numbers={"fewest reps planned": fewest, "heavy from": HEAVY_REPS},
        )


def _takes_it_easy(athlete: Athlete) -> bool:
    return athlete.age >= OLDER_FROM_AGE or "under-18" in athlete.tags or bool(athlete.tags & CAREFUL_TAGS)


def _has_heavy_set(entry: Entry) -> bool:
    return any(_is_heavy(t) for t in hard_targets(entry))


def _is_heavy(target: SetTarget) -> bool:
    load = target.load
    if load is not None and load.kind is LoadKind.PERCENT and load.percent is not None:
        return load.percent[1] >= HEAVY_PERCENT
    return target.reps is not None and target.reps[0] <= HEAVY_REPS and target.reps[1] <= HEAVY_RANGE_TOP
