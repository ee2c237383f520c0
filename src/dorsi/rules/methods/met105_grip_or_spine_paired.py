"""MET105: two exercises in one superset that are both limited by grip or by the lower back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dorsi.atlas.model import Amount, Grade
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.methods.groups import groups_of, taken_apart

GRIP_FROM = 0.5
"""Involvement of the forearms from which grip can end the set (heuristic)."""
STRAPS_SPARE = 0.5
"""What straps take off the forearms (heuristic)."""


class GripOrSpinePaired(Rule):
    """Flags pairs that share a bottleneck."""

    code = "MET105"
    slug = "grip-or-spine-paired"
    name = "Pair that shares a weak link"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    claims = ("A22",)
    references = ("Burke24",)
    checks = (
        "In a superset no two exercises are both limited by grip, and no two both load the lower back at least "
        "moderately."
    )
    why = (
        "A pair saves time when one side rests while the other works. If the hands or the lower back work in both, "
        "they tire first, the back muscles get less, and form goes when the load is on the spine."
    )
    limits = (
        "How much grip and lower back an exercise takes is our judgement in steps. Very light loads or strong hands "
        "make some of these pairs harmless."
    )
    bad = """\
dorsi: program/1
name: No time for grip
weeks: 6
sessions:
  - id: back
    blocks:
      - superset:
          - {exercise: romanian-deadlift, sets: 3 x 8 @ RIR 3}
          - {exercise: dumbbell-row-standing, sets: 3 x 10 @ RIR 2}
        rest: 2 min
"""
    good = """\
dorsi: program/1
name: One at a time
weeks: 6
sessions:
  - id: back
    blocks:
      - superset:
          - {exercise: machine-row, sets: 3 x 10 @ RIR 2}
          - {exercise: back-extension-45, sets: 3 x 12 @ RIR 3}
        rest: 2 min
      - {exercise: romanian-deadlift, sets: 3 x 8 @ RIR 3, rest: 3 min}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding a block and weak link."""
        for group in groups_of(case.view):
            for link, limited in (("grip", _grips), ("lower back", _loads_spine)):
                pair = next((p for p in combinations(group.members, 2) if all(map(limited, p))), None)
                if pair is None:
                    continue
                names = " and ".join(entry.exercise.short for entry in pair)
                yield self.finding(
                    group.place(case.view),
                    f"{names} follow each other without rest and both lean on the {link}.",
                    "Give one of them a block of its own, or pair it with a push.",
                    numbers={"weak link": link},
                    fix=taken_apart(group, case.athlete),
                )


def _grips(entry: Entry) -> bool:
    forearms = entry.exercise.muscles.get("forearm", 0.0)
    return forearms - STRAPS_SPARE * entry.prescription.straps >= GRIP_FROM


def _loads_spine(entry: Entry) -> bool:
    return entry.exercise.axial.rank >= Amount.MEDIUM.rank
