"""SEL101: two exercises of one session that do the same job."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dorsi.atlas.model import Grade, Stance
from dorsi.program.evaluate import Entry, WeekView
from dorsi.program.model import Role
from dorsi.rules.base import Case, FrameSession, PlanModel
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.scopes import WeekRule
from dorsi.rules.selection.similarity import Likeness, likeness, similarity
from dorsi.rules.volume.amounts import picks_of

ROTATION_TYPES = 3
"""Types of one exercise that a rotation session may hold. Source: claim C20."""
ROTATION_SETS = 2
"""Sets of each type in such a session. Source: claim C20."""

_SAYS = {
    Likeness.SAME_EXERCISE: "{first} stands twice in this session.",
    Likeness.SAME_FAMILY: "Two versions of one exercise in the same session: {first}; {second}.",
    Likeness.SAME_PULL: "Two pulls with the same grip at nearly the same width: {first}; {second}.",
    Likeness.SAME_ROW: "Two bent-over rows with the same grip and elbow path: {first}; {second}.",
}
_REMEDIES = {
    Likeness.SAME_EXERCISE: "Write its sets on one line, or put another exercise in the second place.",
    Likeness.SAME_FAMILY: "Keep one here and move the other to another session or a later block.",
    Likeness.SAME_PULL: "Keep one and change the other's grip, or make it a row or a straight-arm pulldown.",
    Likeness.SAME_ROW: "Keep one and make the other a supported row, or one with the elbows out.",
}


class NearDuplicates(WeekRule):
    """Pairs of work entries in one session that `selection.similarity` calls alike."""

    code = "SEL101"
    slug = "near-duplicates"
    name = "Near-duplicates in one session"
    severity = Severity.WARNING
    confidence = Grade.MODERATE
    stance = Stance.CONFLICT
    claims = ("B12", "C07")
    references = ("Kassiano22",)
    checks = (
        "Looks for two exercises of one session that belong to the same family, two vertical pulls with the same grip "
        "at nearly the same width, or two bent-over rows done alike. Warm-ups and a single test set do not count; "
        f"up to {ROTATION_TYPES} types of one exercise with {ROTATION_SETS} sets each draw only a hint."
    )
    why = (
        "A second version of the same movement adds sets but little that is new, and costs another set-up. "
        "Variety serves you better across weeks than within one session."
    )
    limits = (
        "The review behind this looked at few studies, all in men, and found that needless variety can cost gains, "
        "not that it must. Where two exercises become alike is our judgement."
    )
    bad = """\
dorsi: program/1
name: To the chest, then behind the head
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {warmup: pulldown-wide, sets: 2 x 15-20 light}
      - {exercise: pull-up-wide, sets: 4 x 6-12}
      - {exercise: pulldown-wide, sets: 4 x 6-12}
      - {exercise: pulldown-behind, sets: 4 x 6-12}
"""
    good = """\
dorsi: program/1
name: Three different pulls
weeks: 4
sessions:
  - id: upper
    day: mon
    blocks:
      - {warmup: pulldown-wide, sets: 2 x 15-20 light}
      - {exercise: pull-up-medium, sets: 4 x 6-12 @ RIR 2}
      - {exercise: seated-row-wide, sets: 4 x 8-12 @ RIR 2}
      - {exercise: straight-arm-pulldown, sets: 3 x 10-15 @ RIR 1}
"""

    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding for each entry that repeats an earlier one of its session, the closest match named."""
        for session in week.sessions:
            entries = [entry for entry in session.work if not _is_single_test(entry)]
            for index, entry in enumerate(entries):
                matches = [
                    (_severity(kind, entry, entries), kind, earlier)
                    for earlier in entries[:index]
                    if (kind := likeness(earlier.exercise, entry.exercise))
                ]
                if matches:
                    severity, kind, earlier = min(matches, key=lambda m: (m[0].rank, tuple(Likeness).index(m[1])))
                    yield self._finding(earlier, entry, kind, severity)

    def _finding(self, earlier: Entry, entry: Entry, kind: Likeness, severity: Severity) -> Finding:
        names = {"first": earlier.exercise.short, "second": entry.exercise.short}
        return self.finding(
            entry.place(),
            _SAYS[kind].format(**names),
            _REMEDIES[kind],
            severity=severity,
            numbers={**names, "likeness": kind.value},
        )

    def constrain(self, model: PlanModel) -> None:
        """Allows one exercise of a family and one of two like pulls in each session."""
        for session in model.sessions:
            exercises = [exercise for exercise in model.candidates(session) if exercise.is_work]
            for family in dict.fromkeys(exercise.family for exercise in exercises):
                self._one_of(model, session, [e.id for e in exercises if e.family == family])
            for one, other in combinations(exercises, 2):
                if one.family != other.family and similarity(one, other) is Severity.WARNING:
                    self._one_of(model, session, [one.id, other.id])

    def _one_of(self, model: PlanModel, session: FrameSession, ids: Sequence[str]) -> None:
        if len(ids) > 1:
            reason = "No two exercises in a session that do the same job."
            amount = picks_of(model, lambda exercise: exercise.id in ids, [session])
            model.at_most(amount, 1, rule=self.code, reason=reason)


def _is_single_test(entry: Entry) -> bool:
    return entry.role is Role.TEST and entry.all_sets == 1


def _severity(kind: Likeness, entry: Entry, entries: Sequence[Entry]) -> Severity:
    """Advice in a session that rotates a few types of one exercise, two sets each; else what the likeness says."""
    family = [other for other in entries if other.exercise.family == entry.exercise.family]
    rotates = len(family) <= ROTATION_TYPES and all(other.hard_sets <= ROTATION_SETS for other in family)
    return Severity.ADVICE if kind is Likeness.SAME_FAMILY and rotates else kind.severity
