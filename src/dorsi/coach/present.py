"""The athlete as of now: the questionnaire's answers with what the journal has since taught."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dorsi.athlete.model import Athlete, Discomfort, KnownSet
from dorsi.atlas.load import Atlas
from dorsi.coach.body import active
from dorsi.coach.ladder import best_pull_ups, trunk_is_ready
from dorsi.coach.lifts import exercise_of
from dorsi.coach.state import CoachState
from dorsi.coach.summing import KNOWN_SETS_DAYS, body_kg
from dorsi.rules.gates.pull_ups import WORK_SETS_FROM


def athlete_now(athlete: Athlete, state: CoachState, today: date, atlas: Atlas) -> Athlete:
    """The athlete with today's body mass, pull-ups, trunk, known sets and discomforts."""
    sore = active(state, today)
    told = {report.place for report in state.sore}
    discomforts = (
        *(d for d in athlete.discomforts if d.place not in told),
        *(Discomfort(place=place, score=report.score) for place, report in sore.items()),
    )
    best = best_pull_ups(state)
    if state.unlocked:
        best = max(best or 0, WORK_SETS_FROM)
    return replace(
        athlete,
        body_mass_kg=state.body_mass_kg or athlete.body_mass_kg,
        max_pull_ups=athlete.max_pull_ups if best is None else best,
        trunk_ready=athlete.trunk_ready or trunk_is_ready(state),
        known_sets=_known_sets(athlete, state, today, atlas),
        discomforts=discomforts,
    )


def _known_sets(athlete: Athlete, state: CoachState, today: date, atlas: Atlas) -> tuple[KnownSet, ...]:
    """The best recent set of each lift as a single that stands for its estimated maximum; else what was answered."""
    mass_kg = state.body_mass_kg or athlete.body_mass_kg
    found = {known.exercise: known for known in athlete.known_sets}
    for key, lift in state.lifts.items():
        name = exercise_of(key)
        exercise = atlas.exercises.get(name)
        if exercise is None:
            continue
        body = body_kg(exercise, mass_kg)
        recent = [e.shown_kg for e in lift.exposures if (today - e.on).days <= KNOWN_SETS_DAYS]
        if not recent or max(recent) <= 0:
            continue
        single = KnownSet(exercise=name, load_kg=max(recent) - body, reps=1, rir=0.0)
        known = found.get(name)
        if known is None or known.rir != 0.0 or known.reps != 1 or known.load_kg < single.load_kg:
            found[name] = single
    return tuple(found.values())
