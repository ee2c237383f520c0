"""How long a session's fixed parts take: measured on the very blocks that will be prescribed."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise
from dorsi.planner import prescribe
from dorsi.program.evaluate import evaluate
from dorsi.program.model import Block, Program, Session


def fixed_seconds(athlete: Athlete, atlas: Atlas, candidates: tuple[Exercise, ...], *, trunk: bool) -> float:
    """General warm-up, preparation, pull-up attempt, trunk work and stretch, in the longest form that may come."""
    longest = 0.0
    for first in _openers(candidates):
        blocks = [
            *prescribe.opening((first,), athlete, atlas),
            *prescribe.attempt(athlete, atlas),
            *prescribe.closing(athlete, atlas, trunk=trunk),
        ]
        longest = max(longest, blocks_seconds(blocks, atlas))
    return longest


def warm_up_seconds(exercise: Exercise, athlete: Athlete, atlas: Atlas, *, leads: bool) -> float:
    """The exercise's own warm-up sets; its set-up is counted with the work sets."""
    blocks = list(prescribe.warm_up(exercise, athlete, leads=leads))
    return max(0.0, blocks_seconds(blocks, atlas) - exercise.set_up_s) if blocks else 0.0


def blocks_seconds(blocks: list[Block], atlas: Atlas) -> float:
    """Length of some blocks as a session of their own."""
    if not blocks:
        return 0.0
    program = Program(name="", weeks=1, sessions=(Session(id="part", blocks=tuple(blocks)),))
    return evaluate(program, atlas).weeks[0].sessions[0].minutes * 60


def _openers(candidates: tuple[Exercise, ...]) -> list[Exercise]:
    """One candidate that calls for lumbar preparation and one that does not: the openings differ only in that."""
    by_need = {exercise.axial.rank >= 2: exercise for exercise in candidates}
    return list(by_need.values())
