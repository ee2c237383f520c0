"""Cross-checks between the atlas' tables: every id resolves, every claim is carried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dorsi.atlas.model import Bone, Claim, Exercise, Kind, Loading, Method, Muscle, Reference
from dorsi.atlas.vocabulary import CONDITION_TAGS, REGIONS

INVOLVEMENTS = frozenset({0.25, 0.5, 0.75, 1.0})
"""The steps of the involvement scale; finer ones would claim a precision nobody has."""


def muscle_problems(muscles: Mapping[str, Muscle]) -> Iterator[str]:
    """Muscles whose `part_of` names nothing."""
    for muscle in muscles.values():
        if muscle.part_of is not None and muscle.part_of not in muscles:
            yield f"muscles.toml {muscle.id}: part_of names '{muscle.part_of}', which does not exist"


def exercise_problems(
    exercises: Mapping[str, Exercise], muscles: Mapping[str, Muscle], equipment: Iterable[str]
) -> Iterator[str]:
    """Everything in the exercise files that points nowhere or makes no sense."""
    known_equipment = frozenset(equipment)
    for exercise in exercises.values():
        where = f"exercises/{exercise.id}.toml"
        for muscle, share in exercise.muscles.items():
            if muscle not in muscles:
                yield f"{where}: muscle '{muscle}' does not exist"
            if share not in INVOLVEMENTS:
                yield f"{where}: involvement {share} of {muscle} is not 0.25, 0.5, 0.75 or 1"
        for region, amount in exercise.stress.items():
            if region not in REGIONS or amount not in (1, 2, 3):
                yield f"{where}: stress {region} = {amount} is not a known region with 1 to 3"
        for other in (*exercise.easier, *exercise.harder, *(a.instead for a in exercise.avoid if a.instead)):
            if other not in exercises:
                yield f"{where}: names the exercise '{other}', which does not exist"
        for avoid in exercise.avoid:
            if avoid.tag not in CONDITION_TAGS:
                yield f"{where}: avoid tag '{avoid.tag}' is unknown"
        for item in {item for option in exercise.equipment for item in option} - known_equipment:
            yield f"{where}: equipment '{item}' is unknown"
        yield from _shape_problems(exercise, where)


def _shape_problems(exercise: Exercise, where: str) -> Iterator[str]:
    if exercise.reps[0] > exercise.reps[1] or exercise.rest_s[0] > exercise.rest_s[1]:
        yield f"{where}: a range runs backwards"
    if (exercise.loading is Loading.BODYWEIGHT_SHARE) != (exercise.bodyweight_share is not None):
        yield f"{where}: bodyweight_share goes with loading 'bodyweight-share' and only with it"
    if (exercise.loading is Loading.EXTERNAL) != (exercise.external_kind is not None):
        yield f"{where}: external_kind goes with loading 'external' and only with it"
    if exercise.is_work and exercise.rir is None and exercise.loading not in (Loading.TIME, Loading.DISTANCE):
        yield f"{where}: work sets need a default rir"
    if exercise.kind is Kind.COMPOUND and not exercise.muscles:
        yield f"{where}: a compound exercise must train something"
    if not exercise.equipment:
        yield f"{where}: equipment needs at least one alternative ([[]] for none)"


def knowledge_problems(
    *,
    exercises: Mapping[str, Exercise],
    muscles: Mapping[str, Muscle],
    claims: Mapping[str, Claim],
    references: Mapping[str, Reference],
    methods: Mapping[str, Method],
    bones: Mapping[str, Bone],
) -> Iterator[str]:
    """Claims and references that are named but do not exist."""
    sources = [
        *((f"exercise {e.id}", e.claims, _exercise_references(e)) for e in exercises.values()),
        *((f"muscle {m.id}", m.claims, m.references) for m in muscles.values()),
        *((f"method {m.id}", m.claims, m.references) for m in methods.values()),
        *((f"bone {b.id}", b.claims, ()) for b in bones.values()),
        *((f"claim {c.id}", (c.conflicts_with,) if c.conflicts_with else (), c.references) for c in claims.values()),
    ]
    for where, claim_ids, keys in sources:
        for claim in claim_ids:
            if claim not in claims:
                yield f"{where}: claim '{claim}' does not exist"
        for key in keys:
            if key not in references:
                yield f"{where}: reference '{key}' does not exist"


def _exercise_references(exercise: Exercise) -> tuple[str, ...]:
    return (*exercise.references, *(key for fact in exercise.evidence for key in fact.references))
