"""The fold: everything the journal says about days gone by, turned into what the coach knows.

`fold(state, journal)` over all days is the same as folding the earlier days first and the later ones on top:
what was learned never depends on when it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dorsi.athlete.model import Athlete, Sex
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.atlas.model import Exercise
from dorsi.coach import body, ladder, matching, tiredness
from dorsi.coach.adopted import Adopted, Asked, adopted
from dorsi.coach.asking import asked_amount, usual
from dorsi.coach.doubts import believable, doubted, repeated, sound_sets, without_settled
from dorsi.coach.lifts import exercise_of, lift_key, with_exposure
from dorsi.coach.state import CoachState, Exposure, Lift, Position, StallStep, Telling, Trained
from dorsi.coach.summing import NO_RESERVE, Summed, body_kg, reserve_of, sum_up
from dorsi.journal.model import (
    Adoption,
    Answer,
    Clearance,
    Hurt,
    Journal,
    LoggedSession,
    LoggedSet,
    MeasureKind,
    Measurement,
    Move,
    PlanRef,
    SetKind,
    Skip,
    Swap,
)
from dorsi.progress.formula import formula_for
from dorsi.progress.series import Exposure as StrengthExposure
from dorsi.progress.series import StrengthSet
from dorsi.progress.strength import StrengthState, update

TRAINED_KEPT = 40
"""Sessions remembered by their day and effort: enough for eight weeks of five."""
SWAPPED_DAYS = 21
"""A stalled lift stays swapped for at least so long, past the end of a cycle if need be (heuristic)."""
UNKNOWN_MASS_KG = 75.0
"""Taken for body mass where nobody has said; loads added to the body are compared with themselves only."""
_WARM_UP, _TEST = SetKind.WARM_UP, SetKind.TEST
"""Looked up once here instead of once for every set, which Python 3.11 does slowly for members of enums."""
VERSION = "coach/2"
"""Names this fold in snapshots; a change to what the state means needs another name."""


def fold(
    state: CoachState, journal: Journal, *, today: date, since: date | None = None, before: date | None = None
) -> CoachState:
    """The state after all that is about days from `since` on (None: from the first) up to `today`.

    A session of today counts once it is finished. With `before`, only days before that one are taken in: what
    comes of it can be kept and carried on from there.
    """
    work = _Fold(state)
    last = today if before is None else min(today, before - timedelta(days=1))
    for day, moments in _days(journal, since, last):
        work.day(day)
        for moment in moments:
            if not isinstance(moment, LoggedSession):
                work.note(moment)
            elif day < today or moment.finished:
                work.session(moment)
    return work.state()


def _days(journal: Journal, since: date | None, last: date) -> Iterable[tuple[date, list[Any]]]:
    """Moments by day, first to last. Within a day notes come as they were entered (their ids are in time order), then
    what was trained."""
    days: dict[date, list[Any]] = {}
    noted = (
        journal.adoptions, journal.measurements, journal.clearances, journal.hurts, journal.swaps, journal.skips,
        journal.moves, journal.answers, journal.sessions,
    )  # fmt: skip
    for things in noted:
        for thing in things:
            on = thing.on
            if on <= last and (since is None or on >= since):
                days.setdefault(on, []).append(thing)
    for moments in days.values():
        moments.sort(key=lambda moment: (isinstance(moment, LoggedSession), *_entered(moment)))
    return sorted(days.items())


def _entered(moment: Any) -> tuple[Any, ...]:
    return moment.order if isinstance(moment, LoggedSession) else (moment.id,)


class _Fold:
    """The fold at work: the state's parts, open for change until `state()` closes them again."""

    def __init__(self, state: CoachState) -> None:
        self._state = state
        self._lifts = dict(state.lifts)
        self._trained = list(state.trained)
        self._atlas: Atlas = load_atlas()
        self._exercises: Mapping[str, Exercise] = self._atlas.exercises

    def state(self) -> CoachState:
        """What it has come to."""
        return replace(self._state, lifts=self._lifts, trained=tuple(self._trained[-TRAINED_KEPT:]))

    def day(self, on: date) -> None:
        """Lets go of what no longer matters on that day."""
        self._state = body.forgotten(self._state, on)

    def note(self, thing: Any) -> None:
        """Takes in something beside sessions."""
        state = self._state
        match thing:
            case Adoption() if thing.edits:
                self._edit(thing)
            case Adoption():
                self._state = replace(state, adoption=thing, position=Position(), passed=(), swaps=(), move=None)
                self._restart_lifts(thing.on)
                plan = self._adopted()
                started = replace(self._state, position=Position(week=plan.first_week))
                self._state = ladder.at_adoption(started, plan.athlete.max_pull_ups, thing.on)
            case Measurement(kind=MeasureKind.BODY_MASS):
                self._state = replace(state, body_mass_kg=thing.base)
            case Clearance():
                self._state = replace(state, warnings=(), sore=())
            case Hurt():
                self._state = body.with_hurt(state, thing)
            case Swap():
                place = (thing.exercise, thing.session, thing.once)
                others = [s for s in state.swaps if (s.exercise, s.session, s.once) != place]
                self._state = replace(state, swaps=(*others, thing))
            case Skip():
                self._state = replace(state, passed=(*state.passed, thing.plan), move=None)
                self._advance(thing.on)
            case Move():
                self._state = replace(state, move=thing)
            case Answer():
                self._answer(thing)
            case _:
                pass

    def _edit(self, edit: Adoption) -> None:
        """Puts another text in the place of the programme's; void for a programme that is no longer followed."""
        adoption, position = self._state.adoption, self._state.position
        if adoption is None or edit.edits != adoption.id:
            return
        before = self._adopted().ref(position)
        self._state = replace(self._state, adoption=replace(adoption, text=edit.text))
        place = self._adopted().placed(position, before.session if before is not None else "")
        self._state = replace(self._state, position=place)
        self._advance(edit.on)

    def _answer(self, answer: Answer) -> None:
        doubt = next((d for d in self._state.doubts if d.set_id == answer.set_id), None)
        if doubt is None:
            return
        self._state = replace(self._state, doubts=tuple(d for d in self._state.doubts if d is not doubt))
        if not answer.true:
            self._state = replace(self._state, disbelieved=(*self._state.disbelieved, *doubt.odd))
        if answer.true:
            self._take(doubt.lift, doubt.exposure, doubt.telling, layoff=False, eased=False)

    def _adopted(self) -> Adopted:
        adoption = self._state.adoption
        assert adoption is not None, "asked for only where a programme was taken up"
        return adopted(adoption.id, adoption.text, self._state.position.cycle)

    def session(self, session: LoggedSession) -> None:
        """Takes in a session: its lifts, its discomforts, its place in the programme."""
        state = self._state
        ref, plan = None, None
        if state.adoption is not None:
            plan = self._adopted()
            ref = matching.planned_ref(session, plan, state.position)
        asked = plan.asked.get((ref.week, ref.session), {}) if plan is not None and ref is not None else {}
        eased = matching.is_eased(state, plan, ref, session.on)
        previous = self._trained[-1].on if self._trained else None
        gap = (session.on - previous).days if previous is not None else 0
        athlete = plan.athlete if plan is not None else None
        mass_kg = state.body_mass_kg or (athlete.body_mass_kg if athlete is not None else UNKNOWN_MASS_KG)
        for key, sets in _by_lift(session).items():
            exercise = self._exercises.get(sets[0].exercise)
            if exercise is None:
                continue
            summed = sum_up(sets, exercise, mass_kg, session.on, self._asked(exercise, asked, athlete), eased=eased)
            if summed is None:
                continue
            exposure = summed.exposure
            self._state = body.with_set_discomfort(self._state, exercise, exposure)
            kept = self._believed(key, sets, summed, exercise, asked, athlete, mass_kg, eased=eased)
            if kept is None:
                continue
            self._take(key, kept.exposure, kept.telling, layoff=gap >= matching.LAYOFF_DAYS, eased=eased)
            believed = [entry for entry in sets if entry.id in kept.ids]
            self._state = ladder.with_pull_ups(self._state, exercise, believed, session.on, mass_kg)
            self._state = ladder.with_trunk_tests(self._state, believed)
        self._trained.append(Trained(on=session.on, ref=ref, all_out=_all_out(session.sets), deload=eased))
        if len(self._trained) > 2 * TRAINED_KEPT:
            del self._trained[:TRAINED_KEPT]
        self._after(session, ref, plan, eased=eased)

    def _believed(
        self,
        key: str,
        sets: list[LoggedSet],
        summed: Summed,
        exercise: Exercise,
        asked: Mapping[str, Asked],
        athlete: Athlete | None,
        mass_kg: float,
        *,
        eased: bool,
    ) -> Summed | None:
        """What of an entry is used now: all of it, the sets that are not in doubt, or nothing."""
        body_part = body_kg(exercise, mass_kg)
        limits = believable(self._lifts.get(key))
        doubt = doubted(key, sets, summed, limits, body_part) if limits is not None and not eased else None
        if doubt is None or limits is None or repeated(self._state.doubts, doubt):
            if self._state.doubts:
                self._state = without_settled(self._state, key, summed.exposure)
            return summed
        self._state = replace(self._state, doubts=(*self._state.doubts, doubt))
        sound = sound_sets(sets, limits, body_part)
        if not sound or len(sound) == len(sets):
            return None
        return sum_up(sound, exercise, mass_kg, summed.exposure.on, self._asked(exercise, asked, athlete), eased=eased)

    def _asked(self, exercise: Exercise, planned: Mapping[str, Asked], athlete: Athlete | None) -> Asked:
        """What stood against the sets of an exercise: the programme's line, or what is usual."""
        own = planned.get(exercise.id)
        best = ladder.best_pull_ups(self._state) if exercise.family == "pull-up" else None
        if own is None:
            return usual(exercise, athlete, best)
        amount = asked_amount(exercise, own.amount, best)
        return own if amount == own.amount else replace(own, amount=amount)

    def _take(self, key: str, exposure: Exposure, told: Iterable[Telling], *, layoff: bool, eased: bool) -> None:
        lift = self._lifts.get(key) or Lift(exercise=key, strength=self._fresh(key))
        strength = lift.strength
        if strength is not None and not eased:
            sets = tuple(StrengthSet(load_kg=kg, reps=reps, reserve=left) for kg, reps, left in told)
            strength = update(strength, StrengthExposure(on=exposure.on, sets=sets))
        self._lifts[key] = with_exposure(lift, exposure, strength, layoff=layoff, eased=eased)

    def _fresh(self, key: str) -> StrengthState | None:
        exercise = self._exercises.get(exercise_of(key))
        sex = self._adopted().athlete.sex if self._state.adoption is not None else Sex.UNSTATED
        return StrengthState(formula=formula_for(exercise, sex)) if exercise is not None else None

    def _after(self, session: LoggedSession, ref: Any, plan: Adopted | None, *, eased: bool) -> None:
        """What a finished session means for the programme: the next place, deloads begun and called."""
        state = self._state
        if state.move is not None and (session.on > state.move.on or session.on >= state.move.to):
            state = replace(state, move=None)
        if eased:
            state = replace(state, last_deload=session.on)
        if any(swap.once for swap in state.swaps):
            state = replace(state, swaps=tuple(swap for swap in state.swaps if not swap.once))
        self._state = state
        if plan is None:
            return
        if ref is not None:
            self._advance(session.on, ref)
        called = tiredness.deload_called(self._state, self._lifts, self._trained, plan, session.on)
        if called is not None:
            self._state = replace(
                self._state, deload_from=session.on, deload_until=called.until, deload_rule=called.rule
            )
            self._lifts = {key: replace(lift, falls=0) if lift.falls else lift for key, lift in self._lifts.items()}

    def _advance(self, on: date, *done: PlanRef) -> None:
        """Moves on past every planned session that was done or left out, `done` among them."""
        if self._state.adoption is None:
            return
        position, passed = self._state.position, [*self._state.passed, *done]
        while (
            ref := adopted(self._state.adoption.id, self._state.adoption.text, position.cycle).ref(position)
        ) in passed:
            assert ref is not None, "a place past the end of the week is never in what was passed"
            passed.remove(ref)
            before = position
            position = self._adopted().after(position)
            if position.cycle != before.cycle:
                self._restart_lifts(on)
        self._state = replace(self._state, position=position, passed=tuple(passed))

    def _restart_lifts(self, on: date) -> None:
        """A new cycle gives every lift another chance that has been swapped out for some weeks."""
        for key, lift in self._lifts.items():
            if lift.step is StallStep.SWAP and lift.stalled_on and (on - lift.stalled_on).days >= SWAPPED_DAYS:
                self._lifts[key] = replace(lift, step=StallStep.NONE)


def _by_lift(session: LoggedSession) -> dict[str, list[LoggedSet]]:
    """A session's sets by lift, in the order in which the lifts first appear."""
    found: dict[str, list[LoggedSet]] = {}
    for entry in session.sets:
        found.setdefault(lift_key(entry), []).append(entry)
    return found


def _all_out(sets: Iterable[LoggedSet]) -> float:
    """Share of the counted sets that went to the limit; sets without a word on effort count as not."""
    left = [reserve_of(entry) for entry in sets if entry.kind is not _WARM_UP and entry.kind is not _TEST]
    limit = sum([each is not None and each <= NO_RESERVE for each in left])
    return limit / len(left) if left else 0.0
