"""Where the parts of a programme file stand in its text, to the character.

`yaml.compose` gives the same tree, but replaces aliases by what they stand for and lets blocks end where
the next thing begins, comments included. Edits need to know where the content of each part really ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import yaml


class Shape(StrEnum):
    """What a part of a document is."""

    SCALAR = "scalar"
    SEQUENCE = "sequence"
    MAPPING = "mapping"
    ALIAS = "alias"


@dataclass(slots=True, kw_only=True)
class Part:
    """A part of a document: its text runs from `start` to `end`, comments behind it left out.

    `items` holds the entries of a sequence, `pairs` the keys and values of a mapping, `target` what an alias
    stands for; `style` is the quote or block sign of a scalar.
    """

    shape: Shape
    start: int
    end: int
    column: int
    flow: bool = False
    style: str | None = None
    text: str = ""
    items: list[Part] = field(default_factory=list)
    pairs: list[tuple[Part, Part]] = field(default_factory=list)
    target: Part | None = None

    @property
    def content(self) -> Part:
        """The part itself, or what an alias stands for."""
        return self.target or self

    def value(self, key: str) -> Part | None:
        """The value of a key, None where there is no such key."""
        return next((v for k, v in self.pairs if k.text == key), None)


class Unreadable(ValueError):
    """The text is not YAML, or not one document."""


def locate(text: str) -> Part:
    """The document's tree with positions. Raises Unreadable."""
    try:
        events = yaml.parse(text, Loader=yaml.SafeLoader)  # positions count characters here, whatever the C parser does
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                return _part(next(events), events, text, {})
    except (yaml.YAMLError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    raise Unreadable("the file is empty")


def follow(root: Part, path: tuple[str | int, ...]) -> Part | None:
    """The part at a path, None where the path leads nowhere."""
    part: Part | None = root
    for step in path:
        if part is None:
            return None
        part = part.content
        if isinstance(step, str):
            part = part.value(step) if part.shape is Shape.MAPPING else None
        elif part.shape is Shape.SEQUENCE and 0 <= step < len(part.items):
            part = part.items[step]
        else:
            part = None
    return part


def _part(event: yaml.Event, events: Iterator[yaml.Event], text: str, anchors: dict[str, Part]) -> Part:
    start, end, column = _at(event.start_mark), _at(event.end_mark), getattr(event.start_mark, "column", 0)
    if isinstance(event, yaml.AliasEvent):
        if event.anchor not in anchors:
            raise Unreadable(f"nothing is called '&{event.anchor}'")
        return Part(shape=Shape.ALIAS, start=start, end=end, column=column, target=anchors[event.anchor])
    if isinstance(event, yaml.ScalarEvent):
        if event.style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        part = Part(shape=Shape.SCALAR, start=start, end=end, column=column, style=event.style, text=event.value)
    elif isinstance(event, yaml.SequenceStartEvent):
        part = Part(shape=Shape.SEQUENCE, start=start, end=end, column=column, flow=bool(event.flow_style))
        while not isinstance(event_ := next(events), yaml.SequenceEndEvent):
            part.items.append(_part(event_, events, text, anchors))
        part.end = _at(event_.end_mark) if part.flow else max([end, *(i.end for i in part.items)])
    elif isinstance(event, yaml.MappingStartEvent):
        part = Part(shape=Shape.MAPPING, start=start, end=end, column=column, flow=bool(event.flow_style))
        while not isinstance(event_ := next(events), yaml.MappingEndEvent):
            key = _part(event_, events, text, anchors)
            part.pairs.append((key, _part(next(events), events, text, anchors)))
        part.end = _at(event_.end_mark) if part.flow else max([end, *(v.end for _, v in part.pairs)])
    else:
        raise Unreadable("the structure breaks off")
    if event.anchor:
        anchors[event.anchor] = part
    return part


def _at(mark: object) -> int:
    return int(getattr(mark, "index", 0))


def line_start(text: str, at: int) -> int:
    """Where the line of that character begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of that character ends, its line break left out."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
