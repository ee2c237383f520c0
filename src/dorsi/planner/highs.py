"""HiGHS behind one function: the only module that knows the solver."""

from __future__ import annotations

import highspy
import numpy as np

from dorsi.errors import SolverFailed
from dorsi.planner.linear import LinearModel, Solution

SEED = 1
"""Breaks ties in the solver the same way on every run; any number would do."""
NODE_LIMIT = 200_000
"""A bound on the search that does not depend on the machine's speed, unlike a time limit."""


def optimum(model: LinearModel, stage: str, gap: float) -> Solution | None:
    """The best solution, or None when no solution exists. Raises SolverFailed when HiGHS ends in any other way."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (
        ("output_flag", False), ("threads", 1), ("random_seed", SEED), ("mip_rel_gap", gap), ("mip_abs_gap", 1e-6),
        ("mip_max_nodes", NODE_LIMIT), ("mip_heuristic_run_feasibility_jump", False), ("mip_allow_restart", False),
        ("mip_feasibility_tolerance", 1e-7),
    ):  # fmt: skip
        highs.setOptionValue(option, value)
    highs.passModel(_program(model))
    highs.run()
    status = highs.getModelStatus()
    if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise SolverFailed(stage, highs.modelStatusToString(status))
    info = highs.getInfo()
    values = tuple(
        float(round(value)) if whole else float(value)
        for value, whole in zip(highs.getSolution().col_value, model.integer, strict=True)
    )
    return Solution(
        values, float(info.objective_function_value), float(max(info.mip_gap, 0.0)), float(highs.getRunTime())
    )


def _program(model: LinearModel) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    count = len(model.lower)
    cost = np.zeros(count)
    for variable, each in model.objective().items():
        cost[variable] = each
    lp.num_col_, lp.num_row_ = count, len(model.rows)
    lp.col_cost_ = cost
    lp.col_lower_ = np.array(model.lower, dtype=np.float64)
    lp.col_upper_ = np.array([min(u, highspy.kHighsInf) for u in model.upper], dtype=np.float64)
    lp.row_lower_ = np.array([max(r.lower, -highspy.kHighsInf) for r in model.rows], dtype=np.float64)
    lp.row_upper_ = np.array([min(r.upper, highspy.kHighsInf) for r in model.rows], dtype=np.float64)
    lp.sense_ = highspy.ObjSense.kMaximize
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[whole] for whole in model.integer]
    starts, indices, factors = [0], [], []
    for row in model.rows:
        indices += list(row.amount)
        factors += list(row.amount.values())
        starts.append(len(indices))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(starts, dtype=np.int32)
    lp.a_matrix_.index_ = np.array(indices, dtype=np.int32)
    lp.a_matrix_.value_ = np.array(factors, dtype=np.float64)
    return lp
