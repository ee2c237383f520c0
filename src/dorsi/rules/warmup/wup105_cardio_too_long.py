"""WUP105: cardio before lifting that goes on too long."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.program.model import Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, SetValue, Severity
from dorsi.rules.reps.targets import has_one_line
from dorsi.rules.scopes import SessionRule
from dorsi.rules.warmup.preparation import before_work
from dorsi.units import number

MOST_SECONDS = 600
"""Cardio before lifting that is still a warm-up (heuristic)."""
USUAL_CARDIO = "5 min"
"""Source: claim D19."""


class CardioTooLong(SessionRule):
    """Flags more than ten minutes of cardio before the first work set."""

    code = "WUP105"
    slug = "cardio-too-long"
    name = "Cardio warm-up too long"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("D19",)
    references = ("RibeiroB21",)
    checks = f"Cardio before the first work set lasts {MOST_SECONDS // 60} minutes at most."
    why = (
        "Five easy minutes are enough to get warm. Much more takes time and some strength from the lifting that "
        "is meant to come first."
    )
    limits = (
        "Where a warm-up becomes training is a matter of pace and fitness. Longer cardio after lifting, or on "
        "another day, is a fine thing. Cardio given as a distance is not timed."
    )
    bad = """\
dorsi: program/1
name: Rowed out
weeks: 4
sessions:
  - id: upper
    blocks:
      - {cardio: row-ergometer, sets: 20 min}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Rowed in
weeks: 4
sessions:
  - id: upper
    blocks:
      - {cardio: row-ergometer, sets: 5 min}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
"""

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for all cardio before the work."""
        if not session.work:
            return
        cardio = [e for e in before_work(session) if e.role is Role.CARDIO]
        seconds = sum(_seconds(e) for e in cardio)
        if seconds <= MOST_SECONDS:
            return
        yield self.finding(
            cardio[0].place(),
            f"{number(round(seconds / 60, 1))} minutes of cardio come before the first work set; "
            f"{MOST_SECONDS // 60} are plenty.",
            "Cut it to about five easy minutes, or move the rest to the end of the session.",
            numbers={"cardio in minutes": seconds / 60, "at most": MOST_SECONDS / 60},
            fix=_fix(cardio),
        )


def _seconds(entry: Entry) -> int:
    return sum(t.sets[1] * t.seconds[1] for t in entry.targets if t.seconds)


def _fix(cardio: list[Entry]) -> Fix | None:
    if len(cardio) > 1 or not has_one_line(cardio[0]):
        return None
    edit = SetValue(path=(*cardio[0].path, "sets"), value=USUAL_CARDIO)
    return Fix(says=f"Cut the cardio to {USUAL_CARDIO}.", edits=(edit,))
