"""The example athletes' plans, each made once a process: planning takes up to a second."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dorsi.athlete.model import Athlete
from dorsi.planner.frame import Frame, week_frames
from dorsi.planner.plan import Plan
from dorsi.program.writing import write_program
from dorsi.services.planning import plan_from_text

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "athletes"
PLANNED = (
    "bar-and-rings", "dumbbells-only", "intermediate", "newcomer", "older-sore-back", "powerlifter", "shoulder",
    "strength",
)  # fmt: skip
"""Examples that get a plan."""
REFUSED = ("clash", "see-a-doctor")
"""Examples that get none."""


def athlete_text(name: str) -> str:
    """The example athlete's file."""
    return (FOLDER / f"{name}.toml").read_text("utf-8")


@cache
def plan(name: str) -> Plan:
    """The example athlete's plan."""
    return plan_from_text(athlete_text(name), f"{name}.toml")


@cache
def plan_text(name: str) -> str:
    """The plan as the file a lifter keeps."""
    return write_program(plan(name).program)


def week_frame(athlete: Athlete) -> Frame | None:
    """The best frame for an athlete, None where there is none."""
    return next(iter(week_frames(athlete)), None)
