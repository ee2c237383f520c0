"""REP105: sets to the maximum where the lower back holds the trunk up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Grade
from dorsi.program.evaluate import Entry
from dorsi.program.model import SetTarget
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.reps.slots import hangs_on_the_lower_back
from dorsi.rules.reps.targets import is_open_max, new_sets
from dorsi.rules.scopes import EntryRule
from dorsi.rules.standards import rep_range, rir_floor, rir_range


class MaxSetsOnSpine(EntryRule):
    """Flags open-ended sets of heavy hinges and unsupported rows."""

    code = "REP105"
    slug = "max-sets-on-spine"
    name = "Maximum sets on a lift the lower back carries"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    claims = ("A18", "D15", "D16", "D18")
    references = ("Refalo23", "Grgic22")
    checks = (
        "No set of a heavy hinge, an unsupported row or a dead-row runs to the maximum, in a test either. A stated "
        "number of reps in reserve makes such a set an ordinary one."
    )
    why = (
        "Sets to the maximum show hardly any gain over sets that stop a little short. On these lifts a tired trunk can "
        "lose its position mid-set, so the maximum belongs on pulldowns, pull-ups and machines."
    )
    limits = (
        "That failure adds little comes from trials. That it is riskier with a loaded, unsupported back is reasoning; "
        "no trial has tested it."
    )
    bad = """\
dorsi: program/1
name: Rows to the maximum
weeks: 4
sessions:
  - id: mass
    blocks:
      - {warmup: barbell-row-underhand, sets: 2 x 8 light}
      - {exercise: barbell-row-underhand, sets: 3 x max, rest: 2 min}
"""
    good = """\
dorsi: program/1
name: Rows with a reserve
weeks: 4
sessions:
  - id: mass
    blocks:
      - {warmup: barbell-row-underhand, sets: 2 x 8 light}
      - {exercise: barbell-row-underhand, sets: 3 x 8-12 @ RIR 2, rest: 2 min}
      - {exercise: seated-row-narrow, sets: 2 x 10 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """One finding however many of the sets run to the maximum."""
        open_sets = sum(t.sets[1] for t in entry.targets if is_open_max(t))
        if not entry.is_work or not open_sets or not hangs_on_the_lower_back(entry.exercise):
            return
        name, floor = entry.exercise.short, rir_floor(entry.exercise, case.athlete)
        count = "1 set" if open_sets == 1 else f"{open_sets} sets"
        yield self.finding(
            entry.place(),
            f"{name} takes {count} to the maximum, with the lower back unsupported.",
            f"Give it a rep range with {floor} in reserve, and keep maximum sets for a pulldown, a machine row or "
            "pull-ups.",
            numbers={"sets to the maximum": open_sets, "reps in reserve to keep": floor},
            fix=new_sets(
                entry,
                [_closed(t, entry.exercise, case.athlete) for t in entry.targets],
                f"Replace the maximum sets of {name} with a rep range and a reserve.",
            ),
        )


def _closed(target: SetTarget, exercise: Exercise, athlete: Athlete | None) -> SetTarget:
    if not is_open_max(target):
        return target
    low, high = rep_range(exercise, athlete)
    if target.reps is not None:
        low, high = target.reps[0], max(target.reps[0], high)
    easy, easiest = rir_range(exercise, athlete)
    return replace(target, reps=(low, high), to_max=False, rir=(float(easy), float(easiest)))
