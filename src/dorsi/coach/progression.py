"""Double progression for one exercise: the load, the reps to aim for, the limit, and why.

Source: ACSM09 for raising the load once the target is beaten, Epley85 for the reps a step costs; the numbers are
heuristics (rules PRG101 to PRG110).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dorsi.athlete.loads import has_steps, lightest, next_step, reachable
from dorsi.athlete.model import Athlete
from dorsi.athlete.strength import share_of_max
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Level, Loading, Pattern
from dorsi.coach.amounts import grown_amount
from dorsi.coach.lifts import IDLE_BEFORE_CHANGE, OUT_OF_USE_DAYS
from dorsi.coach.load import AMBER_FACTOR, MOST_WIDENING, Load, Target, longest_set, reps_after, top_for_step
from dorsi.coach.model import Decision
from dorsi.coach.modifiers import Modifiers
from dorsi.coach.starting import first_load
from dorsi.coach.state import STRAPPED, Exposure, Lift, Outcome, StallStep
from dorsi.coach.summing import MOST_LEFT, body_kg
from dorsi.coach.wording import difference_words, evidence_of, exposure_words, load_words
from dorsi.progress.series import EPLEY_REPS
from dorsi.progress.strength import estimate
from dorsi.rules.order.priority import is_heavy_hinge

LARGEST_STEP: Mapping[Level, float] = {Level.BEGINNER: 0.10, Level.INTERMEDIATE: 0.05, Level.ADVANCED: 0.025}
"""Largest rise from one session to the next as a share of system load, unless one step is more (heuristic)."""
BEGINNER_HINGE_KG, BEGINNER_PULL_KG = 5.0, 2.5
TOO_SMALL = 0.005
"""Steps below this share of what is lifted lead back onto the equipment's own steps; the next one is taken."""
REBUILD_STEP = 0.10
REBUILD_FACTOR = 0.90
LENGTHEN_FACTOR, LENGTHEN_REPS = 0.90, 4
"""Share of the load, and reps more, when a stalled lift is done lighter and longer (heuristic)."""
RESUME_FACTOR = 0.925
"""Share of the load a lift resumes at after weeks in which others had its place (heuristic)."""
MISS_FACTOR = 0.95
ROOM = 1.04
"""How far a load may pass what known sets support: less than estimates differ by (heuristic)."""
NO_REP_FACTOR = 0.8
"""Share of the load after a session without a single rep (heuristic)."""
FAR_SHORT = 0.95
"""A load is given up at once if what the sets support for its floor is below this share of it (heuristic)."""
ADD_WEIGHT_FROM = 10
"""Best set of pull-ups from which weight goes on the belt. Source: claim D05; the number is a heuristic."""


def progressed(
    exercise: Exercise,
    lift: Lift | None,
    target: Target,
    stated_kg: float | None,
    athlete: Athlete,
    modifiers: Modifiers,
    atlas: Atlas,
    on: date,
    *,
    amber: bool = False,
) -> Load:
    """What to lift next.

    `stated_kg` is the load that the programme itself names, `amber` says that a discomfort asks for less.
    """
    last = lift.last if lift is not None else None
    if lift is None or last is None:
        return first_load(exercise, target, stated_kg, athlete, modifiers, atlas, amber=amber)
    unweighed = last.load_kg <= 0 and exercise.loading in (Loading.EXTERNAL, Loading.DISTANCE)
    if unweighed or not has_steps(exercise, athlete, last.load_kg) or exercise.loading is Loading.BODYWEIGHT:
        return grown_amount(exercise, last, target, athlete, modifiers)
    work = _Progress(exercise, lift, last, target, athlete, on)
    away = lift is not None and (on - lift.exposures[-1].on).days > OUT_OF_USE_DAYS
    if away and modifiers.load >= 1 and not amber:
        return work.resumed()
    if modifiers.load < 1 or amber:
        lowered = work.lowered(min(modifiers.load, AMBER_FACTOR if amber else 1.0))
        return replace(lowered, promises=not modifiers.eased)
    if last.outcome in (Outcome.TOPPED, Outcome.EASED) and work.steps_up():
        return work.raised()
    if lift.step is StallStep.REBUILD and lift.stalled_on == last.on:
        return work.rebuilt()
    if lift.step is StallStep.SWAP and lift.stalled_on == last.on:
        return work.lengthened()
    if last.outcome is Outcome.MISSED:
        return work.missed()
    if last.outcome in (Outcome.TOPPED, Outcome.EASED):
        return work.raised()
    return work.held()


