"""How long a session's fixed parts take: measured on the very blocks that will be prescribed."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, Pattern
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
    """The exercise's own warm-up sets. Its set-up is counted with the work sets, and once more where a pull-up
    attempt comes between."""
    blocks = list(prescribe.warm_up(exercise, athlete, leads=leads))
    if not blocks:
        return 0.0
    between = leads and exercise.pattern is Pattern.VERTICAL_PULL and any(prescribe.attempt(athlete, atlas))
    return max(0.0, blocks_seconds(blocks, atlas) - exercise.set_up_s * (not between))


def blocks_seconds(blocks: list[Block], atlas: Atlas) -> float:
    """Length of some blocks as a session of their own."""
    if not blocks:
        return 0.0
    program = Program(name="", weeks=1, sessions=(Session(id="part", blocks=tuple(blocks)),))
    return evaluate(program, atlas).weeks[0].sessions[0].minutes * 60


def _openers(candidates: tuple[Exercise, ...]) -> list[Exercise]:
    """One candidate for every opening there can be: openings differ by the need for lumbar preparation, and where
    the first lift is itself what would prepare for it."""
    by_opening = {
        (e.axial.rank >= Amount.MEDIUM.rank, e.id if e.id in prescribe.PREPARATIONS else ""): e for e in candidates
    }
    return list(by_opening.values())
