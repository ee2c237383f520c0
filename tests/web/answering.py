"""Answers for the questionnaire: a whole set that leads to a plan, and screens as a browser sends them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dorsi.athlete.intake import read_intake
from dorsi.athlete.retyping import typed_answers
from dorsi.program.writing import write_program
from dorsi.services.planning import plan_from_intake

EXAMPLES = Path(__file__).parents[2] / "examples" / "athletes"


def answers(example: str = "newcomer", **changed: str) -> dict[str, str]:
    """The answers of an example athlete as typed; names of changed ones with '__' for a dot."""
    intake = read_intake((EXAMPLES / f"{example}.toml").read_text("utf-8"), example)
    return typed_answers(intake) | {key.replace("__", "."): text for key, text in changed.items()}


@cache
def plan_text() -> str:
    """A plan for the newcomer of the examples."""
    intake = read_intake((EXAMPLES / "newcomer.toml").read_text("utf-8"), "newcomer")
    return write_program(plan_from_intake(intake).program)
