"""A journal kept in memory, a clock that stands still and chance that counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from dorsi.journal.events import Body, Event
from dorsi.journal.folding import journal_of
from dorsi.journal.model import Journal

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class MemoryStore:
    """Keeps events by id, as the port asks."""

    def __init__(self) -> None:
        self.kept: dict[str, Event] = {}

    def append(self, events: Sequence[Event]) -> int:
        new = {event.id: event for event in events if event.id not in self.kept}
        self.kept |= new
        return len(new)

    def events(self) -> Iterator[Event]:
        return iter(sorted(self.kept.values(), key=lambda event: event.key))

    def import_events(self) -> Iterator[Event]:
        return self.events()

    def journal(self) -> Journal:
        return journal_of(self.kept.values())

    def enter(self, body: Body, at: datetime) -> None:
        """An entry made by hand."""
        self.append([Event(id=f"by-hand-{len(self.kept)}", at=at, body=body)])


class StillClock:
    """Moves on by a minute whenever it is asked."""

    def __init__(self) -> None:
        self._now = NOON

    def now(self) -> datetime:
        self._now += timedelta(minutes=1)
        return self._now

    def today(self) -> date:
        return self._now.date()


class CountingChance:
    """Bytes that differ every time."""

    def __init__(self) -> None:
        self._count = 0

    def bytes(self, count: int) -> bytes:
        self._count += 1
        return (self._count * 0x9E3779B97F4A7C15F39C % (1 << 8 * count)).to_bytes(count, "big")
