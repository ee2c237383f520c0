"""VOL104: more heavy work for the lumbar spine than the level should take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dorsi.atlas.model import Amount, Exercise
from dorsi.program.evaluate import Entry, Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.bounds import AXIAL_SETS_PER_SESSION, AXIAL_SETS_PER_WEEK, GRADE
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import sets_of
from dorsi.rules.volume.fewer_sets import fewer_sets
from dorsi.rules.volume.wording import lifter, names, sets_text


class AxialLoadOverCap(WeekRule):
    """Hard sets with a high lumbar load above the caps of `bounds`."""

    code = "VOL104"
    slug = "axial-load-over-cap"
    name = "Too much load on the lower back"
    severity = Severity.ERROR
    confidence = GRADE
    claims = ("C17", "C31")
    references = ("Cholewicki91", "Fenwick09")
    checks = (
        "Counts the hard sets that load the lumbar spine heavily, such as deadlifts, rack pulls, good mornings, "
        "carries and unsupported barbell rows, for each session and each week."
    )
    why = (
        "Heavy pulls from the floor and bent-over rows put the largest loads on the lumbar spine. "
        "As you tire, a steady back is harder to hold, so the last of many such sets are the poorest to add."
    )
    limits = (
        "The loads were measured in a few trained lifters, and no study says how many such sets are too many. "
        "The caps are cautious planning figures that treat all heavy lifts alike."
    )
    bad = """\
dorsi: program/1
name: Deadlift and two bent-over rows
weeks: 4
sessions:
  - id: lower
    day: thu
    blocks:
      - {exercise: deadlift, sets: 5 x 5-8 @ RIR 2}
      - {exercise: barbell-row, sets: 4 x 8-10 @ RIR 2}
      - {exercise: t-bar-row, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Deadlift and supported rows
weeks: 4
sessions:
  - id: lower
    day: thu
    blocks:
      - {exercise: deadlift, sets: 4 x 5-8 @ RIR 2}
      - {exercise: barbell-row, sets: 3 x 8-10 @ RIR 2}
      - {exercise: t-bar-row-chest-supported, sets: 3 x 8-12 @ RIR 2}
"""

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """Sessions over their cap first, then the week as a whole."""
        for session in week.sessions:
            place = Place(session=session.session.id)
            yield from self._over(place, session.work, AXIAL_SETS_PER_SESSION[case.level], "session", case)
        yield from self._over(Place(), week.work, AXIAL_SETS_PER_WEEK[case.level], "week", case)

    def _over(self, place: Place, entries: Sequence[Entry], cap: int, span: str, case: Case) -> Iterator[Finding]:
        sets = sum(entry.axial_sets for entry in entries)
        if sets > cap:
            heavy = names(entry.exercise for entry in entries if entry.axial_sets)
            yield self.finding(
                place,
                f"{sets_text(sets)} a {span} load the lower back heavily ({heavy}): "
                f"{cap} is the cap for {lifter(case.level)}.",
                "Swap one of the heavy lifts for a supported row or a cable, or do fewer sets of it.",
                numbers={f"heavy sets a {span}": sets, "cap": cap},
                fix=fewer_sets(entries, lambda entry: float(entry.axial_sets > 0), sets - cap),
            )

    def constrain(self, model: PlanModel) -> None:
        """Holds each session and the week below the caps."""
        level = model.athlete.level
        for session in model.sessions:
            cap = AXIAL_SETS_PER_SESSION[level]
            reason = f"No more than {sets_text(cap)} a session load the lower back heavily."
            model.at_most(sets_of(model, _is_heavy, [session]), cap, rule=self.code, reason=reason)
        cap = AXIAL_SETS_PER_WEEK[level]
        reason = f"No more than {sets_text(cap)} a week load the lower back heavily."
        model.at_most(sets_of(model, _is_heavy), cap, rule=self.code, reason=reason)


def _is_heavy(exercise: Exercise) -> bool:
    return exercise.axial is Amount.HIGH
