"""RST102: repetitions drawn out beyond what helps."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry, rep_seconds
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, SetValue, Severity
from dorsi.rules.scopes import EntryRule
from dorsi.units import number

LONGEST_REP_S = 8.0
"""Longest repetition without a known cost. Source: Schoenfeld15tempo."""
USUAL_TEMPO = "2-0-1-0"


class TempoTooSlow(EntryRule):
    """Flags tempos that make a repetition last longer than eight seconds."""

    code = "RST102"
    slug = "tempo-too-slow"
    name = "Tempo too slow"
    severity = Severity.ADVICE
    confidence = Grade.MODERATE
    claims = ("A09",)
    references = ("Schoenfeld15tempo",)
    checks = f"A repetition at the stated tempo takes {LONGEST_REP_S:.0f} s or less, pauses included."
    why = (
        "From half a second to eight, the speed of a rep makes no clear difference to growth. Slower ones force the "
        "load so low that they seem to give less."
    )
    limits = "The review pools few trials, hardly any on the back. Very slow reps can still serve to learn a movement."
    bad = """\
dorsi: program/1
name: Slow motion
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 3 x 6-8 @ RIR 2, tempo: 6-2-4-1}
"""
    good = """\
dorsi: program/1
name: Controlled
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 3 x 6-8 @ RIR 2, tempo: 3-1-1-0}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """Adds up the tempo's parts."""
        tempo = entry.prescription.tempo
        if tempo is None or not entry.is_work or rep_seconds(tempo) <= LONGEST_REP_S:
            return
        usual = entry.exercise.tempo or USUAL_TEMPO
        seconds = rep_seconds(tempo)
        yield self.finding(
            entry.place(),
            f"{entry.exercise.short} at {tempo} takes {number(seconds)} s a rep; past {LONGEST_REP_S:.0f} s, slower "
            "gains you nothing.",
            f"Lower in two or three seconds and lift in one or two, such as {usual}.",
            numbers={"seconds a rep": seconds, "at most": LONGEST_REP_S},
            fix=Fix(says=f"Set the tempo to {usual}.", edits=(SetValue(path=(*entry.path, "tempo"), value=usual),)),
        )
