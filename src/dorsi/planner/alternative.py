"""The best plan without one choice, and where the points go: the price of the alternative."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.planner.choice import Choice, Demands
from dorsi.planner.frame import Frame
from dorsi.planner.linear import LinearModel, Solution
from dorsi.planner.plan import BlockPlan, block_model
from dorsi.planner.solver import solve
from dorsi.planner.week import TASTE, WeekModel
from dorsi.rules.base import Rule

PRICING_GAP = 0.0015
"""Prices are differences of two optima, so both are solved closer than a plan needs to be."""
_WORTH_TELLING = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """What would stand there instead, the points it costs per week and the causes, dearest first.

    `instead` names the exercises the other plan has in that session and this one has not; it is empty when
    the session would simply go without.
    """

    instead: tuple[str, ...]
    points: float
    causes: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A rule that touched a choice: what it asked, whether it bound, and the points it gave or took."""

    rule: str
    reason: str
    binds: bool
    points: float


def price_of_alternative(
    athlete: Athlete,
    atlas: Atlas,
    frame: Frame,
    rules: tuple[Rule, ...],
    blocks: tuple[BlockPlan, ...],
    block: int,
    choice: Choice,
) -> tuple[Alternative | None, tuple[Bearing, ...]]:
    """The best block without `choice`, and the rules that bear on it. None when nothing could replace it."""
    before = blocks[block - 1].choices if block else ()
    own = blocks[block]

    def built(demands: Demands) -> tuple[WeekModel, LinearModel]:
        model = block_model(athlete, atlas, frame, before, demands, keep_mains=own.keeps_mains, rotating=own.rotates)
        return model, model.build(rules)

    model, linear = built(Demands())
    best = solve(linear, "the plan as it is", gap=PRICING_GAP)
    if best is None:
        return None, ()
    bearings = _bearings(model, linear, best, choice)
    left_out = Demands(without=frozenset({(choice.session, choice.exercise.id)}))
    other_model, other_linear = built(left_out)
    other = solve(other_linear, "the plan without it", gap=PRICING_GAP)
    if other is None:
        return None, bearings
    here = {c.exercise.id for c in blocks[block].choices if c.session == choice.session}
    instead = tuple(
        c.exercise.spoken
        for c in other_model.choices(other)
        if c.session == choice.session and c.exercise.id not in here
    )
    return (
        Alternative(
            instead=instead,
            points=max(0.0, best.objective - other.objective),
            causes=_causes(points_by_cause(linear, best), points_by_cause(other_linear, other)),
        ),
        bearings,
    )


def points_by_cause(linear: LinearModel, solution: Solution) -> dict[str, float]:
    """The objective of a solution, summed by the reason each term gives."""
    total: dict[str, float] = {}
    for term in linear.terms:
        total[term.reason] = total.get(term.reason, 0.0) + term.each * solution.values[term.variable]
    return total


def _causes(best: Mapping[str, float], other: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    lost = {cause: best.get(cause, 0.0) - other.get(cause, 0.0) for cause in {*best, *other}}
    telling = [(cause, round(points, 2)) for cause, points in lost.items() if points > _WORTH_TELLING]
    return tuple(sorted(telling, key=lambda item: (-item[1], item[0])))


def _bearings(model: WeekModel, linear: LinearModel, solution: Solution, choice: Choice) -> tuple[Bearing, ...]:
    session = model.sessions[choice.session]
    own = {model.pick(session, choice.exercise), model.sets(session, choice.exercise)}
    found: dict[str, Bearing] = {}
    for row in linear.rows:
        if row.rule in (TASTE, "stimulus", "demand") or not own & row.amount.keys():
            continue
        value = solution.amount(row.amount)
        tight = min(abs(value - row.upper), abs(value - row.lower)) < 1e-6
        earned = sum(
            term.each * solution.values[term.variable]
            for term in linear.terms
            if term.variable in row.amount and term.rule == row.rule
        )
        if tight or abs(earned) > _WORTH_TELLING:
            known = found.get(row.rule)
            if known is None or abs(earned) > abs(known.points):
                found[row.rule] = Bearing(rule=row.rule, reason=row.reason, binds=tight, points=round(earned, 2))
    return tuple(sorted(found.values(), key=lambda b: (-abs(b.points), b.rule)))
