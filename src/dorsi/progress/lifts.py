"""What an exercise id of the journal means for measuring, whoever it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dorsi.athlete.model import OtherMuscle, Sex
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, ExternalKind, Loading, Pattern, VolumeGroup
from dorsi.atlas.volume import group_values, set_value
from dorsi.journal.model import CustomExercise
from dorsi.journal.other_lifts import OTHER, other_lifts
from dorsi.progress.formula import Formula, formula_for

LOWERED_ONLY = frozenset({"pull-up-eccentric"})
"""Lifts whose load is only let down, which says nothing of what can be lifted."""
COUNTED_OTHERWISE = frozenset({Loading.TIME, Loading.DISTANCE})
"""Holds and carries: what some apps call their repetitions are seconds or steps."""
_WEIGHED = (None, Loading.EXTERNAL, Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS)
_PUSHES = frozenset({OtherMuscle.CHEST, OtherMuscle.SHOULDERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """What an exercise id of the journal means for measuring.

    `values` holds what a hard set is worth for each volume group (0.5 or 1); `body_share` how much of the body
    moves along with the load where it is not the whole of it (inverted rows, back extensions); `formula` leads to
    a maximum and is None where nothing does. What nobody has described has no pattern, loading or values.
    """

    id: str
    name: str
    family: str = ""
    pattern: Pattern | None = None
    loading: Loading | None = None
    is_work: bool = True
    pushes: bool = False
    body_share: float = 0.0
    formula: Formula | None = Formula.MEDIAN
    values: Mapping[VolumeGroup, float] = field(default_factory=dict)

    @property
    def lifts_body(self) -> bool:
        """True if the whole body is lifted, so that a load is what was added or taken off."""
        return self.loading is Loading.BODYWEIGHT_PLUS or self.loading is Loading.BODYWEIGHT_MINUS


def lift_of(exercise_id: str, custom: Mapping[str, CustomExercise], atlas: Atlas, sex: Sex) -> Lift:
    """What an id means: an exercise of the atlas, another common lift, the athlete's own, or a bare name. Sex
    decides on the formula of pull-ups."""
    exercise = atlas.exercises.get(exercise_id)
    if exercise is not None:
        return Lift(
            id=exercise_id,
            name=exercise.short,
            family=exercise.family,
            pattern=exercise.pattern,
            loading=exercise.loading,
            is_work=exercise.is_work,
            body_share=exercise.bodyweight_share or 0.0,
            formula=formula_for(exercise, sex) if _tells_strength(exercise) else None,
            values=group_values(exercise, atlas) if exercise.is_work else {},
        )
    other = other_lifts().get(exercise_id) if exercise_id.startswith(OTHER) else None
    if other is not None:
        return Lift(
            id=exercise_id,
            name=other.name,
            loading=other.loading,
            is_work=other.loading not in COUNTED_OTHERWISE,
            pushes=bool(_PUSHES & set(other.trains)),
            formula=Formula.MEDIAN if other.loading in _WEIGHED else None,
        )
    own = custom.get(exercise_id)
    if own is None:
        return Lift(id=exercise_id, name=exercise_id)
    return Lift(
        id=exercise_id,
        name=own.name,
        pattern=own.pattern,
        loading=own.loading,
        formula=Formula.MEDIAN if own.loading in _WEIGHED else None,
        values=_worth(own.muscles, atlas),
    )


def _tells_strength(exercise: Exercise) -> bool:
    """True if the load says how strong someone is: not where a band or an unknown part of the body makes most of it."""
    return (
        exercise.loading in (Loading.EXTERNAL, Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS)
        and exercise.external_kind is not ExternalKind.BAND
        and exercise.id not in LOWERED_ONLY
    )


def _worth(muscles: Mapping[str, float], atlas: Atlas) -> Mapping[VolumeGroup, float]:
    values = {
        group: max((set_value(muscles.get(muscle, 0.0)) for muscle in members), default=0.0)
        for group, members in atlas.group_muscles.items()
    }
    return {group: value for group, value in values.items() if value}
