"""What speaks against an exercise for an athlete; rules judge by it and stand-ins are chosen by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dorsi.athlete.model import Athlete
from dorsi.athlete.screening import PAINFUL, SORE
from dorsi.atlas.model import Avoid, Exercise
from dorsi.atlas.vocabulary import REGIONS
from dorsi.rules.finding import Severity

HIGH_STRESS = 3
"""Stress on a region that stops an exercise as soon as the region is sore (heuristic, traffic light)."""
SOME_STRESS = 2
"""Stress that stops it when the region is painful and calls for a look when it is sore (heuristic)."""


@dataclass(frozen=True, slots=True)
class SoreRegion:
    """A region that hurts and that the exercise loads."""

    region: str
    score: int
    stress: int
    severity: Severity


def contraindications(exercise: Exercise, athlete: Athlete) -> tuple[Avoid, ...]:
    """The exercise's own warnings that apply to the athlete."""
    return tuple(avoid for avoid in exercise.avoid if avoid.tag in athlete.tags)


def sore_regions(exercise: Exercise, athlete: Athlete) -> Iterator[SoreRegion]:
    """Regions the athlete reported and the exercise loads, worst first.

    Source: traffic light within a session, claim C04; the scores are heuristics.
    """
    found = []
    for region in REGIONS:
        score, stress = athlete.discomfort(region), exercise.stress.get(region, 0)
        if score < SORE or stress < SOME_STRESS:
            continue
        severe = score >= PAINFUL or stress >= HIGH_STRESS
        found.append(SoreRegion(region, score, stress, Severity.ERROR if severe else Severity.WARNING))
    yield from sorted(found, key=lambda sore: (sore.severity.rank, -sore.score, sore.region))


def suits(exercise: Exercise, athlete: Athlete) -> bool:
    """True if the athlete could be given the exercise without a second thought."""
    return (
        athlete.owns(exercise.equipment)
        and not exercise.off_by_default
        and exercise.min_level.rank <= athlete.level.rank
        and exercise.id not in athlete.never
        and exercise.id not in athlete.disliked
        and athlete.discomfort(exercise.id) < SORE
        and not contraindications(exercise, athlete)
        and not any(sore_regions(exercise, athlete))
    )
