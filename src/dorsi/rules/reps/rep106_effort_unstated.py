"""REP106: compound work sets that say neither how heavy nor how hard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Grade, Kind, Loading
from dorsi.program.evaluate import Entry, Place, SessionView, WeekView
from dorsi.program.model import Role, SetTarget
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, Severity
from dorsi.rules.reps.slots import WEIGHTED_PULL_UP
from dorsi.rules.reps.targets import hard_targets, has_one_line, sets_edit
from dorsi.rules.scopes import SessionRule
from dorsi.rules.standards import rir_range


class EffortUnstated(SessionRule):
    """Names the compound lifts of a session whose effort is left open."""

    code = "REP106"
    slug = "effort-unstated"
    name = "Effort not stated"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    references = ("Zourdos16", "Helms16", "Halperin22")
    checks = "Compound work sets say how heavy or how hard they are: reps in reserve, a load, a percentage or 'max'."
    why = (
        "Ten reps can be a warm-up or a fight. Without an effort or a load you cannot tell whether a set did its "
        "job, and nobody can say when to add weight."
    )
    limits = (
        "Pull-ups with nothing added are left out, because body weight is their load, and so are carries. Isolation "
        "work can be run by feel."
    )
    bad = """\
dorsi: program/1
name: Bare numbers
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 10}
      - {exercise: seated-row-narrow, sets: 4 x 10}
"""
    good = """\
dorsi: program/1
name: Numbers with an effort
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 10 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 4 x 10 @ 50 kg}
"""

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for the session, with all the lifts it concerns."""
        compounds = [e for e in session.work if e.role is Role.WORK and e.exercise.kind is Kind.COMPOUND]
        open_ones = [e for e in compounds if _unstated(e)]
        if not open_ones:
            return
        names = list(dict.fromkeys(e.exercise.short for e in open_ones))
        listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        yield self.finding(
            Place(session=session.session.id),
            f"{len(open_ones)} of {len(compounds)} compound exercises "
            f"{'says' if len(open_ones) == 1 else 'say'} neither how heavy nor how hard: {listed}.",
            "Add reps in reserve, such as '@ RIR 2', or a load to each of them.",
            numbers={"without effort or load": len(open_ones), "compound exercises": len(compounds)},
            fix=_fix(open_ones, case),
        )


def _unstated(entry: Entry) -> bool:
    body_is_the_load = entry.exercise.loading is Loading.BODYWEIGHT_PLUS
    if body_is_the_load and entry.exercise.id != WEIGHTED_PULL_UP:
        return False
    return any(_is_bare(t) for t in hard_targets(entry))


def _is_bare(target: SetTarget) -> bool:
    return target.reps is not None and not target.to_max and target.rir is None and target.load is None


def _fix(entries: list[Entry], case: Case) -> Fix | None:
    """States the effort the standards ask for, if every line can be rewritten."""
    if not all(has_one_line(e) for e in entries):
        return None
    edits = []
    for entry in entries:
        low, high = rir_range(entry.exercise, case.athlete)
        targets = [replace(t, rir=(float(low), float(high))) if _is_bare(t) else t for t in entry.targets]
        edits.append(sets_edit(entry, targets))
    return Fix(says="Write the usual reps in reserve beside these sets.", edits=tuple(edits))
