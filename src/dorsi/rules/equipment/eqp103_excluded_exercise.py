"""EQP103: an exercise the athlete has ruled out, or does not like."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule

DISLIKED_PRICE = 2.0
"""Points a disliked exercise costs each time: it must be clearly better than the next one (heuristic)."""
LIKED_REWARD = 1.0
"""Points a liked exercise brings once in the week, about one useful set (heuristic)."""


class ExcludedExercise(EntryRule):
    """Flags what the athlete never wants to do, and mentions what they dislike."""

    code = "EQP103"
    slug = "excluded-exercise"
    name = "Exercise you ruled out"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    claims = ("C04",)
    references = ("Kassiano22",)
    checks = (
        "No exercise stands in the programme that you put on your 'never' list; exercises you dislike are pointed out."
    )
    why = (
        "A no is a no, whatever the reason behind it. Between exercises of one kind the differences are small, so "
        "the one you will do gladly is the better choice."
    )
    limits = "It goes by the exact exercise: ruling out one grip of the pull-up leaves the others in."
    bad = """\
dorsi: program/1
name: Not that one
weeks: 4
athlete: {age: 41, body_mass: 66, training_age_months: 20, never: [barbell-row]}
sessions:
  - id: back
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2}
      - {exercise: barbell-row, sets: 3 x 8-10 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Rows with a bench
weeks: 4
athlete: {age: 41, body_mass: 66, training_age_months: 20, never: [barbell-row]}
sessions:
  - id: back
    blocks:
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 2}
      - {exercise: chest-supported-row, sets: 3 x 8-12 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """An error for 'never', advice for 'disliked'."""
        athlete, exercise = case.athlete, entry.exercise
        if athlete is None or exercise.id not in (*athlete.never, *athlete.disliked):
            return
        never = exercise.id in athlete.never
        other = stand_in(entry, case)
        doing = f"Do {other.short} instead" if other else "Take it out"
        yield self.finding(
            entry.place(),
            f"{exercise.short} is on your list of exercises {'never to do' if never else 'you do not like'}.",
            f"{doing}." if never else f"{doing}, or keep it if it has grown on you.",
            severity=Severity.ERROR if never else Severity.ADVICE,
            numbers={"wish": "never" if never else "disliked"},
            fix=swap(entry, other, case) if other else None,
        )

    def constrain(self, model: PlanModel) -> None:
        """Forbids 'never', prices 'disliked' and rewards 'liked'."""
        athlete = model.athlete
        liked: dict[str, dict[int, float]] = {}
        for session in model.sessions:
            for exercise in model.candidates(session):
                if exercise.id in athlete.never:
                    model.forbid(session, exercise, rule=self.code, reason="You ruled this exercise out")
                    continue
                pick = {model.pick(session, exercise): 1.0}
                if exercise.id in athlete.disliked:
                    model.price(pick, above=0, each=DISLIKED_PRICE, rule=self.code, reason="You dislike this exercise")
                elif exercise.id in athlete.liked:
                    liked.setdefault(exercise.id, {}).update(pick)
        for picks in liked.values():
            model.reward(picks, up_to=1, each=LIKED_REWARD, rule=self.code, reason="You like this exercise")
