"""YAML cut into pieces for colouring: enough for reading small programmes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent

_PIECES = re.compile(
    r"(?P<comment>(?:^|(?<=\s))#.*$)"
    r"|(?P<key>(?:^|(?<=[{,\s]))[A-Za-z_][\w-]*(?=:(?:\s|$))|(?<=\s)\d[\d, -]*(?=:\s))"
    r"|(?P<quoted>\"[^\"]*\"|'[^']*')"
    r"|(?P<number>(?<![\w.-])\d+(?:\.\d+)?(?![\w.]))"
    r"|(?P<mark>[{}\[\],:]|^\s*-(?=\s))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a line; `kind` is comment, key, quoted, number, mark or empty."""

    kind: str
    text: str


def yaml_lines(text: str) -> tuple[tuple[Piece, ...], ...]:
    """The lines of a YAML text in pieces, common indentation taken off."""
    return tuple(tuple(_pieces(line)) for line in dedent(text).strip("\n").splitlines())


def _pieces(line: str) -> Iterator[Piece]:
    done = 0
    for match in _PIECES.finditer(line):
        if match.start() > done:
            yield Piece(kind="", text=line[done : match.start()])
        yield Piece(kind=match.lastgroup or "", text=match.group())
        done = match.end()
    if done < len(line):
        yield Piece(kind="", text=line[done:])
