"""MET101: a method above the athlete's level, on the wrong lift, or off by default."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Level, Method, Stance
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, Severity
from dorsi.rules.methods.labels import without_methods
from dorsi.rules.scopes import EntryRule

CHEATING = "cheat-top"
CHEAT_ROWS = frozenset({"dumbbell-row"})
"""The only lift in which a little swing is tolerated: hand and knee on the bench. Source: claim C06."""
LEVEL_CHECKED_ELSEWHERE = frozenset({"weighted-eccentric", "dead-row", "straps", "triset", "superset-same-muscle"})
"""Methods with a rule of their own for who may use them (MET102, MET109, MET103, MET104)."""
BLOCK_LABELS = frozenset({"superset", "superset-same-muscle", "triset", "killer-day", "pull-up-rotation"})
"""Names of how a block or day is arranged; taking the name off would change nothing."""


class MethodNotForYou(EntryRule):
    """Flags methods where they do not belong."""

    code = "MET101"
    slug = "method-not-for-you"
    name = "Method out of place"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    stance = Stance.CORRECT
    claims = ("C06", "C15", "C17")
    references = ("Augustin25", "Fenwick09")
    checks = (
        "Each named method fits your level and the movement it is used with, and methods that are off by default are "
        "left to advanced lifters. Cheating anywhere but in the bench-supported one-arm row is an error."
    )
    why = (
        "Methods make a set harder in a particular way, and most of them presume technique that holds when tired. "
        "In arm exercises cheating brought no more growth for all its extra load, and in a bent-over lift the lower "
        "back pays for the swing."
    )
    limits = (
        "The levels are coaching judgement. Only methods named in the programme are seen, not what a note says or "
        "what happens in the gym."
    )
    bad = """\
dorsi: program/1
name: Swinging rows
weeks: 4
sessions:
  - id: back
    blocks:
      - {exercise: barbell-row, sets: 4 x 6-10 @ RIR 2, method: cheat-top}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Strict rows
weeks: 4
sessions:
  - id: back
    blocks:
      - {exercise: barbell-row, sets: 4 x 6-10 @ RIR 2, method: straight-sets}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """One finding a method, with the weightiest reason."""
        for name in entry.prescription.methods:
            method = case.atlas.methods[name]
            cheating = name == CHEATING and entry.exercise.id not in CHEAT_ROWS
            trouble = _trouble(method, entry, case.level)
            if cheating:
                trouble = f"Cheating in {entry.exercise.short} puts the swing on a trunk that nothing supports."
            if not trouble:
                continue
            fix = None
            if name not in BLOCK_LABELS:
                edit = without_methods(entry, {name})
                fix = Fix(says=f"Do ordinary sets, without '{method.name}'.", edits=(edit,))
            yield self.finding(
                entry.place(),
                trouble,
                f"Do {entry.exercise.short} in ordinary, strict sets.",
                severity=Severity.ERROR if cheating else None,
                numbers={"method": method.name, "level": case.level.value},
                fix=fix,
            )


def _trouble(method: Method, entry: Entry, level: Level) -> str:
    """What speaks against the method here; empty if nothing does."""
    exercise = entry.exercise
    if exercise.pattern in method.never_with or (method.only_patterns and exercise.pattern not in method.only_patterns):
        return f"The method '{method.name}' is not meant for {exercise.short}."
    if method.id in LEVEL_CHECKED_ELSEWHERE:
        return ""
    if method.min_level.rank > level.rank:
        return (
            f"The method '{method.name}' is for {method.min_level.value} lifters, and the level here is {level.value}."
        )
    if method.off_by_default and level is not Level.ADVANCED:
        return f"The method '{method.name}' is off by default below the advanced level."
    return ""
