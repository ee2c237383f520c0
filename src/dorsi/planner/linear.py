"""A small mixed-integer linear model, kept apart from any solver.

Variables are numbered as they are made; amounts are mappings from variable to coefficient. The model
is a maximisation. Every row remembers which rule asked for it, so that an answer can be explained.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Amount = Mapping[int, float]
INFINITY = float("inf")


@dataclass(frozen=True, slots=True)
class Row:
    """lower <= amount <= upper, asked for by `rule` because of `reason`."""

    amount: Amount
    lower: float
    upper: float
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Term:
    """A named part of the objective: `each` points per unit of `variable`."""

    variable: int
    each: float
    rule: str
    reason: str


@dataclass(slots=True)
class LinearModel:
    """Variables with bounds, rows and objective terms, in the order they were made."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    integer: list[bool] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)

    def variable(self, lower: float, upper: float, *, integer: bool = False) -> int:
        """A new variable; returns its number."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.integer.append(integer)
        return len(self.lower) - 1

    def row(self, amount: Amount, lower: float, upper: float, *, rule: str, reason: str) -> None:
        """Adds lower <= amount <= upper. An empty amount is zero: it is left out if that fits the bounds."""
        if not amount and lower <= 0 <= upper:
            return
        self.rows.append(Row(dict(amount) or {self.variable(0, 0): 1.0}, lower, upper, rule, reason))

    def term(self, variable: int, each: float, *, rule: str, reason: str) -> None:
        """Adds `each` points per unit of the variable to the objective."""
        if each:
            self.terms.append(Term(variable, each, rule, reason))

    def fix(self, variable: int, value: float) -> None:
        """Pins a variable to one value."""
        self.lower[variable] = self.upper[variable] = value

    def objective(self) -> dict[int, float]:
        """Points per variable, all terms summed."""
        total: dict[int, float] = {}
        for term in self.terms:
            total[term.variable] = total.get(term.variable, 0.0) + term.each
        return total


@dataclass(frozen=True, slots=True)
class Solution:
    """Values by variable, the objective, its proven relative gap and the solver's seconds."""

    values: tuple[float, ...]
    objective: float
    gap: float
    seconds: float

    def amount(self, amount: Amount) -> float:
        """The value of an amount in this solution."""
        return sum(self.values[variable] * factor for variable, factor in amount.items())
