"""MET107: too many slow lowering repetitions of pull-ups in one session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Exercise, Grade, Level, Loading, Pattern
from dorsi.program.evaluate import MAX_SET_REPS, Entry, Place
from dorsi.program.model import Role, SetTarget
from dorsi.program.notation import format_sets
from dorsi.rules.base import Case, PlanModel, Rule
from dorsi.rules.finding import Finding, Fix, SetValue, Severity
from dorsi.rules.scopes import place_weeks
from dorsi.rules.standards import rep_range

MOST_REPS = 15
"""Lowering repetitions of pull-ups in a session for those not used to them (heuristic on UMEM24)."""
TAG = "detrained"
LOWERING_EXERCISES = frozenset({"pull-up-eccentric"})
LOWERING_METHODS = frozenset({"slow-eccentric", "weighted-eccentric"})
EXTRA_SET_PRICE = 4.0
"""Points each lowering set beyond the dose costs a beginner (heuristic)."""


class EccentricDose(Rule):
    """Flags sessions with more than 15 slow lowering repetitions for newcomers."""

    code = "MET107"
    slug = "eccentric-dose"
    name = "Too much slow lowering"
    severity = Severity.WARNING
    confidence = Grade.LIMITED
    claims = ("C11", "C12")
    references = ("UMEM24", "McKay17", "RhabdoCase", "Schoenfeld17ecc")
    checks = (
        "Beginners do at most 15 slow lowering repetitions of pull-ups in a session; in the first two weeks or after a "
        "break more than that is an error."
    )
    why = (
        "Lowering makes muscles sorer than lifting does, and pull-ups lowered slowly are a named setting for muscle "
        "breakdown in people who are not used to them. A few good repetitions teach the movement just as well."
    )
    limits = (
        "The 15 is a cautious round number. It counts lowering pull-ups and pull-ups marked as slow lowering, at the "
        "upper end of the prescription, not how slow they really are."
    )
    bad = """\
dorsi: program/1
name: Down, down, down
weeks: 4
athlete: {age: 25, body_mass: 65, training_age_months: 3, max_pull_ups: 0}
sessions:
  - id: upper
    blocks:
      - {exercise: pull-up-eccentric, sets: 5 x 5, rest: 2 min}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: A few times down
weeks: 4
athlete: {age: 25, body_mass: 65, training_age_months: 3, max_pull_ups: 0}
sessions:
  - id: upper
    blocks:
      - {exercise: pull-up-eccentric, sets: 3 x 3-5, rest: 2 min}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding a session over the dose."""
        detrained = case.athlete is not None and TAG in case.athlete.tags
        if not detrained and case.level is not Level.BEGINNER:
            return
        for week in case.view.weeks:
            for session in week.sessions:
                lowering = [entry for entry in session.entries if _lowers(entry)]
                reps = sum(_reps(target) for entry in lowering for target in entry.targets)
                if reps <= MOST_REPS:
                    continue
                place = Place(weeks=place_weeks(case.view, week.weeks), session=session.session.id)
                only = lowering[0] if len(lowering) == 1 else None
                yield self.finding(
                    only.place(place.weeks) if only else place,
                    f"The session holds up to {reps} slow lowering repetitions of pull-ups, "
                    + ("in the first weeks or after a break." if detrained else "for a beginner."),
                    f"Keep them to {MOST_REPS} in a session.",
                    severity=Severity.ERROR if detrained else Severity.WARNING,
                    numbers={"lowering reps": reps, "most": MOST_REPS},
                    fix=_fix(only) if only else None,
                )

    def constrain(self, model: PlanModel) -> None:
        """Prices lowering sets beyond the dose for beginners; contraindications do the rest."""
        if model.athlete.level is not Level.BEGINNER:
            return
        for session in model.sessions:
            for exercise in model.candidates(session):
                if exercise.id in LOWERING_EXERCISES:
                    model.price(
                        {model.sets(session, exercise): 1.0},
                        above=MOST_REPS // rep_range(exercise, model.athlete)[1],
                        each=EXTRA_SET_PRICE,
                        rule=self.code,
                        reason=f"Beginners lower pull-ups at most {MOST_REPS} times a session",
                    )


def _lowers(entry: Entry) -> bool:
    if entry.role is not Role.WORK:
        return False
    if entry.exercise.id in LOWERING_EXERCISES:
        return True
    return _is_pull_up(entry.exercise) and bool(LOWERING_METHODS & set(entry.prescription.methods))


def _is_pull_up(exercise: Exercise) -> bool:
    return exercise.pattern is Pattern.VERTICAL_PULL and exercise.loading in (
        Loading.BODYWEIGHT_PLUS,
        Loading.BODYWEIGHT_MINUS,
    )


def _reps(target: SetTarget) -> int:
    """Repetitions at the upper end; a set in seconds is one lowering, a maximum set ten."""
    if target.seconds is not None:
        return target.sets[1]
    return target.sets[1] * (target.reps[1] if target.reps and not target.to_max else MAX_SET_REPS)


def _fix(entry: Entry) -> Fix | None:
    """Three sets of at most five, where one line of sets stands for all weeks."""
    if len(entry.prescription.sets) > 1 or len(entry.targets) != 1 or entry.targets[0].reps is None:
        return None
    target = entry.targets[0]
    assert target.reps is not None
    most = MOST_REPS // 3
    reps = (min(target.reps[0], most), min(target.reps[1], most))
    sets = (min(target.sets[0], 3), min(target.sets[1], 3))
    text = format_sets((replace(target, sets=sets, reps=reps, to_max=False),))
    return Fix(says=f"Change the sets to '{text}'.", edits=(SetValue(path=(*entry.path, "sets"), value=text),))
