"""GAT108: a full-size session for a beginner."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Level
from dorsi.program.evaluate import Place, SessionView, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import SessionRule

FULL_SESSION_SETS = 14
"""Hard sets from which a session is one for the experienced. Source: claim A18; the figure is a heuristic."""


class FullSessionBeforeReady(SessionRule):
    """Flags sessions of an experienced lifter's size for beginners."""

    code = "GAT108"
    slug = "full-session-before-ready"
    name = "Full session before you are ready"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    claims = ("A18", "A15")
    references = ("Pelland24", "McKay17")
    checks = f"A beginner's back session holds fewer than {FULL_SESSION_SETS} hard sets."
    why = (
        "In the first months a few sets bring most of the gain. A session built for someone with years behind them "
        "mostly adds soreness, and tired form at the end."
    )
    limits = (
        "The limit is coaching practice, and counts only hard sets of back exercises. Someone used to hard work from "
        "another sport may bear more."
    )
    bad = """\
dorsi: program/1
name: The whole upper-back session
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 2}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 15 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 3}
      - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 3}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 3}
      - {exercise: face-pull, sets: 4 x 12-15 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: A first upper-back session
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 2}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 15 light}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: seated-row-wide, sets: 3 x 8-12 @ RIR 3}
      - {exercise: face-pull, sets: 2 x 12-15 @ RIR 2}
"""

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for a session that is too full."""
        sets = sum(e.hard_sets for e in session.work)
        if case.athlete is None or case.level is not Level.BEGINNER or sets < FULL_SESSION_SETS:
            return
        yield self.finding(
            Place(session=session.session.id),
            f"This session has {sets} hard sets; while you are a beginner, stay under {FULL_SESSION_SETS}.",
            "Take a set off each exercise, or leave one exercise out, and add them back as you get fitter.",
            numbers={"hard sets": sets, "stay under": FULL_SESSION_SETS},
        )
