"""SEL104: a beginner's time goes into shrugs and other isolation work."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Exercise, Grade, Kind, Level, Pattern
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import picks_of
from dorsi.rules.volume.wording import sets_text

SHRUG_PRICE = 3.0
"""Points for a shrug in a beginner's plan."""
ISOLATION_PRICE = 0.8
"""Points for any isolation exercise in a beginner's plan."""


class IsolationForABeginner(WeekRule):
    """Shrugs, or more isolation exercises than compounds, in a beginner's week."""

    code = "SEL104"
    slug = "isolation-for-a-beginner"
    name = "Isolation too early"
    severity = Severity.ADVICE
    confidence = Grade.HEURISTIC
    claims = ("E08", "B13")
    references = ("ACSM26",)
    checks = "For beginners: looks for shrugs, and for training weeks with more isolation than compound exercises."
    why = (
        "In the first months rows, pulls and hinges are new enough to train every part of the back, upper trapezius "
        "included. Practising them pays more than polishing details."
    )
    limits = (
        "No trial has tested when shrugs become worthwhile, and isolation work does a beginner no harm. "
        "Machines are welcome at any stage: isolation here means one joint, not one machine."
    )
    bad = """\
dorsi: program/1
name: Shrugs from day one
weeks: 4
athlete: {age: 24, body_mass: 70, training_age_months: 3}
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: shrug-dumbbell, sets: 3 x 10-15 @ RIR 2}
      - {exercise: rear-delt-fly-machine, sets: 2 x 12-20 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Pull, row, finish
weeks: 4
athlete: {age: 24, body_mass: 70, training_age_months: 3}
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: machine-row, sets: 3 x 8-12 @ RIR 3}
      - {exercise: rear-delt-fly-machine, sets: 2 x 12-20 @ RIR 2}
"""
    spares_deloads = True

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """A finding for each shrug, and one for a week that leans on isolation."""
        if case.level is not Level.BEGINNER:
            return
        for entry in week.work:
            if is_shrug(entry.exercise):
                yield self.finding(
                    entry.place(),
                    f"{entry.exercise.short}: {sets_text(entry.hard_sets)} that pulls, rows and hinges make up for.",
                    "Leave it out for now and give its sets to a row or a hinge.",
                    numbers={"sets": entry.hard_sets},
                )
        kinds = {entry.exercise.id: entry.exercise.kind for entry in week.work}.values()
        isolation = sum(kind is Kind.ISOLATION for kind in kinds)
        compound = sum(kind is Kind.COMPOUND for kind in kinds)
        if isolation > compound:
            yield self.finding(
                Place(),
                f"{isolation} isolation exercises against {compound or 'no'} compound in the week.",
                "Swap isolation exercises for pulls and rows until compounds lead.",
                numbers={"isolation exercises": isolation, "compound exercises": compound},
            )

    def constrain(self, model: PlanModel) -> None:
        """Prices shrugs dearly and other isolation a little in a beginner's plan."""
        if model.athlete.level is not Level.BEGINNER:
            return
        for chosen, price, reason in (
            (is_shrug, SHRUG_PRICE, "Shrugs can wait until the first months are over."),
            (_is_isolation, ISOLATION_PRICE, "Beginners gain most from compounds."),
        ):
            model.price(picks_of(model, chosen), above=0, each=price, rule=self.code, reason=reason)


def is_shrug(exercise: Exercise) -> bool:
    """True for isolation work that lifts the shoulder blades."""
    return exercise.pattern is Pattern.SCAPULAR_ELEVATION


def _is_isolation(exercise: Exercise) -> bool:
    return exercise.kind is Kind.ISOLATION
