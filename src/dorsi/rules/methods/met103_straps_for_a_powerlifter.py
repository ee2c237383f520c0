"""MET103: straps for a competing powerlifter, or on everything."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry, Place
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Edit, Finding, Fix, RemoveAt, Severity
from dorsi.rules.methods.labels import without_methods
from dorsi.rules.scopes import place_weeks

METHOD = "straps"
GRIP_FROM = 0.5
"""Involvement of the forearms from which the hands do notable work (heuristic)."""
MANY_PULLS = 3
"""Gripping exercises in a week from which 'all of them strapped' means something (heuristic)."""


class StrapsForAPowerlifter(Rule):
    """Flags straps where the grip has to be trained."""

    code = "MET103"
    slug = "straps-for-a-powerlifter"
    name = "Straps where grip counts"
    severity = Severity.ERROR
    confidence = Grade.MODERATE
    claims = ("C34",)
    references = ("Jukic21", "Coswig15", "Trahey23")
    checks = (
        "A competing powerlifter pulls without straps. For everyone else it mentions when every gripping exercise of "
        "the week is strapped."
    )
    why = (
        "Straps buy repetitions by sparing the grip, which is useful on a heavy set and useless on a platform where "
        "they are not allowed. A grip that never works does not grow, and strapped sets tell a different story about "
        "strength."
    )
    limits = (
        "It cannot know how far away the meet is or whether grip is what stops you. That grip suffers from straps on "
        "everything is reasoning; no trial has followed it."
    )
    bad = """\
dorsi: program/1
name: Strapped for the platform
weeks: 6
athlete: {age: 27, body_mass: 68, training_age_months: 60, powerlifter: true}
sessions:
  - id: pull
    blocks:
      - {exercise: deadlift, sets: 4 x 4-6 @ RIR 2, straps: yes, rest: 4 min}
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Bare hands
weeks: 6
athlete: {age: 27, body_mass: 68, training_age_months: 60, powerlifter: true}
sessions:
  - id: pull
    blocks:
      - {exercise: deadlift, sets: 4 x 4-6 @ RIR 2, rest: 4 min}
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 2}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """Each strapped lift of a powerlifter, or weeks in which nothing is left to the grip."""
        if case.athlete is not None and case.athlete.powerlifter:
            for weeks, entry in case.view.distinct_entries:
                if _strapped(entry):
                    yield self._for_powerlifter(entry, place_weeks(case.view, weeks))
            return
        for week in case.view.weeks:
            gripping = [e for e in week.work if e.exercise.muscles.get("forearm", 0.0) >= GRIP_FROM]
            if len(gripping) >= MANY_PULLS and all(_strapped(entry) for entry in gripping):
                yield self.finding(
                    Place(weeks=place_weeks(case.view, week.weeks)),
                    f"All {len(gripping)} exercises of the week that need grip are done with straps.",
                    "Keep straps for the heaviest sets, and log strapped sets as such.",
                    severity=Severity.ADVICE,
                    numbers={"strapped exercises": len(gripping)},
                )

    def _for_powerlifter(self, entry: Entry, weeks: tuple[int, ...]) -> Finding:
        edits: list[Edit] = []
        if entry.prescription.straps:
            edits.append(RemoveAt(path=(*entry.path, "straps")))
        if METHOD in entry.prescription.methods:
            edits.append(without_methods(entry, {METHOD}))
        return self.finding(
            entry.place(weeks),
            f"{entry.exercise.short} is done with straps, and you compete in powerlifting.",
            "Pull with bare hands and chalk; take a little less weight if the grip gives out.",
            fix=Fix(says="Take the straps off.", edits=tuple(edits)),
        )


def _strapped(entry: Entry) -> bool:
    return entry.prescription.straps or METHOD in entry.prescription.methods
