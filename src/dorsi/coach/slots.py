"""Which exercise each place of the planned session holds today, and why another took its place.

In order: the athlete's own swaps, the pull-up and trunk gates, stalls, discomfort. Source: claims A13, A18, C04,
C35, C36, D06.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Pattern
from dorsi.coach.body import LIGHT_STRESS, active, felt, is_red, touches
from dorsi.coach.ladder import trunk_is_ready
from dorsi.coach.lifts import OUT_OF_USE_DAYS
from dorsi.coach.lighter import lighter_load
from dorsi.coach.model import Decision
from dorsi.coach.modifiers import Modifiers
from dorsi.coach.state import CoachState, Outcome, Sore, StallStep
from dorsi.coach.variation import kindred, with_exercise
from dorsi.program.model import BlockKind, Prescription, Role, Session
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Severity
from dorsi.rules.gates.gat105_hinge_before_the_trunk import EASIER_HINGES
from dorsi.rules.gates.pull_ups import EASIER_PULLS, WORK_SETS_FROM
from dorsi.rules.order.priority import is_heavy_hinge
from dorsi.rules.reps.slots import FREE_PULL_UPS, WEIGHTED_PULL_UP
from dorsi.rules.selection.similarity import similarity

LADDER = frozenset({"pull-up-assisted", "pull-up-band-assisted", "pull-up-eccentric"})
"""Steps of the ladder whose place full pull-ups take."""
PULL_UP = "pull-up-medium"
READY_HINGES = ("deadlift-trap-bar", "deadlift")
LEARNERS_HINGES = frozenset({*EASIER_HINGES, "romanian-deadlift-dumbbell"})
MISSES = 2
"""Sessions in a row that must miss the range before something easier takes the place (heuristic)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place of today's session: what to do there, what was planned, how easy it has to be."""

    place: str
    block: int
    kind: BlockKind
    item: Prescription
    exercise: Exercise
    planned: Exercise
    decisions: tuple[Decision, ...] = ()
    amber: bool = False


def slots_of(
    session: Session, week: int, state: CoachState, athlete: Athlete, modifiers: Modifiers, on: date, atlas: Atlas
) -> tuple[Slot, ...]:
    """The places that are done today, in running order."""
    return tuple(_Filling(session, week, state, athlete, modifiers, on, atlas).slots())


