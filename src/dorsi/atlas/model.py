"""The shapes of what Dorsi knows: muscles, bones, exercises, methods, claims and references.

All values are frozen; the text lives in TOML files under `atlas/data/` and is read by `atlas.load`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Grade(StrEnum):
    """How well a statement is supported; an enum member's `says` explains it to a reader."""

    STRONG = "strong"
    MODERATE = "moderate"
    LIMITED = "limited"
    HEURISTIC = "heuristic"

    @property
    def says(self) -> str:
        """The grade in words."""
        return _GRADE_WORDS[self]


_GRADE_WORDS = {
    Grade.STRONG: "several reviews of trials agree",
    Grade.MODERATE: "controlled trials point this way, with limits",
    Grade.LIMITED: "small or indirect studies, muscle activity or anatomy",
    Grade.HEURISTIC: "coaching practice or reasoning; no trial stands behind the exact number",
}


class Verdict(StrEnum):
    """What the evidence says of a guide's claim."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    CONTESTED = "contested"
    UNSUPPORTED = "unsupported"
    UNSAFE = "unsafe"


class Stance(StrEnum):
    """What Dorsi does with a guide's claim."""

    KEEP = "keep"
    DEFAULT = "default"
    OPTION = "option"
    CORRECT = "correct"
    CONFLICT = "conflict"


class Level(StrEnum):
    """Training level, lowest first."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"

    @property
    def rank(self) -> int:
        """0 for a beginner, 2 for an advanced athlete."""
        return ("beginner", "intermediate", "advanced").index(self.value)


class Pattern(StrEnum):
    """Movement pattern of an exercise."""

    VERTICAL_PULL = "vertical-pull"
    HORIZONTAL_PULL = "horizontal-pull"
    SHOULDER_EXTENSION = "shoulder-extension"
    HINGE = "hinge"
    SPINAL_EXTENSION = "spinal-extension"
    SCAPULAR_ELEVATION = "scapular-elevation"
    SCAPULAR_PROTRACTION = "scapular-protraction"
    HORIZONTAL_ABDUCTION = "horizontal-abduction"
    CARRY = "carry"
    TRUNK = "trunk"
    CARDIO = "cardio"
    STRETCH = "stretch"
    HANG = "hang"


class Kind(StrEnum):
    """Compound, isolation, or preparation (warm-up, trunk work, hangs, stretches)."""

    COMPOUND = "compound"
    ISOLATION = "isolation"
    PREPARATION = "preparation"


class Loading(StrEnum):
    """What the load of an exercise means."""

    EXTERNAL = "external"
    BODYWEIGHT_PLUS = "bodyweight-plus"
    BODYWEIGHT_MINUS = "bodyweight-minus"
    BODYWEIGHT_SHARE = "bodyweight-share"
    BODYWEIGHT = "bodyweight"
    TIME = "time"
    DISTANCE = "distance"


class ExternalKind(StrEnum):
    """What is lifted, which decides the smallest load step."""

    BARBELL = "barbell"
    TRAP_BAR = "trap-bar"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    STACK = "stack"
    PLATES = "plates"
    BAND = "band"


class Amount(StrEnum):
    """A rough size: axial load and the like."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for none, 3 for high."""
        return ("none", "low", "medium", "high").index(self.value)


class GripWidth(StrEnum):
    """Distance of the hands."""

    NARROW = "narrow"
    SHOULDER = "shoulder"
    MEDIUM = "medium"
    WIDE = "wide"


class Grip(StrEnum):
    """Orientation of the hands."""

    OVERHAND = "overhand"
    UNDERHAND = "underhand"
    NEUTRAL = "neutral"
    MIXED = "mixed"
    FREE = "free"


class ElbowPath(StrEnum):
    """Path of the elbow relative to the trunk."""

    TUCKED = "tucked"
    MID = "mid"
    FLARED = "flared"
    STRAIGHT = "straight"


class Laterality(StrEnum):
    """Both sides together, one side at a time, or sides in turn."""

    BILATERAL = "bilateral"
    UNILATERAL = "unilateral"
    ALTERNATING = "alternating"


class VolumeGroup(StrEnum):
    """Muscles whose weekly sets are counted together (bounds of `rules.bounds`)."""

    LATS = "lats"
    MID_BACK = "mid-back"
    UPPER_TRAP = "upper-trap"
    REAR_DELT = "rear-delt"
    ERECTORS = "erectors"
    ELBOW_FLEXORS = "elbow-flexors"
    GRIP = "grip"

    @property
    def label(self) -> str:
        """The group's name for the screen."""
        return _GROUP_TITLES[self]


