"""WUP101: a session that opens with work sets."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.program.model import Role
from dorsi.rules.base import Case
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.reps.slots import FREE_PULL_UPS, WEIGHTED_PULL_UP
from dorsi.rules.scopes import SessionRule
from dorsi.rules.warmup.preparation import before, inserted

LIGHT_PULLDOWN = "pulldown-medium"
LIGHT_SET = "1 x 10 light"
"""One easy set. Source: claim A14, RibeiroB21; ten reps are a heuristic."""


class ColdStart(SessionRule):
    """Flags sessions whose first work exercise follows no warm-up at all."""

    code = "WUP101"
    slug = "cold-start"
    name = "Cold start"
    severity = Severity.WARNING
    confidence = Grade.LIMITED
    claims = ("A14",)
    references = ("RibeiroB21", "RibeiroB20")
    checks = "Before the first work set of a session there is a warm-up set or some cardio."
    why = (
        "A few easy sets let you feel for the movement, and help the first work sets a little. They cost two "
        "minutes and tell you early if something is not right today."
    )
    limits = (
        "The gain is modest, and proof that warming up prevents lifting injuries is thin. What you do at home or on "
        "the way, the checker cannot see."
    )
    bad = """\
dorsi: program/1
name: Straight in
weeks: 4
sessions:
  - id: upper
    blocks:
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-wide, sets: 3 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Easing in
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 15 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-wide, sets: 3 x 8-12 @ RIR 2}
"""

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding, at the first work exercise."""
        if not session.work:
            return
        first = session.work[0]
        if any(e.role in (Role.WARMUP, Role.CARDIO) for e in before(session, first)):
            return
        name = first.exercise.short
        warm_up = case.atlas.exercise(_warm_up_for(first, case))
        yield self.finding(
            first.place(),
            f"{name} opens the session with {first.all_sets} work {'set' if first.all_sets == 1 else 'sets'} and no "
            "warm-up before it.",
            f"Put one or two light sets of {warm_up.short} in front, far from tiring.",
            numbers={"warm-up sets": 0, "work sets": first.all_sets},
            fix=inserted(
                session, first.block_index, "warmup", warm_up.id, LIGHT_SET, f"Add a light set of {warm_up.short}."
            ),
        )


def _warm_up_for(entry: Entry, case: Case) -> str:
    """The exercise itself, or light pulldowns before full pull-ups where the athlete has the station."""
    if entry.exercise.id not in FREE_PULL_UPS | {WEIGHTED_PULL_UP}:
        return entry.exercise.id
    for name in (LIGHT_PULLDOWN, "pull-up-assisted", "band-pulldown", "pull-up-band-assisted"):
        if case.athlete is None or suits(case.atlas.exercise(name), case.athlete):
            return name
    return "scapular-hang"
