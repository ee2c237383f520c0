"""MET104: a superset or triset of exercises for the same muscles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dorsi.atlas.model import Grade, Level, VolumeGroup
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.methods.groups import groups_of, taken_apart

SHARED_GROUPS = (VolumeGroup.LATS, VolumeGroup.MID_BACK)
"""Groups whose direct work should not follow itself without rest (heuristic on Iversen24)."""
DIRECT = 1.0


class SameMuscleSuperset(Rule):
    """Flags pulls chained to pulls."""

    code = "MET104"
    slug = "same-muscle-superset"
    name = "Superset of two pulls"
    severity = Severity.WARNING
    confidence = Grade.LIMITED
    claims = ("D15", "D16", "D18")
    references = ("Iversen24", "Burke24")
    checks = (
        "Members of a superset or triset do not work the lats or the mid-back directly one after the other: a warning "
        "for beginners and for trisets below the advanced level, advice for others."
    )
    why = (
        "Without rest the second pull is done with tired muscles and less load. Untrained adults gained about 5 kg "
        "less in pulldown and row with supersets, a difference that just missed significance, while pairs of pull "
        "and push cost trained adults nothing."
    )
    limits = (
        "The trial's summary does not say which lifts were paired, so this is a reason for care and not a verdict. As "
        "a finisher after the sets that count, such a pair does no harm."
    )
    bad = """\
dorsi: program/1
name: Pull after pull
weeks: 8
sessions:
  - id: back
    blocks:
      - superset:
          - {exercise: pulldown-close, sets: 4 x 10}
          - {exercise: seated-row-narrow, sets: 4 x 10}
        rest: 2 min
      - {exercise: barbell-row, sets: 4 x 10 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Pull by pull
weeks: 8
sessions:
  - id: back
    blocks:
      - {exercise: pulldown-close, sets: 4 x 10, rest: 2 min}
      - {exercise: seated-row-narrow, sets: 4 x 10, rest: 2 min}
      - {exercise: barbell-row, sets: 4 x 10 @ RIR 2}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding a block."""
        for group in groups_of(case.view):
            pair = next((p for p in combinations(group.members, 2) if _shared(*p)), None)
            if pair is None:
                continue
            shared = " and ".join(g.label.lower() for g in _shared(*pair))
            novice = case.level is Level.BEGINNER
            early = novice or (group.is_triset and case.level is not Level.ADVANCED)
            names = " and ".join(entry.exercise.short for entry in pair)
            yield self.finding(
                group.place(case.view),
                f"{names} follow each other without rest and both work the {shared} directly"
                + (f", at the {case.level.value} level." if early else "."),
                "Do them one after the other with full rests, or pair each with a push."
                if early
                else "Keep such a pair for the end of the session, or pair each pull with a push.",
                severity=Severity.WARNING if early else Severity.ADVICE,
                numbers={"shared": shared, "exercises": len(group.members), "level": case.level.value},
                fix=taken_apart(group, case.athlete),
            )


def _shared(one: Entry, other: Entry) -> tuple[VolumeGroup, ...]:
    return tuple(
        group
        for group in SHARED_GROUPS
        if one.values.get(group, 0.0) >= DIRECT and other.values.get(group, 0.0) >= DIRECT
    )
