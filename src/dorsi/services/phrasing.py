"""Says in another language what the domain said in English.

The domain tells its decisions and findings as plain sentences, put together from a frame and data: 'Rest 2-3 min.' is
the frame 'Rest {text}.' with '2-3 min' in it. A catalogue translates frames. Here the frame of a sentence is found
again, its data taken out, translated in turn and put into the translated frame. What no frame fits is taken apart at
full stops, semicolons, colons and commas; what is known of it is translated and the rest stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

_PLACE = re.compile(r"\{(\w+)\}")
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_NO_DECIMAL = re.compile(r"\d+\.\d+\.\d|\d{1,2}:\d\d|https?:")
_NO_ACCIDENT = 10
"""Letters of a frame that nobody writes by chance."""
_COMMANDS = ("'dorsi ", " --")
_SENTENCES = re.compile(r"(?<=[.!?]) +(?=[A-Z'])")
_NUMBER = re.compile(r"((?:[\d.,+−–-]+ (?:(?:kg|lb|min|s|m|%) )?|(?:kg|lb|min) ))(.+)")
_SENTENCE_END = re.compile(r"[.!?] +(?=[A-Z])")
_BREAKS = (
    re.compile(r"(?<=[.!?])( +)(?=[A-Z0-9])"),
    re.compile(r"(; )"),
    re.compile(r"(: )"),
    re.compile(r"(, and |, or | and | or |, | \+ |/)"),
    re.compile(r"( \(|\)\.?$|\), )"),
    re.compile(r"([.!?]$)"),
)
"""Where a text may be taken apart, the safest first; what stands between the parts is translated as well."""
_DEEPEST = 6
_MOST_DATA = 12
"""How many times as long as the letters of its frame a sentence may be."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame and how to know it: `fixed` is its longest piece that no data touches, `weight` all its fixed letters."""

    text: str
    names: tuple[str, ...]
    fixed: str
    weight: int
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, text: str) -> Frame:
        """The frame with that text."""
        parts = _PLACE.split(text)
        pieces, names = parts[::2], parts[1::2]
        pattern = re.escape(pieces[0])
        for before, piece in pairwise(pieces):
            # What follows a letter at once is an ending, such as the s of a plural, or begins with a space or a mark.
            pattern += f"({'[a-z]{0,3}|[^a-z].*?' if before[-1:].isalpha() else '.*?'}){re.escape(piece)}"
        return cls(
            text=text,
            names=tuple(names),
            fixed=max(pieces, key=len),
            weight=sum(letter.isalpha() for piece in pieces for letter in piece),
            pattern=re.compile(pattern, re.DOTALL),
        )

    def data_in(self, sentence: str) -> dict[str, str] | None:
        """What the sentence has in the frame's places; None where it was not made from the frame."""
        if self.fixed not in sentence:
            return None
        match = self.pattern.fullmatch(sentence)
        return dict(zip(self.names, match.groups(), strict=True)) if match else None


