"""Words for yes, and for the kinds of sets, as other apps write them."""

from __future__ import annotations

from functools import lru_cache

from dorsi.journal.model import SetKind

_YES = frozenset({"true", "yes", "1", "y", "ja", "sí", "si", "oui", "sim"})
_KINDS = {
    **dict.fromkeys(("w", "warmup", "warm-up", "warm up", "warm_up"), SetKind.WARM_UP),
    **dict.fromkeys(("d", "drop", "dropset", "drop set", "drop_set"), SetKind.DROP),
    **dict.fromkeys(("f", "failure", "failed"), SetKind.FAILURE),
    **dict.fromkeys(("", "normal", "work", "working"), SetKind.WORK),
}


@lru_cache(maxsize=256)
def is_yes(text: str) -> bool:
    """True where a program wrote yes, in one of several ways."""
    return text.strip().casefold() in _YES


@lru_cache(maxsize=256)
def set_kind(text: str) -> SetKind | None:
    """The kind of set that a word or letter names; None if it is none of them."""
    return _KINDS.get(text.strip().casefold())


@lru_cache(maxsize=256)
def ordinal(text: str) -> int | None:
    """A set's number, also where a table program wrote it as 1.0; None if it is no number."""
    whole, _, part = text.partition(".")
    return int(whole) if whole.isascii() and whole.isdigit() and len(whole) < 6 and not part.strip("0") else None
