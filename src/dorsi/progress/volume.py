"""Weekly hard sets for each muscle group, against the band that suits the athlete's level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dorsi.atlas.model import Level, VolumeGroup
from dorsi.progress.training import Training
from dorsi.rules.bounds import WEEKLY, Band

AVERAGE_WEEKS = 4
"""Weeks that the average runs over (heuristic: long enough for an easy week, short enough to show a change)."""


class Standing(StrEnum):
    """Where an amount lies in relation to its band."""

    BELOW = "below"
    WITHIN = "in"
    ABOVE = "above"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekVolume:
    """The fractional hard sets of the week that begins on `monday`, by volume group; idle groups are left out."""

    monday: date
    sets: Mapping[VolumeGroup, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupVolume:
    """One group's sets: `this_week` so far, `average` a week over the last four, the `band` for the level and
    where the average lies. Band and standing are None for the grip, which has no target of its own."""

    group: VolumeGroup
    this_week: float
    average: float
    band: Band | None
    standing: Standing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """Every week from the first session to today, and each group as it stands."""

    weeks: tuple[WeekVolume, ...]
    groups: tuple[GroupVolume, ...]


def volume_of(training: Training, level: Level) -> Volume:
    """Counts hard sets by ISO week: 1 for a muscle trained directly, 0.5 for one that helps.

    The average runs over the 28 days up to today, or fewer while the journal is younger than that (a week at
    least). Source: Pelland24 for the counting; the bands are the heuristics of `rules.bounds`.
    """
    weeks: dict[date, dict[VolumeGroup, float]] = {monday: {} for monday in training.mondays}
    recent: dict[VolumeGroup, float] = {}
    since = training.today - timedelta(weeks=AVERAGE_WEEKS)
    for session in training.sessions:
        week = weeks[session.monday]
        for bout in session.bouts:
            if not bout.hard_sets:
                continue
            for group, value in bout.lift.values.items():
                sets = value * bout.hard_sets
                week[group] = week.get(group, 0.0) + sets
                if session.on > since:
                    recent[group] = recent.get(group, 0.0) + sets
    span = _weeks_of_average(training)
    this_week = weeks[training.mondays[-1]] if training.mondays else {}
    return Volume(
        weeks=tuple(WeekVolume(monday=monday, sets=sets) for monday, sets in weeks.items()),
        groups=tuple(
            _group(group, this_week.get(group, 0.0), recent.get(group, 0.0) / span, level) for group in VolumeGroup
        ),
    )


def standing_in(sets: float, band: Band) -> Standing:
    """Where weekly sets lie in relation to the target of the band."""
    if sets < band.low:
        return Standing.BELOW
    return Standing.ABOVE if sets > band.high else Standing.WITHIN


def _weeks_of_average(training: Training) -> float:
    if not training.sessions:
        return 1.0
    days = (training.today - training.sessions[0].on).days + 1
    return max(1.0, min(float(AVERAGE_WEEKS), days / 7))


def _group(group: VolumeGroup, this_week: float, average: float, level: Level) -> GroupVolume:
    bands = WEEKLY.get(group)
    band = bands[level] if bands else None
    return GroupVolume(
        group=group,
        this_week=this_week,
        average=average,
        band=band,
        standing=standing_in(average, band) if band else None,
    )
