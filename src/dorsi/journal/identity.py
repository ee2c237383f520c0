"""Names for things that clients make without asking: UUIDs of version 7 by time, of version 5 by content."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

RANDOM_BYTES = 10
"""Random bytes that one time-ordered id takes."""
_ROOM_TO_COUNT = 0x1FFF_FFFF_FFFF_FFFF
"""Clears the bit that counting up from a random number might carry beyond what an id holds."""
_NAMESPACE = uuid5(NAMESPACE_URL, "https://dorsi.example/journal")


def timed_id(at: datetime, random_bytes: bytes) -> str:
    """A version 7 UUID: milliseconds of `at` (aware), then chance. Source: RFC 9562, section 5.7.

    `random_bytes` are at least `RANDOM_BYTES` long. Ids of later instants sort after those of earlier ones.
    """
    chance = int.from_bytes(random_bytes[:RANDOM_BYTES], "big")
    number = (int(at.timestamp() * 1000) & ((1 << 48) - 1)) << 80
    number |= 0x7 << 76 | (chance >> 68 & 0xFFF) << 64
    number |= 0b10 << 62 | chance & ((1 << 62) - 1)
    return str(UUID(int=number))


def ordered_ids(at: datetime, random_bytes: bytes) -> Iterator[str]:
    """Version 7 UUIDs of one instant that sort in the order in which they are taken."""
    count = int.from_bytes(random_bytes[:RANDOM_BYTES], "big")
    count = count >> 64 << 64 | count & _ROOM_TO_COUNT
    while True:
        yield timed_id(at, count.to_bytes(RANDOM_BYTES, "big"))
        count += 1


def content_id(*parts: str) -> str:
    """A version 5 UUID of what something is, so that the same thing met again has the same id."""
    return str(uuid5(_NAMESPACE, "\x1f".join(parts)))
