"""What a best set of pull-ups says about the pull-ups to plan."""

from __future__ import annotations

from dorsi.program.model import LoadKind, SetTarget

WORK_SETS_FROM = 8
"""Pull-ups in one set from which they are work sets of their own. Source: claims A13, A18; heuristic."""
EASIER_PULLS = ("pull-up-assisted", "pull-up-band-assisted", "pulldown-medium", "pulldown-close", "band-pulldown")
"""What to do instead of full pull-ups, nearest to the movement first."""
PRACTICE = frozenset({"pull-up-assisted", "pull-up-band-assisted", "pull-up-eccentric", "scapular-hang"})
"""Exercises that count as pull-up practice. Source: claims A18, D05; Johnson09."""
WORK_SHARE = (0.6, 0.8)
"""Share of the best set that ordinary work sets take (heuristic)."""


def work_reps(max_pull_ups: int) -> tuple[int, int]:
    """Reps for work sets of pull-ups, as 60-80 % of the best set: 5-6 for a best of 8, 7-9 for 12."""
    low = max(1, round(WORK_SHARE[0] * max_pull_ups))
    return low, max(low, int(WORK_SHARE[1] * max_pull_ups))


def is_assisted(target: SetTarget) -> bool:
    """True if the line takes weight off ('bw-20')."""
    load = target.load
    return load is not None and load.kind is LoadKind.BODYWEIGHT and load.kg < 0


def adds_weight(target: SetTarget) -> bool:
    """True if the line adds weight to the body ('bw+10', '10 kg')."""
    return target.load is not None and target.load.kind in (LoadKind.BODYWEIGHT, LoadKind.MASS) and target.load.kg > 0
