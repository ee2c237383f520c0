"""SEL110: an exercise that is kept in the atlas but left out unless an experienced lifter asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Grade, Level, Stance
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule
from dorsi.rules.selection.swap import swap
from dorsi.rules.volume.wording import lifter, sets_text

BEHIND_THE_HEAD = "pulldown-behind"
"""Has a rule of its own among the risks, and a question of its own in the intake."""


class OffByDefault(EntryRule):
    """Work sets of an exercise marked `off_by_default` for anyone not advanced."""

    code = "SEL110"
    slug = "off-by-default"
    name = "An exercise we leave out"
    severity = Severity.WARNING
    confidence = Grade.LIMITED
    stance = Stance.CORRECT
    claims = ("C18", "E10")
    references = ("Fenwick09",)
    checks = (
        "Looks for exercises that the atlas switches off, the dead-row and the supine shrug, in the programme of "
        "anyone who is not advanced. The pulldown behind the neck has its own rule."
    )
    why = (
        "These exercises either ask a lot of the lower back for little in return or do not train what their name says. "
        "Plainer ones do the same work at a lower price."
    )
    limits = (
        "Neither exercise has been studied itself; the judgement rests on related lifts and on anatomy. "
        "Experienced lifters who like them may keep them."
    )
    bad = """\
dorsi: program/1
name: Dead-rows
weeks: 4
sessions:
  - id: lower
    day: thu
    blocks:
      - {exercise: dead-row, sets: 3 x 6-10 @ RIR 3}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Deadlift, then row
weeks: 4
sessions:
  - id: lower
    day: thu
    blocks:
      - {exercise: deadlift, sets: 3 x 5-8 @ RIR 2}
      - {exercise: chest-supported-row, sets: 4 x 8-12 @ RIR 2}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """A finding for each such exercise, with an easier one as its fix."""
        exercise = entry.exercise
        if not exercise.off_by_default or not entry.is_work or exercise.id == BEHIND_THE_HEAD:
            return
        if case.level is not Level.ADVANCED:
            fix = swap(entry, exercise.easier, case)
            yield self.finding(
                entry.place(),
                f"{exercise.short} is switched off by default; here {lifter(case.level)} is to do "
                f"{sets_text(entry.all_sets)} of it.",
                fix.says if fix else "Put a plainer exercise for the same muscles in its place.",
                numbers={"sets": entry.all_sets, "level": case.level.value},
                fix=fix,
            )

    def constrain(self, model: PlanModel) -> None:
        """Leaves these exercises out unless the athlete has asked for them and may."""
        for session in model.sessions:
            for exercise in model.candidates(session):
                if exercise.off_by_default and not _is_asked_for(exercise, model.athlete):
                    reason = f"{exercise.short} is switched off by default."
                    model.forbid(session, exercise, rule=self.code, reason=reason)


def _is_asked_for(exercise: Exercise, athlete: Athlete) -> bool:
    if exercise.id == BEHIND_THE_HEAD:
        return athlete.behind_the_head
    return athlete.level is Level.ADVANCED and exercise.id in athlete.liked
