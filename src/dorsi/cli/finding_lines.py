"""On which line of a programme file a finding stands."""

from __future__ import annotations

from functools import lru_cache

from dorsi.program.evaluate import Place
from dorsi.program.model import BlockKind, Program
from dorsi.program.positions import Part, Unreadable, follow, locate


def line_of(text: str, program: Program, place: Place) -> int:
    """The line of the block or session that a place names, from 1; the first line for the whole programme."""
    root = _root(text)
    path = _path(program, place)
    while root is not None and path:
        part = follow(root, path)
        if part is not None:
            return text.count("\n", 0, part.start) + 1
        path = path[:-1]
    return 1


@lru_cache(maxsize=2)
def _root(text: str) -> Part | None:
    try:
        return locate(text)
    except Unreadable:
        return None


def _path(program: Program, place: Place) -> tuple[str | int, ...]:
    index = next((i for i, session in enumerate(program.sessions) if session.id == place.session), None)
    if index is None:
        return ()
    if place.block is None:
        return ("sessions", index)
    path = ("sessions", index, "blocks", place.block - 1)
    blocks = program.sessions[index].blocks
    if place.member is None or place.block > len(blocks) or blocks[place.block - 1].kind is BlockKind.SINGLE:
        return path
    return (*path, blocks[place.block - 1].kind.value, place.member - 1)
