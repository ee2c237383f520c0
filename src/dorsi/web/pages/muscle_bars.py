"""What an exercise trains, as bars: one exercise by itself, or one against another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise
from dorsi.atlas.volume import set_value
from dorsi.languages import said

_SAME = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleBar:
    """A muscle's share in an exercise, in percent, and what a set counts for it."""

    id: str
    name: str
    percent: int
    strength: str
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedBar:
    """A muscle's share in an exercise and in the one it is compared with, in percent; `moves` is the difference."""

    id: str
    name: str
    percent: int
    usual: int
    moves: int
    counts: str

    @property
    def gained(self) -> int:
        """How much of the bar is more than usual."""
        return max(self.moves, 0)

    @property
    def lost(self) -> int:
        """How much of the usual bar is missing."""
        return max(-self.moves, 0)

    @property
    def common(self) -> int:
        """What both have."""
        return min(self.percent, self.usual)


def muscle_bars(exercise: Exercise, atlas: Atlas) -> tuple[MuscleBar, ...]:
    """The muscles of an exercise, those that do most first."""
    ranked = sorted(exercise.muscles.items(), key=lambda pair: -pair[1])
    return tuple(
        MuscleBar(
            id=muscle,
            name=short_name(muscle, atlas),
            percent=round(share * 100),
            strength=_strength(share),
            counts=_counts(share) if exercise.is_work else "",
        )
        for muscle, share in ranked
    )


def compared_bars(exercise: Exercise, usual: Exercise, atlas: Atlas) -> tuple[ComparedBar, ...]:
    """The muscles of either exercise: what moved first, then what does most."""
    ids = dict.fromkeys((*exercise.muscles, *usual.muscles))
    bars = [_compared(muscle, exercise.muscles, usual.muscles, atlas) for muscle in ids]
    return tuple(sorted(bars, key=lambda bar: (not bar.moves, -abs(bar.moves), -bar.percent)))


def short_name(muscle: str, atlas: Atlas) -> str:
    """A muscle's name without its parts: 'Elbow flexors'."""
    return said(atlas.muscles[muscle].name).partition(":")[0]


def _compared(muscle: str, own: Mapping[str, float], usual: Mapping[str, float], atlas: Atlas) -> ComparedBar:
    share, before = own.get(muscle, 0.0), usual.get(muscle, 0.0)
    return ComparedBar(
        id=muscle,
        name=short_name(muscle, atlas),
        percent=round(share * 100),
        usual=round(before * 100),
        moves=round((share - before) * 100) if abs(share - before) > _SAME else 0,
        counts=_counts(share),
    )


def _strength(share: float) -> str:
    return {1.0: "full", 0.5: "half"}.get(set_value(share), "none")


def _counts(share: float) -> str:
    """What a hard set counts towards the muscle's weekly sets."""
    return {1.0: _("1 set"), 0.5: _("½ set")}.get(set_value(share), _("not counted"))
