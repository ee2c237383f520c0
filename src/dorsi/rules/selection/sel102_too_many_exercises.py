"""SEL102: more work exercises in a session than it can do justice to."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade, Level, Stance
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import picks_of
from dorsi.rules.volume.wording import lifter

MOST_EXERCISES = {Level.BEGINNER: 5, Level.INTERMEDIATE: 6, Level.ADVANCED: 6}
"""Work exercises in a session (heuristic; claim C07's policy plans three to five)."""


class TooManyExercises(WeekRule):
    """More than `MOST_EXERCISES` different work exercises in a session."""

    code = "SEL102"
    slug = "too-many-exercises"
    name = "Too many exercises"
    severity = Severity.WARNING
    confidence = Grade.HEURISTIC
    stance = Stance.CONFLICT
    claims = ("C07", "B12")
    references = ("Kassiano22",)
    checks = (
        f"Counts the different work exercises of each session: more than {MOST_EXERCISES[Level.INTERMEDIATE]}, "
        f"or {MOST_EXERCISES[Level.BEGINNER]} for beginners, draws a warning. Warm-ups and stretches are free."
    )
    why = (
        "Sets spread over many exercises teach you none of them well and eat your time in set-ups. "
        "A review of eight studies found that needless variety may even cost gains."
    )
    limits = (
        "The review does not say how many are too many: the number is a heuristic. "
        "Guide C argues for as many exercises as you know."
    )
    bad = """\
dorsi: program/1
name: All I know
weeks: 4
sessions:
  - id: back
    day: mon
    blocks:
      - {exercise: deadlift, sets: 2 x 6-8 @ RIR 2}
      - {exercise: pull-up-medium, sets: 2 x 6-10 @ RIR 2}
      - {exercise: chest-supported-row, sets: 2 x 8-12 @ RIR 2}
      - {exercise: seated-row-wide, sets: 2 x 8-12 @ RIR 2}
      - {exercise: straight-arm-pulldown, sets: 2 x 10-15 @ RIR 1}
      - {exercise: face-pull, sets: 2 x 12-20 @ RIR 1}
      - {exercise: shrug-dumbbell, sets: 2 x 8-15 @ RIR 1}
"""
    good = """\
dorsi: program/1
name: Four, done well
weeks: 4
sessions:
  - id: back
    day: mon
    blocks:
      - {exercise: deadlift, sets: 3 x 6-8 @ RIR 2}
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: chest-supported-row, sets: 4 x 8-12 @ RIR 2}
      - {exercise: face-pull, sets: 3 x 12-20 @ RIR 1}
"""

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each overfull session."""
        most = MOST_EXERCISES[case.level]
        for session in week.sessions:
            count = len({entry.exercise.id for entry in session.work})
            if count > most:
                yield self.finding(
                    Place(session=session.session.id),
                    f"{count} work exercises in one session; {most} is plenty for {lifter(case.level)}.",
                    "Drop the exercises that repeat what others do, and give their sets to the ones that stay.",
                    numbers={"exercises": count, "most": most},
                )

    def constrain(self, model: PlanModel) -> None:
        """Holds every session at the number or below."""
        most = MOST_EXERCISES[model.athlete.level]
        for session in model.sessions:
            model.at_most(
                picks_of(model, lambda _: True, [session]),
                most,
                rule=self.code,
                reason=f"No more than {most} work exercises in a session.",
            )
