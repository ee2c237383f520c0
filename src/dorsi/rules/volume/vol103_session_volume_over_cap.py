"""VOL103: more sets for a muscle group in one session than it can use."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import VolumeGroup
from dorsi.program.evaluate import Place, WeekView
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.bounds import GRADE, SESSION_HARD_CAP, SESSION_SOFT_CAP
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.volume.amounts import group_sets
from dorsi.rules.volume.fewer_sets import fewer_sets, worth_for
from dorsi.rules.volume.wording import lifter, sets_text, the, whole_sets
from dorsi.units import number

GROUPS = tuple(g for g in VolumeGroup if g not in (VolumeGroup.ELBOW_FLEXORS, VolumeGroup.GRIP))
"""The groups a back session aims at; arms and grip come along with every pull and are not its purpose."""
PRICE_PER_SET = 1.5
"""Points for each set of a session above the soft cap."""


class SessionVolumeOverCap(WeekRule):
    """Sets of a group in one session above the caps of `bounds`."""

    code = "VOL103"
    slug = "session-volume-over-cap"
    name = "Too many sets in one session"
    severity = Severity.ERROR
    confidence = GRADE
    claims = ("A06", "A15", "D15")
    references = ("Remmert25",)
    checks = (
        "Adds up the hard sets of each session for each muscle group of the back, a helping muscle counting half. "
        f"Above {number(SESSION_HARD_CAP)} is an error; above 8 for beginners or 10 for others is a hint."
    )
    why = (
        "Beyond roughly eleven counted sets, a session seems to give a muscle little more to grow on. "
        "The same sets do more for you on another day, when you are fresh."
    )
    limits = (
        "The cut-off comes from a summary of one analysis across many muscles, in which results levelled off "
        "without turning down. Where the line runs for your back is a heuristic."
    )
    bad = """\
dorsi: program/1
name: All pulls on Monday
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 5 x 6-10 @ RIR 2}
      - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2}
      - {exercise: straight-arm-pulldown, sets: 4 x 10-15 @ RIR 1}
"""
    good = """\
dorsi: program/1
name: Pulls on two days
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 5 x 6-10 @ RIR 2}
      - {exercise: straight-arm-pulldown, sets: 3 x 10-15 @ RIR 1}
  - id: second
    day: thu
    blocks:
      - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
"""

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each group and session above a cap; the fix goes back to the soft one."""
        soft = SESSION_SOFT_CAP[case.level]
        for session in week.sessions:
            for group in GROUPS:
                sets = session.volume.get(group, 0.0)
                if sets <= soft:
                    continue
                hard = sets > SESSION_HARD_CAP
                cap, what = (
                    (SESSION_HARD_CAP, "the cap for everyone")
                    if hard
                    else (soft, f"a good end for {lifter(case.level)}")
                )
                yield self.finding(
                    Place(session=session.session.id),
                    f"{sets_text(sets)} for {the(group)} in one session: {number(cap)} is {what}.",
                    f"Move {whole_sets(sets - cap)} or more for {the(group)} to another day, or leave them out.",
                    severity=Severity.ERROR if hard else Severity.ADVICE,
                    numbers={"muscle group": group.label, "sets in the session": sets, "cap": cap},
                    fix=fewer_sets(session.work, worth_for(group), sets - soft),
                )

    def constrain(self, model: PlanModel) -> None:
        """Holds every session below the hard cap and prices sets above the soft one."""
        soft = SESSION_SOFT_CAP[model.athlete.level]
        for session in model.sessions:
            for group in GROUPS:
                amount = group_sets(model, group, [session])
                model.at_most(
                    amount,
                    SESSION_HARD_CAP,
                    rule=self.code,
                    reason=f"No session holds more than {sets_text(SESSION_HARD_CAP)} for {the(group)}.",
                )
                model.price(
                    amount,
                    above=soft,
                    each=PRICE_PER_SET,
                    rule=self.code,
                    reason=f"More than {sets_text(soft)} a session bring {the(group)} little.",
                )
