"""A language for tests: English with an accent on every letter, so that a text which was forgotten stands out.

'Log set' becomes '⟦Ļöĝ šéţ⟧'. What is between percent signs or braces stays, and so do tags and entities.
"""

from __future__ import annotations

import re

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
_LETTERS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(r"(%\(\w+\)[sd]|%%|%[sd]|\{\w*\}|<[^>]+>|&\w+;)")


def accented(text: str) -> str:
    """The text with accents and in brackets."""
    parts = _KEPT.split(text)
    return f"⟦{''.join(part if at % 2 else part.translate(_LETTERS) for at, part in enumerate(parts))}⟧"
