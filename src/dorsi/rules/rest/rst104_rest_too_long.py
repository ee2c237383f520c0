"""RST104: rests that make the session long and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.reps.slots import is_heavy_hinge
from dorsi.rules.rest.stated import new_rest, rest_text, stated_rest, usual_rest
from dorsi.rules.scopes import EntryRule
from dorsi.rules.standards import wants_strength

LONGEST_REST_S = 300
"""Longest rest that still serves something. Source: ACSM09 for strength; heuristic."""


class RestTooLong(EntryRule):
    """Flags stated rests of more than five minutes where neither strength nor a heavy hinge asks for them."""

    code = "RST104"
    slug = "rest-too-long"
    name = "Rest too long"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    references = ("Singer24", "ACSM09")
    checks = (
        f"Stated rests stay within {LONGEST_REST_S // 60} minutes, except on heavy hinges and for athletes who train "
        "for strength."
    )
    why = (
        "Growth gains nothing clear from resting longer than a minute and a half. Past five minutes you cool down and "
        "the hour is gone before the work is."
    )
    limits = "Five minutes is a round number. If you share the equipment or the heat is great, longer rests are fine."
    bad = """\
dorsi: program/1
name: All day long
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2, rest: 7 min}
"""
    good = """\
dorsi: program/1
name: On time
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2, rest: 2-3 min}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """Looks at the shortest rest allowed; a superset with a heavy hinge is left alone."""
        rest = stated_rest(entry, case)
        if rest is None or rest.seconds[0] <= LONGEST_REST_S or wants_strength(case.athlete):
            return
        if any(is_heavy_hinge(exercise) for exercise in rest.exercises):
            return
        usual = usual_rest(rest, case.athlete)
        yield self.finding(
            entry.place(),
            f"{rest_text(rest.seconds)} of rest after {entry.exercise.short} is longer than the muscles need.",
            f"Rest {rest_text(usual)} and use the time for another set.",
            numbers={"rest in seconds": rest.seconds[0], "at most": LONGEST_REST_S},
            fix=new_rest(rest, usual),
        )