def series_of(exercise_id: str, lifts: Mapping[str, Lift], *, straps: bool) -> Lift | None:
    """The lift's own series: with straps where they are worn; the other one's load is not carried over as it is."""
    bare, strapped = lifts.get(exercise_id), lifts.get(exercise_id + STRAPPED)
    return (strapped or bare) if straps else (bare or strapped)


class _Progress:
    """One exercise with a history, and the roads its load can take."""

    def __init__(
        self, exercise: Exercise, lift: Lift, last: Exposure, target: Target, athlete: Athlete, on: date
    ) -> None:
        self.exercise, self.lift, self.last, self.target = exercise, lift, last, target
        self.athlete, self.on = athlete, on
        self.body = body_kg(exercise, athlete.body_mass_kg)
        self.too_heavy = False
        self.step = self._following(self.last.load_kg, lift.rebuild_to_kg)
        self.cap = self._cap()

    def _up(self, load: float) -> float | None:
        """The next load up; None where there is none, or pull-ups are not yet strong enough for weight."""
        free = self.exercise.family == "pull-up" and self.exercise.loading is Loading.BODYWEIGHT_PLUS
        if free and load >= 0 and (self.athlete.max_pull_ups or 0) < ADD_WEIGHT_FROM:
            return None
        up = next_step(load, self.exercise, self.athlete)
        if up is not None and up - load < TOO_SMALL * (self.body + load):
            up = next_step(up, self.exercise, self.athlete)
        return up

    def _following(self, load: float, rebuild: float | None) -> float | None:
        """The load that follows once every set reached the top at this one, unless that was clearly too easy."""
        up = self._up(load)
        if up is None:
            return None
        if rebuild is not None and rebuild > up:
            return max(up, self._reach(min(rebuild, load + REBUILD_STEP * (self.body + load))))
        if self.athlete.level is Level.BEGINNER and self.exercise.pattern is Pattern.HINGE:
            further = self._reach(load + min(BEGINNER_HINGE_KG, LARGEST_STEP[Level.BEGINNER] * (self.body + load)))
            if further > up and self._widened_top(further, load) == self.target.amount[1]:
                return further
        return up

    def _cap(self) -> float:
        """The load that today's sets do not pass (PRG106)."""
        system = self.body + self.last.load_kg
        rise = LARGEST_STEP[self.athlete.level] * system * (2 if self.last.outcome is Outcome.EASED else 1)
        if self.athlete.level is Level.BEGINNER:
            hinge = self.exercise.pattern is Pattern.HINGE
            most = BEGINNER_HINGE_KG if hinge else BEGINNER_PULL_KG
            rise = min(LARGEST_STEP[Level.BEGINNER] * system, most)
        if self.lift.rebuild_to_kg is not None and self.lift.rebuild_to_kg > self.last.load_kg:
            rise = max(rise, min(REBUILD_STEP * system, self.lift.rebuild_to_kg - self.last.load_kg))
        if self.step is not None:
            rise = max(rise, self.step - self.last.load_kg)
        return round(self.last.load_kg + rise, 4)

    def lowered(self, factor: float) -> Load:
        """A share of the load that was being worked with, for a break, a deload or a discomfort.

        After a break that is the load to come back to, so that two breaks in a row do not take twice. The reason
        stands with the session.
        """
        whole = max(self.last.load_kg, self.lift.rebuild_to_kg or self.last.load_kg)
        load = self._reach((self.body + whole) * factor - self.body)
        lowered = self._at(min(load, self.last.load_kg), (), rebuild=whole)
        return replace(lowered, cap_kg=lowered.load_kg)

    def resumed(self) -> Load:
        """A lift whose place others had for weeks starts a little below where it was."""
        load = self._made(RESUME_FACTOR)
        weeks = (self.on - self.last.on).days // 7
        says = f"{weeks} weeks since you last did it: a little lighter to begin with, then up again."
        if load >= self.last.load_kg:
            says = f"{weeks} weeks since you last did it: begin again where you were."
        return self._at(load, (self._decision("PRG105", says, load - self.last.load_kg, (self.last,)),))

    def rebuilt(self) -> Load:
        load = self._made(REBUILD_FACTOR)
        by = load - self.last.load_kg
        recent = self.lift.exposures[-3:]
        says = (
            f"Three sessions without gain: {self._words(load)} instead of {self._words(self.last.load_kg)}, "
            "then up again step by step."
        )
        if by >= 0:
            says = "Three sessions without gain, and no lighter load to be had: a few reps less, then build anew."
        lowered = self._at(load, (self._decision("STL101", says, by, recent),))
        return lowered if by < 0 else replace(lowered, aims=tuple(max(1, aim - 2) for aim in lowered.aims))

    def lengthened(self) -> Load:
        """Lighter and longer sets, where a stalled lift was to be swapped and has no variant."""
        low, high = self.target.amount
        load = self._made(LENGTHEN_FACTOR)
        longer = (low, min(high + LENGTHEN_REPS, max(high, longest_set(self.exercise, self.target.amount[1]))))
        says = f"Stalled again, and no variant fits: {self._words(load)} for up to {longer[1]} reps for a change."
        by = load - self.last.load_kg
        made = self._at(load, (self._decision("STL103", says, by, self.lift.exposures[-3:]),), amount=longer)
        return made if by < 0 else replace(made, aims=tuple(max(1, aim - 2) for aim in made.aims))

    def missed(self) -> Load:
        before = self.lift.exposures[-2] if len(self.lift.exposures) > 1 else None
        if not any(self.last.reps):
            load = self._made(NO_REP_FACTOR)
            says = f"No rep at {self._words(self.last.load_kg)}: down to {self._words(load)}."
            return self._at(load, (self._decision("PRG104", says, load - self.last.load_kg, (self.last,)),))
        again = before is not None and before.outcome is Outcome.MISSED and before.load_kg >= self.last.load_kg
        if self._supported(self.target.amount[0], self.target.reserve[0]) < FAR_SHORT * self.last.load_kg:
            load = min(self._made(MISS_FACTOR), self._supported())
            if load < self.last.load_kg:
                says = f"Far short of the range: down to {self._words(load)}, which your sets support."
                return self._at(load, (self._decision("PRG104", says, load - self.last.load_kg, (self.last,)),))
        if not again:
            says = f"Some sets fell short of {self.target.amount[0]}: once more at {self._words(self.last.load_kg)}."
            return self._at(self.last.load_kg, (self._decision("PRG104", says, 0.0, (self.last,)),))
        load = min(self._made(MISS_FACTOR), self._supported())
        says = f"Short of the range twice running: down to {self._words(load)}, which your sets support."
        by = load - self.last.load_kg
        if by >= 0:
            says = "Short of the range twice running, and no lighter load to be had: do what comes cleanly."
        return self._at(load, (self._decision("PRG104", says, by, self.lift.exposures[-2:]),))

    def raised(self) -> Load:
        """All sets reached the top: a step up, or a wider range where the step is too large."""
        if self.step is None:
            return self._more_reps()
        low = self.target.amount[0]
        top = self._widened_top(self.step, self.last.load_kg)
        bears = self._bears(self.step)
        if top is None and not bears:
            return self._more_reps()
        if top is not None and min(self.last.reps) < top and not bears:
            says = (
                f"The next load you can make is {self._words(self.step)}, "
                f"{(self.step - self.last.load_kg) / (self.body + self.last.load_kg):.0%} more. "
                f"First reach {top} in every set."
            )
            return self._at(self.last.load_kg, (self._decision("PRG103", says, 0.0, (self.last,)),), amount=(low, top))
        load, rule = self.step, "PRG101"
        rebuild = self.lift.rebuild_to_kg
        if rebuild is not None and rebuild > self.last.load_kg:
            rule = "PRG110"
        elif self.last.outcome is Outcome.EASED:
            further = min(self._supported(), self.cap)
            load = max(load, self._reach(further))
            rule = "PRG109" if load > self.step else rule
        return self._at(
            load, (self._decision(rule, self._raise_words(load, rule), load - self.last.load_kg, (self.last,)),)
        )

    def steps_up(self) -> bool:
        """True if what was done earns the next load."""
        if self.step is None:
            return False
        top = self._widened_top(self.step, self.last.load_kg)
        return self._bears(self.step) or (top is not None and min(self.last.reps) >= top)

    def _bears(self, step: float) -> bool:
        """True if the reps and reserve of every set leave the range's floor at the next load."""
        wanted = self.target.reserve[0]
        left = [wanted if r is None else min(r, max(wanted, MOST_LEFT)) for r in self.last.reserves]
        to_failure = min(reps + more for reps, more in zip(self.last.reps, left, strict=True))
        return self._expected_reps(step, to_failure) - wanted >= self.target.amount[0] - 0.1

    def _raise_words(self, load: float, rule: str) -> str:
        done = exposure_words(self.last, self.exercise, self.athlete)
        by = difference_words(load - self.last.load_kg, self.athlete.units)
        if load <= 0 and self.last.load_kg < 0:
            return f"Every set reached the top ({done}): {by} less help."
        if rule == "PRG110":
            back = self._words(self.lift.rebuild_to_kg or load)
            return f"Every set reached the top ({done}): {by} more, on the way back to {back}."
        if rule == "PRG109":
            return f"Every set reached the top with plenty left ({done}): {by} more."
        return f"Every set reached the top ({done}): {by} more."

    def _more_reps(self) -> Load:
        low, high = self.target.amount
        top = max(
            high, min(min(self.last.reps) + 1, high + MOST_WIDENING, longest_set(self.exercise, self.target.amount[1]))
        )
        says = f"There is no heavier load to be had, so the reps go on: aim for {top}."
        if self.step is not None:
            says = f"The next load, {self._words(self.step)}, is too far up, so the reps go on: aim for {top}."
        if self.exercise.family == "pull-up" and (self.athlete.max_pull_ups or 0) < ADD_WEIGHT_FROM:
            says = f"More reps before weight: aim for {top}."
        return self._at(self.last.load_kg, (self._decision("PRG103", says, 0.0, (self.last,)),), amount=(low, top))

    def held(self) -> Load:
        """The load stays and the first set short of the top aims for one rep more."""
        done = exposure_words(self.last, self.exercise, self.athlete)
        says = f"Last time {done}: stay, and add a rep where you can until every set reaches {self.target.amount[1]}."
        low, high = self.target.amount
        if min(self.last.reps) >= high:
            says = f"Last time {done}: the reps are there, now with the reserve asked for."
            top = self._widened_top(self.step, self.last.load_kg) if self.step is not None else None
            high = max(high, min(top or high, *self.last.reps))
        return self._at(self.last.load_kg, (self._decision("PRG102", says, 0.0, (self.last,)),), amount=(low, high))

    def _at(
        self,
        load: float,
        decisions: tuple[Decision, ...],
        amount: tuple[int, int] | None = None,
        rebuild: float | None = None,
    ) -> Load:
        load, span = self._reach(load), amount or self.target.amount
        most = self._most(span[0])
        if most is not None and load > most and (lower := self._reach(most)) < load:
            says = f"{self._words(load)} is more than your recent sets support: {self._words(lower)} today."
            decisions = (self._decision("PRG104", says, lower - self.last.load_kg, (self.last,)),)
            load = lower
        span = self._within_reach(span, load)
        up = self._following(load, rebuild or self.lift.rebuild_to_kg)
        return Load(
            load_kg=load,
            aims=self._aims(load, span),
            amount=span,
            cap_kg=max(self.cap, load),
            step_kg=None if up is None else round(up - load, 4),
            step_from=None if up is None else self._widened_top(up, load),
            decisions=decisions,
            too_heavy=self.too_heavy,
            settled=self.lift.idle < IDLE_BEFORE_CHANGE - 1 and self.last.outcome is not Outcome.MISSED,
        )

    def _within_reach(self, span: tuple[int, int], load: float) -> tuple[int, int]:
        """The range, from a lower floor where even the lightest load is too heavy for its own."""
        shown = self._shown()
        if shown is None or self.body + load <= 0:
            return span
        able = EPLEY_REPS * (shown / (self.body + load) - 1) - self.target.reserve[0]
        self.too_heavy = able < 1.0
        if able >= span[0] - 1.0:
            return span
        if self._keeps_its_floor():
            self.too_heavy = True
        floor = max(1, int(able))
        return floor, max(floor + 1, span[1])

    def _shown(self) -> float | None:
        """The maximum that what is known of the athlete shows, read generously; None where reps are not counted."""
        known = self.athlete.known_set(self.exercise.id)
        if known is None or self.exercise.loading in (Loading.TIME, Loading.DISTANCE):
            return None
        to_failure = known.reps + known.rir
        return (self.body + known.load_kg) * (1 + to_failure / EPLEY_REPS if to_failure > 1 else 1.0)

    def _most(self, reps: int) -> float | None:
        """The load that may be asked for so many reps with the reserve wanted, and a little more; None if unknown."""
        shown = self._shown()
        if shown is None:
            return None
        room = 1.0 if self._keeps_its_floor() else ROOM
        return room * shown / (1 + (reps + self.target.reserve[0]) / EPLEY_REPS) - self.body

    def _keeps_its_floor(self) -> bool:
        """True for heavy hinges of beginners, which are never done for fewer reps than the range asks for."""
        return is_heavy_hinge(self.exercise) and self.athlete.level is Level.BEGINNER

    def _aims(self, load: float, span: tuple[int, int]) -> tuple[int, ...]:
        low, high = span
        count = self.target.sets
        if abs(load - self.last.load_kg) < 1e-6:
            before = [*self.last.reps, *[self.last.reps[-1]] * count][:count]
            aims = [max(low, min(high, reps)) for reps in before]
            for index, reps in enumerate(before):
                if low <= reps < high:
                    aims[index] = reps + 1
                    break
            return tuple(aims)
        expected = self._expected_reps(load, min(self.last.reps))
        return (max(low, min(high, int(expected))),) * count

    def _expected_reps(self, load: float, reps: float) -> float:
        """Reps at another load for the same reserve."""
        return reps_after(reps, self.body + self.last.load_kg, self.body + load)

    def _widened_top(self, step: float, load: float) -> int | None:
        return top_for_step(self.target, self.exercise, self.body + load, self.body + step)

    def _supported(self, reps: float | None = None, reserve: float | None = None) -> float:
        """The load that the estimate supports: for the lower part of the range with the reserve asked for, unless
        other reps and another reserve are named."""
        low, high = self.target.amount
        reps = low + (high - low) / 3 if reps is None else reps
        reserve = sum(self.target.reserve) / 2 if reserve is None else reserve
        now = estimate(self.lift.strength, self.on) if self.lift.strength is not None else None
        if now is None:
            return self._made(MISS_FACTOR)
        share = share_of_max(reps + reserve)
        return self._reach(now.mean_kg * share - self.body)

    def _made(self, factor: float) -> float:
        return self._reach((self.body + self.last.load_kg) * factor - self.body)

    def _reach(self, wanted: float) -> float:
        """The load the equipment makes, not above the wish; the lightest there is where the wish lies below it."""
        if self.exercise.loading in (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_SHARE) and wanted < 0:
            return min(0.0, self.last.load_kg)
        made = reachable(wanted, self.exercise, self.athlete)
        if made is not None:
            return made
        least = lightest(self.exercise, self.athlete)
        return self.last.load_kg if least is None else least

    def _words(self, load: float) -> str:
        return load_words(load, self.exercise, self.athlete)

    def _decision(self, rule: str, says: str, by: float, sets: tuple[Exposure, ...]) -> Decision:
        if self.exercise.loading is Loading.BODYWEIGHT_MINUS and rule == "PRG101":
            rule = "PRG107"
        if rule == "PRG101" and self.exercise.family == "pull-up" and self.last.load_kg >= 0:
            rule = "LAD103"
        evidence = evidence_of(sets, self.exercise, self.athlete)
        return Decision(rule=rule, says=says, by_kg=round(by, 4), evidence=evidence)
