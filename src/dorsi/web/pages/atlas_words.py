"""The atlas' closed vocabularies in a reader's words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dorsi.atlas.equipment import EQUIPMENT
from dorsi.atlas.model import (
    Amount,
    ElbowPath,
    Exercise,
    Grade,
    Grip,
    GripWidth,
    Kind,
    Laterality,
    Level,
    Loading,
    Pattern,
    Stance,
    Verdict,
)
from dorsi.languages import said

PATTERNS: Mapping[Pattern, Promise] = {
    Pattern.VERTICAL_PULL: _("Pull-ups and pulldowns"),
    Pattern.HORIZONTAL_PULL: _("Rows"),
    Pattern.SHOULDER_EXTENSION: _("Pullovers and straight-arm pulls"),
    Pattern.HINGE: _("Deadlifts and hinges"),
    Pattern.SPINAL_EXTENSION: _("Back extensions"),
    Pattern.SCAPULAR_ELEVATION: _("Shrugs"),
    Pattern.SCAPULAR_PROTRACTION: _("Reaching shrugs"),
    Pattern.HORIZONTAL_ABDUCTION: _("Face pulls and rear delts"),
    Pattern.CARRY: _("Carries"),
    Pattern.TRUNK: _("Trunk"),
    Pattern.HANG: _("Hangs"),
    Pattern.CARDIO: _("Warm-up cardio"),
    Pattern.STRETCH: _("Mobility and stretches"),
}
"""Movement patterns in the order in which lists show them."""

LEVELS: Mapping[Level, Promise] = {
    Level.BEGINNER: _("Beginner"),
    Level.INTERMEDIATE: _("Intermediate"),
    Level.ADVANCED: _("Advanced"),
}
AMOUNTS: Mapping[Amount, Promise] = {
    Amount.NONE: _("none"),
    Amount.LOW: _("low"),
    Amount.MEDIUM: _("medium"),
    Amount.HIGH: _("high"),
}
GRIPS: Mapping[Grip, Promise] = {
    Grip.OVERHAND: _("Overhand"),
    Grip.NEUTRAL: _("Neutral"),
    Grip.UNDERHAND: _("Underhand"),
    Grip.MIXED: _("Mixed"),
    Grip.FREE: _("Free to turn"),
}
WIDTHS: Mapping[GripWidth, Promise] = {
    GripWidth.NARROW: _("Narrow"),
    GripWidth.SHOULDER: _("Shoulder"),
    GripWidth.MEDIUM: _("Medium"),
    GripWidth.WIDE: _("Wide"),
}
PATHS: Mapping[ElbowPath, Promise] = {
    ElbowPath.TUCKED: _("Tucked"),
    ElbowPath.MID: _("Mid"),
    ElbowPath.FLARED: _("Flared"),
    ElbowPath.STRAIGHT: _("Straight"),
}
SIDES: Mapping[Laterality, Promise] = {
    Laterality.UNILATERAL: _("One side at a time"),
    Laterality.ALTERNATING: _("Sides in turn"),
}
LOADINGS: Mapping[Loading, Promise] = {
    Loading.EXTERNAL: _("The weight you lift"),
    Loading.BODYWEIGHT_PLUS: _("Your body, plus what hangs on it"),
    Loading.BODYWEIGHT_MINUS: _("Your body, less the help"),
    Loading.BODYWEIGHT_SHARE: _("Part of your body, set by the angle"),
    Loading.BODYWEIGHT: _("Your body"),
    Loading.TIME: _("Held for time"),
    Loading.DISTANCE: _("Carried over a distance"),
}
STRESSES: Mapping[int, Promise] = {1: _("a little"), 2: _("some"), 3: _("a lot")}
GRADES: Mapping[Grade, Promise] = {
    Grade.STRONG: _("Strong"),
    Grade.MODERATE: _("Moderate"),
    Grade.LIMITED: _("Limited"),
    Grade.HEURISTIC: _("Heuristic"),
}
VERDICTS: Mapping[Verdict, Promise] = {
    Verdict.SUPPORTED: _("Supported"),
    Verdict.PARTLY: _("Partly right"),
    Verdict.CONTESTED: _("Contested"),
    Verdict.UNSUPPORTED: _("Unsupported"),
    Verdict.UNSAFE: _("Unsafe"),
}
VERDICT_TONES: Mapping[Verdict, str] = {
    Verdict.SUPPORTED: "good",
    Verdict.PARTLY: "accent",
    Verdict.CONTESTED: "warn",
    Verdict.UNSUPPORTED: "warn",
    Verdict.UNSAFE: "bad",
}
STANCES: Mapping[Stance, Promise] = {
    Stance.KEEP: _("Dorsi does exactly this."),
    Stance.DEFAULT: _("Dorsi does this unless your data or a setting says otherwise."),
    Stance.OPTION: _("Dorsi offers it, switched off until you ask for it."),
    Stance.CORRECT: _("Dorsi corrects it and does the right thing."),
    Stance.CONFLICT: _("The guides disagree here; this is the policy Dorsi follows."),
}
ZONES: Mapping[str, tuple[Promise, Promise]] = {
    "upper-outer": (_("Top and outer back"), _("The slope to the neck and the start of the V")),
    "middle": (_("Between the shoulder blades"), _("Thickness: what you see from the side")),
    "lower": (_("Sweep to the waist"), _("Where the lats run down and the V narrows")),
    "lumbar": (_("Low back"), _("The columns that hold you up in every hinge")),
    "outside": (_("Helpers"), _("Not the back, but working in every pull or hinge")),
}
"""Zones from top to bottom: what each is called and what one sees there."""


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return f"{text[:1].upper()}{text[1:]}"


def equipment_words(exercise: Exercise) -> tuple[str, ...]:
    """Each way to do it as what it needs: 'dumbbells + flat bench'; 'nothing' where the floor is enough."""
    ways = (" + ".join(said(EQUIPMENT[item]) for item in way) for way in exercise.equipment)
    return tuple(way or gettext("nothing") for way in ways)


def is_preparation(exercise: Exercise) -> bool:
    """True for warm-ups, hangs, trunk work and stretches, whose sets are not counted."""
    return exercise.kind is Kind.PREPARATION
