"""Costly results are kept for the journal and the day they were made of, and for no other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from dorsi.services.keeping_results import KeptResults
from dorsi.services.ports import JournalStore

TODAY = date(2026, 3, 2)


class Marked:
    """A journal that says which one it is."""

    def __init__(self, mark: str) -> None:
        self.shows = mark

    def mark(self) -> str:
        return self.shows


class Making:
    """Makes a new result each time, and counts them."""

    def __init__(self, most: int = 3) -> None:
        self.made = 0
        self._kept: KeptResults[int] = KeptResults(most)

    def of(self, mark: str, day: date = TODAY) -> int:
        return self._kept.get(cast(JournalStore, Marked(mark)), day, self._make)

    def _make(self) -> int:
        self.made += 1
        return self.made


def test_a_result_is_made_once_for_a_journal_as_it_stands() -> None:
    making = Making()
    assert [making.of("alice 7") for _ in range(3)] == [1, 1, 1]


def test_a_new_entry_another_day_and_another_person_make_it_anew() -> None:
    making = Making()
    asked = [making.of("alice 7"), making.of("alice 8"), making.of("alice 8", TODAY + timedelta(days=1))]
    assert [*asked, making.of("bob 8")] == [1, 2, 3, 4]


def test_without_a_mark_nothing_is_kept() -> None:
    making = Making()
    assert [making.of(""), making.of("")] == [1, 2]


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    making = Making(most=2)
    making.of("alice 7")
    making.of("bob 1")
    making.of("alice 7")
    making.of("carol 1")
    assert making.of("alice 7") == 1
    assert making.of("bob 1") == 4


def test_the_mark_is_read_before_the_journal() -> None:
    """What comes in while a result is made may be in it; the result must then not pass for the newer journal's."""
    store = Marked("alice 7")
    kept: KeptResults[str] = KeptResults(2)

    def make() -> str:
        store.shows = "alice 8"
        return "made while something came in"

    kept.get(cast(JournalStore, store), TODAY, make)
    assert kept.get(cast(JournalStore, store), TODAY, lambda: "made anew") == "made anew"
