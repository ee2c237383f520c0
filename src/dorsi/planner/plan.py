"""Plans a programme for an athlete: frame, blocks, order, prescriptions, and a proof by the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Pattern
from dorsi.errors import PlanUnproven
from dorsi.planner import prescribe
from dorsi.planner.choice import Ban, Choice, Demands
from dorsi.planner.clash import explain_clash
from dorsi.planner.frame import Frame, Theme, week_frames
from dorsi.planner.mesocycle import Span, may_rotate, rotates, rotation, rotation_sets, spans
from dorsi.planner.solver import solve
from dorsi.planner.week import WeekModel
from dorsi.program.evaluate import ProgramView, WeekView, evaluate
from dorsi.program.model import Block, Program, Session
from dorsi.rules.base import Case, FrameSession, Rule
from dorsi.rules.checking import check
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.order.priority import is_heavy_hinge, order_key
from dorsi.rules.registry import all_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockPlan:
    """One solved block: its weeks, what was chosen, what was not allowed, and the solver's proof."""

    span: Span
    choices: tuple[Choice, ...]
    bans: tuple[Ban, ...]
    objective: float
    gap: float
    seconds: float
    keeps_mains: bool
    rotates: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A finished plan: the programme, how it came about and what the rules say of it."""

    program: Program
    athlete: Athlete
    frame: Frame
    blocks: tuple[BlockPlan, ...]
    findings: tuple[Finding, ...]
    view: ProgramView

    @property
    def first_week(self) -> WeekView:
        """The first training week, laid out."""
        return self.view.by_week[1]

    @property
    def solver_seconds(self) -> float:
        """Solver time summed over all stages."""
        return sum(block.seconds for block in self.blocks)

    @property
    def objective(self) -> float:
        """Points summed over the blocks' weeks, per training week."""
        weeks = sum(len(b.span.training) for b in self.blocks)
        return sum(b.objective * len(b.span.training) for b in self.blocks) / weeks


def plan_program(
    athlete: Athlete,
    atlas: Atlas,
    *,
    answers: Mapping[str, Any] | None = None,
    notes: Sequence[str] = (),
    demands: Demands | None = None,
) -> Plan:
    """A proven programme for the athlete. Raises WishesClash naming the smallest set of wishes that clash.

    `answers` are embedded in the programme so that its file stands alone; `notes` are sentences from
    screening and assumptions; `demands` come from what-if questions.
    """
    rules = all_rules()
    demands = demands or Demands()
    for frame in week_frames(athlete):
        blocks = solve_blocks(athlete, atlas, frame, rules, demands)
        if blocks is not None:
            break
    else:
        raise explain_clash(athlete, lambda a: _is_feasible(a, atlas, rules, demands))
    for rotate in (True, False):
        program = _program(athlete, atlas, frame, blocks, answers, notes, rotate=rotate)
        view = evaluate(program, atlas)
        findings = check(Case(view=view, athlete=athlete), skip=demands.rules_off)
        errors = [f for f in findings if f.severity is Severity.ERROR]
        if not errors:
            break
    else:
        raise PlanUnproven([f"{f.place}: {f.message} ({f.code})" for f in errors])
    return Plan(program=program, athlete=athlete, frame=frame, blocks=blocks, findings=findings, view=view)


def solve_blocks(
    athlete: Athlete, atlas: Atlas, frame: Frame, rules: Sequence[Rule], demands: Demands
) -> tuple[BlockPlan, ...] | None:
    """The blocks one after the other, each knowing the one before; None when a block has no solution."""
    blocks: list[BlockPlan] = []
    before: tuple[Choice, ...] = ()
    for number, span in enumerate(spans(athlete), start=1):
        for keep_mains, rotating in _attempts(bool(before), may_rotate(athlete, span)):
            model = block_model(athlete, atlas, frame, before, demands, keep_mains=keep_mains, rotating=rotating)
            solution = solve(model.build(rules), f"block {number}")
            if solution is not None:
                break
        if solution is None:
            return None
        before = model.choices(solution)
        blocks.append(
            BlockPlan(
                span=span,
                choices=before,
                bans=tuple(model.bans),
                objective=solution.objective,
                gap=solution.gap,
                seconds=solution.seconds,
                keeps_mains=keep_mains,
                rotates=rotating,
            )
        )
    return tuple(blocks)


def block_model(
    athlete: Athlete,
    atlas: Atlas,
    frame: Frame,
    before: tuple[Choice, ...],
    demands: Demands,
    *,
    keep_mains: bool,
    rotating: bool,
) -> WeekModel:
    """The model of one block's week, not yet built."""
    return WeekModel(
        athlete=athlete,
        atlas=atlas,
        frame=frame,
        before=before,
        demands=demands,
        keep_mains=keep_mains,
        rotating=rotating,
    )


def _attempts(follows: bool, may_rotate: bool) -> list[tuple[bool, bool]]:
    """What to ask of a block, dearest wish first: (main lifts stay, pull-ups rotate)."""
    rotating = [True, False] if may_rotate else [False]
    return [(keep, rotates) for keep in ((True, False) if follows else (True,)) for rotates in rotating]


