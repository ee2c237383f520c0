"""VOL108: one session asks the bare grip for more heavy sets than it can give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dorsi.atlas.model import Exercise, Grade, Pattern
from dorsi.atlas.volume import DIRECT_FROM
from dorsi.program.evaluate import Entry, Place, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, SetValue, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.wording import names, sets_text

GRIP_SETS_PER_SESSION = 12
"""Hard sets in a session that the bare hands can be expected to hold (heuristic)."""


class GripOverload(WeekRule):
    """More than `GRIP_SETS_PER_SESSION` sets of grip-heavy lifts without straps."""

    code = "VOL108"
    slug = "grip-overload"
    name = "The grip gives out first"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("C34",)
    references = ("Jukic21", "Coswig15", "Trahey23")
    checks = (
        "Counts the hard sets of a session that hang on the hands, such as deadlifts, rack pulls, carries and "
        f"weighted pull-ups, leaving out those done with straps. More than {GRIP_SETS_PER_SESSION} draws a hint."
    )
    why = (
        "When the fingers open before the back is tired, the back gets less than was planned. "
        "Straps have been shown to spare the grip or add repetitions in heavy pulls."
    )
    limits = (
        "How many sets a grip holds depends on the hands, the bar and chalk; the number is a heuristic. "
        "If grip strength is a goal of yours, this much may be just what you want."
    )
    bad = """\
dorsi: program/1
name: Hands full
weeks: 4
sessions:
  - id: strength
    day: mon
    blocks:
      - {exercise: deadlift, sets: 5 x 5 @ RIR 2}
      - {exercise: pull-up-weighted, sets: 5 x 5-6 @ RIR 2}
      - {exercise: farmers-walk, sets: 3 x 30 m}
"""
    good = """\
dorsi: program/1
name: Straps on the deadlift
weeks: 4
sessions:
  - id: strength
    day: mon
    blocks:
      - {exercise: deadlift, sets: 5 x 5 @ RIR 2, straps: yes}
      - {exercise: pull-up-weighted, sets: 5 x 5-6 @ RIR 2}
      - {exercise: farmers-walk, sets: 3 x 30 m}
"""

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each session that asks too much of the bare grip."""
        may_strap = case.athlete is None or not case.athlete.powerlifter
        for session in week.sessions:
            entries = [e for e in session.work if is_grip_heavy(e.exercise) and not e.prescription.straps]
            sets = sum(entry.hard_sets for entry in entries)
            if sets > GRIP_SETS_PER_SESSION:
                yield self.finding(
                    Place(session=session.session.id),
                    f"{sets_text(sets)} without straps hang on the grip in one session "
                    f"({names(entry.exercise for entry in entries)}).",
                    "Use straps for the last heavy pulls, or move one of these lifts to another day."
                    if may_strap
                    else "Move one of these lifts to another day; your meets are pulled without straps.",
                    numbers={"grip sets in the session": sets, "limit": GRIP_SETS_PER_SESSION},
                    fix=_strapped(entries, sets - GRIP_SETS_PER_SESSION) if may_strap else None,
                )


def is_grip_heavy(exercise: Exercise) -> bool:
    """True if the forearm works as hard as the muscles the exercise is for."""
    return exercise.muscles.get("forearm", 0.0) >= DIRECT_FROM


def _strapped(entries: Sequence[Entry], excess: int) -> Fix | None:
    """Straps on as many hinges as it takes; None if that is not enough."""
    chosen: list[Entry] = []
    for entry in entries:
        if excess > 0 and entry.exercise.pattern is Pattern.HINGE:
            chosen.append(entry)
            excess -= entry.hard_sets
    if excess > 0:
        return None
    return Fix(
        says=f"Use straps for {' and '.join(e.exercise.short for e in chosen)}.",
        edits=tuple(SetValue(path=(*entry.path, "straps"), value=True) for entry in chosen),
    )
