"""BAL107: sessions or weeks that rest on isolation and machines alone."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Exercise, ExternalKind, Grade, Kind
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.reach import options

COMPOUNDS_PER_SESSION = 2
"""Compound exercises that carry a session (heuristic)."""
FREE_COMPOUNDS_PER_WEEK = 2
"""Compounds with free weight or body weight a week. Source: claim B11 asks for two or three."""


class TooFewCompounds(WeekRule):
    """Fewer than two compounds in a session, or fewer than two free ones in the week."""

    code = "BAL107"
    slug = "too-few-compounds"
    name = "Too few compounds"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("B11", "C14", "A05")
    references = ("ACSM26",)
    checks = (
        f"Counts the different compound exercises of each session, at least {COMPOUNDS_PER_SESSION}, and those of the "
        f"week done with free weights or your own body weight, at least {FREE_COMPOUNDS_PER_WEEK} where your "
        "equipment and level offer as many."
    )
    why = (
        "A compound trains several muscles of the back in one go, so a few of them fill a short session well. "
        "Free weights and body weight also make you hold yourself steady."
    )
    limits = (
        "The type of equipment makes no consistent difference to growth, so the second count is a coach's taste. "
        "A planned light day or a session around one big lift can be perfectly good."
    )
    bad = """\
dorsi: program/1
name: Mostly cables
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
      - {exercise: straight-arm-pulldown, sets: 3 x 10-15 @ RIR 1}
      - {exercise: rear-delt-fly-machine, sets: 3 x 12-20 @ RIR 1}
"""
    good = """\
dorsi: program/1
name: Built on compounds
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: dumbbell-row, sets: 3 x 8-12 @ RIR 2}
      - {exercise: rear-delt-fly-machine, sets: 3 x 12-20 @ RIR 1}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """Sessions with too few compounds, then a week with too few free ones."""
        for session in week.sessions:
            compounds = {e.exercise.id for e in session.work if e.exercise.kind is Kind.COMPOUND}
            if session.work and len(compounds) < COMPOUNDS_PER_SESSION:
                yield self.finding(
                    Place(session=session.session.id),
                    f"{_count(len(compounds), 'compound exercise')} in this session; "
                    f"{COMPOUNDS_PER_SESSION} or more would carry it.",
                    "Swap an isolation exercise for a pull, a row or a hinge.",
                    numbers={"compounds in the session": len(compounds), "wanted": COMPOUNDS_PER_SESSION},
                )
        free = {e.exercise.id for e in week.work if is_free_compound(e.exercise)}
        if len(free) < FREE_COMPOUNDS_PER_WEEK <= len(options(case, is_free_compound)):
            yield self.finding(
                Place(),
                f"{_count(len(free), 'compound')} with free weights or body weight in the week; "
                f"{FREE_COMPOUNDS_PER_WEEK} or more make a sound base.",
                "Do one of the machine or cable lifts with a bar, dumbbells or your body weight.",
                numbers={"free compounds a week": len(free), "wanted": FREE_COMPOUNDS_PER_WEEK},
            )


def is_free_compound(exercise: Exercise) -> bool:
    """True for compounds that neither a weight stack nor a band loads."""
    return exercise.kind is Kind.COMPOUND and exercise.external_kind not in (
        ExternalKind.STACK,
        ExternalKind.BAND,
    )


def _count(count: int, what: str) -> str:
    return f"{count or 'No'} {what}{'s' if count > 1 else ''}"
