"""SEL108: the shrug on the back, which does nothing for the trapezius."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Stance
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule
from dorsi.rules.selection.swap import swap
from dorsi.rules.volume.wording import sets_text

SUPINE_SHRUG = "shrug-supine"
PRONE_SHRUG = "shrug-prone"


class SupineShrugForTraps(EntryRule):
    """Work sets of the supine shrug."""

    code = "SEL108"
    slug = "supine-shrug-for-traps"
    name = "Supine shrug"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    stance = Stance.CORRECT
    claims = ("E10",)
    references = ("Ekstrom03",)
    checks = "Looks for work sets of the shrug done lying on the back, which guide E gives for the trapezius."
    why = (
        "On your back, lifting the shoulders pushes the blades apart and forwards, work for serratus and chest. "
        "The trapezius pulls the other way, so these sets count nothing for it."
    )
    limits = (
        "This follows from anatomy; nobody has measured the exercise. "
        "If you do it on purpose for the serratus, carry on and ignore the hint."
    )
    bad = """\
dorsi: program/1
name: Lying shrugs
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
      - {exercise: shrug-supine, sets: 3 x 10-15 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Prone shrugs
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
      - {exercise: shrug-prone, sets: 3 x 10-15 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """A finding for each prescription of it, with the prone shrug as its fix."""
        if entry.exercise.id == SUPINE_SHRUG and entry.is_work:
            yield self.finding(
                entry.place(),
                f"The trapezius gets 0 sets out of {sets_text(entry.all_sets)} of the {entry.exercise.short.lower()}.",
                "Lie on your front on an incline bench instead and do the prone shrug.",
                numbers={"sets": entry.all_sets, "sets for the trapezius": 0},
                fix=swap(entry, (PRONE_SHRUG,), case),
            )
