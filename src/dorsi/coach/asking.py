"""What a lift is asked for: the programme's range, bent to what the athlete can do. The fold judges by the same."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.model import Exercise, Loading
from dorsi.coach.adopted import Asked
from dorsi.planner.targets import MOST_PULL_UPS
from dorsi.rules import standards
from dorsi.rules.gates.pull_ups import work_reps


def asked_amount(exercise: Exercise, amount: tuple[int, int], best_pull_ups: int | None) -> tuple[int, int]:
    """The range of reps (seconds, metres) that stands for an exercise today.

    Pull-ups at body mass ask for a share of the best set where the range written lies beyond that, and for more
    as the best set moves on. Source: rule GAT107; heuristic.
    """
    free = exercise.family == "pull-up" and exercise.loading is Loading.BODYWEIGHT_PLUS
    if best_pull_ups is None or not free or exercise.id == "pull-up-weighted":
        return amount
    low, high = work_reps(best_pull_ups)
    low, high = max(1, min(low, MOST_PULL_UPS - 3)), min(max(high, low + 2), MOST_PULL_UPS)
    return (low, high) if amount[1] > best_pull_ups or amount[1] < high else amount


def usual(exercise: Exercise, athlete: Athlete | None, best_pull_ups: int | None) -> Asked:
    """What an exercise is asked for where the programme says nothing of it."""
    reserve = float(standards.rir_range(exercise, athlete)[0])
    amount = asked_amount(exercise, standards.rep_range(exercise, athlete), best_pull_ups)
    return Asked(sets=0, amount=amount, reserve=reserve)