_GROUP_TITLES = {
    VolumeGroup.LATS: "Lats",
    VolumeGroup.MID_BACK: "Mid-back",
    VolumeGroup.UPPER_TRAP: "Upper traps",
    VolumeGroup.REAR_DELT: "Rear delts",
    VolumeGroup.ERECTORS: "Lower back",
    VolumeGroup.ELBOW_FLEXORS: "Elbow flexors",
    VolumeGroup.GRIP: "Grip",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A common fault and what mends it."""

    mistake: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """How to do an exercise."""

    set_up: tuple[str, ...] = ()
    execution: tuple[str, ...] = ()
    breathing: str = ""
    cues: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoid:
    """Who should leave an exercise out: a condition tag, why, and what to do instead."""

    tag: str
    why: str
    instead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A graded statement with its references."""

    fact: str
    grade: Grade
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise; `muscles` maps muscle ids to involvement 0-1, `stress` regions to 1-3.

    `reps` is the default work range, in seconds for `Loading.TIME` and metres for `Loading.DISTANCE`.
    `equipment` lists alternatives, each naming all it needs; an empty alternative needs nothing.
    """

    id: str
    name: str
    short: str
    summary: str
    family: str
    pattern: Pattern
    kind: Kind
    equipment: tuple[tuple[str, ...], ...]
    laterality: Laterality
    loading: Loading
    axial: Amount
    skill: Amount
    min_level: Level
    reps: tuple[int, int]
    rest_s: tuple[int, int]
    grade: Grade
    technique: Technique
    also: tuple[str, ...] = ()
    off_by_default: bool = False
    grip_width: GripWidth | None = None
    grip: Grip | None = None
    elbow_path: ElbowPath | None = None
    bodyweight_share: float | None = None
    external_kind: ExternalKind | None = None
    rir: tuple[int, int] | None = None
    tempo: str | None = None
    set_up_s: int = 60
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    muscles: Mapping[str, float] = field(default_factory=dict)
    stress: Mapping[str, int] = field(default_factory=dict)
    avoid: tuple[Avoid, ...] = ()
    evidence: tuple[Fact, ...] = ()

    @property
    def is_pair(self) -> bool:
        """True where each hand holds a dumbbell and the load is that of one; a pullover has one for both hands."""
        return (
            self.external_kind is ExternalKind.DUMBBELL
            and self.laterality is Laterality.BILATERAL
            and self.family != "pullover"
        )

    @property
    def spoken(self) -> str:
        """The short name as it stands in a sentence: 'Pulldown, close' becomes 'close pulldown'."""
        noun, _, kind = self.short.partition(", ")
        words = f"{kind} {noun}" if kind else noun
        return words if words.isupper() else " ".join(w if w.isupper() else w.lower() for w in words.split(" "))

    @property
    def is_work(self) -> bool:
        """True if its work sets count as training (not preparation)."""
        return self.kind is not Kind.PREPARATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscle:
    """A muscle or a planning half of one."""

    id: str
    name: str
    shown_as: str
    latin: str
    layer: str
    zones: tuple[str, ...]
    origin: str
    insertion: str
    functions: tuple[str, ...]
    grade: Grade
    look: str = ""
    region: str | None = None
    volume_group: VolumeGroup | None = None
    part_of: str | None = None
    trained_by: tuple[Pattern, ...] = ()
    note: str = ""
    claims: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bone:
    """A skeleton unit: bone, joint or sheet of connective tissue."""

    id: str
    name: str
    kind: str
    facts: tuple[str, ...]
    why_it_matters: str
    note: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way to make or arrange sets: slow lowering, superset, straps..."""

    id: str
    name: str
    summary: str
    how: tuple[str, ...]
    min_level: Level
    dose: str
    why: str
    grade: Grade
    only_patterns: tuple[Pattern, ...] = ()
    never_with: tuple[Pattern, ...] = ()
    off_by_default: bool = False
    claims: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement of a guide, what the evidence says of it and what Dorsi does about it."""

    id: str
    guide: str
    kind: str
    stance: Stance
    statement: str
    verdict: Verdict
    grade: Grade
    position: str
    conflicts_with: str | None = None
    references: tuple[str, ...] = ()
    noted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A published work and what it found that matters here."""

    key: str
    cite: str
    read: str
    finding: str
    topic: str
    doi: str | None = None
