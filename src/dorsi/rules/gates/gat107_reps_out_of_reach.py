"""GAT107: more pull-ups in a work set than the athlete can do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role, SetTarget
from dorsi.program.notation import span_text
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.gates.pull_ups import WORK_SETS_FROM, is_assisted, work_reps
from dorsi.rules.reps.slots import FREE_PULL_UPS, WEIGHTED_PULL_UP
from dorsi.rules.reps.targets import new_sets
from dorsi.rules.scopes import EntryRule

NEAR_BEST = 0.9
"""Share of the best set above which the low end of a range cannot be repeated set after set (heuristic)."""
ROOM_TO_GROW = 2
"""Reps by which the top of a range may lie above the best set, to be grown into (heuristic)."""


class RepsOutOfReach(EntryRule):
    """Flags pull-up sets that ask for more than the athlete's best set."""

    code = "GAT107"
    slug = "reps-out-of-reach"
    name = "Pull-up reps out of reach"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    claims = ("D16", "A15")
    references = ("Johnson09", "Nuzzo24")
    checks = (
        "The reps of unassisted pull-ups fit your best set: the low end stays within 90% of it, and the top at most "
        f"{ROOM_TO_GROW} above it."
    )
    why = (
        "A best set happens once, fresh. Work sets come several in a row, and a number you cannot reach turns every "
        "one of them into a failed set."
    )
    limits = (
        "How many reps you keep from set to set varies. Sets to the maximum, tests and assisted pull-ups are exempt, "
        "and below eight pull-ups another rule asks whether they belong there at all."
    )
    bad = """\
dorsi: program/1
name: Fifteen a round
weeks: 4
athlete: {age: 30, body_mass: 80, training_age_months: 24, max_pull_ups: 9}
sessions:
  - id: mass
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 10 light}
      - superset:
          - {exercise: pulldown-close, sets: 4 x 10 @ RIR 2}
          - {exercise: pull-up-medium, sets: 4 x 15}
        rest: 2 min
"""
    good = """\
dorsi: program/1
name: Within reach
weeks: 4
athlete: {age: 30, body_mass: 80, training_age_months: 24, max_pull_ups: 9}
sessions:
  - id: mass
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 10 light}
      - {exercise: pull-up-medium, sets: 4 x 5-7, rest: 2 min}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """An error if not even one such set can be done, else a warning."""
        athlete = case.athlete
        full = entry.exercise.id in FREE_PULL_UPS or entry.exercise.id == WEIGHTED_PULL_UP
        if athlete is None or athlete.max_pull_ups is None or not full or entry.role is not Role.WORK:
            return
        best = athlete.max_pull_ups
        beyond = [t for t in entry.targets if _is_beyond(t, best)]
        if not beyond or best < WORK_SETS_FROM:
            return
        worst = max(beyond, key=lambda t: t.reps or (0, 0))
        assert worst.reps is not None
        count = entry.all_sets
        low, high = work_reps(best)
        scaled = [replace(t, reps=(low, high), to_max=False) if t in beyond else t for t in entry.targets]
        yield self.finding(
            entry.place(),
            f"{entry.exercise.short} asks for {span_text(worst.reps)} reps in {count} "
            f"{'set' if count == 1 else 'sets'}, and your best single set is {best}.",
            f"Do sets of {span_text((low, high))}, which is 60-80% of your best, and add reps as it grows.",
            severity=Severity.ERROR if worst.reps[0] > best else Severity.WARNING,
            numbers={"reps asked for": worst.reps[0], "top of the range": worst.reps[1], "best set": best},
            fix=new_sets(entry, scaled, f"Scale {entry.exercise.short} to sets of {span_text((low, high))}."),
        )


def _is_beyond(target: SetTarget, best: int) -> bool:
    if target.reps is None or is_assisted(target):
        return False
    return target.reps[0] > NEAR_BEST * best or target.reps[1] > best + ROOM_TO_GROW
