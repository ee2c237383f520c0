"""The running order that the order rules agree on; the planner sorts by `order_key`."""

from __future__ import annotations

from enum import IntEnum

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Amount, Exercise, Kind, Pattern
from dorsi.program.evaluate import Entry, SessionView
from dorsi.program.model import Role
from dorsi.rules.standards import UNSUPPORTED_ROWS

MAIN_PATTERNS = frozenset({Pattern.VERTICAL_PULL, Pattern.HORIZONTAL_PULL, Pattern.HINGE})
"""Patterns whose compound exercises are the big lifts of a back session."""
PULL_UP_FAMILY = "pull-up"
RACK_PULL_FAMILY = "rack-pull"
SKILL_DRILL = "scapular-hang"


class Position(IntEnum):
    """Places in a session, first to last.

    Source: claims A20, C32, D09, E02; Nunes21 for the strength gained by what stands early; the fine
    order is a heuristic.
    """

    CARDIO = 0
    WARM_UP = 1
    TEST = 2
    DRILL = 3
    HEAVY_HINGE = 4
    RACK_PULL = 5
    FREE_PULL = 6
    OTHER_LIFT = 7
    SHOULDER_EXTENSION = 8
    SMALL = 9
    CARRY = 10
    TRUNK = 11
    SPINAL_EXTENSION = 12
    STRETCH = 13


_BY_ROLE = {
    Role.CARDIO: Position.CARDIO,
    Role.WARMUP: Position.WARM_UP,
    Role.TEST: Position.TEST,
    Role.STRETCH: Position.STRETCH,
}
_BY_PATTERN = {
    Pattern.SHOULDER_EXTENSION: Position.SHOULDER_EXTENSION,
    Pattern.CARRY: Position.CARRY,
    Pattern.HANG: Position.CARRY,
    Pattern.TRUNK: Position.TRUNK,
    Pattern.SPINAL_EXTENSION: Position.SPINAL_EXTENSION,
    Pattern.CARDIO: Position.CARDIO,
    Pattern.STRETCH: Position.STRETCH,
}


def is_heavy_hinge(exercise: Exercise) -> bool:
    """True for hinges that load the lumbar spine highly: barbell and trap-bar deadlifts and their kin."""
    return exercise.pattern is Pattern.HINGE and exercise.axial is Amount.HIGH


def is_main_lift(exercise: Exercise) -> bool:
    """True for compound pulls, rows and hinges; face pulls and carries, though compound, are not meant."""
    return exercise.kind is Kind.COMPOUND and exercise.pattern in MAIN_PATTERNS


def is_free_pull(exercise: Exercise) -> bool:
    """True for pull-ups and unsupported rows that ask for skill or a braced back, not for machine-assisted ones."""
    demanding = exercise.skill.rank >= Amount.MEDIUM.rank or exercise.axial is Amount.HIGH
    return demanding and (exercise.family == PULL_UP_FAMILY or exercise.family in UNSUPPORTED_ROWS)


def main_lifts(session: SessionView) -> tuple[Entry, ...]:
    """The session's big lifts in running order, tests left out."""
    return tuple(e for e in session.work if e.role is Role.WORK and is_main_lift(e.exercise))


def heavy_hinges(session: SessionView) -> tuple[Entry, ...]:
    """The session's heavy hinges with at least one hard set, in running order."""
    return tuple(e for e in session.work if is_heavy_hinge(e.exercise))


def stands_before(one: Entry, other: Entry) -> bool:
    """True if `one` is in an earlier block; members of one superset share a place."""
    return one.block_index < other.block_index


def position(exercise: Exercise, role: Role = Role.WORK) -> Position:
    """The exercise's place in a session; any order of exercises that share a place passes the rules."""
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    if exercise.id == SKILL_DRILL:
        return Position.DRILL
    if is_main_lift(exercise):
        if exercise.family == RACK_PULL_FAMILY:
            return Position.RACK_PULL
        if is_heavy_hinge(exercise):
            return Position.HEAVY_HINGE
        return Position.FREE_PULL if is_free_pull(exercise) else Position.OTHER_LIFT
    return _BY_PATTERN.get(exercise.pattern, Position.SMALL)


def order_key(
    exercise: Exercise, athlete: Athlete | None, role: Role = Role.WORK
) -> tuple[int, int, bool, int, int, str]:
    """Sorts the exercises of a session into an order that the order rules pass.

    The first number is the `Position`; a caller with a wish of its own (the chosen main lift first) may
    put it right behind that one. Then come the pattern the goals weigh more, pull-ups before pulldowns,
    the more skilled and the more loading exercise, and the id.
    """
    return (
        position(exercise, role),
        _pattern_rank(exercise, athlete),
        exercise.family != PULL_UP_FAMILY,
        -exercise.skill.rank,
        -exercise.axial.rank,
        exercise.id,
    )


def _pattern_rank(exercise: Exercise, athlete: Athlete | None) -> int:
    """Hinges first, then rows or vertical pulls as thickness or width matters more; then the rear delts."""
    if exercise.pattern in (Pattern.HINGE, Pattern.HORIZONTAL_ABDUCTION):
        return 0
    rows_first = athlete is not None and athlete.goal.thickness > athlete.goal.width
    preferred = Pattern.HORIZONTAL_PULL if rows_first else Pattern.VERTICAL_PULL
    return 1 if exercise.pattern is preferred else 2
