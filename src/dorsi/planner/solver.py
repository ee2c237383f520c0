"""The solver as the planner calls it."""

from __future__ import annotations

from dorsi.planner.linear import LinearModel, Solution

RELATIVE_GAP = 0.0045
"""Each stage is proven to within half a percent of the best possible objective; closer takes far longer and
buys a tenth of a set."""


def solve(model: LinearModel, stage: str, *, gap: float = RELATIVE_GAP) -> Solution | None:
    """The best solution, or None when no solution exists.

    One thread and a fixed seed make the answer the same on every run. Raises SolverFailed when the solver
    ends in any other way.
    """
    # Late, because the solver and numpy take 45 MB and 0.2 s, which the idle server and most commands would pay.
    from dorsi.planner.highs import optimum

    return optimum(model, stage, gap)
