"""What one change would make of a plan: the difference in stimulus, time and exercises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dorsi.atlas.model import VolumeGroup
from dorsi.planner.plan import Plan

_TINY = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChange:
    """How one session differs: exercises gained, lost, and those whose sets changed (before, after)."""

    session: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    sets: Mapping[str, tuple[int, int]]

    @property
    def is_empty(self) -> bool:
        """True if nothing changed."""
        return not (self.gained or self.lost or self.sets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two plans side by side: what was changed, and what it does to points, volume and sessions.

    `points` is the change of the objective per week; `volume` holds fractional sets (before, after) of the
    first training week per group; `minutes` the mean session length (before, after).
    """

    says: str
    before: Plan
    after: Plan
    points: float
    volume: Mapping[VolumeGroup, tuple[float, float]]
    minutes: tuple[float, float]
    sessions: tuple[SessionChange, ...]


def compare(before: Plan, after: Plan, says: str) -> Difference:
    """The difference between two plans, by the first block's training week."""
    one, other = before.first_week, after.first_week
    groups = [g for g in VolumeGroup if abs(one.volume.get(g, 0.0) - other.volume.get(g, 0.0)) > _TINY]
    return Difference(
        says=says,
        before=before,
        after=after,
        points=after.objective - before.objective,
        volume={g: (one.volume.get(g, 0.0), other.volume.get(g, 0.0)) for g in groups},
        minutes=(_mean_minutes(before), _mean_minutes(after)),
        sessions=tuple(change for change in _session_changes(before, after) if not change.is_empty),
    )


def _mean_minutes(plan: Plan) -> float:
    lengths = [session.minutes for session in plan.first_week.sessions]
    return sum(lengths) / len(lengths)


def _session_changes(before: Plan, after: Plan) -> list[SessionChange]:
    """Sessions compared by their day; one that is only in one of the plans gains or loses everything."""
    old = {session.day: session for session in before.frame.sessions}
    new = {session.day: session for session in after.frame.sessions}
    changes = []
    for day in sorted({*old, *new}, key=lambda d: d.number):
        one = _sets(before, old[day].index) if day in old else {}
        other = _sets(after, new[day].index) if day in new else {}
        frame = new.get(day) or old[day]
        changes.append(
            SessionChange(
                session=f"{frame.theme} ({day.label})",
                gained=tuple(name for name in other if name not in one),
                lost=tuple(name for name in one if name not in other),
                sets={name: (one[name], other[name]) for name in one if name in other and one[name] != other[name]},
            )
        )
    return changes


def _sets(plan: Plan, session: int) -> dict[str, int]:
    return {c.exercise.short: c.sets for c in plan.blocks[0].choices if c.session == session}
