"""REP101: work sets far outside the reps that suit the exercise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Exercise, Grade, Level
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role, SetTarget
from dorsi.program.notation import span_text
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, Severity
from dorsi.rules.reps.slots import WEIGHTED_PULL_UP, is_heavy_hinge, is_small
from dorsi.rules.reps.targets import hard_targets, new_sets, states_a_load
from dorsi.rules.scopes import EntryRule

COMPOUND_REPS = (3, 15)
"""Useful reps of a compound lift. Source: claim A05, Schoenfeld17load, Lopez21; both ends heuristic."""
SMALL_REPS = (6, 25)
"""Useful reps of isolation work and face pulls. Source: Schoenfeld17load; both ends heuristic."""
PULL_UP_FAMILY = "pull-up"


class RepsOutsideTheSlot(EntryRule):
    """Flags work reps that are far too few or far too many for the kind of exercise."""

    code = "REP101"
    slug = "reps-outside-the-slot"
    name = "Reps outside the exercise's slot"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    claims = ("A05",)
    references = ("Schoenfeld17load", "Lopez21")
    checks = (
        "Work sets of compound lifts should lie between 3 and 15 reps, those of isolation work and face pulls "
        "between 6 and 25. Heavy hinges have an upper limit of their own."
    )
    why = (
        "Muscle grows over a wide range of reps when sets are hard, but singles and doubles on a big lift wear "
        "you out for little growth, and very long sets end when breath or grip fails, before the back does."
    )
    limits = (
        "The two ends are sensible limits, not measured ones. Pull-ups with your own weight have no lower limit "
        "here, since your strength sets the number, and test sets are left alone."
    )
    bad = """\
dorsi: program/1
name: Long sets
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 1 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 20 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Useful sets
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 1 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
      - {exercise: face-pull, sets: 2 x 15-20 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """One finding for reps below the slot, one for reps above it."""
        exercise = entry.exercise
        counted = [t for t in hard_targets(entry) if t.reps is not None]
        beginner_hinge = is_heavy_hinge(exercise) and case.level is Level.BEGINNER
        if entry.role is not Role.WORK or not counted or beginner_hinge:
            return
        low, high = SMALL_REPS if is_small(exercise) else COMPOUND_REPS
        fewest = min(t.reps[0] for t in counted if t.reps)
        most = max(t.reps[1] for t in counted if t.reps)
        if fewest < low and not _own_weight(exercise):
            yield self._finding(entry, fewest, (low, high), "few")
        if most > high and not is_heavy_hinge(exercise):
            yield self._finding(entry, most, (low, high), "many")

    def _finding(self, entry: Entry, reps: int, slot: tuple[int, int], how: str) -> Finding:
        kind = "small lift" if is_small(entry.exercise) else "compound lift"
        return self.finding(
            entry.place(),
            f"{entry.exercise.short} asks for sets of {reps}, too {how} for a {kind} "
            f"({span_text(slot)} reps are useful).",
            f"Plan {span_text(entry.exercise.reps)} reps and choose the load to match.",
            severity=Severity.ADVICE if is_small(entry.exercise) else Severity.WARNING,
            numbers={"reps": reps, "fewest useful reps": slot[0], "most useful reps": slot[1]},
            fix=_fix(entry, slot, how),
        )


def _own_weight(exercise: Exercise) -> bool:
    return exercise.family == PULL_UP_FAMILY and exercise.id != WEIGHTED_PULL_UP


def _fix(entry: Entry, slot: tuple[int, int], how: str) -> Fix | None:
    """Moves the reps to the nearer end; more reps with a stated load would not be safe."""
    if how == "few" and any(states_a_load(t) for t in entry.targets):
        return None
    hard = hard_targets(entry)
    targets = tuple(_moved(t, slot, how) if t in hard else t for t in entry.targets)
    end = slot[0] if how == "few" else slot[1]
    return new_sets(
        entry, targets, f"Set {entry.exercise.short} to {'at least' if how == 'few' else 'at most'} {end} reps."
    )


def _moved(target: SetTarget, slot: tuple[int, int], how: str) -> SetTarget:
    if target.reps is None:
        return target
    low, high = target.reps
    if how == "few":
        return replace(target, reps=(max(low, slot[0]), max(high, slot[0])))
    return replace(target, reps=(min(low, slot[1]), min(high, slot[1])))
