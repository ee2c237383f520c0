"""REP103: fewer reps in reserve than the exercise and the athlete allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Grade, Level
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role, SetTarget
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.reps.slots import hangs_on_the_lower_back
from dorsi.rules.reps.targets import is_open_max, new_sets
from dorsi.rules.scopes import EntryRule
from dorsi.rules.standards import rir_floor
from dorsi.units import number

FAR_BELOW = 2
"""Reps in reserve below the floor from which a beginner's set is an error (heuristic)."""


class EffortTooHard(EntryRule):
    """Flags ordinary work sets that end too close to failure."""

    code = "REP103"
    slug = "effort-too-hard"
    name = "Effort too hard"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    claims = ("A18", "C16", "D15")
    references = ("Refalo23", "Robinson24", "Grgic22", "Halperin22", "MoranNavarro17")
    checks = (
        "Work sets keep a few reps in reserve: none need be kept on isolation work, 1 on most compounds, 2 on "
        "heavy hinges and unsupported rows, 3 on the dead-row. Beginners keep 1 more on compounds, and people "
        "who must not strain keep 3 everywhere."
    )
    why = (
        "In trials the last rep before failure added little growth and hardly any strength, and sets to failure take "
        "longer to recover from. Where the lower back holds you up, slipping form makes that rep dearer still."
    )
    limits = (
        "Some analyses do see a little more growth nearer failure. How many reps to keep on which lift is judgement. "
        "People guess their reserve about one rep too low, so the figures are aims. Test sets on safe lifts are exempt."
    )
    bad = """\
dorsi: program/1
name: All out
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: barbell-row, sets: "8 @ 45%; 5 @ 70%"}
      - {exercise: barbell-row, sets: 4 x 8 @ RIR 0, rest: 2 min}
"""
    good = """\
dorsi: program/1
name: Something left
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: barbell-row, sets: "8 @ 45%; 5 @ 70%"}
      - {exercise: barbell-row, sets: 4 x 8 @ RIR 2, rest: 2 min}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """Compares the hardest set with the floor; open sets to the maximum on spine lifts are REP105's."""
        spine = hangs_on_the_lower_back(entry.exercise)
        if not entry.is_work or (entry.role is Role.TEST and not spine):
            return
        hardest = _stated(entry) if spine else entry.rir
        floor = rir_floor(entry.exercise, case.athlete)
        if hardest is None or hardest >= floor:
            return
        name, reps = entry.exercise.short, "rep" if floor == 1 else "reps"
        to_max = not spine and any(is_open_max(t) for t in entry.targets)
        asked = "goes to the maximum" if to_max else f"leaves {number(hardest)} in reserve"
        beginner = case.level is Level.BEGINNER
        severe = (spine and hardest <= 0) or (beginner and hardest <= floor - FAR_BELOW)
        yield self.finding(
            entry.place(),
            f"{name} {asked}; keep at least {floor} {reps} in hand on this lift"
            f"{' while you are a beginner' if beginner else ''}.",
            f"End each set with {floor} {reps} or more in reserve, taking less load if need be.",
            severity=Severity.ERROR if severe else Severity.WARNING,
            numbers={"reps in reserve": hardest, "fewest to keep": floor},
            fix=new_sets(
                entry,
                [_eased(t, floor, spine) for t in entry.targets],
                f"Keep {floor} {reps} in reserve on {name}.",
            ),
        )


def _stated(entry: Entry) -> float | None:
    return min((t.rir[0] for t in entry.targets if t.rir is not None), default=None)


def _eased(target: SetTarget, floor: int, spine: bool) -> SetTarget:
    if target.rir is not None:
        return replace(target, rir=(max(target.rir[0], floor), max(target.rir[1], floor)))
    if is_open_max(target) and not spine:
        return replace(target, rir=(float(floor), float(floor)))
    return target
