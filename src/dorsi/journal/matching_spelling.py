"""Plain letters, plurals and slips: what happens to a word before its meaning is looked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ODD_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "'": "", "’": "", "‘": "", "`": ""}
)
_NUMBER = re.compile(r"\d+|[a-z]\d{1,2}|\d+x\d*|\d+(kgs?|lbs?|reps?|rm|sets?|min|sec|s)")


def normal_name(name: str) -> str:
    """A name in plain letters: no case, accents, punctuation or double spaces; brackets' contents stay."""
    return " ".join(normal_words(name.replace("*", " ")))


def normal_words(name: str) -> list[str]:
    """The words of a name in plain letters; a star that ends a word stays with it."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+\*?", name.casefold().translate(_ODD_LETTERS))


def singulars(word: str) -> Iterator[str]:
    """What an English plural may be the plural of."""
    if len(word) > 2 and word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
        if word.endswith("ies"):
            yield word[:-3] + "y"


def is_number(word: str) -> bool:
    """True for counts, loads and labels ("A1", "5x5", "20kg") that lifters write into a name."""
    return _NUMBER.fullmatch(word) is not None


def swapped(word: str, other: str) -> bool:
    """True if two words of one length differ by two neighbouring letters in the wrong order."""
    differ = [i for i, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    i, j = differ
    return word[i] == other[j] and word[j] == other[i]


def one_slip(word: str, other: str) -> bool:
    """True if one letter is wrong, missing or too many."""
    if abs(len(word) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    if len(word) == len(other):
        return word[same + 1 :] == other[same + 1 :]
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return longer[same + 1 :] == shorter[same:]
