"""RSK103: heavy, maximal or tested lifting for someone under 18."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.risk.effort import effort_text, gentler, harder_than
from dorsi.rules.scopes import EntryRule
from dorsi.rules.standards import CAREFUL_RIR, UNDER_18_REPS

TAG = "under-18"


class Under18Limits(EntryRule):
    """Flags tests, sets near failure and heavy sets in a young athlete's programme."""

    code = "RSK103"
    slug = "under-18-limits"
    name = "Too heavy for under 18"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    references = ("AAP20", "Lloyd14", "NSCA09")
    health = True
    checks = (
        "Under 18 there are no tests of a maximum and no sets with fewer than 3 repetitions in reserve. Work sets "
        "outside 8-15 repetitions get a warning."
    )
    why = (
        "Strength training is safe and useful for young people when someone qualified watches and technique comes "
        "first. Moderate loads with repetitions to spare leave room to learn it."
    )
    limits = (
        "The range of 8-15 and the reserve of 3 are cautious choices within the position statements, not measured "
        "borders. A coach who stands beside the athlete can see more than any number."
    )
    bad = """\
dorsi: program/1
name: Heavy at fifteen
weeks: 6
athlete: {age: 15, body_mass: 60, training_age_months: 10, guardian_consent: true}
sessions:
  - id: back
    blocks:
      - {exercise: pulldown-medium, sets: 5 x 5 @ RIR 1}
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Learning at fifteen
weeks: 6
athlete: {age: 15, body_mass: 60, training_age_months: 10, guardian_consent: true}
sessions:
  - id: back
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 3}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """Tests and effort are errors, repetitions a warning; one fix mends both."""
        athlete, exercise = case.athlete, entry.exercise
        if athlete is None or TAG not in athlete.tags or entry.role not in (Role.WORK, Role.TEST):
            return
        if entry.role is Role.TEST:
            yield self.finding(
                entry.place(),
                f"{exercise.short} is tested here, at the age of {athlete.age}.",
                "Drop the test and judge progress by the repetitions in ordinary sets.",
                numbers={"age": athlete.age},
            )
            return
        if not exercise.is_work:
            return
        fix = gentler(entry, case, rir=CAREFUL_RIR, reps=UNDER_18_REPS)
        if harder_than(entry, CAREFUL_RIR):
            yield self.finding(
                entry.place(),
                f"At {athlete.age}, {exercise.short} {effort_text(entry)} is too close to the limit.",
                f"End every set with {CAREFUL_RIR} repetitions or more in reserve.",
                numbers={"age": athlete.age, "reps in reserve": entry.rir or 0},
                fix=fix,
            )
        low, high = UNDER_18_REPS
        if entry.reps is not None and not (low <= entry.reps[0] and entry.reps[1] <= high):
            yield self.finding(
                entry.place(),
                f"{exercise.short} asks for {_span(entry.reps)} repetitions; under 18 the range is {low}-{high}.",
                f"Choose a load for {low}-{high} repetitions.",
                severity=Severity.WARNING,
                numbers={"fewest reps": entry.reps[0], "most reps": entry.reps[1]},
                fix=fix,
            )


def _span(reps: tuple[int, int]) -> str:
    return str(reps[0]) if reps[0] == reps[1] else f"{reps[0]}-{reps[1]}"
