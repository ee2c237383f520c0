"""RST103: a tempo that lets the weight fall."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, SetValue, Severity
from dorsi.rules.scopes import EntryRule

CONTROLLED_S = 2
"""A lowering one can call controlled. Source: claim A09; heuristic."""


class DroppedLowering(EntryRule):
    """Flags tempos without a controlled lowering."""

    code = "RST103"
    slug = "dropped-lowering"
    name = "Lowering dropped"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    claims = ("A09", "C11")
    references = ("Schoenfeld17ecc", "Schoenfeld15tempo")
    checks = "The first figure of a tempo, the lowering, is at least one second and not 'X' (as fast as possible)."
    why = (
        "Lowering under control is half of the work, and the half in which the muscle is loaded while it lengthens. A "
        "weight that falls is caught at the bottom by joints and tendons."
    )
    limits = (
        "How slow the lowering should be has not been settled for the back; one second is enough here. Powerlifters "
        "who set the bar down fast on purpose can switch this rule off."
    )
    bad = """\
dorsi: program/1
name: Let it drop
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2, tempo: X-0-X-0}
"""
    good = """\
dorsi: program/1
name: Fast up, slow down
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2, tempo: 3-1-X-0}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """Looks at the first figure of the tempo."""
        tempo = entry.prescription.tempo
        if tempo is None or not entry.is_work:
            return
        lowering, *others = tempo.split("-")
        if lowering.isdecimal() and int(lowering) >= 1:
            return
        better = "-".join((str(CONTROLLED_S), *others))
        said = "as fast as it will go" if not lowering.isdecimal() else "without taking any time"
        yield self.finding(
            entry.place(),
            f"{entry.exercise.short} at {tempo} lowers the weight {said}.",
            f"Lower in about {CONTROLLED_S} seconds or more: write {better}.",
            numbers={"lowering": lowering, "at least in seconds": 1},
            fix=Fix(says=f"Set the tempo to {better}.", edits=(SetValue(path=(*entry.path, "tempo"), value=better),)),
        )
