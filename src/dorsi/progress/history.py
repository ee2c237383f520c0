"""What forecasts remember of one series: its last sessions and the record of each predictor."""

from __future__ import annotations

from dataclasses import dataclass, field

from dorsi.athlete.strength import MOST_REPS
from dorsi.progress.pooling import Record
from dorsi.progress.series import SessionBest

SESSIONS_KEPT = 24
"""How many sessions of a series forecasts look back on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """One series up to some day: numbers, strings and tuples only.

    `sessions` are the last SESSIONS_KEPT, oldest first; sets of more than `most_reps` reps are left out of them.
    `best` is the record of the predictors of the session's best set, `reps` of those of its reps.
    """

    sessions: tuple[SessionBest, ...] = ()
    most_reps: int = MOST_REPS
    best: Record = field(default_factory=Record)
    reps: Record = field(default_factory=Record)
