"""The typeface of printed programmes, and what to do with characters it lacks.

Roboto (SIL Open Font License) covers Latin, Cyrillic, Greek and Vietnamese. Other characters are replaced by
their closest plain form (Unicode NFKD without accents); where there is none, a run of them becomes one '?'.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator

import fontpkg
from fpdf import FPDF
from fpdf.fonts import TTFFont

FAMILY = "Roboto"
BOLD_WEIGHT = 700.0
_UNPRINTED = frozenset({"Cc", "Cf", "Mn", "Me"})
"""Controls, joiners, variation selectors and marks the font lacks leave no trace."""
_REPLACEMENT = "?"


def add_fonts(pdf: FPDF) -> frozenset[int]:
    """Makes the family known to the document in regular and bold; gives the code points it can draw."""
    path = fontpkg.path(FAMILY)
    pdf.add_font(FAMILY, "", path)
    pdf.add_font(FAMILY, "B", path, variations={"wght": BOLD_WEIGHT})
    font = pdf.fonts[FAMILY.lower()]
    assert isinstance(font, TTFFont), "a family added from a file is a TrueType font"
    return frozenset(font.cmap)


def printable(text: str, drawable: Collection[int]) -> str:
    """`text` on one line, every character not in `drawable` replaced (see the module's docstring)."""
    shown: list[str] = []
    for piece in _pieces(unicodedata.normalize("NFC", " ".join(text.split())), drawable):
        if piece != _REPLACEMENT or shown[-1:] != [_REPLACEMENT]:
            shown.append(piece)
    return "".join(shown)


def _pieces(text: str, drawable: Collection[int]) -> Iterator[str]:
    for character in text:
        if ord(character) in drawable:
            yield character
        elif unicodedata.category(character) not in _UNPRINTED:
            plain = unicodedata.normalize("NFKD", character)
            drawn = (c for c in plain if ord(c) in drawable and not unicodedata.combining(c))
            yield "".join(drawn) or _REPLACEMENT
