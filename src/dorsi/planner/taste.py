"""A coach's taste made explicit: every preference of the planner, named, priced and documented.

One point is about what one more useful lat set inside the target band is worth. None of these numbers
comes from a trial: they are heuristics, tuned by reading the plans they make. What evidence there is
stands in the rules; taste only chooses among programmes that the rules allow.
"""

from __future__ import annotations

from collections.abc import Mapping

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Amount, Exercise, Grip, Level, Pattern, VolumeGroup
from dorsi.planner.frame import Theme
from dorsi.rules import standards
from dorsi.rules.gates.pull_ups import WORK_SETS_FROM

SET_COST = 0.35
"""Every work set costs time and recovery."""
EXERCISE_COST: Mapping[Level, float] = {Level.BEGINNER: 1.5, Level.INTERMEDIATE: 1.1, Level.ADVANCED: 0.9}
"""Every further exercise costs a set-up, a warm-up and attention; most of all for a beginner."""
ROTATION_FROM_MINUTES = 45
"""The rotation's mixed week takes time that shorter sessions do not have."""
REPEAT_COST: Mapping[Level, float] = {Level.BEGINNER: 0.5, Level.INTERMEDIATE: 2.0, Level.ADVANCED: 2.0}
"""The same exercise in two sessions of a week: practice for a beginner, monotony for others."""
FAMILY_REPEAT_COST = 0.5
"""The same family twice in a week."""
STALE_COST: Mapping[Level, float] = {Level.BEGINNER: 0.6, Level.INTERMEDIATE: 1.6, Level.ADVANCED: 1.6}
"""An accessory that the block before used already (accessories change every four weeks, claim C35)."""
KNOWN_LIFT = 0.4
"""A lift the athlete trains already, with a known working set."""
ROTATION_COUSIN = 3.0
"""A second vertical pull in a session whose pull-ups rotate through the grips: it would repeat one of them."""
JUMP_COST = 4.0
"""Each set by which a muscle's weekly volume jumps from block to block beyond what VOL107 allows."""
FULL_SESSION = 3.5
"""Each of a session's first three exercises."""
SECOND_OF_A_KIND = 2.0
"""A second pullover, shrug, rear-delt exercise, back extension or carry in one session."""
ONE_IS_ENOUGH = (
    Pattern.SHOULDER_EXTENSION,
    Pattern.SCAPULAR_ELEVATION,
    Pattern.HORIZONTAL_ABDUCTION,
    Pattern.SPINAL_EXTENSION,
    Pattern.CARRY,
)
SECOND_COMPOUND = 1.5
"""Each of the first two pulls, rows or hinges of a session."""
GRIP_VARIETY: Mapping[Grip, float] = {Grip.OVERHAND: 0.9, Grip.NEUTRAL: 0.9, Grip.UNDERHAND: 0.3}
"""Each hand orientation that the week's pulls include; underhand is the least kind to elbow and shoulder."""

WEIGHTED_FROM = 12
"""Pull-ups in a set from which added weight is preferred to more reps; the gate itself stands at eight."""

STEPPING_STONES = frozenset({"pull-up-assisted", "pull-up-band-assisted", "pull-up-eccentric"})
"""Rungs of the pull-up ladder that someone with eight pull-ups has left behind."""

