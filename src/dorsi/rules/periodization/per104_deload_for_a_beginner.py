"""PER104: a fixed deload in a beginner's short programme."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Level
from dorsi.program.evaluate import Place, week_spans
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Fix, RemoveAt, Severity

LONG_PROGRAM_WEEKS = 8
"""From this length on a planned deload makes sense for beginners too (heuristic)."""


class DeloadForABeginner(Rule):
    """Flags planned deloads before a beginner has anything to unload."""

    code = "PER104"
    slug = "deload-for-a-beginner"
    name = "Deload a beginner does not need"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    references = ("Bell23", "Rogerson24", "Coleman24")
    checks = "A beginner's programme of less than eight weeks has no fixed deload week."
    why = (
        "Beginners train with moderate loads and short of failure, and gain almost every session. A lighter week "
        "by the calendar takes practice away where little fatigue has gathered; when signs show, one can be put in."
    )
    limits = (
        "Nobody has tested this in beginners; surveys asked lifters who compete. If work or sleep is hard just then, "
        "an easy week is a good idea at any level."
    )
    bad = """\
dorsi: program/1
name: Rest before the start
weeks: 5
deload_weeks: 4
athlete: {age: 23, body_mass: 70, training_age_months: 2}
sessions:
  - id: back
    blocks:
      - exercise: pulldown-medium
        sets: {1-3: 3 x 8-12 @ RIR 3, 4: 2 x 8 @ RIR 4, 5: 3 x 8-12 @ RIR 3}
      - exercise: machine-row
        sets: {1-3: 3 x 8-12 @ RIR 3, 4: 1 x 8 @ RIR 4, 5: 3 x 8-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Five weeks of practice
weeks: 5
athlete: {age: 23, body_mass: 70, training_age_months: 2}
sessions:
  - id: back
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 3}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for the programme."""
        program = case.view.program
        if case.level is not Level.BEGINNER or program.weeks >= LONG_PROGRAM_WEEKS or not program.deload_weeks:
            return
        weeks = tuple(sorted(program.deload_weeks))
        which = ("Week " if len(weeks) == 1 else "Weeks ") + week_spans(weeks)
        yield self.finding(
            Place(weeks=weeks),
            f"{which} of {program.weeks} {'is a deload' if len(weeks) == 1 else 'are deloads'}, for a beginner.",
            "Train through and take an easier week only when sleep, soreness or stalled lifts ask for it.",
            numbers={"deload weeks": len(weeks), "weeks": program.weeks},
            fix=Fix(
                says="Plan no deload; lighter sets written for that week stay as they are.",
                edits=(RemoveAt(path=("deload_weeks",)),),
            ),
        )
