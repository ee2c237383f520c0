"""What a lift is asked for and what it is loaded with: the values that progression works on."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.coach.model import Decision

AMBER_FACTOR = 0.75
"""Share of the load where a discomfort asks for less. Source: rule HRT101; heuristic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a prescription asks for: amount range, reserve (hardest, easiest), number of sets."""

    amount: tuple[int, int]
    reserve: tuple[float, float]
    sets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """The load decided on (None: to be found), the amounts to aim for, the range that holds today, and why.

    `too_heavy` says that even the lightest load allows no rep with the reserve asked for.
    """

    load_kg: float | None
    aims: tuple[int, ...]
    amount: tuple[int, int]
    cap_kg: float | None
    step_kg: float | None
    decisions: tuple[Decision, ...]
    too_heavy: bool = False
