"""Texts as they are found: each once, with the places that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "dorsi"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Text:
    """A text to translate; `plural` where it counts something, `context` where the same words mean two things."""

    text: str
    plural: str = ""
    context: str = ""
    is_format: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A text and where it stands, such as ('web/views/more.py', 40)."""

    text: Text
    file: str
    line: int


def gathered(places: Iterable[Place]) -> Iterator[tuple[Text, list[tuple[str, int]]]]:
    """Each text with its places; one that is there both with and without a plural is there with it."""
    found: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        if place.text.text.strip():
            found[place.text.context, place.text.text].append(place)
    for group in found.values():
        best = max((place.text for place in group), key=lambda text: (bool(text.plural), text.is_format))
        yield best, sorted({(place.file, place.line) for place in group})


def name_of(path: Path) -> str:
    """The file's name for catalogues, the same on every machine."""
    return path.relative_to(SOURCE).as_posix()
