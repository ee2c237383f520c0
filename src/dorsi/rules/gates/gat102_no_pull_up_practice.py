"""GAT102: on the way to pull-ups, and a week without practising them."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, Rule
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.gates.pull_ups import PRACTICE, WORK_SETS_FROM
from dorsi.rules.reps.slots import FREE_PULL_UPS
from dorsi.rules.scopes import joined

BAR_OR_MACHINE = frozenset({"pull-up-bar", "parallel-bar", "rings", "assisted-pull-up-machine"})


class NoPullUpPractice(Rule):
    """Flags weeks in which the pull-up movement itself is never practised."""

    code = "GAT102"
    slug = "no-pull-up-practice"
    name = "No pull-up practice"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    claims = ("A18", "D05")
    references = ("Johnson09",)
    checks = (
        f"While you manage fewer than {WORK_SETS_FROM} pull-ups and have a bar or an assisted machine, each training "
        "week holds some practice: assisted, band-assisted or lowering-only pull-ups, scapular hangs or a test set."
    )
    why = (
        "A stronger pulldown carries over to the pull-up only in part, in women less than in men. Moving your own "
        "body on a bar is a skill too, and it grows by doing."
    )
    limits = (
        "The carry-over was measured in one group of students. Deload weeks, people in their first weeks or back "
        "from a break, and shoulders that rule the movement out are exempt."
    )
    bad = """\
dorsi: program/1
name: Pulldowns alone
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 4, max_pull_ups: 1}
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12 light}
      - {exercise: pulldown-medium, sets: 3 x 8-12 @ RIR 3}
      - {exercise: seated-row-wide, sets: 3 x 10-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Pulldowns and practice
weeks: 4
athlete: {age: 29, body_mass: 63, training_age_months: 4, max_pull_ups: 1}
sessions:
  - id: upper
    blocks:
      - {warmup: scapular-hang, sets: 2 x 6}
      - {exercise: pull-up-assisted, sets: 3 x 6-8 @ RIR 3}
      - {exercise: seated-row-wide, sets: 3 x 10-12 @ RIR 3}
"""

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding for all the weeks without practice."""
        athlete = case.athlete
        if athlete is None or athlete.max_pull_ups is None or not _can_practise(athlete, case):
            return
        finding = self.finding(
            Place(),
            f"Your best set of pull-ups is {athlete.max_pull_ups}, and no session of the week practises the movement.",
            "Add 2-3 sets of assisted pull-ups, or one test set, to one session a week.",
            numbers={"best set": athlete.max_pull_ups, "practice until": WORK_SETS_FROM},
        )
        weeks = [w for w in case.view.training_weeks if w.work and not _practises(w)]
        yield from joined(case.view, ((week.weeks, finding) for week in weeks))


def _can_practise(athlete: Athlete, case: Case) -> bool:
    """True if pull-ups are still to be learnt, are not ruled out, and there is something to do them on."""
    return (
        athlete.max_pull_ups is not None
        and athlete.max_pull_ups < WORK_SETS_FROM
        and "detrained" not in athlete.tags
        and bool(BAR_OR_MACHINE & athlete.equipment)
        and any(suits(case.atlas.exercise(name), athlete) for name in PRACTICE)
    )


def _practises(week: WeekView) -> bool:
    return any(e.exercise.id in PRACTICE | FREE_PULL_UPS for s in week.sessions for e in s.entries)
