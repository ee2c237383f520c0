"""Finds the line of a TOML text on which a key stands, so that a problem can be shown in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]\]?")
_KEY = re.compile(r"^\s*([A-Za-z0-9_.\-]+)\s*=")


def line_of(text: str, path: str) -> int | None:
    """The line, from 1, of a path such as 'goal.width' or 'known_set[1].reps'.

    Falls back to the nearest enclosing key (the header of a table for a key that is missing from it),
    and to None where not even that is in the text.
    """
    places = dict(_places(text))
    while path:
        if path in places:
            return places[path]
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return None


def _places(text: str) -> Iterator[tuple[str, int]]:
    """Paths of tables, keys and list items with their lines."""
    table, counts, skip_until = "", dict[str, int](), 0
    lines = text.splitlines()
    for index, line in enumerate(lines):
        if index < skip_until:
            continue
        if header := _HEADER.match(line):
            table = header[2]
            if header[1] == "[[":
                number = counts.get(table, 0)
                counts[table] = number + 1
                table = f"{table}[{number}]"
            yield table, index + 1
        elif key := _KEY.match(line):
            path = f"{table}.{key[1]}" if table else key[1]
            yield path, index + 1
            items = list(_item_lines(lines, index, key.end()))
            for number, item_line in enumerate(items[:-1]):
                yield f"{path}[{number}]", item_line + 1
            skip_until = items[-1] + 1


def _item_lines(lines: list[str], start: int, column: int) -> Iterator[int]:
    """Line indexes at which the items of the list value begin, then that of the value's last line."""
    depth, awaiting, quote = 0, False, ""
    for index in range(start, len(lines)):
        line = lines[index][column:] if index == start else lines[index]
        escaped = False
        for character in line:
            if quote:
                if escaped:
                    escaped = False
                elif character == "\\" and quote == '"':
                    escaped = True
                elif character == quote:
                    quote = ""
                continue
            if character == "#":
                break
            if awaiting and not character.isspace() and character not in ",]":
                awaiting = False
                yield index
            if character in "\"'":
                quote = character
            elif character in "[{":
                depth += 1
                awaiting = awaiting or (depth == 1 and character == "[")
            elif character in "]}":
                depth -= 1
            elif character == "," and depth == 1:
                awaiting = True
        if depth <= 0:
            yield index
            return
    yield len(lines) - 1