class _Filling:
    """Fills one session's places; knows what is in it already so that nothing comes twice."""

    def __init__(
        self,
        session: Session,
        week: int,
        state: CoachState,
        athlete: Athlete,
        modifiers: Modifiers,
        on: date,
        atlas: Atlas,
    ) -> None:
        self.session, self.week, self.state, self.athlete = session, week, state, athlete
        self.modifiers, self.on, self.atlas = modifiers, on, atlas
        self.sore = active(state, on)
        self.taken: list[Exercise] = []
        self.planned = [
            atlas.exercises[item.exercise]
            for block in session.blocks
            for item in block.items
            if item.role is Role.WORK and item.targets(week)
        ]
        self.climbing = athlete.max_pull_ups is not None and athlete.max_pull_ups < WORK_SETS_FROM
        self.attempted = False

    def slots(self) -> Iterator[Slot]:
        for index, block in enumerate(self.session.blocks):
            for member, item in enumerate(block.items):
                if not item.targets(self.week):
                    continue
                place = f"{index + 1}" + ("" if block.kind is BlockKind.SINGLE else "abc"[member])
                slot = self._slot(place, index, block.kind, item)
                if slot is not None:
                    yield slot

    def _slot(self, place: str, index: int, kind: BlockKind, item: Prescription) -> Slot | None:
        planned = self.atlas.exercises[item.exercise]
        if item.role is Role.TEST:
            keep = self._may_attempt(planned)
            return (
                Slot(place=place, block=index, kind=kind, item=item, exercise=planned, planned=planned)
                if keep
                else None
            )
        if item.role is not Role.WORK and self._report_on(planned) is not None:
            return None
        if item.role is not Role.WORK:
            return Slot(place=place, block=index, kind=kind, item=item, exercise=planned, planned=planned)
        exercise = planned
        decisions: list[Decision] = []
        for change in (self._own_swap, self._gates, self._too_hard, self._stall):
            changed = change(exercise)
            if changed is not None:
                exercise, decision = changed
                decisions.append(decision)
        found = self._easier_on_the_sore(exercise)
        if found is None:
            return None
        exercise, amber, eased = found
        if eased is not None:
            decisions.append(eased)
        if any(exercise.id == other.id for other in self.taken):
            return None
        self.taken.append(exercise)
        if exercise is not planned:
            item = with_exercise(item, exercise, self.athlete)
        return Slot(
            place=place, block=index, kind=kind, item=item, exercise=exercise, planned=planned,
            decisions=tuple(decisions), amber=amber,
        )  # fmt: skip

    def _own_swap(self, exercise: Exercise) -> tuple[Exercise, Decision] | None:
        for swap in reversed(self.state.swaps):
            if swap.exercise != exercise.id or swap.session not in ("", self.session.id):
                continue
            instead = self.atlas.exercises.get(swap.instead)
            if instead is exercise:
                return None
            if instead is not None:
                says = f"You swapped {exercise.spoken} for {instead.spoken}{' this once' if swap.once else ''}."
                return instead, Decision(rule="ROT102", says=says)
        return None

    def _gates(self, exercise: Exercise) -> tuple[Exercise, Decision] | None:
        full = self.atlas.exercises[PULL_UP]
        if self.state.unlocked and exercise.id in LADDER and self._fits(full, exercise):
            says = "Eight clean pull-ups are there: from now on they are work sets in place of the easier pull."
            return full, Decision(rule="LAD102", says=says)
        if self.climbing and exercise.id in FREE_PULL_UPS | {WEIGHTED_PULL_UP}:
            instead = next((e for e in self._named(EASIER_PULLS) if self._fits(e, exercise)), None)
            if instead is not None:
                best = self.athlete.max_pull_ups
                says = f"Your best set of pull-ups is {best}. {instead.short} does the work until it is eight."
                return instead, Decision(rule="LAD104", says=says)
        opened = self.athlete.trunk_ready and exercise.id in LEARNERS_HINGES and exercise.pattern is Pattern.HINGE
        if opened and trunk_is_ready(self.state) and not any(map(is_heavy_hinge, (*self.planned, *self.taken))):
            instead = next((e for e in self._named(READY_HINGES) if self._fits(e, exercise)), None)
            if instead is not None:
                says = "Plank and back extensions show a trunk that is ready: the hinge becomes a deadlift."
                return instead, Decision(rule="LAD106", says=says)
        return None

    def _too_hard(self, exercise: Exercise) -> tuple[Exercise, Decision] | None:
        """An easier exercise where two sessions missed the range and no lighter load is to be had."""
        lift = self.state.lifts.get(exercise.id)
        recent = [e for e in lift.exposures if not e.eased][-MISSES:] if lift is not None else []
        missed = len(recent) == MISSES and all(e.outcome is Outcome.MISSED for e in recent)
        if not missed or (self.on - recent[-1].on).days > OUT_OF_USE_DAYS:
            return None
        if lighter_load(recent[-1].load_kg, exercise, self.athlete) is not None:
            return None
        instead = next((e for e in self._named(exercise.easier) if e.is_work and self._fits(e, exercise)), None)
        if instead is None:
            return None
        says = f"{exercise.short} stayed below its range twice and cannot be made lighter: {instead.spoken} for now."
        return instead, Decision(rule="PRG104", says=says)

    def _stall(self, exercise: Exercise) -> tuple[Exercise, Decision] | None:
        seen = {exercise.id}
        now = exercise
        while (lift := self.state.lifts.get(now.id)) is not None and lift.step is StallStep.SWAP:
            options = kindred(now, self._others(exercise), self.athlete, self.atlas)
            following = next((e for e in options if e.id not in seen), None)
            if following is None or len(seen) > 3:
                break
            now = following
            seen.add(now.id)
        if now is exercise:
            return None
        says = f"{exercise.short} stalled again after a rebuild: {now.spoken} takes its place until the next cycle."
        return now, Decision(rule="STL102", says=says)

    def _easier_on_the_sore(self, exercise: Exercise) -> tuple[Exercise, bool, Decision | None] | None:
        """What can be done in spite of discomfort, whether it must be easier, and why; None if nothing can."""
        report = self._report_on(exercise)
        if report is None:
            return exercise, False, None
        red, told = is_red(report), felt(report, self.atlas.exercises)
        options = (
            *self._named(exercise.easier),
            *self._named(a.instead for a in exercise.avoid if a.instead),
            *kindred(exercise, self._others(exercise), self.athlete, self.atlas),
        )
        most = 0 if red else LIGHT_STRESS
        instead = next((e for e in options if self._fits(e, exercise) and self._spares(e, report, most)), None)
        if instead is not None:
            says = f"{told}: {instead.spoken} instead of {exercise.spoken}."
            return instead, not red, Decision(rule="HRT102" if red else "HRT101", says=says)
        if red or (report.place != exercise.id and exercise.stress.get(report.place, 0) >= 3):
            return None
        says = f"{told}: a quarter less load and four reps in reserve."
        return exercise, True, Decision(rule="HRT101", says=says)

    def _report_on(self, exercise: Exercise) -> Sore | None:
        reports = (report for report in self.sore.values() if touches(exercise, report))
        return max(reports, key=lambda r: r.score, default=None)

    def _spares(self, exercise: Exercise, report: Sore, most: int) -> bool:
        return self._report_on(exercise) is None and exercise.stress.get(report.place, 0) <= most

    def _may_attempt(self, exercise: Exercise) -> bool:
        """One set to the maximum a session, as long as the ladder is climbed and nothing speaks against it."""
        if self.modifiers.no_max or self.attempted or self._report_on(exercise) is not None:
            return False
        if exercise.family == "pull-up" and self.state.unlocked:
            return False
        self.attempted = True
        return True

    def _fits(self, exercise: Exercise, instead_of: Exercise) -> bool:
        others = self._others(instead_of)
        return suits(exercise, self.athlete) and all(
            exercise.id != o.id and similarity(exercise, o) is not Severity.WARNING for o in others
        )

    def _others(self, exercise: Exercise) -> list[Exercise]:
        """What else is in today's session: what has its place already, and what is planned for later."""
        done = {e.id for e in self.taken}
        return [*self.taken, *(e for e in self.planned if e is not exercise and e.id not in done)]

    def _named(self, names: Iterable[str]) -> Iterator[Exercise]:
        return (self.atlas.exercises[name] for name in names)
