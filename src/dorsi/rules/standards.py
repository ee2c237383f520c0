"""What a prescription of an exercise should look like for an athlete: reps, effort, rest.

The planner writes prescriptions from these functions and the rules check against the same ones.
All numbers are planning heuristics within what the evidence allows; sources stand beside them.
"""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Amount, Exercise, Kind, Level, Loading, Pattern

UNDER_18_REPS = (8, 15)
"""Source: AAP20, Lloyd14, NSCA09 for supervised technique work; the exact range is a heuristic."""
OLDER_REPS = (10, 15)
"""Where people over 65 start. Source: Fragala19; the exact range is a heuristic."""
OLDER_FROM_AGE = 65
CAREFUL_TAGS = frozenset(
    {
        "hypertension",
        "hypertension-uncontrolled",
        "eye-pressure",
        "hernia",
        "pregnancy",
        "pregnancy-late",
        "postpartum",
    }
)
"""Conditions in which nobody grinds or holds the breath: effort stays at 3 reps in reserve or easier."""
CAREFUL_RIR = 3
_SPINE_PATTERNS = frozenset({Pattern.HINGE, Pattern.SPINAL_EXTENSION})
HINGE_REP_CEILING = 10
"""High-rep pulls to fatigue join tiredness, grip limit and loss of form (heuristic)."""
BEGINNER_HINGE_FLOOR = 6
"""Beginners never lift hinges for fewer reps. Source: claim B15's policy."""
UNSUPPORTED_ROWS = frozenset({"barbell-row", "t-bar-row", "two-arm-dumbbell-row", "dead-row"})
"""Families in which the lower back holds the trunk up through the whole set."""


def wants_strength(athlete: Athlete | None) -> bool:
    """True if strength is what the athlete weighs most and the level allows heavy triples to sixes."""
    if athlete is None or athlete.level is Level.BEGINNER:
        return False
    goal = athlete.goal
    return goal.strength > 0 and goal.strength >= max(goal.width, goal.thickness, goal.lower_back, goal.balance)


def rep_range(exercise: Exercise, athlete: Athlete | None) -> tuple[int, int]:
    """The range the planner prescribes: the exercise's own, bent to goal, level and age.

    Seconds for timed exercises, metres for carries. Source: claims A05, B15; Schoenfeld17load; heuristic.
    """
    low, high = exercise.reps
    if exercise.loading in (Loading.TIME, Loading.DISTANCE) or not exercise.is_work:
        return low, high
    if athlete is not None and "under-18" in athlete.tags:
        if exercise.pattern is Pattern.HINGE and exercise.axial is Amount.HIGH:
            return UNDER_18_REPS[0], HINGE_REP_CEILING
        return _within((low, high), UNDER_18_REPS)
    if athlete is not None and athlete.age >= OLDER_FROM_AGE:
        ceiling = (
            HINGE_REP_CEILING if exercise.pattern is Pattern.HINGE and exercise.axial is Amount.HIGH else OLDER_REPS[1]
        )
        return (8, 10) if ceiling == HINGE_REP_CEILING else _within((low, high), OLDER_REPS)
    if wants_strength(athlete):
        return _strength_range(exercise)
    if athlete is not None and athlete.level is Level.BEGINNER and exercise.kind is Kind.COMPOUND:
        floor = min(high, BEGINNER_HINGE_FLOOR if exercise.axial is Amount.HIGH else 8)
        return max(low, floor), max(high, floor + 2) if floor >= BEGINNER_HINGE_FLOOR else high
    return low, high


def _strength_range(exercise: Exercise) -> tuple[int, int]:
    if exercise.family in {"deadlift", "rack-pull"} or exercise.id == "pull-up-weighted":
        return 4, 6
    if exercise.kind is Kind.COMPOUND and exercise.pattern in (
        Pattern.VERTICAL_PULL,
        Pattern.HORIZONTAL_PULL,
    ):
        return max(5, min(exercise.reps[0], 6)), max(8, min(exercise.reps[1], 8))
    return exercise.reps


def _within(span: tuple[int, int], bounds: tuple[int, int]) -> tuple[int, int]:
    low, high = max(span[0], bounds[0]), min(span[1], bounds[1])
    return (low, high) if high - low >= 2 else bounds


def rir_floor(exercise: Exercise, athlete: Athlete | None) -> int:
    """The hardest effort allowed: fewest reps that must stay in reserve in ordinary work sets.

    Source: Refalo23, Robinson24 for how little failure adds; the numbers are heuristics.
    """
    level = athlete.level if athlete else Level.INTERMEDIATE
    if athlete is not None and (athlete.tags & CAREFUL_TAGS or "under-18" in athlete.tags):
        return CAREFUL_RIR
    if athlete is not None and "osteoporosis" in athlete.tags and exercise.pattern in _SPINE_PATTERNS:
        return CAREFUL_RIR
    if exercise.id == "dead-row":
        return 3
    if (exercise.pattern is Pattern.HINGE and exercise.axial is Amount.HIGH) or exercise.family in UNSUPPORTED_ROWS:
        return 3 if level is Level.BEGINNER else 2
    if level is Level.BEGINNER and exercise.kind is Kind.COMPOUND:
        return 2
    return 1 if exercise.kind is Kind.COMPOUND else 0


def rir_range(exercise: Exercise, athlete: Athlete | None) -> tuple[int, int]:
    """The effort the planner asks for, as (hardest, easiest) reps in reserve."""
    floor = rir_floor(exercise, athlete)
    if exercise.rir is None:
        return floor, floor + 1
    low, high = exercise.rir
    if athlete is not None and athlete.level is Level.BEGINNER and exercise.kind is Kind.COMPOUND:
        low = high = 3
    low = max(low, floor)
    return low, max(high, low)


def rest_range(exercise: Exercise, athlete: Athlete | None) -> tuple[int, int]:
    """Rest between work sets, in seconds: longer where strength is the goal or the lift is heavy.

    Source: Singer24 (little beyond 90 s for size, nothing gained below 60 s); strength wants 2-5 min.
    """
    low, high = exercise.rest_s
    if exercise.pattern is Pattern.HINGE and exercise.axial is Amount.HIGH:
        return max(low, 180), max(high, 180)
    if wants_strength(athlete) and exercise.kind is Kind.COMPOUND:
        return max(low, 150), max(high, 180)
    if athlete is not None and athlete.level is Level.BEGINNER and exercise.kind is Kind.COMPOUND:
        return min(low, 90), min(high, 120)
    return low, high
