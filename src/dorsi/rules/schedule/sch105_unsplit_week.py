"""SCH105: both sessions of a two-session week lead with the same kind of lift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dorsi.atlas.model import Grade, Pattern, Stance
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.priority import main_lifts
from dorsi.rules.scopes import joined

SESSIONS = 2
"""The rule speaks about weeks of this many sessions. Source: claim A06."""
_LEADS: Mapping[Pattern, str] = {
    Pattern.VERTICAL_PULL: "a vertical pull",
    Pattern.HORIZONTAL_PULL: "a row",
    Pattern.HINGE: "a hinge",
}


class UnsplitWeek(Rule):
    """Two sessions a week lead with different lifts."""

    code = "SCH105"
    slug = "unsplit-week"
    name = "Two sessions with one emphasis"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    stance = Stance.DEFAULT
    claims = ("A06", "A08")
    references = ("RamosCampo24", "Nunes21")
    checks = (
        "Compares the first compound lift of both sessions in a two-session week: two vertical pulls, two rows or "
        "two hinges in the lead are pointed out. Test sets are passed over."
    )
    why = (
        "The lift in the lead gets your freshest minutes and gains the most strength. If one session opens with a "
        "vertical pull and the other with a hinge or a row, width, thickness and lower back all get their turn."
    )
    limits = (
        "Split and whole-back weeks build the same muscle when the sets are equal. With one lift as your clear "
        "priority, leading with it twice is sensible."
    )
    bad = """
        dorsi: program/1
        name: Pulldowns twice
        weeks: 4
        sessions:
          - id: one
            day: mon
            blocks:
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
              - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
          - id: two
            day: thu
            blocks:
              - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2}
              - {exercise: machine-row, sets: 3 x 8-12 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Pulldown and row
        weeks: 4
        sessions:
          - id: one
            day: mon
            blocks:
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
              - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
          - id: two
            day: thu
            blocks:
              - {exercise: machine-row, sets: 4 x 8-12 @ RIR 2}
              - {exercise: pulldown-close, sets: 3 x 8-12 @ RIR 2}
    """

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for all weeks with the same two leads."""
        yield from joined(case.view, ((week.weeks, f) for week in case.view.weeks for f in self._check_week(week)))

    def _check_week(self, week: WeekView) -> Iterator[Finding]:
        sessions = [s for s in week.sessions if s.work]
        leads = [lifts[0].exercise for s in sessions if (lifts := main_lifts(s))]
        if len(sessions) != SESSIONS or len(leads) != SESSIONS or leads[0].pattern is not leads[1].pattern:
            return
        named = leads[0].short if leads[0] is leads[1] else f"{leads[0].short} and {leads[1].short}"
        yield self.finding(
            Place(),
            f"Both of the {SESSIONS} sessions lead with {_LEADS[leads[0].pattern]} ({named}).",
            "Let one session open with a vertical pull and the other with a hinge or a row.",
            numbers={"sessions": SESSIONS, "with the same lead": SESSIONS},
        )
