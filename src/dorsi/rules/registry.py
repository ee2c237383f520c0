"""The explicit list of all rules; a code is never used twice and never reused."""

from __future__ import annotations

from functools import cache

from dorsi.errors import UnknownName
from dorsi.rules import (
    balance,
    equipment,
    gates,
    methods,
    order,
    pairing,
    periodization,
    reps,
    rest,
    risk,
    schedule,
    selection,
    volume,
    warmup,
)
from dorsi.rules.base import Rule

RULES: tuple[type[Rule], ...] = (
    *schedule.RULES,
    *pairing.RULES,
    *volume.RULES,
    *balance.RULES,
    *selection.RULES,
    *order.RULES,
    *reps.RULES,
    *gates.RULES,
    *warmup.RULES,
    *rest.RULES,
    *methods.RULES,
    *periodization.RULES,
    *equipment.RULES,
    *risk.RULES,
)

FAMILIES = {
    "SCH": "Schedule",
    "PAI": "Pairing with other muscles",
    "VOL": "Volume",
    "BAL": "Balance",
    "SEL": "Selection",
    "ORD": "Order",
    "REP": "Reps and effort",
    "GAT": "Gates",
    "WUP": "Warm-up",
    "RST": "Rest and tempo",
    "MET": "Methods",
    "PER": "Periodization",
    "EQP": "Equipment and preferences",
    "RSK": "People at risk",
}


@cache
def all_rules() -> tuple[Rule, ...]:
    """One instance of every rule, in the order of their codes' families."""
    return tuple(rule() for rule in RULES)


def rule_by_code(code: str) -> Rule:
    """The rule of that code or slug, whatever the case. Raises UnknownName with the nearest codes."""
    wanted = code.strip().upper()
    for rule in all_rules():
        if wanted in (rule.code, rule.slug.upper()):
            return rule
    names = [*(r.code for r in all_rules()), *(r.slug for r in all_rules())]
    raise UnknownName("rule", code, names, hint="List them all with 'dorsi rule'.")