class Phrasing:
    """One language: `frames` are its translated frames by the English ones, `word` translates a whole text.

    Args:
        frames: Frames in English, each with the same frame in the language.
        word: A text as it stands in the language; the text itself where the language has none.
        decimal_mark: What stands between the ones and the tenths.
    """

    def __init__(self, frames: Mapping[str, str], word: Callable[[str], str], decimal_mark: str = ".") -> None:
        self._theirs = {text: theirs for text, theirs in frames.items() if theirs and _PLACE.search(text)}
        self._frames = sorted(map(Frame.of, self._theirs), key=lambda frame: -frame.weight)
        self._word = word
        self._mark = decimal_mark

    def said(self, text: str) -> str:
        """The text in the language, as far as it is known."""
        return self._said(text, _DEEPEST)

    def known(self, text: str) -> str:
        """The text in the language if the domain wrote it, else untouched: for texts that people write as well.

        A frame counts where it is long enough to be no accident, or where its data is known too.
        """
        if whole := self._whole(text):
            return whole
        for frame, data in self._fitting(text):
            if frame.weight >= _NO_ACCIDENT or all(map(self._is_known, data.values())):
                return self._filled(text, _DEEPEST) or text
        return text

    def _is_known(self, text: str) -> bool:
        return not any(letter.isalpha() for letter in text) or self.known(text) != text

    def _said(self, text: str, deeper: int) -> str:
        if not any(letter.isalpha() for letter in text):
            return self._numbers(text)
        bare = text.removesuffix(".")
        for each in dict.fromkeys((text, bare)):
            if theirs := self._whole(each):
                return theirs + text[len(each) :]
        if deeper and (filled := self._filled(text, deeper)):
            return filled
        return self._apart(text, deeper) if deeper else self._numbers(text)

    def _whole(self, text: str) -> str:
        """A text that the language has as it stands, or with its first letter the other way; empty if it has none."""
        theirs = self._word(text)
        if theirs != text or not text:
            return theirs if theirs != text else ""
        turned = text[0].swapcase() + text[1:]
        theirs = self._word(turned)
        if theirs == turned:
            return ""
        return theirs[:1].upper() + theirs[1:] if text[0].isupper() else theirs

    def _filled(self, text: str, deeper: int) -> str:
        """The text by its frame; one that would swallow the end of a sentence is taken only if no other fits."""
        if text.endswith(".") and not _SENTENCE_END.search(text):
            ended, bare = next(self._fitting(text), None), next(self._fitting(text[:-1]), None)
            if bare is not None and (ended is None or bare[0].weight >= ended[0].weight):
                return f"{self._filled(text[:-1], deeper)}."
        found = list(self._fitting(text))
        if not found:
            return ""
        frame, data = next((pair for pair in found if not _swallows(pair[1])), (None, {}))
        if frame is None:
            if _SENTENCE_END.search(text):
                return ""
            frame, data = found[0]
        theirs = {name: self._said(value, deeper - 1) if value else "" for name, value in data.items()}
        return _PLACE.sub(lambda place: theirs.get(place[1], place[0]), self._theirs[frame.text])

    def _fitting(self, text: str) -> Iterator[tuple[Frame, dict[str, str]]]:
        for frame in self._frames:
            # A frame of few letters fits almost anything that is long.
            if frame.weight * _MOST_DATA < len(text):
                break
            data = frame.data_in(text)
            if data is not None and text not in data.values() and all(map(_is_closed, data.values())):
                yield frame, data

    def _apart(self, text: str, deeper: int) -> str:
        stripped = text.strip()
        if stripped != text:
            before, _same, after = text.partition(stripped)
            return f"{before}{self._said(stripped, deeper)}{after}"
        for breaks in _BREAKS:
            parts = breaks.split(text)
            if len(parts) > 1:
                return "".join(self._parts(parts, deeper - 1))
        if " " in text and (number := _NUMBER.match(text)):
            return f"{self._numbers(number[1])}{self._said(number[2], deeper - 1)}"
        return self._numbers(text)

    def _parts(self, parts: list[str], deeper: int) -> Iterator[str]:
        """Parts and, at odd places, what stands between them; several that are known together are said together."""
        at = 0
        while at < len(parts):
            if at % 2:
                yield self._between(parts[at])
                at += 1
                continue
            for end in range(len(parts), at + 1, -1):
                together = "".join(parts[at:end])
                if end % 2 and (at or end < len(parts)) and (theirs := self._whole(together)):
                    yield theirs
                    at = end
                    break
            else:
                yield self._said(parts[at], deeper) if parts[at] else ""
                at += 1

    def _between(self, text: str) -> str:
        """'and' and 'or' in the language; marks stay as they are."""
        return re.sub(r"[a-z]+", lambda word: self._word(word[0]), text)

    def _numbers(self, text: str) -> str:
        if self._mark == "." or _NO_DECIMAL.search(text):
            return text
        return _DECIMAL_POINT.sub(self._mark, text)


def _is_closed(text: str) -> bool:
    """True where every bracket that opens in the text closes in it."""
    depth = 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return False
    return depth == 0


def without_commands(text: str) -> str:
    """The text without the sentences that name a command of Dorsi's: whoever reads a page has no terminal."""
    if not any(mark in text for mark in _COMMANDS):
        return text
    return " ".join(each for each in _SENTENCES.split(text) if not any(mark in each for mark in _COMMANDS))


def _swallows(data: Mapping[str, str]) -> bool:
    return any(_SENTENCE_END.search(value) for value in data.values())
