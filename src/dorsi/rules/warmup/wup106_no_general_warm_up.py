"""WUP106: a session without a few minutes of easy movement first."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Pattern
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.program.model import Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import SessionRule
from dorsi.rules.warmup.preparation import before_work, first_suitable, inserted, session_place

SHORT_SESSION_MINUTES = 35
"""Sessions up to this length may leave general warming up out (heuristic)."""
MOVES = {"brisk-march": "5 min", "cat-camel": "2 x 30 s", "thoracic-rotation": "2 x 30 s"}
"""What to add, best first, with its sets; none needs equipment. Source: claim D19 for five minutes."""
MOVING = (Pattern.CARDIO, Pattern.STRETCH, Pattern.TRUNK, Pattern.HANG)


class NoGeneralWarmUp(SessionRule):
    """Mentions that easy movement before the lifting is missing."""

    code = "WUP106"
    slug = "no-general-warm-up"
    name = "No general warm-up"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("D19",)
    references = ("RibeiroB21",)
    checks = (
        f"Sessions longer than {SHORT_SESSION_MINUTES} minutes open with some cardio or a mobility drill, besides any "
        "warm-up sets."
    )
    why = "A few easy minutes raise the pulse and make the first sets pleasanter, above all on a cold morning."
    limits = (
        "This is the least of all advice: general warming up does no harm and little measurable good once warm-up "
        "sets are there. Leave it out if you come in warm."
    )
    bad = """\
dorsi: program/1
name: Lifting only
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2, rest: 3 min}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2, rest: 3 min}
      - {exercise: face-pull, sets: 3 x 12-20 @ RIR 2, rest: 90 s}
"""
    good = """\
dorsi: program/1
name: Moving first
weeks: 4
sessions:
  - id: upper
    blocks:
      - {cardio: stationary-bike, sets: 5 min}
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2, rest: 3 min}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2, rest: 3 min}
      - {exercise: face-pull, sets: 3 x 12-20 @ RIR 2, rest: 90 s}
"""

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for the session."""
        minutes = round(session.minutes)
        if not session.work or minutes <= SHORT_SESSION_MINUTES:
            return
        if any(_is_general(e) for e in before_work(session)):
            return
        move = first_suitable(MOVES, case)
        yield self.finding(
            session_place(session),
            f"This session of about {minutes} minutes has neither cardio nor a mobility drill before the work.",
            "If you like, start with five easy minutes on a bike, a rower or your feet.",
            numbers={"minutes": minutes},
            fix=None
            if move is None
            else inserted(
                session,
                0,
                "cardio" if move.pattern is Pattern.CARDIO else "stretch",
                move.id,
                MOVES[move.id],
                f"Start with {MOVES[move.id]} of {move.short}.",
            ),
        )


def _is_general(entry: Entry) -> bool:
    return entry.role in (Role.CARDIO, Role.STRETCH) or entry.exercise.pattern in MOVING
