"""REP104: very many sets of one exercise in a session, or a lone one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Grade, Level
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.program.model import Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, Severity
from dorsi.rules.reps.targets import new_sets
from dorsi.rules.scopes import SessionRule
from dorsi.rules.standards import OLDER_FROM_AGE

MANY_SETS = 6
"""Hard sets of one exercise in a session after which another exercise does more (heuristic on Remmert25)."""
TOO_MANY_SETS = 8
"""Hard sets of one exercise in a session that nobody should plan (heuristic)."""


class SetsPerExercise(SessionRule):
    """Flags one exercise doing the work of two, and exercises set up for a single set."""

    code = "REP104"
    slug = "sets-per-exercise"
    name = "Sets of one exercise"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    references = ("Remmert25", "Pelland24", "Fragala19")
    checks = (
        f"One exercise gets at most {MANY_SETS} hard sets in a session ({TOO_MANY_SETS} at the very most). Past the "
        "beginner's stage it gets more than one work set."
    )
    why = (
        "Each further set of the same lift brings less, and the joints and the grip meet the same strain every "
        "time. A lone set costs nearly as much setting up as three."
    )
    limits = (
        "The numbers are planning limits; trials count sets for a muscle, not for an exercise. One set is fine "
        "for a test, in a deload week, for beginners and for people over 65 who start out."
    )
    bad = """\
dorsi: program/1
name: Nothing but pulldowns
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 1 x 12 light}
      - {exercise: pulldown-medium, sets: 9 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Two pulls
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 1 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
"""

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """Counts the sets of each exercise over all its blocks."""
        groups: dict[str, list[Entry]] = {}
        for entry in session.work:
            groups.setdefault(entry.exercise.id, []).append(entry)
        for entries in groups.values():
            sets = sum(e.hard_sets for e in entries)
            if sets > MANY_SETS:
                yield self._too_many(entries, sets)
            elif sets == 1 and not week.is_deload and _should_do_more(entries, case):
                name = entries[0].exercise.short
                yield self.finding(
                    entries[0].place(),
                    f"{name} has a single work set, hardly worth the setting up.",
                    f"Give {name} 2-3 sets, or drop it and add the set to an exercise that is already there.",
                    severity=Severity.ADVICE,
                    numbers={"work sets": 1},
                )

    def _too_many(self, entries: list[Entry], sets: int) -> Finding:
        name = entries[0].exercise.short
        return self.finding(
            entries[0].place(),
            f"{name} has {sets} hard sets in one session; after about {MANY_SETS} another exercise does you more good.",
            f"Keep {name} to {MANY_SETS} sets or fewer and move the rest to another exercise or session.",
            severity=Severity.ERROR if sets > TOO_MANY_SETS else Severity.WARNING,
            numbers={"hard sets": sets, "most useful": MANY_SETS},
            fix=_fix(entries),
        )


def _should_do_more(entries: list[Entry], case: Case) -> bool:
    older = case.athlete is not None and case.athlete.age >= OLDER_FROM_AGE
    tested = any(e.role is Role.TEST for e in entries)
    return case.level is not Level.BEGINNER and not older and not tested


def _fix(entries: list[Entry]) -> Fix | None:
    entry, target = entries[0], entries[0].targets[0]
    if len(entries) > 1 or len(entry.targets) > 1:
        return None
    fewer = replace(target, sets=(min(target.sets[0], MANY_SETS), MANY_SETS))
    return new_sets(entry, [fewer], f"Cut {entry.exercise.short} to {MANY_SETS} sets.")
