"""Tokens that let another device in: kept as digests, good for one use and a few minutes."""

from __future__ import annotations

from datetime import datetime
from hmac import compare_digest

from dorsi.store.connection import plainly
from dorsi.store.models import PairingRow


class Pairings:
    """The tokens of one installation that are still good."""

    def __init__(self, alias: str) -> None:
        self._alias = alias

    def add(self, digest: str, ends_at: datetime) -> None:
        """Keeps a new token's digest until then."""
        with plainly(self._alias):
            PairingRow.objects.using(self._alias).create(digest=digest, ends_at=ends_at)

    def knows(self, digest: str, now: datetime) -> bool:
        """Whether that token is good still; it stays so."""
        return self._number(digest, now) is not None

    def take(self, digest: str, now: datetime) -> bool:
        """Uses a token up. True for exactly one caller of a good one; those that are over are swept away."""
        number = self._number(digest, now)
        with plainly(self._alias):
            rows = PairingRow.objects.using(self._alias)
            rows.filter(ends_at__lte=now).delete()
            # Whoever deletes the row has used the token; of two that try at once, one finds nothing left.
            return number is not None and rows.filter(number=number).delete()[0] == 1

    def clear(self) -> None:
        """Makes every token void."""
        with plainly(self._alias):
            PairingRow.objects.using(self._alias).all().delete()

    def _number(self, digest: str, now: datetime) -> int | None:
        with plainly(self._alias):
            rows = PairingRow.objects.using(self._alias).filter(ends_at__gt=now)
            found = list(rows.values_list("number", "digest"))
        matching = [number for number, kept in found if compare_digest(kept, digest)]
        return matching[0] if matching else None
