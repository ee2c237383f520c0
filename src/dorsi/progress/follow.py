"""How a history grows: one session after the other, each first foretold and then learned from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dorsi.athlete.strength import MOST_REPS
from dorsi.progress.forecast import record_of_best
from dorsi.progress.history import SESSIONS_KEPT, History
from dorsi.progress.reps_forecast import record_of_reps
from dorsi.progress.series import Exposure, session_best


def followed(history: History, exposure: Exposure, *, reps: bool = True) -> History:
    """The history with one more session; unchanged if it holds no set that counts.

    Without `reps` the record of rep forecasts, which costs most of the time, stays as it was.
    """
    session = session_best(exposure, history.most_reps)
    if session is None:
        return history
    return replace(
        history,
        sessions=(*history.sessions[1 - SESSIONS_KEPT :], session),
        best=record_of_best(history, session),
        reps=record_of_reps(history, session) if reps else history.reps,
    )


def history_of(exposures: Iterable[Exposure], most_reps: int = MOST_REPS, *, reps: bool = True) -> History:
    """The history of a series, given oldest first. What lies more than about 60 sessions back no longer matters.

    `reps` is False where no reps will be foretold.
    """
    history = History(most_reps=most_reps)
    for exposure in exposures:
        history = followed(history, exposure, reps=reps)
    return history
