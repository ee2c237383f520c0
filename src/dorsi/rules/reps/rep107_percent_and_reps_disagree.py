"""REP107: more reps than the percentage allows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Exercise, Grade
from dorsi.program.evaluate import Entry
from dorsi.program.model import Load, LoadKind, SetTarget
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.reps.rep_maximum import LOWEST_SHARE, reps_at, share_at
from dorsi.rules.reps.targets import new_sets
from dorsi.rules.scopes import EntryRule
from dorsi.units import number

GRACE_REPS = 1.0
"""Reps above the estimate that pass, since people differ. Source: Nuzzo24 for the spread; heuristic."""


class PercentAndRepsDisagree(EntryRule):
    """Flags sets whose reps do not fit the share of the one-rep maximum."""

    code = "REP107"
    slug = "percent-and-reps-disagree"
    name = "Percentage and reps disagree"
    severity = Severity.WARNING
    confidence = Grade.LIMITED
    references = (
        "Epley85", "Brzycki93", "Wathan94", "OConner89", "Johnson09", "Nuzzo24",
    )  # fmt: skip
    checks = (
        "Where a work set gives a percentage of the one-rep maximum, its reps and the reps in reserve together "
        "must be possible at that load, give or take one. The easiest reading of a range counts."
    )
    why = (
        "A percentage fixes roughly how many reps are there to be had. If the plan asks for more, either the load "
        "or the reps will be missed, and the log will look like a failure that was only arithmetic."
    )
    limits = (
        "The estimate is the middle of three common formulas, with a more generous one for weight stacks. People "
        f"differ by several reps, and below {LOWEST_SHARE:.0%} the formulas part ways, so nothing is said there."
    )
    bad = """\
dorsi: program/1
name: Wishful sets
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: deadlift, sets: "8 @ 45%; 5 @ 65%; 3 @ 80%; 1 @ 90%"}
      - {exercise: deadlift, sets: 4 x 10 @ 85%, rest: 4 min}
"""
    good = """\
dorsi: program/1
name: Sets that add up
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: deadlift, sets: "8 @ 45%; 5 @ 65%; 3 @ 80%; 1 @ 90%"}
      - {exercise: deadlift, sets: 4 x 4 @ 85%, rest: 4 min}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """Reports the target that is furthest out of reach."""
        misfits = [t for t in entry.targets if entry.is_work and _excess(t, entry.exercise) > GRACE_REPS]
        if not misfits:
            return
        worst = max(misfits, key=lambda t: _excess(t, entry.exercise))
        assert worst.reps is not None
        percent = 100 * (_share(worst) or 0)
        possible = math.floor(reps_at(percent / 100, entry.exercise) + 0.5)
        reserve = f" with {number(worst.rir[0])} in reserve" if worst.rir and worst.rir[0] else ""
        fitting = _fitting_percent(worst, entry.exercise)
        reps = f"{worst.reps[0]} rep{'s' * (worst.reps[0] != 1)}"
        yield self.finding(
            entry.place(),
            f"{entry.exercise.short} asks for {reps}{reserve} at {number(percent)}% of the "
            f"one-rep maximum, where most people have about {possible} in all.",
            f"Take about {fitting}% for {reps}{reserve}, or do fewer reps.",
            numbers={"reps": worst.reps[0], "percent": percent, "reps in reach": possible, "fitting percent": fitting},
            fix=new_sets(
                entry,
                [_lighter(t, entry.exercise) if t in misfits else t for t in entry.targets],
                f"Lower the percentage of {entry.exercise.short} to the {fitting}% its reps allow.",
            ),
        )


def _needed(target: SetTarget) -> float:
    """Reps one must have in oneself: those asked for and those kept in reserve."""
    assert target.reps is not None
    return target.reps[0] + (target.rir[0] if target.rir else 0.0)


def _excess(target: SetTarget, exercise: Exercise) -> float:
    share = _share(target)
    if target.reps is None or share is None or share < LOWEST_SHARE:
        return 0.0
    return _needed(target) - reps_at(share, exercise)


def _share(target: SetTarget) -> float | None:
    """The lowest share of the one-rep maximum asked for."""
    percent = target.load.percent if target.load else None
    return percent[0] / 100 if percent else None


def _fitting_percent(target: SetTarget, exercise: Exercise) -> int:
    return math.floor(100 * share_at(_needed(target), exercise))


def _lighter(target: SetTarget, exercise: Exercise) -> SetTarget:
    percent = float(_fitting_percent(target, exercise))
    return replace(target, load=Load(kind=LoadKind.PERCENT, percent=(percent, percent)))
