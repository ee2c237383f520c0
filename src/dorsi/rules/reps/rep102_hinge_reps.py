"""REP102: heavy hinges with too many reps, or with too few for a beginner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Grade, Level, Stance
from dorsi.program.evaluate import Entry
from dorsi.program.model import SetTarget
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.reps.slots import is_heavy_hinge
from dorsi.rules.reps.targets import hard_targets, new_sets, states_a_load
from dorsi.rules.scopes import EntryRule
from dorsi.rules.standards import BEGINNER_HINGE_FLOOR, HINGE_REP_CEILING


class HingeReps(EntryRule):
    """Flags long sets of heavy hinges, and short ones for beginners."""

    code = "REP102"
    slug = "hinge-reps"
    name = "Reps of heavy hinges"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    stance = Stance.CONFLICT
    claims = ("B15", "A19")
    references = ("ACSM26", "Schoenfeld17load")
    checks = (
        f"Deadlifts, barbell Romanian deadlifts, rack pulls and good mornings stay at {HINGE_REP_CEILING} reps a "
        f"set or fewer. Beginners do at least {BEGINNER_HINGE_FLOOR}."
    )
    why = (
        "Late in a long set of hinges, tired hands and a tired lower back spoil the last reps, and those are the "
        "reps you least want to lose. Very short sets are too heavy to learn the lift with."
    )
    limits = (
        "Guide A trains the deadlift in sets of 6-12, guide B in sets of 4-6: Dorsi lets the goal decide inside "
        "these limits. No trial has measured where a set of deadlifts becomes too long."
    )
    bad = """\
dorsi: program/1
name: Long pulls
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: deadlift, sets: "8 @ 45%; 5 @ 65%; 3 @ 80%"}
      - {exercise: deadlift, sets: 4-5 x 6-12 @ RIR 3, rest: 3 min}
"""
    good = """\
dorsi: program/1
name: Shorter pulls
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: deadlift, sets: "8 @ 45%; 5 @ 65%; 3 @ 80%"}
      - {exercise: deadlift, sets: 3-4 x 5-8 @ RIR 3, rest: 3 min}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """A warning above the ceiling; an error below a beginner's floor."""
        counted = tuple(t for t in hard_targets(entry) if t.reps is not None)
        if not counted or not is_heavy_hinge(entry.exercise):
            return
        most = max(t.reps[1] for t in counted if t.reps)
        fewest = min(t.reps[0] for t in counted if t.reps)
        name = entry.exercise.short
        if most > HINGE_REP_CEILING:
            yield self.finding(
                entry.place(),
                f"{name} goes up to {most} reps a set; a heavy hinge is best ended by {HINGE_REP_CEILING}.",
                f"Stop at {HINGE_REP_CEILING} reps and add load, or a set, once those are easy.",
                numbers={"reps": most, "most reps": HINGE_REP_CEILING},
                fix=new_sets(
                    entry,
                    [_within(t, 1, HINGE_REP_CEILING) if t in counted else t for t in entry.targets],
                    f"Cut {name} to at most {HINGE_REP_CEILING} reps.",
                ),
            )
        if case.level is Level.BEGINNER and fewest < BEGINNER_HINGE_FLOOR:
            heavy = any(states_a_load(t) for t in entry.targets)
            raised = [
                _within(t, BEGINNER_HINGE_FLOOR, t.reps[1]) if t in counted and t.reps else t for t in entry.targets
            ]
            yield self.finding(
                entry.place(),
                f"{name} is planned for sets of {fewest}; as a beginner you pull at least "
                f"{BEGINNER_HINGE_FLOOR} reps, with a load that allows them.",
                f"Take a lighter load and do {BEGINNER_HINGE_FLOOR}-{BEGINNER_HINGE_FLOOR + 2} clean reps.",
                severity=Severity.ERROR,
                numbers={"reps": fewest, "a beginner's fewest reps": BEGINNER_HINGE_FLOOR},
                fix=None if heavy else new_sets(entry, raised, f"Raise {name} to {BEGINNER_HINGE_FLOOR} reps or more."),
            )


def _within(target: SetTarget, low: int, high: int) -> SetTarget:
    if target.reps is None:
        return target
    bottom = max(low, min(target.reps[0], high))
    return replace(target, reps=(bottom, max(bottom, min(target.reps[1], high))))
