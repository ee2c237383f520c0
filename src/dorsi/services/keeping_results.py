"""Results that cost much, kept in the process for as long as the journal they were made of stands as it did."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import Generic, TypeVar

from dorsi.services.ports import JournalStore

T = TypeVar("T")


class KeptResults(Generic[T]):
    """The results for the latest `most` journals that were asked for.

    A result must follow from the journal and the day alone. It is kept under the journal's mark, which the store makes
    anew for whatever is entered, in this process or another; so nothing ever has to be told that a result is out of
    date.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: OrderedDict[tuple[str, date], T] = OrderedDict()
        self._lock = Lock()

    def get(self, store: JournalStore, today: date, make: Callable[[], T]) -> T:
        """What was made of the journal as it stands, today; made now if there is nothing."""
        # Before anything is read: what comes in meanwhile is then in the result sooner than its mark says, never later.
        mark = store.mark()
        if not mark:
            return make()
        key = mark, today
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        made = make()
        with self._lock:
            self._found[key] = made
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return made
