"""Back: the muscles by where they lie, one muscle, and the skeleton under them."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Bone, Exercise, Kind, Muscle
from dorsi.atlas.volume import set_value
from dorsi.languages import all_said, said
from dorsi.web.pages.atlas_words import PATTERNS, ZONES, capital
from dorsi.web.pages.evidence import ClaimLine, Sure, Work, claims_of, works_of
from dorsi.web.pages.muscle_bars import short_name

_LAYERS = {"superficial": 1, "intermediate": 2, "deep": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleCard:
    """A muscle in a line: its name and what it does."""

    id: str
    name: str
    does: str
    trained: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A zone of the back with its muscles."""

    id: str
    name: str
    seen: str
    muscles: tuple[MuscleCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPage:
    """The landing page of Back."""

    zones: tuple[Zone, ...]
    exercises: int
    methods: int
    claims: int
    bones: int
    rules: int

    @classmethod
    def from_atlas(cls, atlas: Atlas, rules: int) -> BackPage:
        """Everything there is to look up. Parts that no set is counted for are found on the page of their whole."""
        zones = tuple(
            Zone(id=zone, name=str(name), seen=str(seen), muscles=_in_zone(zone, atlas))
            for zone, (name, seen) in ZONES.items()
        )
        return cls(
            zones=tuple(zone for zone in zones if zone.muscles),
            exercises=len(atlas.exercises),
            methods=len(atlas.methods),
            claims=len(atlas.claims),
            bones=len(atlas.bones),
            rules=rules,
        )

    @property
    def of_the_back(self) -> tuple[Zone, ...]:
        """The zones that are the back itself."""
        return self.zones[:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trainer:
    """An exercise that trains a muscle, with its share in percent."""

    id: str
    name: str
    percent: int
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MusclePage:
    """One muscle: what it does, from where to where it runs, what trains it, and how sure that is."""

    id: str
    name: str
    latin: str
    group: str
    group_id: str
    zones: tuple[tuple[str, str], ...]
    layer: str
    functions: tuple[str, ...]
    origin: str
    insertion: str
    look: str
    note: str
    whole: tuple[str, str] | None
    parts: tuple[tuple[str, str], ...]
    direct: tuple[Trainer, ...]
    indirect: tuple[Trainer, ...]
    patterns: tuple[tuple[str, str], ...]
    sure: Sure
    works: tuple[Work, ...]
    claims: tuple[ClaimLine, ...]

    @classmethod
    def from_muscle(cls, muscle: Muscle, atlas: Atlas) -> MusclePage:
        """The page of a muscle of the atlas."""
        whole = atlas.muscles.get(muscle.part_of or "")
        trainers = _trainers(muscle, atlas)
        return cls(
            id=muscle.id,
            name=said(muscle.name),
            latin=muscle.latin,
            group=said(muscle.volume_group.label) if muscle.volume_group else "",
            group_id=muscle.volume_group.value if muscle.volume_group else "",
            zones=tuple((zone, str(ZONES[zone][0])) for zone in muscle.zones),
            layer=muscle.layer,
            functions=tuple(map(capital, all_said(muscle.functions))),
            origin=said(muscle.origin),
            insertion=said(muscle.insertion),
            look=said(muscle.look),
            note=said(muscle.note),
            whole=(whole.id, said(whole.name)) if whole is not None else None,
            parts=tuple((m.id, said(m.name)) for m in atlas.muscles.values() if m.part_of == muscle.id),
            direct=tuple(each for each, share in trainers if set_value(share) == 1.0),
            indirect=tuple(each for each, share in trainers if set_value(share) == 0.5),
            patterns=tuple((pattern.value, str(PATTERNS[pattern])) for pattern in muscle.trained_by),
            sure=Sure.from_grade(muscle.grade),
            works=works_of(muscle.references, atlas),
            claims=claims_of(muscle.claims, atlas),
        )

    @property
    def depth(self) -> int:
        """Which of the three layers it lies in, the first just under the skin; 0 for helpers."""
        return _LAYERS.get(self.layer, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoneCard:
    """A bone, joint or sheet of tissue."""

    id: str
    name: str
    kind: str
    facts: tuple[str, ...]
    matters: str
    note: str
    claims: tuple[str, ...]

    @classmethod
    def from_bone(cls, bone: Bone) -> BoneCard:
        """A unit of the skeleton."""
        return cls(
            id=bone.id, name=said(bone.name), kind=bone.kind, facts=all_said(bone.facts),
            matters=said(bone.why_it_matters), note=said(bone.note), claims=bone.claims,
        )  # fmt: skip


def _in_zone(zone: str, atlas: Atlas) -> tuple[MuscleCard, ...]:
    counted = {muscle for exercise in _working(atlas) for muscle, share in exercise.muscles.items() if set_value(share)}
    return tuple(
        MuscleCard(
            id=muscle.id,
            name=short_name(muscle.id, atlas),
            does=capital(said(muscle.functions[0])),
            trained=sum(set_value(exercise.muscles.get(muscle.id, 0.0)) == 1.0 for exercise in _working(atlas)),
        )
        for muscle in atlas.muscles.values()
        if muscle.zones[0] == zone and not (muscle.part_of and muscle.id not in counted)
    )


def _working(atlas: Atlas) -> tuple[Exercise, ...]:
    return tuple(exercise for exercise in atlas.exercises.values() if exercise.is_work)


def _trainers(muscle: Muscle, atlas: Atlas) -> list[tuple[Trainer, float]]:
    """The exercises that train a muscle, or the whole it is part of, the most effective first."""
    found = []
    for exercise in _working(atlas):
        share = exercise.muscles.get(muscle.id, exercise.muscles.get(muscle.part_of or "", 0.0))
        if set_value(share):
            pattern = str(PATTERNS[exercise.pattern])
            trainer = Trainer(id=exercise.id, name=said(exercise.short), percent=round(share * 100), pattern=pattern)
            found.append((trainer, share, exercise.kind is Kind.COMPOUND))
    found.sort(key=lambda each: (-each[1], not each[2], each[0].name))
    return [(trainer, share) for trainer, share, _compound in found]
