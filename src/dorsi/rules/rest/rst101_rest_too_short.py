"""RST101: too little rest between work sets."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Amount, Exercise, Grade
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.reps.slots import is_small
from dorsi.rules.rest.stated import new_rest, rest_text, stated_rest, usual_rest
from dorsi.rules.scopes import EntryRule
from dorsi.rules.standards import wants_strength

COMPOUND_REST_S = 60
"""Shortest rest between sets of a compound lift. Source: Singer24."""
HEAVY_REST_S = 90
"""Shortest rest where strength or the lower back is at stake (heuristic on Singer24)."""
SMALL_REST_S = 45
"""Shortest rest between sets of isolation work and face pulls (heuristic)."""


class RestTooShort(EntryRule):
    """Flags stated rests that cost reps in the next set."""

    code = "RST101"
    slug = "rest-too-short"
    name = "Rest too short"
    severity = Severity.WARNING
    confidence = Grade.MODERATE
    references = ("Singer24", "ACSM09")
    checks = (
        f"Stated rests are at least {COMPOUND_REST_S} s on compound lifts, {HEAVY_REST_S} s if you train for strength "
        f"or the lower back is heavily loaded, and {SMALL_REST_S} s on isolation work. In a superset the rest after "
        "the round counts."
    )
    why = (
        "With very short rests the next set loses reps or load, and trials saw a little less growth below a minute. "
        "Where the lower back holds you up, it also needs the pause to hold well again."
    )
    limits = (
        "Beyond about 90 s trials found nothing clear for growth; most of them trained arms and legs. The limits for "
        "heavy lifts and for isolation work are judgement. Rests that are not stated are not judged."
    )
    bad = """\
dorsi: program/1
name: In a hurry
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2, rest: 30 s}
"""
    good = """\
dorsi: program/1
name: With time to breathe
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2, rest: 2 min}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """Compares the shortest rest allowed with what the exercise needs; in a superset, the neediest one."""
        rest = stated_rest(entry, case)
        if rest is None:
            return
        needed, exercise = max(((_shortest(e, case.athlete), e) for e in rest.exercises), key=lambda pair: pair[0])
        if rest.seconds[0] >= needed:
            return
        usual = usual_rest(rest, case.athlete)
        yield self.finding(
            entry.place(),
            f"{exercise.short} has {rest.seconds[0]} s of rest between sets; give it {needed} s at the very least.",
            f"Rest {rest_text(usual)}, so that the next set is as good as the last.",
            severity=Severity.ADVICE if is_small(exercise) else Severity.WARNING,
            numbers={"rest in seconds": rest.seconds[0], "at least": needed},
            fix=new_rest(rest, usual),
        )


def _shortest(exercise: Exercise, athlete: Athlete | None) -> int:
    if is_small(exercise):
        return SMALL_REST_S
    heavy = exercise.axial is Amount.HIGH or wants_strength(athlete)
    return HEAVY_REST_S if heavy else COMPOUND_REST_S
