"""The next session: the planned one, bent by what the journal says, set by set and with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dorsi.athlete.screening_questions import QUESTIONS
from dorsi.atlas.vocabulary import REGIONS
from dorsi.coach.adopted import Adopted, adopted
from dorsi.coach.body import active, felt, is_red, red_sessions, touches
from dorsi.coach.builder import Builder
from dorsi.coach.model import Decision, NextSession, PlannedBlock, Question, Timing
from dorsi.coach.modifiers import modifiers_for
from dorsi.coach.present import athlete_now
from dorsi.coach.schedule import due_on, spacing_warning
from dorsi.coach.state import CoachState
from dorsi.errors import TrainingRefused, UsageError
from dorsi.program.model import Role, Session

QUESTION_DAYS = 28
"""A doubtful entry is asked about for so long."""
RED_TWICE = 2


def next_session(state: CoachState, today: date) -> NextSession:
    """The session to do next, as of `today`.

    Raises UsageError where no programme was taken up, TrainingRefused while a reported warning sign stands.
    """
    _refuse(state)
    if state.adoption is None:
        raise UsageError("No programme is under way. Take one up with 'dorsi start PLAN.yaml'.")
    plan = adopted(state.adoption.id, state.adoption.text, state.position.cycle)
    ref = plan.ref(state.position)
    if ref is None:
        raise UsageError("The programme has no sessions. Add one to the file and take it up again.")
    due = due_on(state, plan, ref)
    on = max(due, today)
    athlete = athlete_now(plan.athlete, state, on, plan.atlas)
    modifiers = modifiers_for(state, plan, ref, on)
    base = next(s for s in plan.weeks[ref.week] if s.id == ref.session)
    builder = Builder(base, ref.week, state, plan, athlete, modifiers, on)
    blocks, session, minutes = builder.fitted()
    decisions = (*_late(due, today, state), *_cycle(ref.cycle), *modifiers.decisions, *builder.dropped())
    warning = spacing_warning(state, plan, ref, today) if today < due else ""
    return NextSession(
        due=due,
        timing=Timing.EARLY if today < due else Timing.DUE if today == due else Timing.LATE,
        ref=ref,
        title=base.title,
        theme=base.theme,
        minutes=round(minutes),
        blocks=blocks,
        session=session,
        decisions=(*decisions, *_sore(state, plan, base, ref.week, blocks, on), *_referral(state, on)),
        questions=_questions(state, today),
        warnings=(warning,) if warning else (),
    )


def _refuse(state: CoachState) -> None:
    if not state.warnings:
        return
    said = {question.id: question.says for question in QUESTIONS.values()}
    raise TrainingRefused(
        "There is no session for now: what you reported must be looked at first.",
        [said.get(warning, warning) for warning in state.warnings],
        "See a clinician without delay, or call for help if it is getting worse. "
        "When they have agreed to training, say so with 'dorsi hurts --cleared'.",
    )


def _late(due: date, today: date, state: CoachState) -> Iterable[Decision]:
    if today > due and state.trained:
        days = (today - due).days
        yield Decision(rule="BRK104", says=f"It was due {days} day{'s' * (days != 1)} ago and has waited for you.")


def _cycle(cycle: int) -> Iterable[Decision]:
    if cycle > 1:
        says = f"Cycle {cycle} of the programme: main lifts as before, other exercises have changed places."
        yield Decision(rule="ROT101", says=says)


def _sore(
    state: CoachState, plan: Adopted, base: Session, week: int, blocks: Iterable[PlannedBlock], on: date
) -> Iterable[Decision]:
    """A word on every place that hurts and for which nothing, or not everything that loads it, made way."""
    exercises = plan.atlas.exercises
    planned = [exercises[i.exercise] for b in base.blocks for i in b.items if i.role is Role.WORK and i.targets(week)]
    done = [item.exercise for block in blocks for item in block.items if item.role is Role.WORK]
    for place, report in active(state, on).items():
        if place not in REGIONS and place not in exercises:
            continue
        told, rule = felt(report, exercises), "HRT102" if is_red(report) else "HRT101"
        light = [each for each in done if each.stress.get(place, 0) > 0 and not touches(each, report)]
        if light and is_red(report):
            names = " · ".join(dict.fromkeys(each.short for each in light))
            says = f"{told}: what loads the place only a little stays ({names}). Leave it out if you feel it there."
            yield Decision(rule=rule, says=says)
        elif not any(touches(each, report) for each in planned):
            yield Decision(rule=rule, says=f"{told}: little or nothing in this session loads it, so nothing changes.")


def _referral(state: CoachState, on: date) -> Iterable[Decision]:
    if red_sessions(state, on) >= RED_TWICE:
        says = "Strong discomfort on two days within two weeks: have a physiotherapist or doctor look at it."
        yield Decision(rule="HRT103", says=says)


def _questions(state: CoachState, today: date) -> tuple[Question, ...]:
    return tuple(
        Question(set_id=d.set_id, exercise=d.exercise, on=d.on, says=d.says)
        for d in state.doubts
        if (today - d.on).days <= QUESTION_DAYS
    )