def _is_feasible(athlete: Athlete, atlas: Atlas, rules: Sequence[Rule], demands: Demands) -> bool:
    """True if some frame can be filled at all; nothing is optimised."""
    for frame in week_frames(athlete):
        linear = WeekModel(athlete=athlete, atlas=atlas, frame=frame, demands=demands).build(rules)
        linear.terms.clear()
        if solve(linear, "feasibility") is not None:
            return True
    return False


# ---------------------------------------------------------------------- from choices to a programme
def _program(
    athlete: Athlete,
    atlas: Atlas,
    frame: Frame,
    blocks: tuple[BlockPlan, ...],
    answers: Mapping[str, Any] | None,
    notes: Sequence[str],
    *,
    rotate: bool,
) -> Program:
    sessions = [
        _session(session, number, block, len(blocks), athlete, atlas, rotate=rotate)
        for number, block in enumerate(blocks, start=1)
        for session in frame.sessions
    ]
    deload = frozenset(week for block in blocks for week in block.span.deload)
    return Program(
        name=f"Back plan for {athlete.name}",
        weeks=athlete.weeks,
        sessions=tuple(sessions),
        deload_weeks=deload,
        reasons=(*frame.reasons, *_block_reasons(athlete, blocks), *notes),
        athlete=answers,
    )


def _session(
    session: FrameSession, number: int, block: BlockPlan, blocks: int, athlete: Athlete, atlas: Atlas, *, rotate: bool
) -> Session:
    chosen = sorted(
        (c for c in block.choices if c.session == session.index),
        key=lambda c: _running_order(c, athlete),
    )
    body = list(prescribe.opening(tuple(c.exercise for c in chosen), athlete, atlas))
    first = chosen[0].exercise
    attempt = [] if is_heavy_hinge(first) else list(prescribe.attempt(athlete, atlas, block.span))
    if first.pattern is not Pattern.VERTICAL_PULL:
        body += attempt
    for choice in chosen:
        body += prescribe.warm_up(choice.exercise, athlete, leads=choice.leads)
        if choice.exercise is first and first.pattern is Pattern.VERTICAL_PULL:
            body += attempt
        body += _work(choice, block, session, athlete, atlas, rotate=rotate)
    body += prescribe.closing(athlete, atlas, trunk=session.theme not in (Theme.UPPER, Theme.PULLS))
    everywhere = blocks == 1
    return Session(
        id=session.id if number == 1 else f"{session.id}-{number}",
        name=_title(session.theme) if everywhere else f"{_title(session.theme)}, block {number}",
        theme=session.theme,
        day=session.day,
        weeks=None if everywhere else block.span.weeks,
        also=tuple(sorted(session.also)),
        blocks=tuple(body),
    )


def _work(
    choice: Choice, block: BlockPlan, session: FrameSession, athlete: Athlete, atlas: Atlas, *, rotate: bool
) -> Iterator[Block]:
    types = (
        rotation(choice, _allowed(block, session, athlete, atlas), _beside(block, choice), atlas)
        if rotate and block.rotates and rotates(choice, block.span, athlete)
        else ()
    )
    if not types:
        sets: dict[frozenset[int] | None, int] = {None: choice.sets}
        yield prescribe.single(prescribe.work_item(choice.exercise, athlete, sets, block.span, leads=choice.leads))
        return
    for exercise_id, by_week in rotation_sets(block.span, types, choice.sets).items():
        exercise = atlas.exercises[exercise_id]
        own = exercise_id == choice.exercise.id
        item = prescribe.work_item(exercise, athlete, by_week, block.span, leads=True, deloads=own)
        yield prescribe.single(item)


def _allowed(block: BlockPlan, session: FrameSession, athlete: Athlete, atlas: Atlas) -> tuple[Exercise, ...]:
    """Exercises the rotation may draw on: not banned, not used elsewhere, and nothing against them."""
    banned = {ban.exercise for ban in block.bans if ban.session == session.index}
    taken = {c.exercise.id for c in block.choices}
    return tuple(e for e in atlas.exercises.values() if e.id not in banned | taken and suits(e, athlete))


def _beside(block: BlockPlan, choice: Choice) -> tuple[Exercise, ...]:
    return tuple(c.exercise for c in block.choices if c.session == choice.session and c is not choice)


def _block_reasons(athlete: Athlete, blocks: tuple[BlockPlan, ...]) -> Iterator[str]:
    if len(blocks) > 1:
        yield (
            "The main lifts stay for the whole plan so that progress can be seen; "
            f"the exercises behind them change after week {blocks[0].span.training[-1]}."
        )
    if blocks[-1].span.deload:
        yield (
            f"Week {blocks[-1].span.deload[0]} is a deload: the same lifts with half the sets and four reps "
            "in reserve, so that fatigue goes and strength shows."
        )
    yield (
        "Keep a load until every set reaches the top of its range with the reserve asked for, "
        "then add the smallest step your equipment can make."
    )


def _title(theme: str) -> str:
    return theme[:1].upper() + theme[1:]


def _running_order(choice: Choice, athlete: Athlete) -> tuple[object, ...]:
    """Position class first, as the order rules want it; within a class the main lift, then more sets."""
    position, *finer = order_key(choice.exercise, athlete)
    return (position, not choice.leads, *finer, -choice.sets, choice.exercise.id)
