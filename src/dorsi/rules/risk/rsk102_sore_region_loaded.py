"""RSK102: an exercise that loads a region which hurts."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import Grade
from dorsi.atlas.vocabulary import REGIONS
from dorsi.program.evaluate import Entry
from dorsi.rules.base import Case, PlanModel
from dorsi.rules.equipment.substitutes import stand_in, swap
from dorsi.rules.equipment.suitability import contraindications, sore_regions
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import EntryRule

SORE_PRICE = 2.5
"""Points an exercise costs that loads a sore region noticeably (heuristic)."""
_HOW_MUCH = {2: "noticeably", 3: "heavily"}


class SoreRegionLoaded(EntryRule):
    """Flags exercises that stress a region with reported discomfort."""

    code = "RSK102"
    slug = "sore-region-loaded"
    name = "Load on a sore region"
    severity = Severity.ERROR
    confidence = Grade.HEURISTIC
    claims = ("C04",)
    references = ("Finucane20", "Berglund15", "Fischer21")
    health = True
    checks = (
        "With discomfort of 5 of 10 or more in a region, nothing loads that region noticeably. At 3 or 4 nothing "
        "loads it heavily, and what loads it noticeably is pointed out."
    )
    why = (
        "Staying active is good for most simple aches, but the sore part sets the pace. Up to 2 of 10 you may "
        "carry on, 3 and 4 ask for an easier version, and from 5 that region rests while the others train."
    )
    limits = (
        "How much an exercise loads a region is our judgement in three steps, and the scores are a rule of thumb. "
        "Pain that spreads, wakes you or grows is a matter for a clinician, not for this rule."
    )
    bad = """\
dorsi: program/1
name: Heavy on a sore upper back
weeks: 4
athlete:
  age: 33
  body_mass: 70
  training_age_months: 24
  discomfort: [{place: upper-back, score: 5}]
sessions:
  - id: pull
    blocks:
      - {warmup: deadlift-trap-bar, sets: "6 @ 45%; 4 @ 70%"}
      - {exercise: deadlift-trap-bar, sets: 3 x 6-8 @ RIR 2, rest: 3 min}
      - {exercise: pulldown-close, sets: 3 x 10-12 @ RIR 3}
"""
    good = """\
dorsi: program/1
name: Light on a sore upper back
weeks: 4
athlete:
  age: 33
  body_mass: 70
  training_age_months: 24
  discomfort: [{place: upper-back, score: 5}]
sessions:
  - id: pull
    blocks:
      - {exercise: back-extension-45, sets: 3 x 10-15 @ RIR 3}
      - {exercise: pulldown-close, sets: 3 x 10-12 @ RIR 3}
"""

    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """The worst region; what another rule forbids outright is not said twice."""
        athlete, exercise = case.athlete, entry.exercise
        if athlete is None or contraindications(exercise, athlete):
            return
        worst = next(sore_regions(exercise, athlete), None)
        if worst is None:
            return
        other = stand_in(entry, case)
        severe = worst.severity is Severity.ERROR
        doing = f"do {other.short} instead" if other else "leave it out"
        yield self.finding(
            entry.place(),
            f"{exercise.short} loads the {REGIONS[worst.region]} {_HOW_MUCH[min(worst.stress, 3)]}, where you "
            f"report discomfort of {worst.score}/10.",
            f"Let the region rest: {doing}."
            if severe
            else f"Take a fifth off the load and keep 4 repetitions in reserve, or {doing}.",
            severity=worst.severity,
            numbers={"discomfort": worst.score, "stress of 3": worst.stress, "region": REGIONS[worst.region]},
            fix=swap(entry, other, case) if other else None,
        )

    def constrain(self, model: PlanModel) -> None:
        """Forbids what the check calls an error and prices what it warns of."""
        for session in model.sessions:
            for exercise in model.candidates(session):
                worst = next(sore_regions(exercise, model.athlete), None)
                if worst is None:
                    continue
                reason = f"It loads your sore {REGIONS[worst.region]} ({worst.score}/10)"
                if worst.severity is Severity.ERROR:
                    model.forbid(session, exercise, rule=self.code, reason=reason)
                else:
                    pick = {model.pick(session, exercise): 1.0}
                    model.price(pick, above=0, each=SORE_PRICE, rule=self.code, reason=reason)