PREFERENCE: Mapping[str, float] = {
    # hinges: the deadlift is the lift the guides build on; a rack pull is no replacement for it
    "deadlift": 2.6, "deadlift-trap-bar": 2.3, "deadlift-sumo": 1.6, "romanian-deadlift": 1.3,
    "romanian-deadlift-dumbbell": 1.1, "kettlebell-deadlift": 0.9, "hip-bridge": 0.2, "rack-pull": -2.0,
    "good-morning": -1.0,
    # vertical pulls: medium and neutral grips are the kindest and load best (Andersen14, Prinold16)
    "pull-up-weighted": 2.2, "pull-up-medium": 2.0, "pull-up-neutral": 1.8, "pull-up-wide": 1.3, "chin-up": 1.2,
    "pull-up-narrow": 0.3, "pull-up-assisted": 1.8, "pull-up-band-assisted": 1.1, "pull-up-eccentric": 0.2,
    "pulldown-medium": 1.3, "pulldown-close": 1.1, "pulldown-wide": 0.9, "pulldown-one-arm": 0.5,
    "pulldown-underhand": 0.4, "band-pulldown": 0.2, "pulldown-behind": -2.0,
    # rows: T-bar, barbell and one-arm rows build thickness (claim C13); supported ones spare the lower back
    "t-bar-row": 1.4, "barbell-row": 1.4, "dumbbell-row": 1.4, "chest-supported-row": 1.4,
    "t-bar-row-chest-supported": 1.2, "seated-row-narrow": 1.1, "seated-row-wide": 1.1, "machine-row": 1.0,
    "inverted-row": 1.0, "ring-row": 1.0, "barbell-row-wide": 0.6, "dumbbell-row-standing": 0.8,
    "inverted-row-wide": 0.5, "barbell-row-underhand": 0.5, "seated-row-one-arm": 0.5, "dumbbell-row-two-arm": 0.3,
    "band-row": 0.1, "dead-row": -1.0,
    # the rest
    "straight-arm-pulldown": 0.5, "pullover-cable": 0.4, "pullover-dumbbell": 0.3, "band-straight-arm-pulldown": 0.2,
    "pullover-kettlebell": 0.1, "face-pull": 0.7, "rear-delt-fly-machine": 0.6, "rear-delt-fly": 0.5,
    "rear-delt-fly-cable": 0.5, "band-face-pull": 0.4, "prone-y-raise": 0.4, "band-pull-apart": 0.2,
    "back-extension-45": 0.8, "reverse-hyperextension": 0.7, "back-extension-90": 0.5, "back-extension-floor": 0.4,
    "shrug-dumbbell": 0.4, "shrug-barbell": 0.4, "shrug-prone": 0.3, "farmers-walk": -0.5, "suitcase-carry": -0.8,
}  # fmt: skip
"""Points for choosing an exercise at all; exercises not named get none."""

STAND_INS: Mapping[str, tuple[str, ...]] = {
    "band-pulldown": ("pulldown-medium", "pull-up-weighted", "pull-up-medium", "pull-up-neutral", "chin-up"),
    "band-straight-arm-pulldown": ("straight-arm-pulldown",),
    "band-row": ("seated-row-narrow", "ring-row"), "band-face-pull": ("face-pull",), "band-pull-apart": ("face-pull",),
    "pull-up-band-assisted": ("pull-up-assisted",), "back-extension-floor": ("back-extension-45", "back-extension-90"),
    "kettlebell-deadlift": ("romanian-deadlift", "deadlift-trap-bar"), "dumbbell-row-two-arm": ("dumbbell-row",),
    "pullover-kettlebell": ("pullover-dumbbell", "pullover-cable"), "dumbbell-row-standing": ("dumbbell-row",),
    "rear-delt-fly": ("rear-delt-fly-cable", "rear-delt-fly-machine"), "rack-pull": ("deadlift", "romanian-deadlift"),
    "good-morning": ("romanian-deadlift", "back-extension-45"), "pulldown-wide": ("pulldown-medium",),
}  # fmt: skip
"""Exercises that stand in for another: planned only where none of the named ones can be done."""

MAIN_PREFERENCE: Mapping[str, float] = {
    "deadlift": 2.5, "deadlift-trap-bar": 2.3, "deadlift-sumo": 1.5, "romanian-deadlift": 1.0, "pull-up-weighted": 2.4,
    "pull-up-medium": 2.4, "pull-up-neutral": 2.0, "pull-up-wide": 1.6, "chin-up": 1.6, "pull-up-assisted": 2.0,
    "pull-up-band-assisted": 1.4, "pulldown-medium": 1.4, "pulldown-close": 1.1, "pulldown-wide": 0.8,
    "barbell-row": 1.2, "t-bar-row": 1.1, "chest-supported-row": 1.1, "dumbbell-row": 1.0, "machine-row": 0.8,
    "t-bar-row-chest-supported": 0.9, "seated-row-narrow": 0.8, "seated-row-wide": 0.6, "inverted-row": 0.9,
    "ring-row": 0.9, "romanian-deadlift-dumbbell": 0.9, "kettlebell-deadlift": 0.5,
}  # fmt: skip
"""Further points for standing first in a session with three to five sets."""

SLOPES = (1.7, 1.2, 0.6, 0.15, -1.0)
"""Points per fractional set up to start, low, middle of the band, high and cap: less with every step.

The shape follows the dose-response findings (size rises with volume, less and less: Pelland24)."""
BEYOND_CAP = -1.5
"""Points per set beyond the cap, where the cap is not a hard bound."""


