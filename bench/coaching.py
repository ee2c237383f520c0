"""The coach: the next session after one more was logged, and everything that was ever logged folded anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bench.clocks import Figure, figure, warm
from bench.histories import history, since
from dorsi.coach.folding import fold
from dorsi.coach.model import NextSession
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState

LAST = date(2026, 11, 22)
"""These journals end on a fixed day, so that every run measures the same work."""


def figures() -> Iterator[Figure]:
    """One year's next session, ten years' fold."""
    year = history(1, LAST)
    day = year.sessions[-1].on
    today = day + timedelta(days=1)
    kept = fold(CoachState(), year, today=today, before=day)
    news = since(year, day)

    def following() -> NextSession:
        return next_session(fold(kept, news, today=today, since=day), today)

    yield figure("next session after a logged one, 1 year known", warm(following, 101), "ms", 2)
    whole = history(10, LAST)
    sets = sum(len(session.sets) for session in whole.sessions)
    folds = warm(lambda: fold(CoachState(), whole, today=LAST), 9, before=1)
    yield figure(f"fold {len(whole.sessions)} sessions of 10 years, {sets:,} sets", folds, "ms", 300)
