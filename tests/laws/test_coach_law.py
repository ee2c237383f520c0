"""The coach's laws, on two thousand simulated lives of 52 weeks: noise, missed weeks, lies, slips and pain included.

What is prescribed is never above its stated limit, draws no error from the rules and steps no further than PRG106
says; replaying the journal gives the same state, whole or cut in two anywhere; nobody with a red flag gets a session.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from random import Random

import pytest

from dorsi.coach.checking import findings_for
from dorsi.coach.folding import fold
from dorsi.coach.model import NextSession
from dorsi.coach.progression import BEGINNER_HINGE_KG
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.coach.summing import body_kg
from dorsi.errors import TrainingRefused
from dorsi.program.model import Role
from dorsi.rules.finding import Severity
from tests.laws.life_plans import NAMES, life_plan
from tests.laws.lives import Character, Life, Moment

SHARDS = 20
LIVES = 100
CHECKED_EVERY = 4
"""One session in so many is laid before the rules: a check costs as much as two sessions."""
LARGEST_RISE = 0.20
"""No limit of PRG106 is wider than a tenth of what is lifted, twice that where it was clearly too easy."""


def character_of(seed: int) -> Character:
    """A character drawn from a seed: most lives are ordinary, some are messy, some go nowhere."""
    rng = Random(seed)
    return Character(
        seed=seed,
        strength=rng.uniform(0.7, 1.4),
        growth=rng.choice((0.0, 0.004, 0.012, 0.02)),
        noise=rng.choice((0.0, 0.02, 0.05)),
        misjudges=rng.choice((0.0, 0.8, 1.5)),
        misses=rng.choice((0.0, 0.08, 0.3)),
        long_breaks=rng.choice((0.0, 0.01, 0.04)),
        typos=rng.choice((0.0, 0.01, 0.1)),
        hurts=rng.choice((0.0, 0.03, 0.15)),
        red_flags=rng.choice((0.0, 0.0, 0.02)),
        tells_reserve=rng.random() < 0.7,
        stalls_after=rng.choice((None, None, 60)),
    )


@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_session_of_every_life_is_one_a_coach_could_answer_for(shard: int) -> None:
    for number in range(LIVES):
        seed = shard * LIVES + number
        name = NAMES[seed % len(NAMES)]
        life = Life(text=life_plan(name), character=character_of(seed))
        where = f"life {seed} ({name})"
        for count, moment in enumerate(life.moments()):
            _within_limits(moment, where)
            if count % CHECKED_EVERY == seed % CHECKED_EVERY:
                _draws_no_error(moment, where)
        _replays_the_same(life, Random(seed), where)


def _within_limits(moment: Moment, where: str) -> None:
    for item in moment.session.items:
        if item.role is not Role.WORK or item.cap_kg is None:
            continue
        loads = [planned.load_kg for planned in item.sets if planned.load_kg is not None]
        assert all(load <= item.cap_kg + 1e-6 for load in loads), f"{where}, {moment.today}: {item}"
        lift = moment.state.lifts.get(item.exercise.id)
        if lift is None or lift.last is None or item.straps or not loads:
            continue
        body = body_kg(item.exercise, moment.state.body_mass_kg or 75.0)
        before = lift.last.load_kg
        step = 40.0 if item.exercise.loading.value == "external" and before < 20 else 12.5
        allowed = before + max(step, BEGINNER_HINGE_KG, LARGEST_RISE * (body + before))
        assert max(loads) <= allowed, f"{where}, {moment.today}: {item.exercise.id} from {before} to {max(loads)}"


def _draws_no_error(moment: Moment, where: str) -> None:
    findings = findings_for(moment.session, moment.state, moment.today)
    errors = [f"{f.code} {f.place}: {f.message}" for f in findings if f.severity is Severity.ERROR]
    assert not errors, f"{where}, {moment.today}: {errors}"


def _replays_the_same(life: Life, rng: Random, where: str) -> None:
    """The same journal gives the same state, whatever day the fold was interrupted on."""
    journal = life.journal
    today = journal.sessions[-1].on + timedelta(days=1)
    whole = fold(CoachState(), journal, today=today)
    cut = rng.choice(journal.sessions).on
    first = fold(CoachState(), journal, today=today, before=cut)
    assert fold(first, journal, today=today, since=cut) == whole, f"{where}, cut on {cut}"
    assert _prescription(whole, today) == _prescription(fold(CoachState(), journal, today=today), today), where


def _prescription(state: CoachState, today: date) -> NextSession | str:
    try:
        return next_session(state, today)
    except TrainingRefused as refusal:
        return str(refusal)


@pytest.mark.parametrize("seed", range(24))
def test_whoever_starts_without_a_pull_up_and_responds_gets_to_eight_and_moves_on(seed: int) -> None:
    name = ("newcomer", "climber", "five-pull-ups")[seed % 3]
    life = Life(text=life_plan(name), character=Character(seed=seed, growth=0.012, typos=0.0, hurts=0.0))
    moments = list(life.moments())
    assert moments[-1].state.unlocked
    late = [item for moment in moments[-20:] for item in moment.session.items if item.role is Role.WORK]
    assert any(item.exercise.id == "pull-up-medium" for item in late)
    early = [item for moment in moments[:4] for item in moment.session.items if item.role is Role.WORK]
    assert not any(item.exercise.id == "pull-up-medium" for item in early)


@pytest.mark.parametrize("name", NAMES)
def test_whoever_stalls_gets_a_change_within_three_exposures(name: str) -> None:
    still = Character(seed=7, growth=0.0, noise=0.0, misjudges=0.0, misses=0.0, long_breaks=0.0, typos=0.0, hurts=0.0)
    life = Life(text=life_plan(name), character=still, weeks=40)
    done: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    last: dict[str, date] = {}
    for moment in life.moments():
        for item in moment.session.items:
            if item.role is not Role.WORK or item.cap_kg is None:
                continue
            tried = any(decision.rule.startswith("STL") for decision in item.decisions)
            asked = (tried, *((planned.load_kg, planned.aim) for planned in item.sets))
            results = tuple(
                (entry.load, entry.reps, entry.rir)
                for entry in moment.logged.sets
                if entry.exercise == item.exercise.id
            )
            name_of = item.exercise.id
            if (
                name_of in last and (moment.today - last[name_of]).days > 14
            ):  # another exercise had the place in between
                done[name_of].append((moment.today,))
            last[name_of] = moment.today
            done[name_of].append((asked, results))
    for exercise, exposures in done.items():
        for start in range(len(exposures) - 4):
            window = exposures[start : start + 5]
            assert len(set(window)) > 1, f"{exercise}: five times {window[0]}"


@pytest.mark.parametrize("seed", range(12))
def test_nobody_with_a_red_flag_gets_a_session(seed: int) -> None:
    name = NAMES[seed % len(NAMES)]
    life = Life(text=life_plan(name), character=Character(seed=seed, red_flags=0.2, hurts=0.2))
    for moment in life.moments():
        assert not moment.state.warnings
    flagged = [hurt for hurt in life.hurts if hurt.warnings]
    assert flagged
    assert life.refusals >= len(flagged) - 1
