"""Ids of one instant sort as they were taken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from dorsi.journal.identity import RANDOM_BYTES, ordered_ids

AT = datetime(2026, 11, 22, 18, tzinfo=UTC)


@given(st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES))
def test_ids_of_one_instant_are_in_order_and_before_those_of_the_next(chance: bytes) -> None:
    ids = [*islice(ordered_ids(AT, chance), 5)]
    later = next(ordered_ids(AT + timedelta(milliseconds=1), bytes(RANDOM_BYTES)))
    assert [*ids, later] == sorted({*ids, later})
    assert {UUID(each).version for each in ids} == {7}
