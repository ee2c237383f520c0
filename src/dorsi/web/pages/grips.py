"""How the load of a pull moves between muscles with the hands' distance, their turn and the path of the elbows.

Nothing is interpolated: the page shows the nearest exercise there is, and says where it is not quite what was asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import ElbowPath, Exercise, Grip, GripWidth, Laterality, Pattern
from dorsi.languages import said
from dorsi.web.pages.atlas_words import GRIPS, PATHS, WIDTHS
from dorsi.web.pages.evidence import ClaimLine, FactLine, claims_of
from dorsi.web.pages.muscle_bars import ComparedBar, compared_bars

GRIPS_SHOWN = (Grip.OVERHAND, Grip.NEUTRAL, Grip.UNDERHAND)
PATHS_SHOWN = (ElbowPath.TUCKED, ElbowPath.MID, ElbowPath.FLARED)
_WIDTH_ORDER = tuple(WIDTHS)
_TURN_COSTS = 1.5
"""A grip turned the other way is further off than one step of width or elbow path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A pull that comes with several grips: its usual variant, and the claims about them."""

    name: Promise
    family: str
    usual: str
    claims: tuple[str, ...]


FAMILIES: Mapping[str, Family] = {
    "pulldown": Family(
        name=gettext_lazy("Pulldown"), family="pulldown", usual="pulldown-medium", claims=("A11", "C08")
    ),
    "pull-up": Family(name=gettext_lazy("Pull-up"), family="pull-up", usual="pull-up-medium", claims=("A11", "C08")),
    "seated-row": Family(
        name=gettext_lazy("Cable row"), family="seated-row", usual="seated-row-narrow", claims=("C08", "C09")
    ),
    "barbell-row": Family(
        name=gettext_lazy("Barbell row"), family="barbell-row", usual="barbell-row", claims=("C09", "C08")
    ),
    "inverted-row": Family(
        name=gettext_lazy("Inverted row"), family="inverted-row", usual="inverted-row", claims=("C08", "C09")
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """How a bar or handle is held."""

    width: GripWidth
    grip: Grip
    path: ElbowPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Where shoulder, elbow and hand of the right side stand, from the spine outwards, in a drawing 100 wide: a row is
    seen from above, everything else from behind."""

    shoulder: int
    elbow: int
    hand: int
    is_row: bool

    @classmethod
    def from_exercise(cls, exercise: Exercise) -> Figure:
        """The arms of an exercise at the end of the pull."""
        hand = {"narrow": 7, "shoulder": 17, "medium": 25, "wide": 36}
        elbow = {"tucked": 19, "mid": 27, "flared": 37}
        width = exercise.grip_width.value if exercise.grip_width else "shoulder"
        path = exercise.elbow_path.value if exercise.elbow_path else "mid"
        return cls(
            shoulder=14, elbow=elbow.get(path, 27), hand=hand[width], is_row=exercise.pattern is Pattern.HORIZONTAL_PULL
        )

    @property
    def points(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """Shoulder, elbow and hand of both sides, left first."""
        own = (self.shoulder, self.elbow, self.hand)
        left, right = tuple(50 - each for each in own), tuple(50 + each for each in own)
        return (left[0], left[1], left[2]), (right[0], right[1], right[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class GripsPage:
    """The chosen hold, the nearest exercise, what moves against the usual one, and what is known of it."""

    pull: str
    hold: Hold
    exercise: Exercise
    name: str
    summary: str
    usual: str
    usual_id: str
    is_usual: bool
    is_exact: bool
    unlike: tuple[str, ...]
    figure: Figure
    bars: tuple[ComparedBar, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    facts: tuple[FactLine, ...]
    claims: tuple[ClaimLine, ...]
    positions: tuple[str, ...]

    @classmethod
    def from_choice(cls, pull: str, wanted: Mapping[str, str], atlas: Atlas) -> GripsPage:
        """The page for a pull and a hold, whose gaps (empty texts) take the usual values."""
        family = FAMILIES.get(pull) or FAMILIES["pulldown"]
        usual = atlas.exercise(family.usual)
        hold = _hold(wanted, hold_of(usual))
        exercise = nearest(family.family, hold, atlas)
        bars = compared_bars(exercise, usual, atlas)
        ids = tuple(
            dict.fromkeys((*family.claims, *(each for each in exercise.claims if each in ("A11", "C08", "C09"))))
        )
        return cls(
            pull=pull if pull in FAMILIES else "pulldown",
            hold=hold,
            exercise=exercise,
            name=said(exercise.name),
            summary=said(exercise.summary),
            usual=said(usual.name),
            usual_id=usual.id,
            is_usual=exercise.id == usual.id,
            is_exact=hold_of(exercise) == hold,
            unlike=tuple(_unlike(exercise, hold)),
            figure=Figure.from_exercise(exercise),
            bars=bars,
            more=tuple(bar.name for bar in bars if bar.moves > 0),
            less=tuple(bar.name for bar in bars if bar.moves < 0),
            facts=tuple(FactLine.from_fact(fact, atlas) for fact in exercise.evidence),
            claims=claims_of(ids, atlas),
            positions=tuple(said(atlas.claims[each].position) for each in ids if each in atlas.claims),
        )

    @property
    def told(self) -> tuple[tuple[ClaimLine, str], ...]:
        """Each claim with what is known about it."""
        return tuple(zip(self.claims, self.positions, strict=True))


def variants(family: str, atlas: Atlas) -> tuple[Exercise, ...]:
    """The exercises of a family that differ by their hold, one for each hold: the plainest."""
    kept: dict[Hold, Exercise] = {}
    for exercise in sorted(atlas.exercises.values(), key=_plainness):
        two_handed = exercise.laterality is Laterality.BILATERAL and not exercise.off_by_default
        if exercise.family == family and two_handed and exercise.grip_width and exercise.grip and exercise.elbow_path:
            kept.setdefault(hold_of(exercise), exercise)
    return tuple(kept.values())


def nearest(family: str, hold: Hold, atlas: Atlas) -> Exercise:
    """The exercise of a family whose hold comes nearest to the one asked for."""
    return min(variants(family, atlas), key=lambda exercise: _distance(hold_of(exercise), hold))


def hold_of(exercise: Exercise) -> Hold:
    """How an exercise is held; shoulder width, overhand and a middle path where it leaves that open."""
    return Hold(
        width=exercise.grip_width or GripWidth.SHOULDER,
        grip=exercise.grip or Grip.OVERHAND,
        path=exercise.elbow_path or ElbowPath.MID,
    )


def _hold(wanted: Mapping[str, str], usual: Hold) -> Hold:
    hold = usual
    if wanted.get("width"):
        hold = replace(hold, width=GripWidth(wanted["width"]))
    if wanted.get("grip"):
        hold = replace(hold, grip=Grip(wanted["grip"]))
    if wanted.get("path"):
        hold = replace(hold, path=ElbowPath(wanted["path"]))
    return hold


def _distance(one: Hold, other: Hold) -> float:
    width = abs(_WIDTH_ORDER.index(one.width) - _WIDTH_ORDER.index(other.width))
    path = abs(PATHS_SHOWN.index(one.path) - PATHS_SHOWN.index(other.path))
    return width + path + (_TURN_COSTS if one.grip is not other.grip else 0.0)


def _plainness(exercise: Exercise) -> tuple[int, int, str]:
    """Sorts plain exercises before those with help, a belt or a box."""
    return min(map(len, exercise.equipment)), len(exercise.id), exercise.id


def _unlike(exercise: Exercise, hold: Hold) -> Iterator[str]:
    own = hold_of(exercise)
    if own.width is not hold.width:
        yield _("its hands are %(own)s apart, not %(wanted)s") % _pair(WIDTHS[own.width], WIDTHS[hold.width])
    if own.grip is not hold.grip:
        yield _("its grip is %(own)s, not %(wanted)s") % _pair(GRIPS[own.grip], GRIPS[hold.grip])
    if own.path is not hold.path:
        yield _("its elbows are %(own)s, not %(wanted)s") % _pair(PATHS[own.path], PATHS[hold.path])


def _pair(own: Promise, wanted: Promise) -> dict[str, str]:
    return {"own": str(own).lower(), "wanted": str(wanted).lower()}
