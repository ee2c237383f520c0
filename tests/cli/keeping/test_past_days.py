"""Days gone by as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from dorsi.cli.past_days import past_day
from dorsi.errors import UsageError

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 25)),
        ("Yesterday", date(2026, 11, 24)),
        ("-2d", date(2026, 11, 23)),
        ("-10 days", None),
        ("wed", date(2026, 11, 25)),
        ("thu", date(2026, 11, 19)),
        ("Tuesday", date(2026, 11, 24)),
        ("2026-02-28", date(2026, 2, 28)),
        ("2026-02-30", None),
        ("tomorrow", None),
        ("", None),
        ("t", None),
    ],
)
def test_a_day(text: str, day: date | None) -> None:
    if day is None:
        with pytest.raises(UsageError, match="is no day"):
            past_day(text, WEDNESDAY)
    else:
        assert past_day(text, WEDNESDAY) == day