def group_weight(group: VolumeGroup, athlete: Athlete) -> float:
    """How much a muscle group's stimulus counts for this athlete's goals (about 1 for lats by default)."""
    goal = athlete.goal
    return {
        VolumeGroup.LATS: 0.6 + 0.16 * goal.width + 0.08 * goal.thickness,
        VolumeGroup.MID_BACK: 0.5 + 0.18 * goal.thickness + 0.06 * goal.balance,
        VolumeGroup.REAR_DELT: 0.25 + 0.10 * goal.balance + 0.06 * goal.width,
        VolumeGroup.UPPER_TRAP: 0.10 + 0.07 * goal.balance + 0.08 * goal.thickness,
        VolumeGroup.ERECTORS: 0.45 + 0.18 * goal.lower_back + 0.08 * goal.strength,
    }.get(group, 0.0)


def exercise_points(exercise: Exercise, athlete: Athlete) -> float:
    """What choosing the exercise is worth to this athlete before any stimulus is counted."""
    points = PREFERENCE.get(exercise.id, 0.0) - EXERCISE_COST[athlete.level]
    if athlete.level is Level.BEGINNER:
        points -= {Amount.MEDIUM: 0.4, Amount.HIGH: 1.5}.get(exercise.skill, 0.0)
        points -= {Amount.HIGH: 1.0}.get(exercise.axial, 0.0)
    if standards.wants_strength(athlete):
        points += 1.5 * (exercise.id in {"deadlift", "pull-up-weighted"}) + 0.5 * (exercise.id == "barbell-row")
    if athlete.powerlifter:
        points += 1.5 * (exercise.id == "deadlift")
    if athlete.age >= standards.OLDER_FROM_AGE:
        points -= {Amount.MEDIUM: 0.3, Amount.HIGH: 1.0}.get(exercise.axial, 0.0)
    if exercise.id == "pull-up-weighted" and (athlete.max_pull_ups or 0) < WEIGHTED_FROM:
        points -= 3.0
    if exercise.id in STEPPING_STONES and (athlete.max_pull_ups or 0) >= WORK_SETS_FROM:
        points -= 6.0
    if exercise.pattern is Pattern.SHOULDER_EXTENSION and athlete.goal.width >= 3:
        points += 0.5 if athlete.goal.width < 4 else 1.2
    if athlete.known_set(exercise.id) is not None:
        points += KNOWN_LIFT
    return points


def theme_points(exercise: Exercise, theme: str) -> float:
    """How well the exercise suits the session's theme (claim A08)."""
    vertical = exercise.pattern in (Pattern.VERTICAL_PULL, Pattern.SHOULDER_EXTENSION)
    lower = exercise.pattern in (Pattern.HORIZONTAL_PULL, Pattern.HINGE, Pattern.SPINAL_EXTENSION)
    if theme == Theme.UPPER:
        return 0.6 if vertical else -0.8 if exercise.pattern is Pattern.HINGE else 0.0
    if theme == Theme.MIDDLE_LOWER:
        return 0.6 if lower else -2.5 if vertical else 0.0
    return 0.0


def leading_patterns(theme: str) -> tuple[frozenset[Pattern], ...]:
    """Which movement patterns may lead a session of that theme, best first: later ones only where none of the
    earlier is possible (claims A08, A20)."""
    vertical, row, hinge = Pattern.VERTICAL_PULL, Pattern.HORIZONTAL_PULL, Pattern.HINGE
    extension, abduction = Pattern.SPINAL_EXTENSION, Pattern.HORIZONTAL_ABDUCTION
    every = frozenset(Pattern)
    return {
        Theme.UPPER: (
            frozenset({vertical}),
            frozenset({row}),
            frozenset({abduction, Pattern.SHOULDER_EXTENSION}),
            every,
        ),
        Theme.PULLS: (frozenset({vertical, row}), frozenset({abduction, Pattern.SHOULDER_EXTENSION}), every),
        Theme.MIDDLE_LOWER: (frozenset({hinge, row}), frozenset({extension, vertical}), every),
        Theme.HINGE: (frozenset({hinge}), frozenset({extension}), every),
        Theme.FULL: (frozenset({vertical, hinge, row}), every),
    }[Theme(theme)]
