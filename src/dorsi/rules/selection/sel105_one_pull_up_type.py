"""SEL105: weeks of pull-ups with never a change of grip."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.gates.pull_ups import WORK_SETS_FROM

PULL_UP_FAMILY = "pull-up"
FEWEST_WEEKS = 4
"""A rotation takes at least this long. Source: claim C20, four sessions."""
FEWEST_SESSIONS = 4
"""Pull-up sessions of the programme, week by week, from which a change is suggested. Source: claim C20."""


class OnePullUpType(Rule):
    """The same grip in every pull-up session of a cycle."""

    code = "SEL105"
    slug = "one-pull-up-type"
    name = "Always the same pull-up"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("C20",)
    references = ("Dickie17", "Youdas10")
    checks = (
        f"In programmes of {FEWEST_WEEKS} weeks or more with at least {FEWEST_SESSIONS} pull-up sessions: whether the "
        f"hands ever change direction or width. Only for those who manage {WORK_SETS_FROM} pull-ups or "
        "whose number is unknown."
    )
    why = (
        "Turning the hands shifts a little work between middle trapezius, lower trapezius and biceps. "
        "A change also gives elbows and shoulders a rest from the one position."
    )
    limits = (
        "The shifts are small and seen in muscle activity alone; the rotation has no trial behind it. "
        "If one grip is the only one your joints like, keep it."
    )
    bad = """\
dorsi: program/1
name: One grip for six weeks
weeks: 6
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Two grips in six weeks
weeks: 6
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: {1-3: 4 x 6-10 @ RIR 2}}
      - {exercise: pull-up-neutral, sets: {4-6: 4 x 6-10 @ RIR 2}}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """At most one finding, about the programme as a whole."""
        if case.view.program.weeks < FEWEST_WEEKS or not _is_ready(case):
            return
        sessions = [
            {(entry.exercise.grip, entry.exercise.grip_width) for entry in pull_ups}
            for _, week in case.view.in_order()
            for session in week.sessions
            if (pull_ups := [e for e in session.work if e.exercise.family == PULL_UP_FAMILY])
        ]
        grips = set().union(*sessions)
        if len(sessions) >= FEWEST_SESSIONS and len(grips) == 1:
            ((grip, width),) = grips
            words = ", ".join(part.value for part in (grip, width) if part is not None)
            yield self.finding(
                Place(),
                f"All {len(sessions)} pull-up sessions use one grip ({words}).",
                "Do some of the weeks with another grip that your shoulders like, neutral or underhand for instance.",
                numbers={"pull-up sessions": len(sessions), "grips": 1},
            )


def _is_ready(case: Case) -> bool:
    """True unless the athlete is known to manage fewer pull-ups than variety needs."""
    known = None if case.athlete is None else case.athlete.max_pull_ups
    return known is None or known >= WORK_SETS_FROM
