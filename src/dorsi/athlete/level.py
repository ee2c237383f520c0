"""How far along in training an athlete is."""

from __future__ import annotations

from dorsi.athlete.answers import Intake
from dorsi.athlete.model import Pace, Regularity
from dorsi.atlas.model import Level

BEGINNER_MONTHS = 6
ADVANCED_MONTHS = 36
LONG_BREAK_WEEKS = 4
ADULT_AGE = 18


def level_of(intake: Intake) -> Level:
    """The level that volume, exercises and progression start from.

    A beginner has trained for less than six months or still adds load nearly every session. Advanced
    takes both: progress slower than monthly, and three years of training. Everyone else is intermediate;
    an unknown pace never makes anyone advanced. Whoever returns after more than four weeks, or trains
    on and off, starts one level lower. Under 18 the level stops at intermediate.

    Source: pace of progress as the mark of training status is coaching convention; the cut-offs at
    six and 36 months, the step down after a break and the ceiling for the young are heuristics, the
    last two on the side of caution (Lloyd14 for the young).
    """
    level = _by_training(intake)
    if _rusty(intake):
        level = _one_lower(level)
    if intake.age < ADULT_AGE and level is Level.ADVANCED:
        level = Level.INTERMEDIATE
    return level


def _by_training(intake: Intake) -> Level:
    if intake.training_age_months < BEGINNER_MONTHS or intake.pace is Pace.EVERY_SESSION:
        return Level.BEGINNER
    if intake.pace is Pace.SLOWER and intake.training_age_months >= ADVANCED_MONTHS:
        return Level.ADVANCED
    return Level.INTERMEDIATE


def _rusty(intake: Intake) -> bool:
    """True after a long break, with on-and-off training, or for a return whose break was not stated."""
    unstated_break = intake.regularity is Regularity.RETURNING and intake.weeks_off == 0
    return intake.regularity is Regularity.ON_AND_OFF or intake.weeks_off > LONG_BREAK_WEEKS or unstated_break


def _one_lower(level: Level) -> Level:
    return Level.INTERMEDIATE if level is Level.ADVANCED else Level.BEGINNER
