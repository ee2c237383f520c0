"""VOL107: a muscle group's sets leap from one training week to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dorsi.atlas.model import VolumeGroup
from dorsi.program.evaluate import Place
from dorsi.rules.base import Case, Rule
from dorsi.rules.bounds import GRADE, WEEKLY
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import place_weeks
from dorsi.rules.volume.wording import sets_text, the
from dorsi.units import number

JUMP_SETS = 2.0
"""A rise up to this many weekly sets is an ordinary step (heuristic)."""
JUMP_SHARE = 0.2
"""A rise up to this share of last week's sets is an ordinary step (heuristic)."""

WATCHED: tuple[VolumeGroup, ...] = tuple(group for group in WEEKLY if group is not VolumeGroup.ELBOW_FLEXORS)
"""Groups whose jumps are reported; the elbow flexors follow from the grips of the week's pulls."""


class VolumeJump(Rule):
    """A rise of more than `JUMP_SETS` and more than `JUMP_SHARE` from one training week to the next."""

    code = "VOL107"
    slug = "volume-jump"
    name = "A jump in weekly sets"
    severity = Severity.WARNING
    confidence = GRADE
    claims = ("C16",)
    references = ("McKay17",)
    checks = (
        "Compares each training week with the one before. A muscle group whose sets rise by more than "
        f"{number(JUMP_SETS)} and by more than {JUMP_SHARE * 100:.0f} % is reported; "
        "the step out of a deload or a free week is not."
    )
    why = (
        "Muscles, tendons and sleep adjust to more work, but not overnight. Small steps let you see whether "
        "the last one did you good before you take the next."
    )
    limits = (
        "No trial has compared sizes of step, so both limits are coaching practice. "
        "Programmes that swap exercises every week can jump on paper without being harder as a whole."
    )
    bad = """\
dorsi: program/1
name: Suddenly double
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - exercise: pulldown-medium
        sets: {1-2: 4 x 8-12 @ RIR 2, 3-4: 8 x 8-12 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: One set at a time
weeks: 4
sessions:
  - id: pulls
    day: mon
    blocks:
      - exercise: pulldown-medium
        sets: {1-2: 4 x 8-12 @ RIR 2, 3-4: 5 x 8-12 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for each group and size of jump, with all weeks in which it happens."""
        jumps: dict[tuple[VolumeGroup, float, float], list[int]] = {}
        for (_, last), (current, week) in pairwise(case.view.in_order()):
            if last.is_deload or week.is_deload or not last.work:
                continue
            for group in WATCHED:
                before, after = last.volume.get(group, 0.0), week.volume.get(group, 0.0)
                if after - before > JUMP_SETS and after - before > JUMP_SHARE * before:
                    jumps.setdefault((group, before, after), []).append(current)
        for (group, before, after), weeks in jumps.items():
            share = f", {(after - before) / before * 100:.0f} % more" if before else ""
            yield self.finding(
                Place(weeks=place_weeks(case.view, tuple(weeks))),
                f"Weekly work for {the(group)} rises from {sets_text(before)} to {number(after)} in one step{share}.",
                f"Add no more than {sets_text(JUMP_SETS)} for {the(group)} at a time.",
                numbers={"muscle group": group.label, "sets before": before, "sets after": after},
            )
