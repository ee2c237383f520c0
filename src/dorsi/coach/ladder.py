"""The pull-up ladder and the trunk gate: what logged sets say about both.

Source: Epley85 for reps with added weight; claims A13, A18, D05, D06; the numbers are heuristics
(rules LAD101 to LAD106).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dorsi.atlas.model import Exercise, Grip, Loading
from dorsi.coach.state import CoachState, PullUps
from dorsi.coach.summing import MOST_LEFT, signed_kg
from dorsi.journal.model import LoggedSet, SetKind
from dorsi.progress.series import EPLEY_REPS
from dorsi.rules.gates.gat105_hinge_before_the_trunk import BACK_EXTENSIONS, PLANK_S
from dorsi.rules.gates.pull_ups import WORK_SETS_FROM

EIGHTS_RUNNING = 2
"""Sessions in a row that must reach eight."""
AT_ONCE = 10
"""Pull-ups in one set that open the gate at once."""
CLEARLY_FEWER = 6
"""A best set below this counts against the gate."""
BEST_KEPT_DAYS = 56
"""How long a best set speaks for the present."""
SESSIONS_KEPT = 12
TESTS_NEEDED = 2
_PLANK = "plank"
_EXTENSIONS = frozenset({"back-extension-45", "back-extension-90", "back-extension-floor"})


def is_full_pull_up(exercise: Exercise | None) -> bool:
    """True for pull-ups of the whole body mass with the palms not turned in; chin-ups and lowering do not count."""
    return (
        exercise is not None
        and exercise.family == "pull-up"
        and exercise.loading is Loading.BODYWEIGHT_PLUS
        and exercise.grip is not Grip.UNDERHAND
        and exercise.id != "pull-up-eccentric"
    )


def with_pull_ups(
    state: CoachState, exercise: Exercise | None, sets: Sequence[LoggedSet], on: date, body_mass_kg: float
) -> CoachState:
    """The state after a session's sets of one exercise, as far as they are full pull-ups."""
    if not is_full_pull_up(exercise):
        return state
    own = [
        entry
        for entry in sets
        if entry.kind is not SetKind.WARM_UP and entry.reps and signed_kg(entry, body_mass_kg) >= 0
    ]
    if not own:
        return state
    shown = max(entry.reps or 0 for entry in own)
    best = max(_able(entry, body_mass_kg) for entry in own)
    free = all(signed_kg(entry, body_mass_kg) == 0 for entry in own)
    eights = state.eights + 1 if shown >= WORK_SETS_FROM else 0 if free and _tested(own) else state.eights
    fewer = state.fewer + 1 if free and best < CLEARLY_FEWER else 0
    recent = tuple(p for p in state.pull_ups if (on - p.on).days <= BEST_KEPT_DAYS)
    return replace(
        state,
        pull_ups=(*recent, PullUps(on=on, best=max(shown, best)))[-SESSIONS_KEPT:],
        eights=eights,
        fewer=fewer,
        unlocked=(state.unlocked or eights >= EIGHTS_RUNNING or shown >= AT_ONCE) and fewer < EIGHTS_RUNNING,
    )


def best_pull_ups(state: CoachState) -> int | None:
    """The best set of full pull-ups in recent weeks, reserve included; None if there was none."""
    return max((p.best for p in state.pull_ups), default=None)


def at_adoption(state: CoachState, max_pull_ups: int | None, on: date) -> CoachState:
    """The state with the questionnaire's best set, where the journal has none of its own."""
    if state.pull_ups or max_pull_ups is None:
        return state
    return replace(state, pull_ups=(PullUps(on=on, best=max_pull_ups),), unlocked=max_pull_ups >= WORK_SETS_FROM)


def _able(entry: LoggedSet, body_mass_kg: float) -> int:
    """Pull-ups without weight that a set stands for: its reps and reserve, and more where weight hung on the belt."""
    to_failure = (entry.reps or 0) + min(_left(entry), MOST_LEFT)
    share = 1 + signed_kg(entry, body_mass_kg) / body_mass_kg
    return int(EPLEY_REPS * ((1 + to_failure / EPLEY_REPS) * share - 1) + 1e-9)


def _left(entry: LoggedSet) -> float:
    """Reps left in reserve; where nobody said, none after a test and one after a work set."""
    if entry.kind in (SetKind.TEST, SetKind.FAILURE):
        return entry.reserve or 0.0
    return 1.0 if entry.reserve is None else entry.reserve


def _tested(sets: Sequence[LoggedSet]) -> bool:
    return any(entry.kind in (SetKind.TEST, SetKind.FAILURE) for entry in sets)


def with_trunk_tests(state: CoachState, sets: Sequence[LoggedSet]) -> CoachState:
    """The state after a session's sets of one exercise, as far as they test the trunk."""
    exercise = sets[0].exercise
    if exercise == _PLANK and any((entry.seconds or 0) >= PLANK_S for entry in sets):
        return replace(state, planks=state.planks + 1)
    if exercise in _EXTENSIONS and any((entry.reps or 0) >= BACK_EXTENSIONS for entry in sets):
        return replace(state, extensions=state.extensions + 1)
    return state


def trunk_is_ready(state: CoachState) -> bool:
    """True once both trunk tests were passed in two sessions."""
    return state.planks >= TESTS_NEEDED and state.extensions >= TESTS_NEEDED
